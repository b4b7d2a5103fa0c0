using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>A period of an answer: where it starts, and the part of it that was asked for.</summary>
internal readonly record struct AnswerPeriod(DateTime Start, AbsolutePeriod Interval);

/// <summary>
/// The periods that an answer is broken down by when each measure goes by its own clock, as intervals; without such a breakdown, the one interval that was asked for.
/// </summary>
internal sealed class AnswerPeriods
{
    /// <summary>More periods than anyone reads, and than an engine joins rows to at ease.</summary>
    private const int MostPeriods = 400;

    private readonly BindingSession _session;
    private readonly Lazy<AbsolutePeriod?> _left;

    public AnswerPeriods(BindingSession session, SemanticQuery query, string? column)
    {
        _session = session;
        Column = column;
        var asked = query.Period as AbsolutePeriod ?? new AbsolutePeriod(null, null);
        (Asked, _left) = (asked, new Lazy<AbsolutePeriod?>(() => ClockConditions.Left(asked, query, session.Catalog)));
        var own = query.GroupBy.OfType<TimeGrouping>().Where(t => t.Field is null).ToList();
        (Grain, IsClear) = (own.Count > 0 ? own[0].Grain : null, own.Count <= 1);
    }

    /// <summary>The whole period that was asked for; open where nothing was said.</summary>
    public AbsolutePeriod Asked { get; }

    /// <summary>What the question's conditions on the clock leave of <see cref="Asked"/>; null where they cannot be told as one period.</summary>
    public AbsolutePeriod? Left => _left.Value;

    /// <summary>The output column of the breakdown; null when there is none.</summary>
    public string? Column { get; }

    /// <summary>The grain of the breakdown; null when there is none.</summary>
    public TimeGrain? Grain { get; }

    /// <summary>Whether there is one breakdown by time at most.</summary>
    public bool IsClear { get; }

    public IntervalClock Clock(BusinessCalendar calendar) => new(calendar, _session.Context.Now, Grain);

    /// <summary>The interval that an operator chain looks at; null when a step has none.</summary>
    public static AbsolutePeriod? Map(AbsolutePeriod interval, Seq<PeriodOperator> operators, IntervalClock clock)
    {
        AbsolutePeriod? mapped = interval;
        foreach (var step in operators)
        {
            mapped = mapped is null ? null : step.Map(mapped, clock);
            clock = step.Within(clock);
        }

        return mapped;
    }

    /// <summary>Whether an operator chain comes to an interval that has not begun, where only what lies before now counts.</summary>
    public static bool HasNotBegun(AbsolutePeriod interval, Seq<PeriodOperator> operators, IntervalClock clock)
    {
        AbsolutePeriod? mapped = interval;
        foreach (var step in operators)
        {
            if (step.EndsWithNow && mapped?.From >= clock.End)
            {
                return true;
            }

            mapped = mapped is null ? null : step.Map(mapped, clock);
            clock = step.Within(clock);
        }

        return false;
    }

    /// <summary>The first instant that no data reaches; the given one where nobody has asked the data.</summary>
    public DateTime Loaded(DateTime end)
    {
        var extents = _session.Context.Extents;
        var lastRow = extents.Select(e => e.Last).Max()?.AddTicks(1) ?? end;
        return lastRow < end && extents.Any(e => e.HoldsOn) ? end : lastRow;
    }

    /// <summary>How a period's start stands in rows.</summary>
    public SqlLiteral Literal(DateTime start) => Grain == TimeGrain.Hour ? new SqlTimestamp(start) : new SqlDate(DateOnly.FromDateTime(start));

    /// <summary>
    /// From the first to the last period that there is data of, or just the asked ones, conditions on the clock included where they leave any; null, and an issue, where they are too many.
    /// What comes after the last data is not known, and is no zero.
    /// </summary>
    /// <param name="endsWithNow">Periods after now are left out too.</param>
    /// <param name="isFixed">What is told is the same in each of them, so that those before the first data count as well where conditions on the clock let them.</param>
    public Seq<AnswerPeriod>? All(BusinessCalendar calendar, bool endsWithNow, bool isFixed, string measure)
    {
        if (Grain is not { } grain)
        {
            return [new AnswerPeriod(Asked.From ?? DateTime.MinValue, Asked)];
        }

        var end = Clock(calendar).End;
        var extents = _session.Context.Extents;
        if (Asked.From is null && extents.IsEmpty)
        {
            _session.NeedsExtents = true;
        }

        var first = extents.Select(e => e.First).Min() ?? end.AddDays(-1);
        var asked = Left is { } some && !(some.From >= some.To) ? some : Asked;
        var begun = Asked.From ?? first;
        var from = asked.From is { } left && (left > begun || (isFixed && Asked.From is null)) ? left : begun;
        var loaded = Loaded(end);
        var horizon = endsWithNow && loaded > end ? end : loaded;
        var to = asked.To is { } said && said < horizon ? said : horizon;
        var periods = new List<AnswerPeriod>();
        for (var start = Periods.Start(from, grain, calendar); start < to; start = Periods.Next(start, grain, calendar))
        {
            if (periods.Count == MostPeriods)
            {
                _session.Report(_session.Issues.TooManyPeriods(measure, MostPeriods));
                return null;
            }

            var next = Periods.Next(start, grain, calendar);
            periods.Add(new AnswerPeriod(start, new AbsolutePeriod(
                Asked.From is { } begin && begin > start ? begin : start,
                Asked.To is { } last && last < next ? last : next)));
        }

        return periods.ToSeq();
    }
}
