using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>When the rows of an aggregate count: conditions where there is one interval, a relation of periods where each has its own.</summary>
internal sealed record RowInterval(Seq<SqlExpression> Filters, BoundIntervals? Intervals = null)
{
    /// <summary>The number of days of the interval; null where it is open.</summary>
    public SqlExpression? Days { get; init; }

    /// <summary>Where the interval begins and ends; null is open.</summary>
    public SqlExpression? From { get; init; }

    public SqlExpression? To { get; init; }
}

/// <summary>Finds the intervals of an aggregate's rows: the asked periods as its operators map them.</summary>
internal sealed class RowIntervals(BindingSession session, AnswerPeriods periods)
{
    /// <summary>Whether the periods of the answer must be joined to the rows, because a row may count in several of them or in another than its own.</summary>
    public bool NeedsRelation(AggregateFormula leaf, Seq<PeriodOperator> operators) =>
        periods.Grain is not null && (!operators.IsEmpty || leaf.Selection is ValidRows);

    /// <summary>The interval; null, and an issue, where there is none.</summary>
    /// <param name="alias">Of the relation of periods; null where none is needed.</param>
    public RowInterval? For(SourceBuilder source, AggregateFormula leaf, Field clock, Seq<PeriodOperator> operators, string? alias, string measure)
    {
        if ((alias is not null || PeriodFields.IsCoded(clock)) && Refusal(leaf, clock, measure) is { } refusal)
        {
            session.Report(refusal);
            return null;
        }

        var calendar = clock.Dataset.Model.Calendar;
        if (operators.Any(o => o.Calendar is { } grain && !calendar.Computes(grain)))
        {
            session.Report(session.Issues.CalendarNotRead(calendar.Dataset ?? ""));
            return null;
        }

        var at = periods.Clock(calendar);
        if ((alias is null ? [new AnswerPeriod(DateTime.MinValue, periods.Asked)] : All(calendar, leaf, operators, measure)) is not { } asked)
        {
            return null;
        }

        var mapped = new List<(AnswerPeriod Period, AbsolutePeriod Rows)>();
        foreach (var period in asked.Where(p => !AnswerPeriods.HasNotBegun(p.Interval, operators, at)))
        {
            if (AnswerPeriods.Map(period.Interval, operators, at) is not { } rows || HasNothingEarlier(rows, leaf, operators))
            {
                session.Report(session.Issues.NoSuchInterval(measure));
                return null;
            }

            if (leaf.Selection is not (SnapshotRows or ValidRows) && PeriodFields.CutBy(rows, clock, session.Context.Now) is { } kept)
            {
                session.Report(session.Issues.WholePeriodsOnly(measure, kept));
                return null;
            }

            if (Cut(rows, leaf, at) is { } counted)
            {
                mapped.Add((period, counted));
            }
        }

        if (mapped.Count == 0)
        {
            session.Report(session.Issues.NoSuchInterval(measure));
            return null;
        }

        if (source.Field(clock) is not { } instant)
        {
            return null;
        }

        var until = leaf.Selection is ValidRows valid ? source.Field(valid.To) : null;
        if (leaf.Selection is ValidRows && until is null)
        {
            return null;
        }

        return alias is null ? One(leaf, mapped[0].Rows, instant, until) : Several(leaf, clock, mapped, alias, instant, until);
    }

    /// <summary>All time has nothing earlier to be compared with, unless it is gathered on purpose or only its end counts.</summary>
    private static bool HasNothingEarlier(AbsolutePeriod rows, AggregateFormula leaf, Seq<PeriodOperator> operators) =>
        rows.From is null && leaf.Selection is not (SnapshotRows or ValidRows) && operators.Any(o => o is Earlier or FiscalEarlier) && !operators.Any(o => o is Running);

    private Seq<AnswerPeriod>? All(BusinessCalendar calendar, AggregateFormula leaf, Seq<PeriodOperator> operators, string measure) =>
        periods.All(calendar, operators.IsEmpty ? leaf.Selection is ValidRows or SnapshotRows : operators[0].EndsWithNow, operators.Any(o => o.IsFixed), measure);

    private Issue? Refusal(AggregateFormula leaf, Field clock, string measure) =>
        !periods.IsClear ? session.Issues.NotYet(measure, "it is broken down by two grains at once, and it looks at other periods than each row's own.")
        : clock.Type is { Kind: not SqlTypeKind.Unknown, IsTemporal: false } || (periods.Grain is { } grain && clock.Dataset.TimeByGrain.ContainsKey(grain))
            ? session.Issues.NotYet(measure, $"{Labels.Of(leaf.Root, session.Context.Language)} go by a field that is a period itself, and not by dates.")
            : null;

    /// <summary>Stock is never counted in the future: an interval that reaches beyond today ends with it, and one that begins later has none.</summary>
    private static AbsolutePeriod? Cut(AbsolutePeriod rows, AggregateFormula leaf, IntervalClock clock) =>
        leaf.Selection is not (SnapshotRows or ValidRows) ? rows
        : rows.From >= clock.End ? null
        : rows.To is null || rows.To > clock.End ? rows with { To = clock.End }
        : rows;

    private RowInterval? One(AggregateFormula leaf, AbsolutePeriod rows, SqlExpression instant, SqlExpression? until)
    {
        var (from, to) = (Ends(rows.From), Ends(rows.To));
        if (leaf.Selection is not ValidRows valid)
        {
            return new RowInterval(Within(instant, from, to));
        }

        if (valid.Average && !AreWholeDays(rows))
        {
            session.Report(session.Issues.NoSuchInterval(Labels.Of(leaf.Root, session.Context.Language)));
            return null;
        }

        return Validity(valid, instant, until!, from, to!, rows.To!.Value);
    }

    private RowInterval? Several(AggregateFormula leaf, Field clock, List<(AnswerPeriod Period, AbsolutePeriod Rows)> mapped, string alias, SqlExpression instant, SqlExpression? until)
    {
        var days = mapped.TrueForAll(m => AreWholeDays(m.Rows with { From = m.Rows.From ?? DateTime.MinValue, To = m.Rows.To ?? DateTime.MinValue }));
        var last = leaf.Selection is ValidRows { Average: false };
        var relation = mapped.Select(m => new BoundInterval(
            periods.Literal(m.Period.Start),
            last ? Literal(LastDay(m.Rows.To!.Value), days: true) : m.Rows.From is { } start ? Literal(start, days) : null,
            last ? Literal(LastDay(m.Rows.To!.Value).AddDays(1), days: true) : m.Rows.To is { } end ? Literal(end, days) : null)).ToSeq();
        var from = relation.Any(r => r.From is not null) ? new SqlColumn(alias, BoundIntervals.RowsFrom) : null;
        var to = relation.Any(r => r.To is not null) ? new SqlColumn(alias, BoundIntervals.RowsTo) : null;
        if (leaf.Selection is ValidRows { Average: true } && !mapped.TrueForAll(m => AreWholeDays(m.Rows)))
        {
            session.Report(session.Issues.NoSuchInterval(Labels.Of(leaf.Root, session.Context.Language)));
            return null;
        }

        if (leaf.Selection is ValidRows valid)
        {
            var on = valid.Average ? Overlapping(valid, instant, until!, from!, to!) : Holding(valid, instant, until!, from!, to!);
            return new RowInterval(Within(instant, null, Outermost(relation.Select(r => r.To), last: true)), new BoundIntervals(alias, relation, Predicates.All(on))) { From = from, To = to, Days = Length(from!, to!) };
        }

        var within = Within(instant, from, to);
        var around = Within(instant, Outermost(relation.Select(r => r.From), last: false), Outermost(relation.Select(r => r.To), last: true));
        return new RowInterval(around, new BoundIntervals(alias, relation, within.IsEmpty ? new SqlIsNull(instant, Negated: true) : Predicates.All(within))
        {
            Bucket = leaf.Selection is null ? IntervalBuckets.Of(mapped.ConvertAll(m => m.Rows), periods.Asked, periods.Grain ?? TimeGrain.Day, clock, instant) : null,
        });
    }

    /// <summary>The edge that lies around all intervals, so that an engine knows where to look before it has looked at any; null where one is open.</summary>
    private static SqlParameter? Outermost(IEnumerable<SqlLiteral?> edges, bool last)
    {
        var known = edges.ToList();
        return known.Contains(null) ? null : new SqlParameter("", last ? known.MaxBy(InstantOf) : known.MinBy(InstantOf));
    }

    private static DateTime InstantOf(SqlLiteral? edge) => edge switch
    {
        SqlDate { Value: var day } => day.ToDateTime(TimeOnly.MinValue),
        SqlTimestamp { Value: var instant } => instant,
        _ => throw new System.Diagnostics.UnreachableException(edge?.GetType().Name),
    };

    /// <summary>What an average over days is taken of.</summary>
    private static bool AreWholeDays(AbsolutePeriod rows) => rows is { From.TimeOfDay.Ticks: 0, To.TimeOfDay.Ticks: 0 };

    private static RowInterval Validity(ValidRows valid, SqlExpression instant, SqlExpression until, SqlExpression? from, SqlExpression to, DateTime end)
    {
        if (valid.Average)
        {
            return new RowInterval(Overlapping(valid, instant, until, from!, to)) { From = from, To = to, Days = Length(from!, to) };
        }

        var day = LastDay(end);
        return new RowInterval(Holding(valid, instant, until, Ends(day)!, Ends(day.AddDays(1))!));
    }

    /// <summary>Rows that hold on a day, given as its first instant and the next day's.</summary>
    private static Seq<SqlExpression> Holding(ValidRows valid, SqlExpression since, SqlExpression until, SqlExpression day, SqlExpression nextDay) =>
    [
        new SqlBinary(SqlBinaryOperator.Less, since, nextDay),
        OpenOr(until, new SqlBinary(SqlBinaryOperator.GreaterOrEqual, until, valid.ToInclusive ? day : nextDay)),
    ];

    /// <summary>Rows that hold on any day of an interval.</summary>
    private static Seq<SqlExpression> Overlapping(ValidRows valid, SqlExpression since, SqlExpression until, SqlExpression from, SqlExpression to) =>
    [
        new SqlBinary(SqlBinaryOperator.Less, since, to),
        OpenOr(until, new SqlBinary(valid.ToInclusive ? SqlBinaryOperator.GreaterOrEqual : SqlBinaryOperator.Greater, until, from)),
    ];

    private static SqlBinary OpenOr(SqlExpression until, SqlExpression condition) => new(SqlBinaryOperator.Or, new SqlIsNull(until), condition);

    private static SqlDateDiff Length(SqlExpression from, SqlExpression to) => new(SqlTimeUnit.Day, from, to);

    private static Seq<SqlExpression> Within(SqlExpression instant, SqlExpression? from, SqlExpression? to)
    {
        Seq<SqlExpression> ends = from is null ? [] : [new SqlBinary(SqlBinaryOperator.GreaterOrEqual, instant, from)];
        return to is null ? ends : ends.Add(new SqlBinary(SqlBinaryOperator.Less, instant, to));
    }

    /// <summary>The last day that lies in an interval with this excluded end.</summary>
    private static DateTime LastDay(DateTime end) => end.AddTicks(-1).Date;

    private static SqlParameter? Ends(DateTime? instant) => instant is { } known ? new SqlParameter("", Literal(known, known.TimeOfDay == TimeSpan.Zero)) : null;

    private static SqlLiteral Literal(DateTime instant, bool days) => days ? new SqlDate(DateOnly.FromDateTime(instant)) : new SqlTimestamp(instant);
}
