using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>The words of the JSON form that stand for cases of enumerations; each list is the whole vocabulary of its enumeration.</summary>
internal static class QueryWords
{
    internal static readonly (AggregateFunction Case, string Word)[] Aggregates =
    [
        (AggregateFunction.Sum, "sum"),
        (AggregateFunction.Average, "average"),
        (AggregateFunction.Min, "min"),
        (AggregateFunction.Max, "max"),
        (AggregateFunction.Median, "median"),
        (AggregateFunction.Percentile, "percentile"),
        (AggregateFunction.StandardDeviation, "standard_deviation"),
        (AggregateFunction.Count, "count"),
        (AggregateFunction.CountDistinct, "count_distinct"),
        (AggregateFunction.Variance, "variance"),
        (AggregateFunction.First, "first"),
        (AggregateFunction.Last, "last"),
    ];

    internal static readonly (MeasureOperator Case, string Word)[] MeasureOperators =
    [
        (MeasureOperator.Add, "add"),
        (MeasureOperator.Subtract, "subtract"),
        (MeasureOperator.Multiply, "multiply"),
        (MeasureOperator.Divide, "divide"),
    ];

    internal static readonly (ComparisonOperator Case, string Word)[] Comparisons =
    [
        (ComparisonOperator.Equal, "="),
        (ComparisonOperator.NotEqual, "<>"),
        (ComparisonOperator.Less, "<"),
        (ComparisonOperator.LessOrEqual, "<="),
        (ComparisonOperator.Greater, ">"),
        (ComparisonOperator.GreaterOrEqual, ">="),
    ];

    internal static readonly (TextMatch Case, string Word)[] TextMatches =
    [
        (TextMatch.Contains, "contains"),
        (TextMatch.StartsWith, "starts_with"),
        (TextMatch.EndsWith, "ends_with"),
    ];

    internal static readonly (RelativePeriodKind Case, string Word)[] RelativePeriods =
    [
        (RelativePeriodKind.Last, "last"),
        (RelativePeriodKind.Past, "past"),
        (RelativePeriodKind.Current, "current"),
        (RelativePeriodKind.Next, "next"),
        (RelativePeriodKind.Ago, "ago"),
        (RelativePeriodKind.Since, "since"),
    ];

    internal static readonly (ComparisonShow Case, string Word)[] Shows =
    [
        (ComparisonShow.Value, "value"),
        (ComparisonShow.Change, "change"),
        (ComparisonShow.PercentChange, "percent_change"),
    ];

    internal static readonly (WindowTake Case, string Word)[] Takes =
    [
        (WindowTake.Total, "total"),
        (WindowTake.Average, "average"),
    ];

    internal static readonly (ComparedPeriod Case, string Word)[] ComparedPeriods =
    [
        (ComparedPeriod.Previous, "previous_period"),
        (ComparedPeriod.YearAgo, "same_period_last_year"),
    ];

    internal static readonly (AnalysisType Case, string Word)[] Analyses =
    [
        (AnalysisType.Trend, "trend"),
        (AnalysisType.Forecast, "forecast"),
        (AnalysisType.Anomaly, "anomaly"),
        (AnalysisType.Correlation, "correlation"),
        (AnalysisType.Drivers, "drivers"),
        (AnalysisType.Target, "target"),
        (AnalysisType.Claim, "claim"),
    ];

    internal static readonly (TargetShow Case, string Word)[] TargetShows =
    [
        (TargetShow.Attainment, "attainment"),
        (TargetShow.Variance, "variance"),
        (TargetShow.Pace, "pace"),
    ];

    internal static readonly (ClaimKind Case, string Word)[] Claims =
    [
        (ClaimKind.Is, "is"),
        (ClaimKind.AtLeast, "at_least"),
        (ClaimKind.AtMost, "at_most"),
        (ClaimKind.Rose, "rose"),
        (ClaimKind.Fell, "fell"),
        (ClaimKind.Unchanged, "unchanged"),
    ];

    internal static readonly (Sql.Tree.SqlTimeUnit Case, string Word)[] Units =
        [.. Enum.GetValues<Sql.Tree.SqlTimeUnit>().Select(u => (u, u.ToString().ToLowerInvariant()))];

    internal static string Of<T>((T Case, string Word)[] words, T item)
        where T : struct, Enum => words.First(w => w.Case.Equals(item)).Word;
}

/// <summary>The periods that a query can be compared with by a word.</summary>
internal enum ComparedPeriod
{
    Previous,
    YearAgo,
}

/// <summary>The kinds of analysis by their word.</summary>
internal enum AnalysisType
{
    Trend,
    Forecast,
    Anomaly,
    Correlation,
    Drivers,
    Target,
    Claim,
}
