using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// A measure that looks beyond its own group. <c>Within</c> are the query's groupings that stay fixed (the parent group: of region and city, the region); none
/// means over everything that the query covers.
/// </summary>
public abstract record GroupMeasure : WrappedMeasure
{
    private protected GroupMeasure(Measure inner, Seq<Grouping> within)
        : base(inner) => Within = within;

    public Seq<Grouping> Within { get; init; }
}

/// <summary>The part that a group has of the total, or of its parent group, as a fraction.</summary>
public sealed record ShareMeasure(Measure Inner, Seq<Grouping> Within = default) : GroupMeasure(Inner, Within);

/// <summary>The place of a group, 1 for the highest (for the lowest, when ascending); equal values share a place.</summary>
public sealed record RankMeasure(Measure Inner, Seq<Grouping> Within = default, bool Ascending = false) : GroupMeasure(Inner, Within);

/// <summary>The measure over all members together, computed anew from the rows: a ratio's parts are added before they are divided.</summary>
public sealed record OverallMeasure(Measure Inner, Seq<Grouping> Within = default) : GroupMeasure(Inner, Within);

/// <summary>The plain mean of the members' values, each counting once.</summary>
public sealed record MemberAverageMeasure(Measure Inner, Seq<Grouping> Within = default) : GroupMeasure(Inner, Within);

/// <summary>The measure of the group that has another value in one of the groupings: the revenue of Asia beside every region's own.</summary>
public sealed record MemberMeasure(Measure Inner, Grouping Group, SqlLiteral Member) : WrappedMeasure(Inner);
