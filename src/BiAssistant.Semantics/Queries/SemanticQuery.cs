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

    /// <summary>How many groups (rows, in a listing); null means all.</summary>
    public Top? Top { get; init; }

    /// <summary>The same numbers in another period beside these; null when they stand alone.</summary>
    public Compare? Compare { get; init; }

    /// <summary>The query whose answer is the rows of this one, so that its measures aggregate that one's columns; null: the rows are the business's own.</summary>
    public SemanticQuery? Over { get; init; }

    /// <summary>Rows listed one by one instead of numbers; null for a question about numbers.</summary>
    public Listing? Listing { get; init; }

    /// <summary>What is made of the answer at the very end; null when the answer is all.</summary>
    public Analysis? Analysis { get; init; }
}

/// <summary>The first n groups of the asked order (ties at the cut are kept); with <c>Per</c>, n within each value of those groupings (by output name).</summary>
public sealed record Top(int Count, Seq<string> Per = default);

/// <summary>
/// The rows of a dataset, one by one: the fields that are shown, none meaning the dataset's own choice. With an order by time and a <see cref="Top"/> of one per
/// entity it says the first or the most recent: "most recent order of each customer".
/// </summary>
public sealed record Listing(string Dataset, Seq<FieldGrouping> Fields = default);

/// <summary>One term of the asked order: an output column by name.</summary>
public sealed record Ordering(string By, bool Descending);
