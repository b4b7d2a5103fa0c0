using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>MySQL's constructs as portable ones. What depends on the session (its zone, its first day of a week) or counts in another way is refused.</summary>
internal class MySqlRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    /// <summary>Functions that mean the same under the same name.</summary>
    private static readonly FrozenSet<string> Same = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION REPLACE ABS ROUND FLOOR CEIL SIGN MOD POWER SQRT LN EXP");

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>
    {
        ["LENGTH"] = "it counts bytes; CHAR_LENGTH counts characters.",
        ["WEEK"] = "it numbers weeks as the session's settings say; WEEK(d, 3) gives the week of ISO 8601.",
        ["YEARWEEK"] = "group by the Monday of the week.",
        ["CONCAT_WS"] = "it leaves nulls out; CONCAT joins texts.",
        ["STDDEV"] = "it is the deviation of a population; STDDEV_SAMP is that of a sample.",
        ["STD"] = "it is the deviation of a population; STDDEV_SAMP is that of a sample.",
        ["STDDEV_POP"] = "STDDEV_SAMP is the deviation of a sample.",
        ["VARIANCE"] = "it is the variance of a population; VAR_SAMP is that of a sample.",
        ["VAR_POP"] = "VAR_SAMP is the variance of a sample.",
        ["TIMESTAMPDIFF"] = "it counts whole units that have passed, not boundaries; DATEDIFF counts days.",
        ["DATE_FORMAT"] = "patterns that give a day, a month or a year are known, such as DATE_FORMAT(d, '%Y-%m-01').",
        ["STR_TO_DATE"] = "patterns of ISO dates are known, such as STR_TO_DATE(x, '%Y-%m-%d').",
        ["LOG"] = "LN is the natural logarithm.",
        ["NOW"] = "write CURRENT_TIMESTAMP, the product's clock.",
        ["SYSDATE"] = "write CURRENT_TIMESTAMP, the product's clock.",
        ["UTC_TIMESTAMP"] = "write CURRENT_TIMESTAMP, the product's clock.",
        ["CURDATE"] = "write CURRENT_DATE, the product's clock.",
        ["UNIX_TIMESTAMP"] = "it depends on the session's zone; EXTRACT(EPOCH FROM t) does not.",
        ["FROM_UNIXTIME"] = "it depends on the session's zone; add seconds to TIMESTAMP '1970-01-01 00:00:00'.",
    }.ToFrozenDictionary();

    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlUnary { Operator: SqlUnaryOperator.Not, Operand: SqlIsDistinct { Negated: true } same } => (SqlIsDistinct)Children(same) with { Negated = false },
        SqlFunction or SqlCast or SqlBinary when MySqlRaisedDates.Known((SqlExpression)node) is { } known => SqlTree.MapChildren(known, Node),
        SqlBinary { Operator: SqlBinaryOperator.Add, Right: SqlIntervalOf interval } moved => Added(moved.Left, interval, back: false),
        SqlBinary { Operator: SqlBinaryOperator.Add, Left: SqlIntervalOf interval } moved => Added(moved.Right, interval, back: false),
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Right: SqlIntervalOf interval } moved => Added(moved.Left, interval, back: true),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => Counted((SqlBinary)Children(sum)),
        SqlLike like => Like(like),
        SqlQuery { Limit: long.MaxValue } query => Children(query with { Limit = null }),
        _ => base.Node(node),
    };

    protected override SqlExpression Divide(SqlBinary division) => new SqlBinary(SqlBinaryOperator.Divide, Raise(Unscaled(division.Left)), Divisor(Raise(division.Right)));

    private static SqlExpression Unscaled(SqlExpression native) =>
        native is SqlBinary { Operator: SqlBinaryOperator.Multiply, Right: SqlNumber { Value: { Scale: >= MySqlLowering.QuotientScale } and 1 } } scaled ? scaled.Left : native;

    /// <summary>Where no escape is said it is a backslash.</summary>
    private SqlLike Like(SqlLike like)
    {
        var raised = (SqlLike)Children(like);
        var backslash = new SqlText("\\");
        return (like.Escape, like.Pattern) switch
        {
            (null, SqlFunction { Name: "REPLACE", Arguments: [_, SqlText { Value: "\\" }, SqlText { Value: "\\\\" }] } doubled) => raised with { Pattern = Raise(doubled.Arguments[0]) },
            (null, SqlText pattern) => pattern.Value.Contains('\\', StringComparison.Ordinal) ? raised with { Escape = backslash } : raised,
            (null, _) => raised with { Escape = backslash },
            (SqlText { Value: [var escape] }, SqlText pattern) when !pattern.Value.Contains(escape, StringComparison.Ordinal) => raised with { Escape = null },
            _ => raised,
        };
    }

    protected override SqlExpression Cast(SqlCast cast) => cast switch
    {
        { Type.Kind: SqlTypeKind.BigInteger, Operand: SqlCast { Type: { Kind: SqlTypeKind.Decimal, Precision: 20, Scale: 0 } } rounded } => new SqlCast(Raise(rounded.Operand), SqlType.BigInteger),
        { Type.Kind: SqlTypeKind.Decimal } when cast.Type == MySqlDialect.WidestDecimal => new SqlCast(Raise(cast.Operand), new SqlType(SqlTypeKind.Decimal)),
        { Type: { Kind: SqlTypeKind.Decimal, Precision: > 38, Scale: var scale and < 38 } } => new SqlCast(Raise(cast.Operand), SqlType.Decimal(38, scale.Value)),
        { Type: { Kind: SqlTypeKind.Timestamp, Precision: 0 } } => Seconds(Raise(cast.Operand)),
        _ => base.Cast(cast),
    };

    private SqlExpression Seconds(SqlExpression instant) => instant is SqlText || TypeOf(instant).Kind == SqlTypeKind.Date
        ? new SqlCast(instant, SqlType.Timestamp)
        : Unportable("A cast to DATETIME, which rounds to seconds,", "DATETIME(6) keeps parts of a second.");

    protected override SqlExpression Function(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "CONCAT", Arguments: [var only] }:
                return new SqlCast(Raise(only), SqlType.Text);
            case { Name: "CONCAT", Arguments.IsEmpty: false }:
                return Raised(function.Arguments).Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Concat, left, right));
            case { Name: "CHAR_LENGTH", Arguments.Count: 1 }:
                return new SqlFunction("LENGTH", Raised(function.Arguments));
            case { Name: "LOCATE", Arguments: [var sought, var text] }:
                return new SqlFunction("POSITION", [Raise(sought), Raise(text)]);
            case { Name: "INSTR", Arguments: [var text, var sought] }:
                return new SqlFunction("POSITION", [Raise(sought), Raise(text)]);
            case { Name: "IF", Arguments: [var condition, var then, var otherwise] }:
                return Choice(Raise(condition), Raise(then), Raise(otherwise));
            case { Name: "IFNULL", Arguments.Count: 2 }:
                return new SqlFunction("COALESCE", Raised(function.Arguments));
            case { Name: "ISNULL", Arguments: [var tested] }:
                return new SqlIsNull(Raise(tested));
            case { Name: "LEFT" or "RIGHT", Arguments: [var text, var length] }:
                return Cut(function.Name, text, length);
            case { Name: "SUBSTRING", Arguments: [_, SqlNumber { Value: < 1 }, ..] }:
                return Unportable("SUBSTRING from the end of a text", "RIGHT(x, n) gives its last characters.");
            case { Name: "ROUND", Arguments: [SqlCast widened, ..] } when widened.Type == MySqlDialect.WidestDecimal:
                return base.Function(function with { Arguments = [widened.Operand, .. function.Arguments.Skip(1)] });
            case { Name: "REGEXP_REPLACE", Arguments: [var text, SqlText pattern, SqlText { Value: "" }] } when MySqlTexts.MeantTrim(pattern.Value) is (var name, var characters):
                return new SqlFunction(name, [Raise(text), new SqlText(characters)]);
            case { Name: "GREATEST" or "LEAST", Arguments.Count: > 1 }:
                return WhereAllAreThere(function.Name, Raised(function.Arguments));
            case { Name: "DATE_ADD" or "ADDDATE" or "DATE_SUB" or "SUBDATE", Arguments: [var day, SqlIntervalOf interval] }:
                return Added(day, interval, back: function.Name is "DATE_SUB" or "SUBDATE");
            case { Name: "TIMESTAMPADD", Arguments: [SqlWord unit, var amount, var day] } when MySqlRaisedDates.Unit(unit) is { } found:
                return new SqlDateAdd(found, Raise(amount), Raise(day));
            case { Name: "LAST_DAY", Arguments: [var day] }:
                return MonthsEnd(Raise(day));
            case { Name: "DATE_PART", Arguments: [SqlText { Value: "year_month" }, var day] }:
                return YearAndMonth(Raise(day));
            case { Name: "DATE_PART", Arguments: [SqlText word, _] }:
                return Unportable($"EXTRACT({word.Value.ToUpperInvariant()} FROM d)", Instead.GetValueOrDefault(word.Value.ToUpperInvariant()));
            case { Name: "DATE_FORMAT", Arguments: [var instant, SqlText format] } when MySqlRaisedDates.Formatted(Raise(instant), format.Value) is { } text:
                return text;
            case { Name: "STR_TO_DATE", Arguments: [var text, SqlText { Value: "%Y-%m-%d" }] }:
                return new SqlCast(Raise(text), SqlType.Date);
            case { Name: "STR_TO_DATE", Arguments: [var text, SqlText { Value: "%Y-%m-%d %H:%i:%s" or "%Y-%m-%d %T" }] }:
                return new SqlCast(Raise(text), SqlType.Timestamp);
            default:
                return Same.Contains(function.Name) ? base.Function(function) : Unportable($"The function {function.Name}", Instead.GetValueOrDefault(function.Name));
        }
    }

    private static SqlBinary YearAndMonth(SqlExpression day) => new(
        SqlBinaryOperator.Add,
        new SqlBinary(SqlBinaryOperator.Multiply, new SqlExtract(SqlDatePart.Year, day), new SqlNumber(100)),
        new SqlExtract(SqlDatePart.Month, day));

    /// <summary>A number of characters below zero takes none here and leaves some out elsewhere.</summary>
    private SqlFunction Cut(string name, SqlExpression text, SqlExpression length)
    {
        var meant = MySqlTexts.MeantLength(text, length);
        var raised = Raise(meant ?? length);
        return new SqlFunction(name, [Raise(text), meant is null
            ? Choice(new SqlBinary(SqlBinaryOperator.Less, raised, new SqlNumber(0)), new SqlNumber(0), raised)
            : raised]);
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => aggregate switch
    {
        { Name: "SUM" or "AVG", Arguments: [var condition] } when SqlTruth.IsCondition(condition) => base.Aggregate(aggregate with { Arguments = [Summed(condition)] }),
        { Name: "AVG", Arguments: [var scaled] } => base.Aggregate(aggregate with { Arguments = [Unscaled(scaled)] }),
        { Name: "SUM" or "COUNT" or "MIN" or "MAX" or "STDDEV_SAMP" or "VAR_SAMP" } => base.Aggregate(aggregate),
        _ => Unportable($"The aggregate {aggregate.Name}", Instead.GetValueOrDefault(aggregate.Name)),
    };

    /// <summary>A condition is added up as 1 and 0.</summary>
    private static SqlCase Summed(SqlExpression condition) =>
        new(null, [new SqlWhen(condition, new SqlNumber(1)), new SqlWhen(new SqlUnary(SqlUnaryOperator.Not, condition), new SqlNumber(0))], null);

    protected SqlExpression Added(SqlExpression day, SqlIntervalOf interval, bool back) =>
        new SqlDateAdd(interval.Unit, (Raise(interval.Amount), back) switch
        {
            (SqlNumber amount, true) => new SqlNumber(-amount.Value),
            (SqlText text, _) when long.TryParse(text.Value, out var amount) => new SqlNumber(back ? -amount : amount),
            (var amount, true) => new SqlUnary(SqlUnaryOperator.Negate, amount),
            (var amount, _) => amount,
        }, Raise(day));
}
