using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Of readings that differ only in how many numbers or attributes they show, the one that shows all: it answers the others as well, so that nobody is asked.</summary>
internal static class Fullest
{
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<Candidate> candidates) =>
        candidates.Count > 1 && candidates.FirstOrDefault(c => candidates.All(other => Shows(c.Query, other.Query))) is { } all ? [all] : candidates;

    private static bool Shows(SemanticQuery all, SemanticQuery some) =>
        Bare(all) == Bare(some) && some.Measures.All(all.Measures.Contains)
        && (all.Listing is null || (some.Listing is { } less && all.Listing.Dataset == less.Dataset && less.Fields.All(all.Listing.Fields.Contains)));

    private static SemanticQuery Bare(SemanticQuery query) => query with { Measures = [], Listing = query.Listing is { } listing ? listing with { Fields = [] } : null };
}
