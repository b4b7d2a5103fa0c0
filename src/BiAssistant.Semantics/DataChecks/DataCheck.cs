using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>How a claim is put to the data: a query that counts, and one that shows a few offenders.</summary>
/// <param name="Claim">What is to be proven.</param>
/// <param name="Warehouse">Where it is asked; null means the only one given.</param>
/// <param name="Counts">One row with the columns of <see cref="CheckColumns"/>.</param>
/// <param name="Sample">A few keys or values of rows that disprove the claim; null where they may not be shown.</param>
/// <param name="Reads">What both may touch.</param>
public sealed record DataCheck(DataClaim Claim, string? Warehouse, SqlQuery Counts, SqlQuery? Sample, SqlAllowList Reads);

/// <summary>Names of the columns that a check's counts come in.</summary>
public static class CheckColumns
{
    public const string Rows = "all_rows";
    public const string Wrong = "wrong_rows";
    public const string Empty = "empty_rows";
    public const string Newest = "newest";
}

/// <summary>What the data has said to a claim.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Wrong">How many of them disprove it.</param>
/// <param name="Empty">How many have nothing where the claim looks.</param>
/// <param name="Newest">The newest instant; known for freshness alone.</param>
public sealed record DataFinding(string Claim, long Rows, long Wrong, long Empty = 0, DateTime? Newest = null)
{
    /// <summary>A few keys or values of rows that disprove it, as text.</summary>
    public Seq<string> Sample { get; init; }
}

/// <summary>A claim that cannot be put to the data, and why.</summary>
public sealed record UncheckedClaim(DataClaim Claim, string Why);
