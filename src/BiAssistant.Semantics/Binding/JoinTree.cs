using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>One chosen step from rows already joined to the one row that each points to; it never multiplies rows.</summary>
/// <param name="Alias">Name of the joined relation in SQL.</param>
/// <param name="ParentAlias">The alias whose rows point here.</param>
/// <param name="Relationship">The relationship that was chosen.</param>
/// <param name="Dataset">The dataset joined; of gathered rows, the one that they are gathered from.</param>
/// <param name="KeepUnmatched">Rows without a parent stay (a left join).</param>
/// <param name="On">The join condition, the joined dataset's own filter and row access included.</param>
public sealed record JoinStep(string Alias, string ParentAlias, Relationship Relationship, Dataset Dataset, bool KeepUnmatched, SqlExpression On)
{
    /// <summary>Rows of another join tree, made into a table of their own, that are joined instead of the dataset's; null where it is joined itself.</summary>
    public GatheredRows? Gathered { get; init; }

    /// <summary>Steps that the joined dataset's own filter and row access need, joined to it before it is joined itself: a row that they drop was never there.</summary>
    public Seq<JoinStep> Within { get; init; }

    /// <summary>This step and those within it.</summary>
    public IEnumerable<JoinStep> Flat => Within.SelectMany(s => s.Flat).Prepend(this);
}

/// <summary>A dataset and the to-one steps taken from it: every row of the root appears once.</summary>
public sealed record JoinTree(string Alias, Dataset Root, Seq<JoinStep> Steps);

/// <summary>Rows of a join tree made into one for each key: what a rollup gathers.</summary>
/// <param name="Joins">Where the rows come from.</param>
/// <param name="Filters">Conditions that each of them must meet.</param>
/// <param name="Keys">What tells the gathered rows apart.</param>
/// <param name="Aggregates">What is computed for each key; without any, the rows are the distinct keys.</param>
public sealed record GatheredRows(JoinTree Joins, Seq<SqlExpression> Filters, Seq<GatheredColumn> Keys, Seq<GatheredColumn> Aggregates);

/// <summary>An output column of gathered rows, over the aliases of their own join tree.</summary>
public sealed record GatheredColumn(string Name, SqlExpression Expression);
