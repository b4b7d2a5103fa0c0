using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Fields that are periods themselves (an integer year, a text quarter): which one answers for a dataset, and which of its values lie in a period.</summary>
internal static class PeriodFields
{
    /// <summary>
    /// The field that answers periods of exactly this grain for rows that go by a clock: the one that <c>default_time</c> names for the grain, or the only
    /// field that is such a period; otherwise the clock. A clock that a metric chose for itself answers alone.
    /// </summary>
    public static Field? For(TimeGrain grain, Dataset root, Field? clock) => Exactly(grain, root, clock) ?? clock;

    /// <summary>The field that is, or stands for, periods of exactly this grain; null where the calendar has to cut the clock.</summary>
    public static Field? Exactly(TimeGrain grain, Dataset root, Field? clock) =>
        Homes(root, clock).Select(home => Own(home, grain)).FirstOrDefault(f => f is not null);

    /// <summary>The grains of which a dataset has periods of its own, coarsest first.</summary>
    public static Seq<TimeGrain> GrainsOf(Dataset root, Field? clock) =>
        Homes(root, clock)
            .SelectMany(home => home.TimeByGrain.Keys.Concat(home.Fields.Select(f => f.Grain).OfType<TimeGrain>()))
            .Distinct()
            .OrderByDescending(PeriodNesting.Width)
            .ToSeq();

    /// <summary>Whether values are no dates, so that they stand for a period only by their number or text.</summary>
    public static bool IsCoded(Field field) => field.Type.Kind != SqlTypeKind.Unknown && !field.Type.IsTemporal;

    /// <summary>Which values of a field lie in a period, which is whole periods of the grain; null when nobody has said how its values are written.</summary>
    public static SqlExpression? Within(Field field, TimeGrain grain, SqlExpression value, AbsolutePeriod period)
    {
        var calendar = field.Dataset.Model.Calendar;
        if (!field.Values.IsEmpty && field.Type.Kind == SqlTypeKind.Text)
        {
            var listed = field.Values.Select(v => v.Value).Where(v => v is SqlText text && Lies(text.Value, period, calendar)).ToSeq();
            return listed.IsEmpty ? null : new SqlInList(value, listed.Select(v => (SqlExpression)new SqlParameter("", v)).ToSeq());
        }

        var (from, to) = (Code(field, grain, period.From, calendar), Code(field, grain, period.To, calendar));
        if ((from is null && period.From is not null) || (to is null && period.To is not null))
        {
            return null;
        }

        if (from is not null && period == Periods.Of(period.From!.Value, grain, calendar))
        {
            return new SqlBinary(SqlBinaryOperator.Equal, value, from);
        }

        Seq<SqlExpression> ends = from is null ? [] : [new SqlBinary(SqlBinaryOperator.GreaterOrEqual, value, from)];
        ends = to is null ? ends : ends.Add(new SqlBinary(SqlBinaryOperator.Less, value, to));
        return ends.IsEmpty ? new SqlIsNull(value, Negated: true) : Predicates.All(ends);
    }

    /// <summary>The day on which a year kept as a whole number starts; null for other periods, and for years that do not start on one day.</summary>
    public static SqlExpression? StartOf(Field field, TimeGrain grain, SqlExpression value)
    {
        const int Known = 2000;
        var calendar = field.Dataset.Model.Calendar;
        DateTime? start = grain switch
        {
            _ when field.Type.Kind is not (SqlTypeKind.Integer or SqlTypeKind.BigInteger) => null,
            TimeGrain.Year => new DateTime(Known, 1, 1),
            TimeGrain.FiscalYear when calendar.Pattern == WeekPattern.None && calendar.Computes(grain) => FiscalYears.Named(Known, calendar).From,
            _ => null,
        };
        return start is { } day
            ? new SqlCast(new SqlDateAdd(SqlTimeUnit.Year, new SqlBinary(SqlBinaryOperator.Subtract, value, new SqlNumber(Known)), new SqlDate(DateOnly.FromDateTime(day))), SqlType.Date)
            : null;
    }

    /// <summary>
    /// The grain by which the rows of a clock are kept, where a period cuts one of these in parts that no row tells; null where it takes them whole. A period that
    /// runs to now may end inside the last one, which has begun.
    /// </summary>
    public static TimeGrain? CutBy(AbsolutePeriod period, Field clock, DateTime now)
    {
        var calendar = clock.Dataset.Model.Calendar;
        return clock.Grain is { } kept and > TimeGrain.Day
            && !(PeriodNesting.IsStart(period.From, kept, calendar)
                && (PeriodNesting.IsStart(period.To, kept, calendar) || period.To == now.Date.AddDays(1))
                && calendar.Computes(kept))
            ? kept
            : null;
    }

    /// <summary>The dataset whose fields speak for the rows, nearest first.</summary>
    private static IEnumerable<Dataset> Homes(Dataset root, Field? clock)
    {
        if (clock is null || ReferenceEquals(clock, root.DefaultTime))
        {
            yield return root;
        }

        if (clock is not null && !ReferenceEquals(clock.Dataset, root) && ReferenceEquals(clock, clock.Dataset.DefaultTime))
        {
            yield return clock.Dataset;
        }
    }

    private static Field? Own(Dataset home, TimeGrain grain) =>
        home.TimeByGrain.TryGetValue(grain, out var named) ? named
        : home.Fields.Where(f => f.Grain == grain).Take(2).ToList() is [var only] ? only
        : null;

    private static bool Lies(string text, AbsolutePeriod period, BusinessCalendar calendar) =>
        PeriodText.Parse(text, calendar).Value is AbsolutePeriod { From: { } from, To: { } to }
        && (period.From is null || from >= period.From) && (period.To is null || to <= period.To);

    /// <summary>The number or text of the period that starts here, in the one way that it can be written.</summary>
    private static SqlParameter? Code(Field field, TimeGrain grain, DateTime? start, BusinessCalendar calendar)
    {
        if (start is not { } day)
        {
            return null;
        }

        int? number = grain switch
        {
            TimeGrain.Year => day.Year,
            TimeGrain.FiscalYear => FiscalYears.Name(FiscalYears.MonthNumber(day, calendar), calendar),
            TimeGrain.Month when field.Type.IsNumeric => (100 * day.Year) + day.Month,
            TimeGrain.Day when field.Type.IsNumeric => (10_000 * day.Year) + (100 * day.Month) + day.Day,
            _ => null,
        };
        return number is not { } code ? null
            : field.Type.IsNumeric ? new SqlParameter("", new SqlNumber(code))
            : field.Type.Kind == SqlTypeKind.Text && grain == TimeGrain.Year ? new SqlParameter("", new SqlText(code.ToString("0000", CultureInfo.InvariantCulture)))
            : null;
    }
}
