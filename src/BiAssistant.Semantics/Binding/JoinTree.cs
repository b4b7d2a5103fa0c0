using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>One chosen step from rows already joined to the one row that each points to; it multiplies no rows unless they are <see cref="GatheredRows.IsMany"/>.</summary>
/// <param name="Alias">Name of the joined relation in SQL.</param>
/// <param name="ParentAlias">The alias whose rows point here.</param>
/// <param name="Relationship">The relationship that was chosen; null for one row that stands beside every row.</param>
/// <param name="Dataset">The dataset joined; of gathered rows, the one that they are gathered from.</param>
/// <param name="KeepUnmatched">Rows without a parent stay (a left join).</param>
/// <param name="On">The join condition, the joined dataset's own filter and row access included.</param>
public sealed record JoinStep(string Alias, string ParentAlias, Relationship? Relationship, Dataset Dataset, bool KeepUnmatched, SqlExpression On)
{
    /// <summary>Rows of another join tree, made into a table of their own, that are joined instead of the dataset's; null where it is joined itself.</summary>
    public GatheredRows? Gathered { get; init; }

    /// <summary>The results of a nested query that are joined instead of a dataset's rows; null where there are none.</summary>
    public NestedRows? Nested { get; init; }

    /// <summary>Steps that the joined dataset's own filter and row access need, joined to it before it is joined itself: a row that they drop was never there.</summary>
    public Seq<JoinStep> Within { get; init; }

    /// <summary>This step and those within it.</summary>
    public IEnumerable<JoinStep> Flat => Within.SelectMany(s => s.Flat).Prepend(this);
}

/// <summary>A dataset and the to-one steps taken from it: every row of the root appears once, or once for each of the many rows of a breakdown over a bridge.</summary>
public sealed record JoinTree(string Alias, Dataset Root, Seq<JoinStep> Steps)
{
    /// <summary>Nested queries that its rows are joined to.</summary>
    public IEnumerable<BoundQuery> Queries => Steps.SelectMany(s => s.Flat).SelectMany(s => s.Nested is { } nested ? [nested.Query] : s.Gathered?.Joins.Queries ?? []);

    /// <summary>A row may appear several times and counts in whole each time: what is added up can be more than the whole.</summary>
    public bool CountsInEach => Steps.Any(s => s.Gathered is { IsMany: true, IsShared: false });

    /// <summary>A row may appear several times, and each time a part of it counts.</summary>
    public bool IsShared => Steps.Any(s => s.Gathered is { IsShared: true });
}

/// <summary>Rows of a join tree made into one for each key: what a rollup gathers, or what the links of a bridge lead to.</summary>
/// <param name="Joins">Where the rows come from.</param>
/// <param name="Filters">Conditions that each of them must meet.</param>
/// <param name="Keys">What tells the gathered rows apart.</param>
/// <param name="Aggregates">What is computed for each key; without any, the rows are the distinct keys.</param>
public sealed record GatheredRows(JoinTree Joins, Seq<SqlExpression> Filters, Seq<GatheredColumn> Keys, Seq<GatheredColumn> Aggregates)
{
    /// <summary>A row that they are joined to may match several of them: a breakdown over a bridge.</summary>
    public bool IsMany { get; init; }

    /// <summary>What is aggregated over them is weighed, so that a row counts once in all.</summary>
    public bool IsShared { get; init; }
}

/// <summary>An output column of gathered rows, over the aliases of their own join tree.</summary>
public sealed record GatheredColumn(string Name, SqlExpression Expression);
