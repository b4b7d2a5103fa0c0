using System.Diagnostics;
using System.Numerics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>Numbers that follow from the calendar alone: how much of a period has passed, and whether data reaches into it.</summary>
internal sealed class CalendarNumbers(BindingSession session, AnswerPeriods periods, PeriodSpine spine)
{
    /// <summary>One side of the share of the whole period that lies before tomorrow; nothing where none of it does.</summary>
    public CalendarNumber? Elapsed(ElapsedFormula elapsed, Seq<PeriodOperator> operators, string measure)
    {
        var calendar = CalendarOf(elapsed.Of);
        var clock = periods.Clock(calendar);
        return Numbers(calendar, operators, measure, 1, interval =>
            AnswerPeriods.Map(interval, operators.Add(new Whole()), clock) is { From: { } from, To: { } to }
                ? Side(elapsed.Whole, from, to, clock.End)
                : null);
    }

    /// <summary>Zero in each period of the answer, with rows or without, where the interval of any part reaches into its data, else nothing.</summary>
    public CalendarNumber? Known(Formula of, Seq<PeriodOperator> operators, string measure)
    {
        if (spine.IsInRows)
        {
            return spine.All() is { } rows
                ? new CalendarNumber(periods.Column, rows.Where(p => !Reaches(of, p, operators)).Select(p => new PeriodNumber(periods.Literal(p.Start), null)).ToSeq(), 0)
                : null;
        }

        var calendar = CalendarOf(of);
        var clock = periods.Clock(calendar);
        return Numbers(calendar, operators, measure, 0, interval => ReachesData(of, interval, operators, clock) ? 0 : null);
    }

    /// <summary>Zero where the interval has begun, nothing where it has not and what lies before now is all that counts; null where all of the answer have begun.</summary>
    public CalendarNumber? Begun(Formula of, Seq<PeriodOperator> operators, string measure)
    {
        var calendar = CalendarOf(of);
        var clock = periods.Clock(calendar);
        var stock = of is AggregateFormula { Selection: ValidRows };
        var begun = periods.Column is null ? null : Numbers(calendar, operators, measure, 0, interval =>
            AnswerPeriods.HasNotBegun(interval, operators, clock) || (stock && AnswerPeriods.Map(interval, operators, clock)?.From >= clock.End) ? null : 0);
        return begun is { Exceptions.IsEmpty: false } ? begun : null;
    }

    /// <summary>Whether there can be data of a formula in a period of the answer.</summary>
    public bool Reaches(Formula of, AnswerPeriod period, Seq<PeriodOperator> operators)
    {
        var clock = periods.Clock(CalendarOf(of));
        return period.Start < periods.Loaded(clock.End) && ReachesData(of, period.Interval, operators, clock);
    }

    /// <summary>How many parts of a window reach into the data of a formula; nothing where none does.</summary>
    public CalendarNumber? PartsOf(Span window, Formula of, Seq<PeriodOperator> operators, string measure)
    {
        var calendar = CalendarOf(of);
        var clock = periods.Clock(calendar);
        return Numbers(calendar, operators, measure, window.Count, interval =>
            Enumerable.Range(0, window.Count).Count(place => ReachesData(of, interval, operators.Add(new WindowPart(window.Grain, place)), clock)) is > 0 and var parts ? parts : null);
    }

    private CalendarNumber? Numbers(BusinessCalendar calendar, Seq<PeriodOperator> operators, string measure, decimal usual, Func<AbsolutePeriod, decimal?> number)
    {
        if (periods.All(calendar, endsWithNow: false, operators.Any(o => o.IsFixed), measure) is not { } all)
        {
            return null;
        }

        return periods.Column is null
            ? new CalendarNumber(null, [], number(periods.Asked))
            : new CalendarNumber(
                periods.Column,
                all.Select(p => new PeriodNumber(periods.Literal(p.Start), number(p.Interval))).Where(p => p.Value != usual).ToSeq(),
                usual);
    }

    private bool ReachesData(Formula formula, AbsolutePeriod interval, Seq<PeriodOperator> operators, IntervalClock clock) => formula switch
    {
        AggregateFormula leaf => AnswerPeriods.Map(interval, operators, clock) is { } mapped
            && (session.Context.Extents.FirstOrDefault(e => e.Root == leaf.Root.Id && e.Clock == leaf.Time?.Id) is not { } data || Meet(mapped, data, holdsOn: leaf.Selection is ValidRows)),
        PeriodFormula { Operator: Fixed } => false,
        PeriodFormula period => ReachesData(period.Of, interval, operators.Add(period.Operator), clock),
        ExpressionFormula expression => expression.Parts.Any(p => ReachesData(p.Formula, interval, operators, clock)),
        KnownFormula or ElapsedFormula => false,
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    /// <param name="holdsOn">What is counted holds on after the last row, whatever else goes by the same clock.</param>
    private static bool Meet(AbsolutePeriod interval, DataExtent data, bool holdsOn) =>
        !(interval.From >= interval.To) && data is not { First: null, Last: null } && (interval.To is null || data.First is null || data.First < interval.To) && (interval.From is null || data.Last is null || holdsOn || interval.From <= data.Last);

    private static decimal? Side(bool isWhole, DateTime from, DateTime to, DateTime end)
    {
        if (end <= from)
        {
            return null;
        }

        var (passed, whole) = ((Earlier(end, to) - from).Ticks, (to - from).Ticks);
        return (isWhole ? whole : passed) / (decimal)BigInteger.GreatestCommonDivisor(passed, whole);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static BusinessCalendar CalendarOf(Formula formula) =>
        Formulas.Aggregates(formula).FirstOrDefault() is { } leaf ? (leaf.Time?.Dataset ?? leaf.Root).Model.Calendar : BusinessCalendar.Default;
}
