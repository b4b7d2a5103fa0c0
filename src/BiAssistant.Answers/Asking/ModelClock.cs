using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Answers.Asking;

/// <summary>What time it is for a question: the clock it brings, else the configured one, else now in the time zone of the models.</summary>
public sealed class ModelClock(Catalog catalog, DateTime? configured, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = ZoneOf(catalog);

    /// <summary>The real clock counts in whole minutes, so that a question asked twice within one is the same question.</summary>
    public DateTime Now(DateTime? asked)
    {
        if ((asked ?? configured) is { } fixedClock)
        {
            return fixedClock;
        }

        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone).DateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    private static TimeZoneInfo ZoneOf(Catalog catalog) =>
        catalog.Models.Select(m => m.TimeZone).OfType<string>().FirstOrDefault() is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : TimeZoneInfo.Utc;
}
