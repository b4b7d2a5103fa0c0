using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The rows that aggregates of one kind are computed from, in one warehouse.</summary>
/// <param name="Warehouse">The connection's name.</param>
/// <param name="Joins">Where rows come from; every row once.</param>
/// <param name="Groups">One expression a column of <see cref="GroupedBy"/>, same order.</param>
/// <param name="Filters">Conditions that a row must all meet: the question's, the metric's, the period's, the datasets' and the asker's.</param>
/// <param name="Reads">The tables and columns that this source may touch, in each warehouse that its joins reach.</param>
public sealed record BoundSource(string Warehouse, JoinTree Joins, Seq<SqlExpression> Groups, Seq<SqlExpression> Filters, Seq<BoundRead> Reads)
{
    /// <summary>The columns of <see cref="BoundQuery.Groups"/> that its rows are told apart by, in their order: all of them, or fewer where a number covers several groups.</summary>
    public Seq<string> GroupedBy { get; init; }

    /// <summary>The intervals that rows are counted in, where a row may belong to several or to another than its own; null where the groups say it all.</summary>
    public BoundIntervals? Intervals { get; init; }

    /// <summary>Which of the rows count; null means all.</summary>
    public BoundSelection? Selection { get; init; }
}

/// <summary>The periods of an answer and the interval of rows that belongs to each. They are joined to the rows as a relation of three columns.</summary>
/// <param name="Alias">The relation's alias.</param>
/// <param name="On">When a row belongs to a period, over the relation's columns and those of the rows.</param>
public sealed record BoundIntervals(string Alias, Seq<BoundInterval> Periods, SqlExpression On)
{
    public const string Period = "period";
    public const string RowsFrom = "rows_from";
    public const string RowsTo = "rows_to";

    /// <summary>Small periods that every interval is made of whole ones of, so that rows may be aggregated by them first; null where rows are looked at one by one.</summary>
    public BoundBucket? Bucket { get; init; }
}

/// <summary>Periods that rows are aggregated by before they are put together for the intervals of an answer.</summary>
/// <param name="Instant">The moment of a row.</param>
/// <param name="Start">The start of the period that a row lies in. Conditions of whole periods say the same of it as of the moment.</param>
/// <param name="Grain">What the periods are; whole ones make up the asked period, too.</param>
/// <param name="IsInterval">Every interval is exactly one of them.</param>
/// <param name="Asked">The asked period.</param>
public sealed record BoundBucket(SqlExpression Instant, SqlExpression Start, TimeGrain Grain, bool IsInterval, AbsolutePeriod Asked);

/// <summary>A period by its start, and the interval of its rows; an end that is null is open in every one of them.</summary>
public sealed record BoundInterval(SqlLiteral Period, SqlLiteral? From, SqlLiteral? To);

/// <summary>Which rows of a source count.</summary>
public abstract record BoundSelection
{
    private protected BoundSelection()
    {
    }
}

/// <summary>
/// The rows of one moment, of each period and each combination of <c>Per</c>. The moment is found among the rows that meet <c>Rows</c>; the source's filters
/// choose afterwards. Averages keep every row and count the moments.
/// </summary>
/// <param name="Rows">Conditions that a row must all meet to be a snapshot at all.</param>
/// <param name="Per">What each has a snapshot of its own; the period comes first where there is one.</param>
/// <param name="Over">The moment of a row.</param>
public sealed record BoundSnapshot(Seq<SqlExpression> Rows, Seq<SqlExpression> Per, SqlExpression Over, SnapshotTake Take) : BoundSelection
{
    /// <summary>The relation of snapshot rows and its column with the number of moments of a period.</summary>
    public const string Alias = "snapshots";

    /// <summary>How many moments the row's period has.</summary>
    public static readonly SqlColumn Moments = new(Alias, "moments");
}

/// <summary>Rows that have a later row elsewhere; <c>Filters</c> hold what ties the two together.</summary>
public sealed record BoundFollowed(JoinTree Joins, Seq<SqlExpression> Filters) : BoundSelection;

/// <summary>The range of usual values, one row of its own that every row sees: aggregates of the rows that the metric is about, by name.</summary>
public sealed record BoundUsual(JoinTree Joins, Seq<SqlExpression> Filters, Seq<BoundUsualEnd> Ends) : BoundSelection
{
    public const string Alias = "usual";
}

/// <summary>A named aggregate of a range.</summary>
public sealed record BoundUsualEnd(string Name, SqlAggregate Call);
