namespace BiAssistant.Sql.Tree;

/// <summary>How a frame counts its ends: by rows or by values of the ordering.</summary>
public enum SqlFrameUnit
{
    Rows,
    Range,
}

/// <summary>One end of a frame: the amount before (negative) or after (positive) the current row; null means unbounded.</summary>
public sealed record SqlFrameEnd(long? Offset) : SqlNode;

/// <summary>The rows around the current one that a window function sees.</summary>
public sealed record SqlFrame(SqlFrameUnit Unit, SqlFrameEnd From, SqlFrameEnd To) : SqlNode;

/// <summary>A function or aggregate computed over the rows of a window.</summary>
public sealed record SqlWindow(SqlExpression Function, Seq<SqlExpression> PartitionBy, Seq<SqlOrder> OrderBy, SqlFrame? Frame = null) : SqlExpression;
