using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>Who asks, when (local to the model's time zone), and the language that issues are worded in (ISO 639-1).</summary>
public sealed record BindingContext(Asker As, DateTime Now, string Language = "en")
{
    /// <summary>From when to when there is data, for the clocks that a query needs to know it of (see <see cref="Binder.Extents"/>); empty where nobody asked the data.</summary>
    public Seq<DataExtent> Extents { get; init; }

    /// <summary>What the data has said against claims that a query rests on (see <see cref="Reliance"/>); empty where it bears them out or was not asked.</summary>
    public Seq<DataFinding> Findings { get; init; }
}

/// <summary>The first and the last instant of a clock among the rows of a dataset; null where there are none.</summary>
/// <param name="Root">Id of the dataset.</param>
/// <param name="Clock">Id of the field.</param>
public sealed record DataExtent(string Root, string Clock, DateTime? First, DateTime? Last)
{
    /// <summary>Some of what is said of its rows holds on after the last of them, as a contract does that began with it.</summary>
    public bool HoldsOn { get; init; }
}
