using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The periods that an answer broken down by time has, whether rows fall into them or not.</summary>
/// <param name="Column">The output column that holds their starts.</param>
/// <param name="Periods">Oldest first; none where nobody has said yet from when to when there is data.</param>
public sealed record BoundPeriods(string Column, Seq<BoundPeriod> Periods)
{
    /// <summary>Something in the query looks at the rows (a condition on numbers, a cut, a rank, a question about the results), so they are put in where rows are computed; else where they are shown.</summary>
    public bool InRows { get; init; }

    /// <summary>No group without rows is kept, so that only the numbers of those with rows may have to be told.</summary>
    public bool OnlyTold { get; init; }

    /// <summary>For each shown measure, whether none of it is a zero where there can be data.</summary>
    public Seq<bool> AddsUp { get; init; }

    /// <summary>Nobody has asked the data from when to when there is any: what is said of it is only assumed.</summary>
    public bool Assumed { get; init; }

    /// <summary>The question says no first or last day, so that only the data can tell which periods there are.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The last instant that there is data of; null where that is not known.</summary>
    public DateTime? LastData { get; init; }
}

/// <summary>A period of an answer.</summary>
/// <param name="Start">As it stands in rows.</param>
/// <param name="At">Its first instant.</param>
/// <param name="IsZero">For each shown measure, whether none of it is a zero here; where it is not, the measure is empty: it does not add up, or there can be no data of it in this period.</param>
/// <param name="IsKnown">For each shown measure, whether a number can stand here at all.</param>
public sealed record BoundPeriod(SqlLiteral Start, DateTime At, Seq<bool> IsZero, Seq<bool> IsKnown);
