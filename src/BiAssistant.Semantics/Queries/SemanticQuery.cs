using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// A question in the business's terms, free of any language and any SQL: which numbers, by what, of which rows, over which period. Equal when it says the
/// same; the canonical form (see <c>Canonicalizer</c>) is equal when it <em>means</em> the same.
/// </summary>
public sealed record SemanticQuery
{
    /// <summary>The numbers asked for, in order.</summary>
    public Seq<Measure> Measures { get; init; }

    /// <summary>What they are broken down by.</summary>
    public Seq<Grouping> GroupBy { get; init; }

    /// <summary>Which rows count; null means all.</summary>
    public Condition? Where { get; init; }

    /// <summary>When; null means the metric's default period, else all data.</summary>
    public Period? Period { get; init; }

    /// <summary>Which groups are kept; null means all.</summary>
    public MeasureCondition? Having { get; init; }

    /// <summary>The asked order; empty means the natural one (time, else first measure descending, then labels).</summary>
    public Seq<Ordering> OrderBy { get; init; }

    /// <summary>How many groups; null means all.</summary>
    public Top? Top { get; init; }
}

/// <summary>The first n groups of the asked order (ties at the cut are kept); with <c>Per</c>, n within each value of those groupings (by output name).</summary>
public sealed record Top(int Count, Seq<string> Per = default);

/// <summary>One term of the asked order: an output column by name.</summary>
public sealed record Ordering(string By, bool Descending);
