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

    internal static readonly (Sql.Tree.SqlTimeUnit Case, string Word)[] Units =
        [.. Enum.GetValues<Sql.Tree.SqlTimeUnit>().Select(u => (u, u.ToString().ToLowerInvariant()))];

    internal static string Of<T>((T Case, string Word)[] words, T item)
        where T : struct, Enum => words.First(w => w.Case.Equals(item)).Word;
}
