using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Semantics.Queries;

/// <summary>A span of time, half-open: the end is not included.</summary>
public abstract record Period
{
    private protected Period()
    {
    }
}

/// <summary>From the first instant (null: since ever) to before the second (null: open). Local to the model's time zone.</summary>
public sealed record AbsolutePeriod(DateTime? From, DateTime? To) : Period;

/// <summary>Where a relative period lies from now.</summary>
public enum RelativePeriodKind
{
    /// <summary>The n whole periods before the current one: "last 3 months".</summary>
    Last,

    /// <summary>The n periods up to and including today: "past 7 days".</summary>
    Past,

    /// <summary>The current period, from its start to now: "this month", "year to date".</summary>
    Current,

    /// <summary>The n whole periods after the current one.</summary>
    Next,

    /// <summary>The single period n periods before the current one: "the month before last" has n = 2; "last month" is Last with n = 1.</summary>
    Ago,

    /// <summary>From the day that lies n lengths of the grain before today, up to and including today: "now - 30 days" has 31 days.</summary>
    Since,
}

/// <summary>A period told from now; becomes absolute in the canonical form.</summary>
public sealed record RelativePeriod(RelativePeriodKind Kind, int Count, TimeGrain Grain) : Period;
