using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>
/// Measures with their names resolved: parts have no name of their own, a filter around a measure of another measure stands at what it narrows, and a wrapper
/// that changes nothing is gone.
/// </summary>
/// <param name="scope">What all parts share.</param>
/// <param name="conditions">For the measures' own filters.</param>
/// <param name="groupings">For groupings that measures name.</param>
/// <param name="groups">What the query is broken down by, canonical.</param>
/// <param name="period">The query's own; null means all data.</param>
/// <param name="inner">The columns of the inner query; null when there is none.</param>
internal sealed class CanonicalMeasures(
    CanonicalScope scope, CanonicalConditions conditions, CanonicalGroupings groupings, Seq<Grouping> groups, AbsolutePeriod? period, CanonicalOutputs? inner)
{
    internal Measure Of(Measure measure)
    {
        if (measure.As is { } name && string.IsNullOrWhiteSpace(name))
        {
            scope.Report("empty_name", "The name of an output column is empty.");
        }

        return measure switch
        {
            MetricMeasure metric => Filtered(metric with { Metric = scope.Names.Metric(metric.Metric)?.Name ?? metric.Metric }),
            AggregateMeasure aggregate => Filtered(Of(aggregate)),
            CountMeasure count => Filtered(count with { Dataset = scope.Names.Dataset(count.Dataset) is { } dataset ? scope.Catalog.NameOf(dataset) : count.Dataset }),
            ArithmeticMeasure arithmetic => arithmetic with { Left = Part(arithmetic.Left), Right = Part(arithmetic.Right), Filter = conditions.Of(arithmetic.Filter) },
            ConstantMeasure constant => constant with { Value = CanonicalLiterals.Of(constant.Value), Filter = null },
            QueryMeasure nested => OfQuery(nested),
            ColumnMeasure column => OfInner(column with { Column = inner?.Renamed(column.Column) ?? column.Column, Argument = Exact(column.Argument) }),
            RowsMeasure rows => OfInner(rows),
            WrappedMeasure { Filter: { } filter } wrapped => Of(wrapped with { Filter = null, Inner = Narrowed(wrapped.Inner, filter) }),
            WrappedMeasure wrapped => Needed(Wrapped(wrapped with { Inner = Part(wrapped.Inner) })),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A measure inside another has no name of its own.</summary>
    internal Measure Part(Measure part) => Of(part) with { As = null };

    private Measure Filtered(Measure measure)
    {
        if (inner is not null)
        {
            scope.Report("not_in_outer", "A query over another computes with the inner query's columns; what is counted or added up there belongs to the inner query.", null, inner.All);
        }

        return measure with { Filter = conditions.Of(measure.Filter) };
    }

    private AggregateMeasure Of(AggregateMeasure aggregate)
    {
        var field = scope.Names.Field(aggregate.Field);
        var by = aggregate.By is { } time ? scope.Names.Field(time) : null;
        return aggregate with
        {
            Field = field is null ? aggregate.Field : scope.Catalog.NameOf(field),
            Argument = Exact(aggregate.Argument),
            By = by is null ? aggregate.By : ReferenceEquals(by, field?.Dataset.DefaultTime) ? null : scope.Catalog.NameOf(by),
        };
    }

    private QueryMeasure OfQuery(QueryMeasure nested)
    {
        var (query, _) = CanonicalQuery.Inside(nested.Filter is { } filter ? Narrowed(nested.Query, filter) : nested.Query, scope);
        if (query.Measures.Count != 1 || !query.GroupBy.IsEmpty)
        {
            scope.Report("not_one_number", "A nested query stands for a number only where it has one number and no groupings.");
        }

        return nested with { Query = query, Filter = null };
    }

    private Measure OfInner(Measure column)
    {
        if (inner is null)
        {
            scope.Report("column_without_inner", $"There is no inner query that {(column is ColumnMeasure { Column: var name } ? $"\"{name}\" could be a column of" : "has rows to count")}.");
        }

        if (column.Filter is not null)
        {
            scope.Report("belongs_inside", "A condition on the rows that a nested query counts belongs to that query.");
        }

        if (column is ColumnMeasure { Function: not (AggregateFunction.Count or AggregateFunction.CountDistinct), Column: var amounts }
            && inner?.UnitsOf(amounts).FirstOrDefault(u => !groups.Contains(new ColumnGrouping(u))) is { } unit)
        {
            scope.Report("mixed_units", $"The amounts are in several units, which do not add up: break the answer down by \"{unit}\" too.", amounts, [unit]);
        }

        return column with { Filter = null };
    }

    /// <summary>What a wrapper names besides the measure inside it.</summary>
    private WrappedMeasure Wrapped(WrappedMeasure wrapped)
    {
        switch (wrapped)
        {
            case ShiftedMeasure shifted:
                return shifted with { By = Of(shifted.By ?? FinestTime()) };
            case RollingMeasure { Take: WindowTake.Average } rolling:
                Of(rolling.Window);
                return rolling;
            case RollingMeasure rolling:
                return rolling with { Window = Of(rolling.Window) ?? rolling.Window };
            case PeriodMeasure within:
                var absolute = new CanonicalPeriods(scope, scope.CalendarOf(new SemanticQuery { Measures = [within.Inner] })).Of(within.Period);
                return within with { Period = absolute };
            case GroupMeasure group:
                var kept = new CanonicalUnits(scope.Catalog, scope.Issues).Kept(group.Inner, groups);
                return group with { Within = Known([.. group.Within, .. kept], group is ShareMeasure or RankMeasure) };
            case MemberMeasure member:
                Seq<Grouping> other = [member.Group];
                return member with { Group = Known(other, false)[0], Member = CanonicalLiterals.Of(member.Member) };
            case RunningMeasure or ToDateMeasure:
                return wrapped;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The measure inside, where nothing is changed around it; the inner one of two periods holds.</summary>
    private Measure Needed(Measure measure) => measure switch
    {
        OverallMeasure { Inner: var same, Within: var within } when within.Count == groups.Distinct().Count() => same with { As = measure.As },
        MemberAverageMeasure { Inner: var same, Within: var within } when within.Count == groups.Distinct().Count() => same with { As = measure.As },
        PeriodMeasure { Inner: PeriodMeasure first } => first with { As = measure.As },
        PeriodMeasure { Inner: var same, Period: var own } when own == (period ?? new AbsolutePeriod(null, null)) && !groups.Any(g => g is TimeGrouping) => same with { As = measure.As },
        _ => measure,
    };

    /// <summary>Groupings that a measure looks within: each must be one of the query's.</summary>
    private Seq<Grouping> Known(Seq<Grouping> within, bool needsOthers)
    {
        var named = within.Select(groupings.Of).Distinct().ToList();
        foreach (var unknown in named.Where(g => !groups.Contains(g)))
        {
            scope.Report("unknown_grouping", $"The answer is not broken down by {SemanticQueryJson.Write(unknown)}, so nothing can be told within it.");
        }

        if (needsOthers && named.Count >= groups.Distinct().Count())
        {
            scope.Report("share_of_itself", "A share or a rank needs other groups to be told against: say what the numbers are broken down by, one grouping more than they are told within.");
        }

        return CanonicalColumns.Sorted(named);
    }

    private Span? FinestTime()
    {
        var times = groups.OfType<TimeGrouping>().OrderBy(t => Days(t.Grain)).ToList();
        if (times.Count == 0)
        {
            scope.Report("shift_without_time", "Say how much earlier, or break the answer down by time.");
        }

        return times.Count == 0 ? null : new Span(1, times[0].Grain);
    }

    /// <summary>Twelve months are a year, but an average of twelve months is none of one year.</summary>
    private Span? Of(Span? span)
    {
        if (span is { Count: < 1 })
        {
            scope.Report("empty_span", "A number of periods must be at least 1.");
        }

        return span switch
        {
            { Grain: TimeGrain.Month, Count: var n } when n % 12 == 0 => new Span(n / 12, TimeGrain.Year),
            { Grain: TimeGrain.Quarter, Count: var n } when n % 4 == 0 => new Span(n / 4, TimeGrain.Year),
            { Grain: TimeGrain.FiscalMonth, Count: var n } when n % 12 == 0 => new Span(n / 12, TimeGrain.FiscalYear),
            { Grain: TimeGrain.FiscalQuarter, Count: var n } when n % 4 == 0 => new Span(n / 4, TimeGrain.FiscalYear),
            _ => span,
        };
    }

    private static decimal? Exact(decimal? number) => number is { } given ? CanonicalLiterals.Of(given) : null;

    private static Measure Narrowed(Measure measure, Condition filter) => measure with { Filter = measure.Filter is { } own ? new AllOf([own, filter]) : filter };

    private static SemanticQuery Narrowed(SemanticQuery query, Condition filter) =>
        query.Over is { } inner ? query with { Over = Narrowed(inner, filter) } : query with { Where = query.Where is { } own ? new AllOf([own, filter]) : filter };

    private static int Days(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => 0,
        TimeGrain.Day => 1,
        TimeGrain.Week => 7,
        TimeGrain.Month or TimeGrain.FiscalMonth => 30,
        TimeGrain.Quarter or TimeGrain.FiscalQuarter => 91,
        TimeGrain.Year or TimeGrain.FiscalYear => 365,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
