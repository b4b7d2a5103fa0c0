using System.Globalization;

namespace BiAssistant.DuckDb.Types;

/// <summary>Days and clock times between the engine's counts since 1970 and the framework's types; infinities and years outside 1 to 9999 are refused in words.</summary>
internal static class Moments
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    public static long Microseconds(DateTime moment) => (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long Microseconds(DateTimeOffset moment) => Microseconds(moment.UtcDateTime);

    public static long Microseconds(TimeOnly time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateOnly Date(in ColumnVector vector, int row)
    {
        var days = vector.At<int>(row);
        Refuse(days == int.MaxValue, days == -int.MaxValue, "date");
        var number = (long)days + EpochDay;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : throw Outside("date");
    }

    public static TimeOnly Time(in ColumnVector vector, int row)
    {
        var ticks = vector.Type.Id == DuckDbType.TimeNs ? vector.At<long>(row) / TimeSpan.NanosecondsPerTick : vector.At<long>(row) * TimeSpan.TicksPerMicrosecond;
        return ticks < TimeSpan.TicksPerDay ? new TimeOnly(ticks) : throw new InvalidCastException("The time 24:00:00 has no place on the framework's clock; cast it to VARCHAR.");
    }

    public static DateTime Timestamp(in ColumnVector vector, int row)
    {
        var count = vector.At<long>(row);
        Refuse(count == long.MaxValue, count == -long.MaxValue, "timestamp");
        var ticks = DateTime.UnixEpoch.Ticks + (vector.Type.Id switch
        {
            DuckDbType.TimestampS => (Int128)count * TimeSpan.TicksPerSecond,
            DuckDbType.TimestampMs => (Int128)count * TimeSpan.TicksPerMillisecond,
            DuckDbType.TimestampNs => Math.DivRem(count, TimeSpan.NanosecondsPerTick) is (var whole, var rest) && rest < 0 ? whole - 1 : whole,
            _ => (Int128)count * TimeSpan.TicksPerMicrosecond,
        });
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks) : throw Outside("timestamp");
    }

    public static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static void Refuse(bool future, bool past, string what)
    {
        if (future || past)
        {
            throw new InvalidCastException($"The {what} is {(past ? "-" : "")}infinity, which the framework's types cannot hold; cast it to VARCHAR or filter it with isfinite.");
        }
    }

    private static InvalidCastException Outside(string what) =>
        new($"The {what} lies outside the years 1 to 9999, which is all that the framework's types hold; cast it to VARCHAR.");
}
