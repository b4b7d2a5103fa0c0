using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Labels for readings that a person chooses among: as printed, told apart by the fields they use where two would read alike.</summary>
internal static class Choices
{
    public static Seq<ReadingChoice> Label(IReadOnlyList<SemanticQuery> queries, Catalog catalog, string language)
    {
        var printed = queries.Select(q => ReadingPrinter.Print(q, catalog, language)).ToList();
        var labels = printed.Select((text, i) => printed.Count(t => t == text) == 1 ? text : $"{text} ({string.Join(", ", Names(queries[i]).Where(n => queries.Any(q => !Names(q).Contains(n))))})").ToList();
        return labels.Zip(queries, (label, query) => new ReadingChoice(label, query)).ToSeq();
    }

    /// <summary>The catalog's names that a query uses.</summary>
    private static HashSet<string> Names(SemanticQuery query) =>
    [
        .. query.Measures.SelectMany(Names),
        .. query.GroupBy.Select(g => g switch { FieldGrouping field => field.Via is null ? field.Field : $"{field.Field} / {field.Via}", TimeGrouping time => time.Field ?? time.Grain.ToString(), _ => "" }),
        .. Names(query.Where),
    ];

    private static IEnumerable<string> Names(Measure measure) => measure switch
    {
        MetricMeasure metric => [metric.Metric],
        AggregateMeasure aggregate => [aggregate.Field],
        CountMeasure count => [count.Dataset],
        _ => measure.Parts.SelectMany(Names),
    };

    private static IEnumerable<string> Names(Condition? condition) => condition switch
    {
        FieldComparison c => [c.Via is null ? c.Field : $"{c.Field} / {c.Via}"],
        FieldIn c => [c.Via is null ? c.Field : $"{c.Field} / {c.Via}"],
        FieldText c => [c.Field],
        FieldEmpty c => [c.Field],
        FieldPeriod c => [c.Field],
        TermCondition c => [c.Term],
        AllOf c => c.Conditions.SelectMany(Names),
        AnyOf c => c.Conditions.SelectMany(Names),
        Not c => Names(c.Condition),
        _ => [],
    };
}
