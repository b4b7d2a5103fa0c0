using BiAssistant.Semantics.DataChecks;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What became of a claim of a draft that was put to the data.</summary>
/// <param name="Claim">A claim of the catalog that the draft with all its guesses makes.</param>
/// <param name="Finding">What the data said; null when it was not asked.</param>
/// <param name="Why">Why it was not asked, as a part of a sentence.</param>
public sealed record ClaimAnswer(DataClaim Claim, DataFinding? Finding, string? Why = null)
{
    /// <summary>The engine refused the question, as it would refuse every question that rests on the claim: types that cannot be compared, for instance.</summary>
    public bool Refused { get; init; }
}
