using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>One chosen step from rows already joined to the one row that each points to; it never multiplies rows.</summary>
/// <param name="Alias">Name of the joined relation in SQL.</param>
/// <param name="ParentAlias">The alias whose rows point here.</param>
/// <param name="Relationship">The relationship that was chosen.</param>
/// <param name="Dataset">The dataset joined.</param>
/// <param name="KeepUnmatched">Rows without a parent stay (a left join).</param>
/// <param name="On">The join condition, the joined dataset's own filter and row access included.</param>
public sealed record JoinStep(string Alias, string ParentAlias, Relationship Relationship, Dataset Dataset, bool KeepUnmatched, SqlExpression On);

/// <summary>A dataset and the to-one steps taken from it: every row of the root appears once.</summary>
public sealed record JoinTree(string Alias, Dataset Root, Seq<JoinStep> Steps);
