using System.Diagnostics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Where names end: a canonical query becomes objects, chosen ways and access filters, or issues that say why not. It is the judge of every reading: what
/// does not bind was not meant.
/// </summary>
public sealed class Binder(Catalog catalog)
{
    private readonly JoinGraph _graph = new(catalog);

    /// <summary>Binds a canonical query; gives every issue at once.</summary>
    public Outcome<BoundQuery> Bind(SemanticQuery query, BindingContext context) => Bind(query, context, datesYears: false, within: false);

    /// <summary>Binds a query whose rows another one asks about.</summary>
    internal Outcome<BoundQuery> BindWithin(SemanticQuery query, BindingContext context) => Bind(query, context, datesYears: false, within: true);

    private Outcome<BoundQuery> Bind(SemanticQuery query, BindingContext context, bool datesYears, bool within)
    {
        var session = new BindingSession(catalog, _graph, context, this) { Period = query.Period };
        if (UnplannedForms.In(query, context.Language) is { IsEmpty: false } unplanned)
        {
            return Outcome<BoundQuery>.Failed(unplanned);
        }

        if (query.Listing is { } listing)
        {
            var rows = new ListingBinder(session, query, listing).Bind();
            return rows is null || !session.Reported.IsEmpty ? Outcome<BoundQuery>.Failed(session.Reported) : Outcome<BoundQuery>.Of(rows, session.Notes);
        }

        if (query.Measures.IsEmpty)
        {
            return Outcome<BoundQuery>.Failed(session.Issues.NothingAsked());
        }

        var inner = query.Over is { } over ? session.Nested(over) : null;
        if (query.Over is not null && inner is null)
        {
            return Outcome<BoundQuery>.Failed(session.Reported);
        }

        return ComparedMeasures.In(query, catalog) is { } numbers
            ? BindNumbers(query, numbers, session, inner, datesYears, within)
            : Outcome<BoundQuery>.Failed(session.Issues.PeriodsNotMatched());
    }

    /// <param name="query">The canonical query.</param>
    /// <param name="said">The same with every number that it asks for.</param>
    /// <param name="session">What this binding gathers.</param>
    /// <param name="inner">The query whose rows are asked about; null where they are the business's own.</param>
    /// <param name="datesYears">Whether years that are kept as numbers become dates.</param>
    /// <param name="within">Whether its rows are what another query asks about.</param>
    private Outcome<BoundQuery> BindNumbers(SemanticQuery query, SemanticQuery said, BindingSession session, BoundQuery? inner, bool datesYears, bool within)
    {
        var names = OutputNames.Of(said, catalog);
        var results = inner is null ? null : new InnerColumns(inner);
        var groups = new GroupBinder(session, said.GroupBy, names.Groups, datesYears, results);
        if (groups.Columns() is not { } columns)
        {
            return Outcome<BoundQuery>.Failed(session.Reported);
        }

        var found = new SourceList();
        var scope = new MeasureScope(session, said, groups, found, results, within) { Compares = query.Compare is not null };
        var binder = new MeasureBinder(session, scope);
        var measures = said.Measures.Zip(names.Measures, (measure, name) => binder.Bind(measure, name)).OfType<BoundMeasure>().Select(m => AsCounted(m, found.Sources)).ToSeq();
        var conditions = new HavingBinder(said.Measures, names, binder);
        var having = said.Having is { } condition ? conditions.Bind(condition) : null;
        if (groups.PeriodsDiffer && !datesYears)
        {
            return Bind(query, session.Context, datesYears: true, within);
        }

        var hidden = measures.IsEmpty ? conditions.Hidden : conditions.Hidden.AddRange(Groups(said, measures.AddRange(conditions.Hidden), found, binder));
        var periods = scope.Spine.Bind(scope.Numbers);
        new DisprovedClaims(session).Judge(found.Sources, said.Period);
        return session.Reported.IsEmpty
            ? Outcome<BoundQuery>.Of(
                new BoundQuery(query, groups.Typed(columns), found.Sources, measures, having, Order(said, columns, measures), said.Top, Facts(said, session, found, binder, inner))
                {
                    Hidden = hidden,
                    Inner = inner,
                    InnerGroups = groups.OverInner(),
                    Nested = session.Numbers,
                    Periods = periods,
                },
                session.Notes)
            : Outcome<BoundQuery>.Failed(session.Reported);
    }

    private static BindingFacts Facts(SemanticQuery query, BindingSession session, SourceList found, MeasureBinder binder, BoundQuery? inner)
    {
        var period = query.Period as AbsolutePeriod;
        return new BindingFacts(
            period ?? inner?.Facts.Period,
            found.Clocks.AddRange(inner?.Facts.PeriodFields ?? []),
            (period is not null && Periods.IsRunning(period, session.Context.Now)) || inner?.Facts.Incomplete == true,
            session.DefaultFilters,
            session.Assumptions,
            session.Notes,
            binder.Metrics.AddRange(session.NestedMetrics.Except(binder.Metrics)),
            session.Touched)
        {
            NeedsExtents = session.NeedsExtents,
        };
    }

    /// <summary>What the data must be asked before this query can be bound: from when to when there is any. Null when it need not be asked, or cannot be.</summary>
    public BoundExtents? Extents(SemanticQuery query, BindingContext context) =>
        Formulas(query).Any(BoundExtents.LooksElsewhere) || QueriesWithin.Of(query).Any(q => PeriodSpine.IsLookedAt(q, catalog, !ReferenceEquals(q, query))) ? DataOf(query, context) : null;

    /// <summary>The question to the data from when to when there is any, asked or not; null where no number of the query goes by a clock.</summary>
    public BoundExtents? DataOf(SemanticQuery query, BindingContext context) => BoundExtents.Of(query, new BindingSession(catalog, _graph, context, this), Formulas(query));

    private IEnumerable<Formula> Formulas(SemanticQuery query) => Computed(query, catalog).SelectMany(m => MeasureBinder.FormulasOf(m, catalog));

    /// <summary>Whether the data may have to be asked before a query can be bound: whether it looks at other periods than its own, or at periods without rows.</summary>
    public static bool ComparesTimes(SemanticQuery query, Catalog catalog) =>
        QueriesWithin.Of(query).Any(q => q.Compare is not null || PeriodSpine.IsLookedAt(q, catalog, !ReferenceEquals(q, query)))
        || Computed(query, catalog).Any(m => MeasureTimes.LooksElsewhere(m) || MeasureBinder.FormulasOf(m, catalog).Any(BoundExtents.LooksElsewhere));

    /// <summary>Every measure that has to be computed, in the query or within it.</summary>
    private static IEnumerable<Measure> Computed(SemanticQuery query, Catalog catalog) => QueriesWithin.Of(ComparedMeasures.In(query, catalog) ?? query).SelectMany(q => q.Measures);

    /// <summary>What counts in several groups adds up to no whole; what counts in parts is no whole number.</summary>
    private static BoundMeasure AsCounted(BoundMeasure measure, Seq<BoundSource> sources)
    {
        var joins = SourcesOf(measure.Formula).Select(s => sources[s].Joins).ToList();
        var parts = joins.Exists(j => j.IsShared);
        return measure with
        {
            Additive = measure.Additive && !joins.Exists(j => j.CountsInEach),
            Type = parts ? SqlType.Unknown : measure.Type,
            Format = parts && measure.Format == ValueFormat.Integer ? ValueFormat.Number : measure.Format,
        };
    }

    /// <summary>Where every number covers several groups, the first one that does says by what it counts which groups there are.</summary>
    private static Seq<BoundMeasure> Groups(SemanticQuery query, Seq<BoundMeasure> measures, SourceList found, MeasureBinder binder) =>
        query.Over is not null || measures.SelectMany(m => SourcesOf(m.Formula)).Any(s => found.Sources[s].GroupedBy.Count == binder.Grain.Count)
            ? []
            : query.Measures.SelectMany(Counted).Take(1).Select((m, i) => binder.Bind(m, $"group_{i + 1}")).OfType<BoundMeasure>().ToSeq();

    private static IEnumerable<Measure> Counted(Measure measure) => measure is OverallMeasure whole ? [whole.Inner] : measure.Parts.SelectMany(Counted);

    private static IEnumerable<int> SourcesOf(Formula formula) => formula switch
    {
        SourceAggregate aggregate => [aggregate.Source],
        AcrossGroups across => SourcesOf(across.Of),
        ExpressionFormula expression => expression.Parts.SelectMany(p => SourcesOf(p.Formula)),
        CalendarNumber or InnerAggregate or NestedNumber => [],
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    /// <summary>The asked order, else time, else the first measure from the highest; then labels and keys, so that equal rows never change places.</summary>
    private static Seq<BoundOrder> Order(SemanticQuery query, Seq<BoundGroup> groups, Seq<BoundMeasure> measures)
    {
        var time = groups.FirstOrDefault(g => g.Role == GroupRole.Time);
        var first = query.OrderBy.IsEmpty
            ? [time is null ? new BoundOrder(measures[0].Name, Descending: true) : new BoundOrder(time.Name, Descending: false)]
            : query.OrderBy.Select(o => new BoundOrder(o.By, o.Descending)).ToSeq();
        return groups.IsEmpty
            ? []
            : first.AddRange(groups.Where(g => first.All(o => o.Name != g.Name)).Select(g => new BoundOrder(g.Name, Descending: false)));
    }
}
