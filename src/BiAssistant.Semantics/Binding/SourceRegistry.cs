using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Binds each aggregate call to the rows that it is computed from; equal sets of rows are one source.</summary>
internal sealed class SourceRegistry(BindingSession session, SemanticQuery query, GroupBinder groups)
{
    private static readonly Seq<string> Linear = ["SUM", "AVG", "MIN", "MAX", "MEDIAN", "PERCENTILE", "STDDEV", "FIRST", "LAST"];

    private readonly List<BoundSource> _sources = [];
    private readonly List<Field> _clocks = [];

    public Seq<BoundSource> Sources => _sources.ToSeq();

    public Seq<Field> Clocks => _clocks.ToSeq();

    /// <summary>The call over its source, with groups, filters and period in place; null, and issues, where something cannot be reached.</summary>
    public Formula? Bind(AggregateFormula call, Seq<Condition> own, string measure, bool timeless)
    {
        var source = new SourceBuilder(session, call.Root);
        var conditions = new ConditionBinder(session, source);
        var grouped = groups.In(source, call.Time, measure);
        var rows = source.RootFilters();
        var asked = conditions.Conjuncts(query.Where);
        var period = PeriodFilter(source, conditions, call.Time, measure, timeless);
        var measured = own.Select(c => conditions.Conjuncts(c)).ToList();
        var defined = call.Filters.Select(f => source.Logical(f, call.Root)).ToList();
        var scaled = ScaledField(source, call.Call);
        var bound = Call(source, call.Call, scaled is not null);
        if (grouped is null || rows is null || asked is null || period is null || bound is null || measured.Contains(null) || defined.Contains(null))
        {
            return null;
        }

        Seq<SqlExpression> filters =
        [
            .. rows.Value, .. defined.OfType<SqlExpression>(), .. period.Value, .. asked.Value,
            .. measured.SelectMany(m => m.GetValueOrDefault()),
        ];
        var index = IndexOf(new BoundSource(call.Root.Model.Warehouse ?? "", source.Tree, grouped.Value, filters.Distinct().ToSeq(), source.Reads));
        var aggregate = new SourceAggregate(index, bound);
        return scaled?.Scale is { } scale
            ? new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Multiply, new SqlColumn(null, "stored"), new SqlNumber(scale)), [new FormulaPart("stored", aggregate)])
            : aggregate;
    }

    private int IndexOf(BoundSource source)
    {
        var index = _sources.FindIndex(s => s with { Reads = [] } == source with { Reads = [] });
        if (index < 0)
        {
            _sources.Add(source);
            return _sources.Count - 1;
        }

        _sources[index] = source with { Reads = _sources[index].Reads.AddRange(source.Reads.Except(_sources[index].Reads)) };
        return index;
    }

    private Seq<SqlExpression>? PeriodFilter(SourceBuilder source, ConditionBinder conditions, Field? clock, string measure, bool timeless)
    {
        if (query.Period is not AbsolutePeriod period)
        {
            return [];
        }

        if (timeless || clock is null)
        {
            session.Report(timeless ? session.Issues.Timeless(measure) : session.Issues.NoClock(measure));
            return null;
        }

        if (source.Field(clock) is not { } instant)
        {
            return null;
        }

        if (!_clocks.Contains(clock))
        {
            _clocks.Add(clock);
        }

        return [conditions.Within(instant, period)];
    }

    /// <summary>The scaled field that a linear aggregate is taken of: summed as stored, scaled once.</summary>
    private static Field? ScaledField(SourceBuilder source, SqlAggregate call) =>
        !call.Distinct && Linear.Contains(call.Name) && !call.Arguments.IsEmpty && source.FieldOf(call.Arguments[0]) is { Scale: not null } field ? field : null;

    private static SqlAggregate? Call(SourceBuilder source, SqlAggregate call, bool asStored)
    {
        if (asStored)
        {
            return source.AsStored(call.Arguments[0]) is { } stored
                && call.OrderBy.Select(o => source.Logical(o.Expression, source.Root)).ToList() is var order && !order.Contains(null)
                    ? call with
                    {
                        Arguments = [stored, .. call.Arguments.Skip(1)],
                        OrderBy = call.OrderBy.Zip(order.OfType<SqlExpression>(), (o, e) => o with { Expression = e }).ToSeq(),
                    }
                    : null;
        }

        return (SqlAggregate?)source.Logical(call, source.Root);
    }
}
