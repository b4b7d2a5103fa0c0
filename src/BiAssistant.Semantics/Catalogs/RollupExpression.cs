using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>What a rollup field computes for each row of its dataset: an expression as a field has one, in which columns of <see cref="Parts"/> stand for aggregates.</summary>
/// <param name="Expression">Over the parts, physical columns and logical fields of the dataset.</param>
/// <param name="Gathered">The aggregates, by the name of the column that stands for each.</param>
public sealed record RollupExpression(SqlExpression Expression, Seq<RollupPart> Gathered)
{
    /// <summary>The table of the columns that stand for aggregates.</summary>
    public const string Parts = "(parts)";
}

/// <summary>One aggregate over the rows of another dataset that lead to this one.</summary>
/// <param name="Name">The column that stands for it.</param>
/// <param name="Call">Over logical fields of the root, under the names by which the product knows them, and columns of the dataset that the rollup belongs to.</param>
/// <param name="Root">The dataset whose rows are gathered.</param>
/// <param name="Via">The relationship that was named; null where there is one way only.</param>
/// <param name="Type">What it gives; unknown when it cannot be told.</param>
public sealed record RollupPart(string Name, SqlAggregate Call, Dataset Root, string? Via, SqlType Type)
{
    /// <summary>The table of columns that are logical fields of the dataset that the rollup belongs to; its physical columns have none.</summary>
    public const string Own = "(own)";
}
