using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Why a reading is not an answerable question.</summary>
internal enum ProblemKind
{
    UnknownWords,
    BeyondWords,
    UnusedWords,
    NoNumber,
    SeveralPeriods,
    NoSuchPeriod,
    NothingToRank,
    RankWithinGroups,
    NothingToLimit,
    NothingToShare,
    NothingToCompare,
    Contradiction,
    NotToBeSeen,
}

/// <summary>What is wrong with a reading and which words (atoms; the end is not included) it is about.</summary>
internal sealed record Problem(ProblemKind Kind, int Start, int End, Beyond? Topic = null);

/// <summary>A whole question put together: the query (null when something is missing), its cost, and what stands in its way.</summary>
internal sealed record Reading(SemanticQuery? Query, double Cost, Sentence Sentence, IReadOnlyList<Problem> Problems)
{
    public bool Complete => Query is not null && Problems.Count == 0;
}
