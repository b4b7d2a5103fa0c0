using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Which date a period is about, where the numbers asked for go by none and the catalog leaves it open.</summary>
internal static class Clocks
{
    public static string Question(string language, int dates) => (language, dates) switch
    {
        ("ko", 1) => "기준 날짜가 정해져 있지 않습니다. 이 날짜를 기준으로 할까요?",
        ("ko", _) => "기준 날짜가 정해져 있지 않습니다. 어느 날짜를 기준으로 할까요?",
        (_, 1) => "No date is set for this to go by. Do you mean this one?",
        _ => "No date is set for this to go by. Which date do you mean?",
    };

    /// <summary>The date that the breakdown is about, or that a verb speaks of: most likely the period is about it too; null when none is said.</summary>
    public static Field? Said(SemanticQuery query, Catalog catalog) =>
        query.GroupBy.Select(g => g switch { TimeGrouping { Field: { } time } => catalog.FindField(time), FieldGrouping { Via: null } group => catalog.FindField(group.Field), _ => null })
            .Concat(Parts(query.Where).Select(c => c switch { FieldEmpty { Negated: true, Via: null } known => catalog.FindField(known.Field), FieldPeriod { Via: null } dated => catalog.FindField(dated.Field), _ => null }))
            .FirstOrDefault(f => f?.Type.IsTemporal == true);

    private static Seq<Condition> Parts(Condition? where) => where is AllOf all ? all.Conditions : where is null ? [] : [where];

    /// <summary>The dates of the rows that the numbers are made of; none when they are made of rows of several kinds, or some go by a date already.</summary>
    public static IEnumerable<Field> Of(SemanticQuery query, GrammarContext grammar)
    {
        var roots = query.Measures.SelectMany(m => Roots(m, grammar)).Distinct().ToList();
        return roots is [{ DefaultTime: null } root] && query.Measures.All(m => !HasClock(m, grammar.Catalog))
            ? Said(query, grammar.Catalog) is { } said ? [said] : root.Fields.Where(f => !f.Hidden && f.Type.IsTemporal)
            : [];
    }

    /// <summary>The query with its period and its periods' grain on this date.</summary>
    public static SemanticQuery Take(SemanticQuery query, Field clock, Catalog catalog)
    {
        var name = catalog.NameOf(clock);
        Condition? within = query.Period is { } period ? new FieldPeriod(name, period) : null;
        return query with
        {
            Period = null,
            Where = within is null ? query.Where : query.Where is { } where ? new AllOf([where, within]) : within,
            GroupBy = query.GroupBy.Select(g => g is TimeGrouping { Field: null } time ? time with { Field = name } : g).ToSeq(),
        };
    }

    private static IEnumerable<Dataset> Roots(Measure measure, GrammarContext grammar) => measure switch
    {
        MetricMeasure metric when grammar.Catalog.FindMetric(metric.Metric) is { } known => grammar.RootsOf(grammar.Of(known)),
        AggregateMeasure aggregate when grammar.Catalog.FindField(aggregate.Field) is { } field => [field.Dataset],
        CountMeasure count when grammar.Catalog.FindDataset(count.Dataset) is { } dataset => [dataset],
        ArithmeticMeasure arithmetic => Roots(arithmetic.Left, grammar).Concat(Roots(arithmetic.Right, grammar)),
        _ => [],
    };

    private static bool HasClock(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure metric => catalog.FindMetric(metric.Metric) is { } known && (known.Timeless || GrammarContext.ClocksOf(known).Any()),
        ArithmeticMeasure arithmetic => HasClock(arithmetic.Left, catalog) || HasClock(arithmetic.Right, catalog),
        _ => false,
    };
}
