namespace BiAssistant.Semantics.Queries;

/// <summary>The other period that a whole query is compared with.</summary>
public abstract record Compare
{
    private protected Compare()
    {
    }
}

/// <summary>The period of the same length just before; of a running month, the same days of the month before.</summary>
public sealed record ComparePrevious : Compare;

/// <summary>The same period one year earlier; weeks go back 52 weeks, fiscal periods one fiscal year.</summary>
public sealed record CompareYearAgo : Compare;

/// <summary>A period that is said; what the canonical form has.</summary>
public sealed record CompareWith(Period Period) : Compare;
