using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Semantics.Queries;

/// <summary>What an answer is broken down by.</summary>
public abstract record Grouping
{
    private protected Grouping()
    {
    }
}

/// <summary>The values of a field (<c>dataset.field</c>), reached from every measure; a field that names its dataset's rows groups by their key. <c>Via</c> names the relationship where two ways differ in meaning.</summary>
public sealed record FieldGrouping(string Field, string? Via = null) : Grouping;

/// <summary>Periods of a grain; without a field, each measure goes by its own clock.</summary>
public sealed record TimeGrouping(TimeGrain Grain, string? Field = null) : Grouping;
