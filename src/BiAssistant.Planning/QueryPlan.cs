using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>How an answer is computed: fragments, each in one warehouse, and at most one merge over their rows in the embedded engine. Without a merge there is one fragment and its rows are the answer's.</summary>
public sealed record QueryPlan(BoundQuery Query, Seq<PlanFragment> Fragments, PlanNode? Merge);

/// <summary>One query for one warehouse.</summary>
/// <param name="Name">Name of its rows where others read them.</param>
/// <param name="Warehouse">The connection's name.</param>
/// <param name="Root">What it computes.</param>
/// <param name="Columns">Its output columns and what their cells must be, whatever the engine stores them as; unknown leaves them as they come.</param>
/// <param name="Reads">What its text may touch.</param>
public sealed record PlanFragment(string Name, string Warehouse, PlanNode Root, Seq<FragmentColumn> Columns, SqlAllowList Reads)
{
    /// <summary>Keys of other fragments outside of which none of its rows counts.</summary>
    public Seq<KeySet> Keys { get; init; }

    /// <summary>The same rows but for those outside of the keys, which are parameters that are not known yet; null where there are no keys.</summary>
    public PlanNode? Narrowed { get; init; }
}

/// <summary>Keys that one fragment gives to another.</summary>
/// <param name="Fragment">Who gives them.</param>
/// <param name="Column">Its column that holds them.</param>
/// <param name="Parameter">The name under which they are sent.</param>
/// <param name="Type">What they are compared with, as far as the catalog says it.</param>
public sealed record KeySet(string Fragment, string Column, string Parameter, SqlType Type);

/// <summary>An output column of a fragment.</summary>
public sealed record FragmentColumn(string Name, SqlType Type);

/// <summary>A step of a plan: rows in, rows out. Names are output column names.</summary>
public abstract record PlanNode
{
    private protected PlanNode()
    {
    }

    /// <summary>The steps whose rows it takes.</summary>
    public virtual Seq<PlanNode> Sources => [];
}

/// <summary>A computed output column.</summary>
public sealed record PlanColumn(string Name, SqlExpression Expression);

/// <summary>Rows of one join tree, filtered, grouped and aggregated: one row a group, every fact row counted once. Without aggregates, the distinct groups.</summary>
public sealed record AggregateNode(JoinTree Joins, Seq<SqlExpression> Filters, Seq<PlanColumn> Groups, Seq<PlanColumn> Aggregates) : PlanNode
{
    /// <summary>The periods that rows are joined to, so that a row counts in each that it belongs to; null where there are none.</summary>
    public BoundIntervals? Intervals { get; init; }

    /// <summary>Which of the rows count; null means all.</summary>
    public BoundSelection? Selection { get; init; }

    /// <summary>Each row stands for itself: nothing is grouped.</summary>
    public bool EachRow { get; init; }

    /// <summary>Those of the groups whose texts are told apart to the last character, whatever the engine takes for equal.</summary>
    public Seq<SqlExpression> Exact { get; init; }
}

/// <summary>
/// Rows that were aggregated by small periods, put together for the periods of an answer, so that each row is read once however many of these it counts in. Expressions are over the columns
/// of <c>Rows</c> and of the intervals.
/// </summary>
/// <param name="Rows">One row a group and small period.</param>
/// <param name="Grain">What the small periods are called.</param>
/// <param name="Condition">Which of them count; null means all.</param>
/// <param name="Intervals">The periods that they are joined to; null where the groups say it all.</param>
public sealed record BucketNode(AggregateNode Rows, string Grain, Seq<PlanColumn> Groups, Seq<PlanColumn> Aggregates, SqlExpression? Condition, BoundIntervals? Intervals) : PlanNode
{
    /// <summary>The small periods are the answer's own, so that there is nothing to put together.</summary>
    public bool AsTheyAre { get; init; }

    public override Seq<PlanNode> Sources => [Rows];
}

/// <summary>Aggregated rows of several inputs matched on their keys, nulls matching nulls; a measure that an input lacks is null there. A group that any input has is there once.</summary>
public sealed record MatchNode(Seq<PlanNode> Inputs, Seq<string> Keys) : PlanNode
{
    /// <summary>Periods that are there for every combination of the other keys, whether an input has them or not; null where there are only the inputs' own.</summary>
    public PeriodRows? Periods { get; init; }

    public override Seq<PlanNode> Sources => Inputs;
}

/// <summary>Starts of periods, oldest first, as they stand in a key column.</summary>
public sealed record PeriodRows(string Column, TimeGrain Grain, Seq<SqlLiteral> Starts);

/// <summary>The rows of a fragment, in the merge.</summary>
public sealed record FragmentNode(string Fragment, Seq<string> Keys, Seq<string> Measures) : PlanNode;

/// <summary>Keys kept, measures computed from the input's columns.</summary>
public sealed record ComputeNode(PlanNode Input, Seq<string> Keys, Seq<PlanColumn> Measures) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Rows of groups, each beside the one row of a coarser grain that shares its keys, nulls sharing with nulls; a row without one stays. Without keys there is one coarser row.</summary>
public sealed record BesideNode(PlanNode Input, PlanNode Coarser, Seq<string> Keys) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input, Coarser];
}

/// <summary>The input's columns and more that are computed from them, windows over its rows included.</summary>
public sealed record ExtendNode(PlanNode Input, Seq<PlanColumn> Columns) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Some of the input's columns.</summary>
public sealed record PickNode(PlanNode Input, Seq<string> Columns) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Rows that meet a condition over the input's columns.</summary>
public sealed record FilterNode(PlanNode Input, SqlExpression Condition) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Rows joined to the rows from elsewhere that a condition over the columns of both matches; a row without one stays when <c>KeepUnmatched</c>.</summary>
public sealed record LookupNode(PlanNode Input, PlanNode Dimension, SqlExpression On, bool KeepUnmatched) : PlanNode
{
    /// <summary>The pairs of columns that are compared; empty where what is compared is no column.</summary>
    public Seq<LookupKey> Keys { get; init; }

    /// <summary>A row may match several: a breakdown over a bridge.</summary>
    public bool IsMany { get; init; }

    public override Seq<PlanNode> Sources => [Input, Dimension];
}

/// <summary>Rows joined to the periods that each counts in.</summary>
/// <param name="Intervals">The periods; their condition is over the input's columns and their own.</param>
/// <param name="Columns">What is kept of the periods, by name.</param>
public sealed record IntervalsNode(PlanNode Input, BoundIntervals Intervals, Seq<PlanColumn> Columns) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Rows of the first or last moment of each of <c>Per</c>; of an average all rows, beside how many moments there are.</summary>
/// <param name="Over">The moment of a row.</param>
/// <param name="Moment">A free name.</param>
/// <param name="Moments">What the number of moments is called.</param>
public sealed record MomentsNode(PlanNode Input, Seq<SqlExpression> Per, SqlExpression Over, SnapshotTake Take, string Moment, string Moments) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>Rows that at least one row of <c>Later</c> follows: a condition over the columns of both. None is there twice.</summary>
public sealed record FollowedNode(PlanNode Input, PlanNode Later, SqlExpression On) : PlanNode
{
    /// <summary>The pairs of columns by which rows are told to be about the same.</summary>
    public Seq<LookupKey> Keys { get; init; }

    public override Seq<PlanNode> Sources => [Input, Later];
}

/// <summary>A pair of columns that a lookup matches: the input's and the dimension's.</summary>
public sealed record LookupKey(string Input, string Dimension);

/// <summary>One row without columns, for numbers that no rows are needed for.</summary>
public sealed record OneRowNode : PlanNode;

/// <summary>Partial aggregates put together at a coarser grain.</summary>
public sealed record RegroupNode(PlanNode Input, Seq<PlanColumn> Groups, Seq<PlanColumn> Aggregates) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}

/// <summary>
/// The final order, nulls last, and how many rows: with <c>Top</c>, the first of the order by <c>RankBy</c> alone, ties at the cut included, within each value
/// of the columns that <c>Top.Per</c> names.
/// </summary>
public sealed record OrderNode(PlanNode Input, Seq<BoundOrder> OrderBy, Top? Top, Seq<BoundOrder> RankBy) : PlanNode
{
    public override Seq<PlanNode> Sources => [Input];
}
