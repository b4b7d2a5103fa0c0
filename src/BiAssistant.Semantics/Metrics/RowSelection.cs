using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Which rows of a dataset count for an aggregate, beyond filters and clock. Columns are logical fields.</summary>
public abstract record RowSelection
{
    private protected RowSelection()
    {
    }
}

/// <summary>
/// The rows of one moment of the interval (the last, the first), of each combination of <c>Per</c>; or all its moments, averaged. The moment is found among all rows of
/// the dataset; filters then choose among its rows, so that one who has left by the last moment does not count with an earlier row.
/// </summary>
public sealed record SnapshotRows(Field Over, SnapshotTake Take, Seq<SqlColumn> Per) : RowSelection;

/// <summary>The last (first) row of whatever is asked for, by a clock: of each group, among the rows that meet the filters. Where several share that time and differ, there is no one value.</summary>
public sealed record EndRows(Field By, bool Last) : RowSelection;

/// <summary>Rows that hold on the interval's last day, or on average over its days; an empty end is open.</summary>
public sealed record ValidRows(Field From, Field To, bool ToInclusive, bool Average) : RowSelection;

/// <summary>
/// Rows whose entity has another row, of this dataset or of another, at the same time or later, within a length of time that is included; null means any time.
/// No row follows itself: who orders once has not ordered again.
/// </summary>
/// <param name="Entity">Told apart by this field, on either side.</param>
/// <param name="Event">The clock of this dataset's rows.</param>
/// <param name="Dataset">Where the later rows are.</param>
/// <param name="LaterEvent">The clock of the later rows.</param>
public sealed record FollowedRows(SqlColumn Entity, Field Event, Dataset Dataset, Field LaterEvent, SqlInterval? Within) : RowSelection;

/// <summary>Rows whose value is not far off what all rows of the metric have, or whose value is brought back to that range.</summary>
/// <param name="Method">How the range is found.</param>
/// <param name="Limit">Multiples of the interquartile range or of the standard deviation, or the fraction at the upper end.</param>
/// <param name="Cap">Far-off values become the nearer end; else their rows do not count.</param>
public sealed record UsualRows(OutlierMethod Method, decimal Limit, bool Cap) : RowSelection;

/// <summary>How the range of usual values is found.</summary>
public enum OutlierMethod
{
    /// <summary>From the lower quartile minus, to the upper quartile plus multiples of their distance.</summary>
    InterquartileRange,

    /// <summary>Multiples of the standard deviation around the mean.</summary>
    ZScore,

    /// <summary>Between a percentile and its counterpart at the other end.</summary>
    Percentile,
}
