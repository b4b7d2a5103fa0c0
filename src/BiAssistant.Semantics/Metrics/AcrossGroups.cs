using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// After binding: a number that comes from the values of several groups of the answer: of those that share their values in the output columns <c>Within</c>
/// (none: all groups), before any of them is left out.
/// </summary>
public abstract record AcrossGroups : Formula
{
    private protected AcrossGroups(Formula of, Seq<string> within) => (Of, Within) = (of, within);

    public Formula Of { get; init; }

    public Seq<string> Within { get; init; }
}

/// <summary>The place of a group, 1 for the highest (the lowest, when ascending); equal values share a place, and a group without a value has none.</summary>
public sealed record GroupRank(Formula Of, Seq<string> Within, bool Ascending) : AcrossGroups(Of, Within);

/// <summary>The plain mean of the groups' values, each that has one counting once.</summary>
public sealed record GroupMean(Formula Of, Seq<string> Within) : AcrossGroups(Of, Within);

/// <summary>The value of the one group whose column <c>Group</c> holds <c>Member</c>; empty where none or several do.</summary>
public sealed record GroupMember(Formula Of, Seq<string> Within, string Group, SqlLiteral Member) : AcrossGroups(Of, Within);

/// <summary>An aggregate of the groups' rows together, put together from the groups' own: only of what adds up (sums, counts) or is an extreme.</summary>
public sealed record GroupTotal(SourceAggregate Part, Seq<string> Within) : AcrossGroups(Part, Within);
