using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Aggregates of a field that is no metric: the call, and what people call it.</summary>
internal static class AdHocAggregates
{
    public static SqlAggregate Call(AggregateFunction function, SqlExpression operand, decimal? argument) => function switch
    {
        AggregateFunction.Sum => new SqlAggregate("SUM", [operand]),
        AggregateFunction.Average => new SqlAggregate("AVG", [operand]),
        AggregateFunction.Min => new SqlAggregate("MIN", [operand]),
        AggregateFunction.Max => new SqlAggregate("MAX", [operand]),
        AggregateFunction.Median => new SqlAggregate("MEDIAN", [operand]),
        AggregateFunction.Percentile => new SqlAggregate("PERCENTILE", [operand, new SqlNumber(argument ?? 0.5m)]),
        AggregateFunction.StandardDeviation => new SqlAggregate("STDDEV", [operand]),
        AggregateFunction.Count => new SqlAggregate("COUNT", [operand]),
        AggregateFunction.CountDistinct => new SqlAggregate("COUNT", [operand]) { Distinct = true },
        AggregateFunction.Variance => new SqlAggregate("VARIANCE", [operand]),
        AggregateFunction.First => new SqlAggregate("MIN", [operand]),
        AggregateFunction.Last => new SqlAggregate("MAX", [operand]),
        _ => throw new UnreachableException(function.ToString()),
    };

    /// <summary>The things that a hidden key points to by the catalog's relationships; null where it is shown by itself, or points to none or to several.</summary>
    public static Dataset? PointedBy(Field field, Catalog catalog) =>
        field is { Hidden: true, Expression: SqlColumn { Name: var column } }
            ? catalog.Relationships.Where(r => r.From == field.Dataset && r.FromColumns is [var from] && from == column).Select(r => r.To).Distinct().ToList() is [var things] ? things : null
            : null;

    public static LocalText Label(AggregateFunction function, decimal? argument, Field field) =>
        new([.. new[] { "en", "ko" }.Select(language => new LocalWord(language, Phrase(function, argument, Labels.InSentence(Labels.Of(field, language)), language)))]);

    /// <summary>An aggregate of a column of an inner query.</summary>
    public static LocalText Label(AggregateFunction function, decimal? argument, LocalText column, string name) =>
        new([.. new[] { "en", "ko" }.Select(language => new LocalWord(language, Phrase(function, argument, Labels.InSentence(column.Legible(language) ?? Labels.Humanize(name)), language)))]);

    public static LocalText CountLabel(Dataset dataset) =>
        new([.. new[] { "en", "ko" }.Select(language => new LocalWord(language, CountPhrase(Labels.InSentence(Labels.Of(dataset, language)), language)))]);

    public static string Word(AggregateFunction function, string language) => (function, language) switch
    {
        (AggregateFunction.Sum, "ko") => "합계",
        (AggregateFunction.Average, "ko") => "평균",
        (AggregateFunction.Min, "ko") => "최소",
        (AggregateFunction.Max, "ko") => "최대",
        (AggregateFunction.Median, "ko") => "중앙값",
        (AggregateFunction.Percentile, "ko") => "백분위수",
        (AggregateFunction.StandardDeviation, "ko") => "표준편차",
        (AggregateFunction.Count, "ko") => "건수",
        (AggregateFunction.CountDistinct, "ko") => "고유 개수",
        (AggregateFunction.Variance, "ko") => "분산",
        (AggregateFunction.First, "ko") => "첫",
        (AggregateFunction.Last, "ko") => "마지막",
        (AggregateFunction.Sum, _) => "total",
        (AggregateFunction.Average, _) => "average",
        (AggregateFunction.Min, _) => "lowest",
        (AggregateFunction.Max, _) => "highest",
        (AggregateFunction.Median, _) => "median",
        (AggregateFunction.Percentile, _) => "percentile",
        (AggregateFunction.StandardDeviation, _) => "standard deviation",
        (AggregateFunction.Count, _) => "count",
        (AggregateFunction.CountDistinct, _) => "distinct",
        (AggregateFunction.Variance, _) => "variance",
        (AggregateFunction.First, _) => "first",
        (AggregateFunction.Last, _) => "last",
        _ => throw new UnreachableException(function.ToString()),
    };

    private static string Phrase(AggregateFunction function, decimal? argument, string label, string language)
    {
        var word = Word(function, language);
        return (function, language) switch
        {
            (AggregateFunction.Percentile, "ko") => $"{label} {Percent(argument)} {word}",
            (AggregateFunction.Percentile, _) => $"{Percent(argument)} {word} of {label}",
            (AggregateFunction.Count or AggregateFunction.StandardDeviation or AggregateFunction.Variance, not "ko") => $"{word} of {label}",
            (AggregateFunction.Average or AggregateFunction.Min or AggregateFunction.Max or AggregateFunction.First or AggregateFunction.Last, "ko") => $"{word} {label}",
            (_, "ko") => label.EndsWith(word, StringComparison.Ordinal) ? label : $"{label} {word}",
            _ => label.StartsWith($"{word} ", StringComparison.OrdinalIgnoreCase) ? label : $"{word} {label}",
        };
    }

    private static string CountPhrase(string label, string language) => language == "ko" ? $"{label} 수" : $"number of {label}";

    private static string Percent(decimal? argument) => ((argument ?? 0.5m) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
