using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>The queries that a query is made of.</summary>
internal static class QueriesWithin
{
    /// <summary>The query itself and every one within it, at any depth.</summary>
    public static IEnumerable<SemanticQuery> Of(SemanticQuery query) =>
        Direct(query).SelectMany(Of).Prepend(query);

    private static IEnumerable<SemanticQuery> Direct(SemanticQuery query) =>
    [
        .. query.Over is { } over ? [over] : Seq<SemanticQuery>.Empty,
        .. query.Measures.SelectMany(Within),
        .. query.GroupBy.OfType<QueryGrouping>().Select(g => g.Query),
        .. Within(query.Where),
        .. Within(query.Having),
    ];

    private static IEnumerable<SemanticQuery> Within(Measure measure) =>
        measure is QueryMeasure nested ? [nested.Query] : measure.Parts.SelectMany(Within).Concat(Within(measure.Filter));

    private static IEnumerable<SemanticQuery> Within(Condition? condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Within),
        AnyOf any => any.Conditions.SelectMany(Within),
        Not not => Within(not.Condition),
        RelatedExists related => Within(related.Rows.Where),
        RelatedCount related => Within(related.Rows.Where),
        RelatedEvery related => Within(related.Rows.Where).Concat(Within(related.Among)),
        FieldAgainstMeasure against => [new SemanticQuery { Measures = [against.Measure] }],
        FieldInQuery member => [member.Query],
        _ => [],
    };

    private static IEnumerable<SemanticQuery> Within(MeasureCondition? condition) => condition switch
    {
        MeasuresCompared compared => [new SemanticQuery { Measures = [compared.Left, compared.Right] }],
        AllMeasures all => all.Conditions.SelectMany(Within),
        AnyMeasure any => any.Conditions.SelectMany(Within),
        NotMeasure not => Within(not.Condition),
        _ => [],
    };
}
