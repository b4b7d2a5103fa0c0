using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>
/// A period of local time is told by the local time of each row, which no index and no partition knows. So that an engine need not read every row, the stored moments are bounded as well, a day
/// wider at each end than the period: no zone's clocks are further from UTC. The local condition stays and decides.
/// </summary>
internal static class ZonedBounds
{
    private const string Function = "TIMEZONE";

    /// <summary>The conditions, and what they say of stored moments.</summary>
    public static Seq<SqlExpression> With(Seq<SqlExpression> conditions) => conditions.AddRange(conditions.Select(Bound).OfType<SqlExpression>());

    private static SqlBinary? Bound(SqlExpression condition) =>
        RowBound.Of(condition) is { Instant: SqlFunction { Name: Function, Arguments: [_, var stored] } } bound && DayBeyond(bound) is { } edge
            ? new SqlBinary(bound.IsFrom ? SqlBinaryOperator.GreaterOrEqual : SqlBinaryOperator.Less, stored, Moment(edge))
            : null;

    private static DateTime? DayBeyond(RowBound bound) =>
        bound.IsFrom ? bound.At > DateTime.MinValue.AddDays(1) ? bound.At.AddDays(-1) : null
        : bound.At < DateTime.MaxValue.AddDays(-1) ? bound.At.AddDays(1)
        : null;

    private static SqlCast Moment(DateTime utc) => new(new SqlText(utc.ToString("yyyy-MM-dd HH:mm:ss+00", CultureInfo.InvariantCulture)), new SqlType(SqlTypeKind.TimestampTz));
}
