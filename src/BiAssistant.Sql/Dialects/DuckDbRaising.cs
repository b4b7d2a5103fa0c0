using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>DuckDB's own SQL as portable: division is exact as it is, weeks and epochs have their own ways.</summary>
internal sealed class DuckDbRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["IFNULL"] = "COALESCE", ["LCASE"] = "LOWER", ["UCASE"] = "UPPER", ["LEN"] = "LENGTH", ["CHAR_LENGTH"] = "LENGTH", ["CHARACTER_LENGTH"] = "LENGTH",
        ["SUBSTR"] = "SUBSTRING", ["CEILING"] = "CEIL", ["POW"] = "POWER",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, SqlDatePart> Parts = new Dictionary<string, SqlDatePart>
    {
        ["YEAR"] = SqlDatePart.Year, ["QUARTER"] = SqlDatePart.Quarter, ["MONTH"] = SqlDatePart.Month, ["WEEK"] = SqlDatePart.Week, ["WEEKOFYEAR"] = SqlDatePart.Week,
        ["DAY"] = SqlDatePart.Day, ["DAYOFMONTH"] = SqlDatePart.Day, ["DAYOFYEAR"] = SqlDatePart.DayOfYear, ["ISODOW"] = SqlDatePart.DayOfWeek,
        ["HOUR"] = SqlDatePart.Hour, ["MINUTE"] = SqlDatePart.Minute, ["SECOND"] = SqlDatePart.Second,
    }.ToFrozenDictionary();

    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => Sum(sum),
        SqlDateDiff difference => Difference(difference),
        SqlExtract { Part: SqlDatePart.Epoch } => Unportable("EXTRACT(EPOCH FROM x) with its fraction", "write CAST(FLOOR(EXTRACT(EPOCH FROM x)) AS BIGINT)."),
        _ => base.Node(node),
    };

    protected override SqlExpression Divide(SqlBinary division) =>
        new SqlBinary(SqlBinaryOperator.Divide, Raise(division.Left), Divisor(Raise(division.Right)));

    protected override SqlExpression Cast(SqlCast cast) => cast switch
    {
        { Type.Kind: SqlTypeKind.BigInteger, Operand: SqlFunction { Name: "FLOOR", Arguments: [SqlExtract { Part: SqlDatePart.Epoch } epoch] } } => epoch with { Operand = Raise(epoch.Operand) },
        { Type.Kind: SqlTypeKind.Date } => Day(Raise(cast.Operand)),
        // Text is not cut here, whatever length is said.
        { Type: { Kind: SqlTypeKind.Text, Precision: not null } } => base.Cast(cast with { Type = SqlType.Text }),
        { Type: { Kind: SqlTypeKind.Decimal, Precision: null } } => base.Cast(cast with { Type = SqlType.Decimal(18, 3) }),
        _ => base.Cast(cast),
    };

    /// <summary>Weeks are counted whole from the first day on, and portable ones by Mondays: alike between two Mondays.</summary>
    private SqlExpression Difference(SqlDateDiff native)
    {
        var raised = (SqlDateDiff)Children(native);
        return raised switch
        {
            { Unit: not SqlTimeUnit.Week } => raised,
            { From: SqlDateTrunc { Unit: SqlTimeUnit.Week } from, To: SqlDateTrunc { Unit: SqlTimeUnit.Week } to } => new SqlDateDiff(SqlTimeUnit.Week, from.Operand, to.Operand),
            _ => Unportable("DATE_DIFF('week', a, b), which does not count Mondays,", "write DATE_DIFF('week', DATE_TRUNC('week', a), DATE_TRUNC('week', b))."),
        };
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => aggregate switch
    {
        { Name: "QUANTILE_CONT", Arguments: [_, _] } => base.Aggregate(aggregate with { Name = "PERCENTILE" }),
        { Name: "COUNT_IF", Arguments: [var condition], Distinct: false, Filter: null } => new SqlAggregate("COUNT", [new SqlStar()]) { Filter = Raise(condition) },
        _ => base.Aggregate(aggregate),
    };

    protected override SqlExpression Function(SqlFunction function)
    {
        if (function.Arguments is [var day] && Parts.TryGetValue(function.Name, out var part))
        {
            return Raise(new SqlExtract(part, day));
        }

        return (function.Name, function.Arguments) switch
        {
            ("DAYOFWEEK" or "WEEKDAY", [var x]) => SundayIsZero(Raise(x)),
            ("DATE_PART" or "DATEPART", _) => DatePart(function) ?? Unportable("This part of a date"),
            ("DATEDIFF", [SqlText unit, var from, var to]) when Parsing.SqlUnits.Find(unit.Value) is { } found => Difference(new SqlDateDiff(found, from, to)),
            ("STRPOS" or "INSTR", [var text, var sought]) => new SqlFunction("POSITION", [Raise(sought), Raise(text)]),
            ("STRFTIME", [var x, SqlText { Value: "%Y-%m-%d" }]) => DayText(Raise(x), 10),
            ("STRFTIME", [var x, SqlText { Value: "%Y-%m" }]) => DayText(Raise(x), 7),
            ("STRFTIME", [var x, SqlText { Value: "%Y" }]) => DayText(Raise(x), 4),
            ("LAG" or "LEAD", [SqlCase { Operand: null, Branches: [{ Condition: SqlBoolean { Value: true } } widened], Else: { } filled }, var distance, var instead]) when filled == instead =>
                base.Function(function with { Arguments = [widened.Result, distance, instead] }),
            ("LAST_DAY", [var x]) => MonthsEnd(Raise(x)),
            ("CONCAT", _) => Unportable("CONCAT, which takes nulls as empty,", "join with ||, and COALESCE(x, '') where a null may be."),
            ("NOW" or "TODAY" or "CURRENT_LOCALTIMESTAMP", _) => Unportable($"The function {function.Name}", "write CURRENT_DATE or CURRENT_TIMESTAMP."),
            _ => Renamed(function, Names) ?? base.Function(function),
        };
    }
}
