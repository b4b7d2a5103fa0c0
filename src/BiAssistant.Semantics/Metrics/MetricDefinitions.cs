using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// The metrics of a catalog by what they compute, so that a number put together in a question is the one that the business has a name for: the cancelled part of
/// the bookings, divided by all of them, is their cancellation rate.
/// </summary>
public sealed class MetricDefinitions(Catalog catalog)
{
    private readonly Lazy<Dictionary<Formula, Metric>> _metrics = new(() => Read(catalog));

    /// <summary>The metric that computes just this; null when the catalog has none that everybody may see and that is agreed. Of several, a certified one.</summary>
    public Metric? Of(Measure measure) =>
        measure.As is null && Expanded(measure) is { } formula && _metrics.Value.GetValueOrDefault(Normal(formula, catalog)) is { } metric && IsShownAs(measure, metric) ? metric : null;

    private static Dictionary<Formula, Metric> Read(Catalog catalog)
    {
        var metrics = new Dictionary<Formula, Metric>();
        foreach (var metric in catalog.Metrics
            .Where(m => m is { Unsupported: null, Timeless: false, IndexTo: null, Access.IsEmpty: true, Status: not (MetricStatus.Draft or MetricStatus.Deprecated) })
            .OrderByDescending(m => m.Status == MetricStatus.Certified))
        {
            metrics.TryAdd(Normal(metric.Formula, catalog), metric);
        }

        return metrics;
    }

    /// <summary>A part of a whole is told in percent, and so must be the metric.</summary>
    private static bool IsShownAs(Measure measure, Metric metric) => measure is not ArithmeticMeasure part || part.IsPartOfWhole == (metric.Format == ValueFormat.Percent);

    /// <summary>What a measure computes; null where no metric could compute it.</summary>
    private Formula? Expanded(Measure measure) => measure switch
    {
        MetricMeasure { Filter: null } m => catalog.FindMetric(m.Metric)?.Formula,
        MetricMeasure { Filter: { } filter } m => catalog.FindMetric(m.Metric)?.Formula is AggregateFormula { Selection: null } formula && Said(filter) is { } said ? formula with { Filters = formula.Filters.Add(said) } : null,
        AggregateMeasure { Filter: null } or CountMeasure { Filter: null } => MeasureBinder.FormulasOf(measure, catalog).FirstOrDefault(),
        ArithmeticMeasure { Filter: null, Operator: MeasureOperator.Divide } m => Expanded(m.Left) is { } left && Expanded(m.Right) is { } right
            ? new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "left"), new SqlColumn(null, "right")), [new FormulaPart("left", left), new FormulaPart("right", right)])
            : null,
        ShiftedMeasure { Filter: null, Show: var show } m => Expanded(m.Inner) is { } now && MeasureTimes.Operator(m) is { } earlier ? Compared(m.Inner, now, earlier, show) : null,
        RollingMeasure { Take: WindowTake.Average } or PeriodMeasure => null,
        WrappedMeasure { Filter: null } m => MeasureTimes.Operator(m) is { } gathered && Expanded(m.Inner) is { } of ? new PeriodFormula(gathered, of) : null,
        _ => null,
    };

    private Formula Compared(Measure inner, Formula now, PeriodOperator earlier, ComparisonShow show)
    {
        var known = new KnownFormula(now);
        return ComparisonMetric.Compared((now, known), (new PeriodFormula(earlier, now), new PeriodFormula(earlier, known)), show, MeasureBinder.IsZeroWhenMissing(inner, catalog));
    }

    /// <summary>A condition as a metric's filter would say it; null where only a query can.</summary>
    private static SqlExpression? Said(Condition condition) => condition switch
    {
        FieldIn { Via: null } m => new SqlInList(Column(m.Field), m.Values.Select(v => (SqlExpression)v).ToSeq(), m.Negated),
        FieldComparison { Via: null, Operator: ComparisonOperator.Equal } m => new SqlInList(Column(m.Field), [m.Value]),
        FieldEmpty { Via: null } m => new SqlIsNull(Column(m.Field), m.Negated),
        _ => null,
    };

    private static SqlColumn Column(string field) => field.LastIndexOf('.') is > 0 and var dot ? new SqlColumn(field[..dot], field[(dot + 1)..]) : new SqlColumn(null, field);

    /// <summary>The one way to write a formula: parts by their place, fields by their shortest name, filters apart and in order.</summary>
    private static Formula Normal(Formula formula, Catalog catalog) => formula switch
    {
        AggregateFormula m => m with
        {
            Call = (SqlAggregate)Normal(m.Call, catalog),
            Filters = m.Filters.SelectMany(Apart).Select(f => Normal(f, catalog)).Distinct().OrderBy(f => f.ToString(), StringComparer.Ordinal).ToSeq(),
            ZeroWhenMissing = false,
        },
        PeriodFormula m => new PeriodFormula(m.Operator is Earlier { Offset: { Unit: SqlTimeUnit.Month, Amount: var months } } && months % 12 == 0 ? new Earlier(new SqlInterval(months / 12, SqlTimeUnit.Year)) : m.Operator, Normal(m.Of, catalog)),
        KnownFormula m => new KnownFormula(Normal(m.Of, catalog)),
        ExpressionFormula m => new ExpressionFormula(
            m.Expression.Rewrite(e => e is SqlColumn { Table: null } part && m.Parts.ToList().FindIndex(p => p.Name == part.Name) is >= 0 and var at ? Part(at) : null),
            m.Parts.Select((p, at) => new FormulaPart(Part(at).Name, Normal(p.Formula, catalog))).ToSeq()),
        _ => formula,
    };

    private static SqlColumn Part(int place) => new(null, FormattableString.Invariant($"part {place + 1}"));

    private static IEnumerable<SqlExpression> Apart(SqlExpression filter) =>
        filter is SqlBinary { Operator: SqlBinaryOperator.And } and ? Apart(and.Left).Concat(Apart(and.Right)) : [filter];

    private static SqlExpression Normal(SqlExpression expression, Catalog catalog) => expression.Rewrite(e => e switch
    {
        SqlColumn { Table: { } table } column when catalog.FindField($"{table}.{column.Name}") is { } field => new SqlColumn(catalog.NameOf(field.Dataset), field.Name),
        SqlBinary { Operator: SqlBinaryOperator.Equal, Left: SqlColumn column, Right: SqlLiteral value } => new SqlInList(column, [value]),
        SqlInList list => list with { Items = list.Items.Distinct().OrderBy(i => i.ToString(), StringComparer.Ordinal).ToSeq() },
        _ => null,
    });
}
