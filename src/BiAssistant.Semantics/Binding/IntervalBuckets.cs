using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// The widest periods that intervals are made of whole ones of: twelve months up to each month are made of months, ninety days of days. A row that counts in twelve of the
/// intervals is then read once and not twelve times.
/// </summary>
internal static class IntervalBuckets
{
    /// <summary>Null where an interval begins or ends within a day, or where the answer's own periods do: they are not made of days.</summary>
    /// <param name="intervals">Those of the rows, one a period of the answer.</param>
    /// <param name="asked">The period that was asked for.</param>
    /// <param name="grain">What the answer is broken down by.</param>
    /// <param name="clock">The field that says when a row is.</param>
    /// <param name="instant">It in the source's rows.</param>
    public static BoundBucket? Of(IReadOnlyList<AbsolutePeriod> intervals, AbsolutePeriod asked, TimeGrain grain, Field clock, SqlExpression instant)
    {
        var calendar = clock.Dataset.Model.Calendar;
        foreach (var candidate in new[] { grain, TimeGrain.Day }.Where(g => grain >= TimeGrain.Day && calendar.Computes(g)))
        {
            if (intervals.Append(asked).All(i => Begins(i.From, candidate, calendar) && Begins(i.To, candidate, calendar)))
            {
                var isInterval = intervals.All(i => i.From is { } from && i.To is { } to && Periods.Next(from, candidate, calendar) == to);
                return new BoundBucket(instant, TimeExpressions.StartOf(candidate, instant, clock.Type, calendar), candidate, isInterval, asked);
            }
        }

        return null;
    }

    private static bool Begins(DateTime? edge, TimeGrain grain, BusinessCalendar calendar) => edge is not { } at || Periods.Start(at, grain, calendar) == at;
}
