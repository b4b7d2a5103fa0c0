using BiAssistant.Sql;

namespace BiAssistant.Answers.Costs;

/// <summary>What a question would read in one warehouse, and what it may.</summary>
/// <param name="Rows">The rows of all scans; null where the engine does not say.</param>
/// <param name="Tables">What is scanned, the most rows first, in the engine's names.</param>
public sealed record EstimatedRead(string Warehouse, long? Rows, Seq<Seq<string>> Tables, ReadBound Bound)
{
    /// <summary>Where the engine does not say, the limits of time and rows have to do.</summary>
    public bool IsAllowed(long agreed) => Rows is not { } rows || Bound.Allows(rows, agreed);
}
