using System.Diagnostics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// The periods of an answer that is broken down by one time, the measures' own: from the first to the last that is asked for or that there is data of. Those after today are
/// there only as far as data reaches.
/// </summary>
/// <param name="session">What this binding gathers.</param>
/// <param name="query">What is asked.</param>
/// <param name="answer">Its periods as intervals.</param>
/// <param name="within">The query's rows are what another query asks about.</param>
/// <param name="finer">The periods of the answer that this one is a whole of; null where it is none.</param>
internal sealed class PeriodSpine(BindingSession session, SemanticQuery query, AnswerPeriods answer, bool within, PeriodSpine? finer)
{
    /// <summary>As many periods as rows are shown.</summary>
    private const int MostPeriods = 10_000;

    private readonly Seq<AggregateFormula> _leaves = query.Measures.SelectMany(m => MeasureBinder.FormulasOf(m, session.Catalog)).SelectMany(Formulas.Aggregates).Distinct().ToSeq();
    private readonly bool _isLookedAt = IsLookedAt(query, session.Catalog, within);

    /// <summary>Whether rows of periods without any are needed where the rows are computed: of a whole only where the answer has them.</summary>
    public bool IsInRows => _isLookedAt && Calendar is not null && finer?.IsInRows != false;

    /// <summary>The one calendar that rows go by; null where there is none, or where the periods stand in a field of their own.</summary>
    private BusinessCalendar? Calendar
    {
        get
        {
            if (answer.Column is null || answer.Grain is not { } grain || query.GroupBy.OfType<TimeGrouping>().Count() > 1 || _leaves.IsEmpty)
            {
                return null;
            }

            var calendars = _leaves.Select(l => (l.Time?.Dataset ?? l.Root).Model.Calendar).Distinct().ToList();
            var dated = _leaves.All(l => PeriodFields.For(grain, l.Root, l.Time) is { } clock && !PeriodFields.IsCoded(clock));
            return calendars is [var calendar] && calendar.Computes(grain) && dated && answer.Left is not null ? calendar : null;
        }
    }

    /// <summary>The periods, oldest first; none where only the data can tell them and was not asked. Null, and an issue, where they are needed and too many.</summary>
    public Seq<AnswerPeriod>? All()
    {
        if (Calendar is not { } calendar || answer.Grain is not { } grain || answer.Left is not { } asked)
        {
            return [];
        }

        var end = answer.Clock(calendar).End;
        var extents = session.Context.Extents;
        if ((asked.From ?? extents.Select(e => e.First).Min()) is not { } from)
        {
            session.NeedsExtents |= IsInRows && extents.IsEmpty;
            return [];
        }

        var loaded = answer.Loaded(end);
        var last = asked.To is null ? loaded : loaded > end ? loaded : end;
        var to = asked.To < last ? asked.To.Value : last;
        var periods = new List<AnswerPeriod>();
        for (var start = Periods.Start(from, grain, calendar); start < to; start = Periods.Next(start, grain, calendar))
        {
            if (periods.Count == MostPeriods)
            {
                if (IsInRows)
                {
                    session.Report(session.Issues.TooManyPeriods(OutputNames.Of(query, session.Catalog).Measures[0], MostPeriods));
                }

                return IsInRows ? null : [];
            }

            var next = Periods.Next(start, grain, calendar);
            periods.Add(new AnswerPeriod(start, new AbsolutePeriod(asked.From > start ? asked.From : start, asked.To < next ? asked.To : next)));
        }

        return periods.ToSeq();
    }

    /// <summary>The periods with what a missing row of each means; null where the answer has none.</summary>
    public BoundPeriods? Bind(CalendarNumbers numbers)
    {
        if (Calendar is null || All() is not { } all)
        {
            return null;
        }

        var known = query.Measures.Select(m => (Zero: IsZero(m), Of: Looked(m).Select(l => MeasureBinder.PartsOf(l, session.Catalog)).ToList())).ToList();
        return new BoundPeriods(
            answer.Column!,
            all.Select(p =>
            {
                var reached = known.Select(k => !k.Zero || k.Of.TrueForAll(of => numbers.Reaches(of, p, []))).ToSeq();
                return new BoundPeriod(answer.Literal(p.Start), p.Start, reached.Zip(known, (r, k) => r && k.Zero).ToSeq(), reached);
            }).ToSeq())
        {
            InRows = IsInRows,
            OnlyTold = IsNeverKept(query, session.Catalog),
            AddsUp = known.Select(k => k.Zero).ToSeq(),
            Assumed = session.Context.Extents.IsEmpty,
            IsOpen = answer.Asked.From is null || answer.Asked.To is null,
            LastData = session.Context.Extents.Any(e => e.HoldsOn) ? null : session.Context.Extents.Select(e => e.Last).Max(),
        };
    }

    /// <summary>A change between two times that have none of it is zero as well.</summary>
    private bool IsZero(Measure measure) =>
        measure is ShiftedMeasure { Show: ComparisonShow.Change } change ? MeasureBinder.IsZeroWhenEmpty(change.Inner, session.Catalog) : MeasureBinder.IsZeroWhenMissing(measure, session.Catalog);

    /// <summary>What there has to be data of for a measure to be zero: for a change, of both its times.</summary>
    private static Seq<Measure> Looked(Measure measure) => measure is ShiftedMeasure { Show: ComparisonShow.Change } change ? [change.Inner, change] : [measure];

    /// <summary>
    /// Whether anything looks at the rows of a query before they are shown: another query, a condition, a cut, numbers across groups, or arithmetic over numbers that may be zero, a change
    /// within another number included. Where its condition keeps no group without rows, nothing does but what looks across.
    /// </summary>
    public static bool IsLookedAt(SemanticQuery query, Catalog catalog, bool within) =>
        query.GroupBy.Any(g => g is TimeGrouping)
        && (LooksAcross(query) || ((within || query.Top is not null || query.Having is not null) && !IsNeverKept(query, catalog)));

    private static bool LooksAcross(SemanticQuery query) => query.Measures.Concat(Compared(query.Having)).Any(LooksAcross);

    private static bool LooksAcross(Measure measure) => measure is GroupMeasure or MemberMeasure or ArithmeticMeasure || measure.Parts.Any(p => IsChange(p) || LooksAcross(p));

    private static bool IsChange(Measure measure) => measure is ShiftedMeasure { Show: not ComparisonShow.Value };

    private static IEnumerable<Measure> Compared(MeasureCondition? condition) => condition switch
    {
        MeasuresCompared compared => [compared.Left, compared.Right],
        AllMeasures all => all.Conditions.SelectMany(Compared),
        AnyMeasure any => any.Conditions.SelectMany(Compared),
        NotMeasure not => Compared(not.Condition),
        null or MeasureComparison => [],
        _ => throw new UnreachableException(condition.GetType().Name),
    };

    /// <summary>Whether no group without rows meets the condition on the only number, so that none is needed to be told: of none, more than a hundred is never true.</summary>
    private static bool IsNeverKept(SemanticQuery query, Catalog catalog)
    {
        if (query.Having is null || query.Measures.Count > 1 || LooksAcross(query))
        {
            return false;
        }

        var names = OutputNames.Of(query, catalog).Measures;
        return !MayKeep(query.Having);

        bool MayKeep(MeasureCondition condition) => condition switch
        {
            MeasureComparison c => query.Measures.Zip(names).FirstOrDefault(m => m.Second == c.Measure).First is not (MetricMeasure or AggregateMeasure or CountMeasure) and not null
                || Holds(query.Measures.Zip(names).First(m => m.Second == c.Measure).First, c),
            AllMeasures c => c.Conditions.All(MayKeep),
            AnyMeasure c => c.Conditions.Any(MayKeep),
            MeasuresCompared or NotMeasure => true,
            _ => throw new UnreachableException(condition.GetType().Name),
        };

        bool Holds(Measure measure, MeasureComparison c) =>
            MeasureBinder.IsZeroWhenMissing(measure, catalog)
                ? c.Operator switch
                {
                    ComparisonOperator.Equal => 0 == c.Value,
                    ComparisonOperator.NotEqual => 0 != c.Value,
                    ComparisonOperator.Less => 0 < c.Value,
                    ComparisonOperator.LessOrEqual => 0 <= c.Value,
                    ComparisonOperator.Greater => 0 > c.Value,
                    ComparisonOperator.GreaterOrEqual => 0 >= c.Value,
                    _ => throw new UnreachableException(c.Operator.ToString()),
                }
                : measure is MetricMeasure { Metric: var name } && catalog.FindMetric(name)?.Formula is not AggregateFormula;
    }
}
