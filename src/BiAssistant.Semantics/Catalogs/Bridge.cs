using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>The relationships that a bridge goes through, as steps of the rows that link its two ends: each link has one row of either.</summary>
/// <param name="Links">The dataset whose rows are the links.</param>
/// <param name="Before">Steps from the bridge's <c>from</c> to the things that links point to; mostly none.</param>
/// <param name="Back">Steps from a link to one of those things; at least one.</param>
/// <param name="Forth">Steps from a link to the bridge's <c>to</c>; at least one.</param>
public sealed record Bridge(Dataset Links, Seq<ToOneStep> Before, Seq<ToOneStep> Back, Seq<ToOneStep> Forth)
{
    /// <summary>Every dataset that it goes through.</summary>
    public IEnumerable<Dataset> Datasets => Before.Concat(Back).Concat(Forth).SelectMany(s => new[] { s.Start, s.End }).Distinct();
}
