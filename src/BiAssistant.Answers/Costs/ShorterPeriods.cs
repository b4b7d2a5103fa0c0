using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Costs;

/// <summary>The whole periods that people fall back on: five, three and one year of whole months, then the last whole quarter, month, week and day.</summary>
internal static class ShorterPeriods
{
    private static readonly Seq<int> Months = [60, 36, 12];
    private static readonly Seq<TimeGrain> Grains = [TimeGrain.Quarter, TimeGrain.Month, TimeGrain.Week, TimeGrain.Day];

    /// <summary>Those that are over at an instant (midnight after the last day that counts), the longest first.</summary>
    public static IEnumerable<AbsolutePeriod> UpTo(DateTime end, BusinessCalendar calendar)
    {
        foreach (var months in Months)
        {
            yield return new AbsolutePeriod(Periods.Shift(end, TimeGrain.Month, -months, calendar), Periods.Start(end, TimeGrain.Month, calendar));
        }

        foreach (var grain in Grains)
        {
            yield return new AbsolutePeriod(Periods.Previous(end, grain, calendar), Periods.Start(end, grain, calendar));
        }
    }
}
