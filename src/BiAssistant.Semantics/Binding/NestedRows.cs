using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>The rows of a nested query as a table that other rows are joined to, one for each value of <c>Keys</c>.</summary>
/// <param name="Keys">Output columns that it is joined by: all of its groups, or those whose different values are all that is looked at.</param>
public sealed record NestedRows(BoundQuery Query, Seq<string> Keys)
{
    /// <summary>The query has more groups than the keys, and no number of it is looked at.</summary>
    public bool OnlyKeys { get; init; }
}
