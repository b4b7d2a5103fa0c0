using System.Collections.Frozen;
using System.Globalization;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Snowflake's constructs as portable ones. What a parameter of the session decides (where a week begins) is refused.</summary>
internal sealed class SnowflakeRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    /// <summary>Functions that mean the same under the same name.</summary>
    private static readonly FrozenSet<string> Same = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF LOWER UPPER TRIM LTRIM RTRIM SUBSTRING POSITION REPLACE LENGTH LEFT RIGHT ABS ROUND FLOOR CEIL SIGN MOD POWER SQRT LN EXP");

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["NVL"] = "COALESCE", ["IFNULL"] = "COALESCE", ["SUBSTR"] = "SUBSTRING", ["CHARINDEX"] = "POSITION", ["LEN"] = "LENGTH", ["POW"] = "POWER",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>
    {
        ["WEEK"] = "the session says where a week begins; WEEKISO(d) is the week of ISO 8601.",
        ["WEEKOFYEAR"] = "the session says where a week begins; WEEKISO(d) is the week of ISO 8601.",
        ["DAYOFWEEK"] = "the session says where a week begins; DAYOFWEEKISO(d) counts from Monday as 1.",
        ["DIV0"] = "write COALESCE(a / NULLIF(b, 0), 0).",
        ["DIV0NULL"] = "write COALESCE(a / NULLIF(b, 0), 0).",
        ["ADD_MONTHS"] = "it keeps to the last day of a month; DATEADD(MONTH, n, d) keeps the day.",
        ["MONTHS_BETWEEN"] = "it counts parts of months; DATEDIFF(MONTH, a, b) counts whole ones.",
        ["TO_CHAR"] = "patterns of ISO dates are known, such as TO_CHAR(d, 'YYYY-MM').",
        ["TO_VARCHAR"] = "patterns of ISO dates are known, such as TO_CHAR(d, 'YYYY-MM').",
        ["TO_DATE"] = "patterns of ISO dates are known, such as TO_DATE(x, 'YYYY-MM-DD').",
        ["GETDATE"] = "write CURRENT_TIMESTAMP, the product's clock.",
        ["SYSDATE"] = "write CURRENT_TIMESTAMP, the product's clock.",
    }.ToFrozenDictionary();

    private const string Weeks = "the session says where a week begins; DATEADD(DAY, 1 - DAYOFWEEKISO(d), d::DATE) is the Monday of a week.";

    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: var to, Right: var from } when WeeksSinceMonday(to) is { } last && WeeksSinceMonday(from) is { } first =>
            new SqlDateDiff(SqlTimeUnit.Week, Raise(first), Raise(last)),
        SqlExtract extract => extract with { Operand = Raise(extract.Part is SqlDatePart.Hour or SqlDatePart.Minute or SqlDatePart.Second or SqlDatePart.Epoch ? Local(extract.Operand) : extract.Operand) },
        SqlWindow window => Window(window),
        SqlQuery { Limit: SnowflakeLowering.AllRows } query => Children(query with { Limit = null }),
        _ => base.Node(node),
    };

    private static SqlExpression? WeeksSinceMonday(SqlExpression native) => native is SqlFunction
    {
        Name: "FLOOR",
        Arguments: [SqlBinary
        {
            Operator: SqlBinaryOperator.Divide,
            Left: SqlFunction { Name: "DATEDIFF", Arguments: [SqlWord { Word: "DAY" }, SqlDate monday, var day] },
            Right: SqlNumber { Value: 7 },
        }],
    } && monday == SnowflakeLowering.Monday ? day : null;

    /// <summary>The operand that was made a time so that it has hours.</summary>
    private static SqlExpression Local(SqlExpression native) => native is SqlCast { Type.Kind: SqlTypeKind.Timestamp, Operand: not SqlText } cast ? cast.Operand : native;

    /// <summary>Without a frame these see the whole partition here, and elsewhere what comes before the current row.</summary>
    private SqlNode Window(SqlWindow window) => window is { Frame: null, OrderBy.IsEmpty: false, Function: SqlFunction { Name: "LAST_VALUE" or "NTH_VALUE" } } && window.OrderBy is not [{ Expression: SqlNull }]
        ? Children(window with { Frame = new SqlFrame(SqlFrameUnit.Rows, new SqlFrameEnd(null), new SqlFrameEnd(null)) })
        : Children(window);

    protected override SqlExpression Divide(SqlBinary division) =>
        new SqlBinary(SqlBinaryOperator.Divide, Raise(Unscaled(division.Left)), Divisor(Raise(division.Right)));

    private static SqlExpression Unscaled(SqlExpression native) => native is SqlCast cast && cast.Type == SnowflakeLowering.Exact ? cast.Operand : native;

    private static SqlExpression Unapproximated(SqlExpression native) => native is SqlCast cast && cast.Type == SqlType.Double ? cast.Operand : native;

    protected override SqlExpression Cast(SqlCast cast) =>
        cast is { Type.Kind: SqlTypeKind.Timestamp, Operand: SqlText text } && Instant(text.Value) is { } instant ? new SqlTimestamp(instant) : base.Cast(cast);

    private static DateTime? Instant(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    protected override SqlExpression Function(SqlFunction function)
    {
        if (Renamed(function, Names) is { } renamed)
        {
            return renamed;
        }

        var arguments = function.Arguments;
        switch (function.Name)
        {
            case "IFF" when arguments is [var condition, var then, var otherwise]:
                return Choice(Raise(condition), Raise(then), Raise(otherwise));
            case "NVL2" when arguments is [var tested, var then, var otherwise]:
                return Choice(new SqlIsNull(Raise(tested), Negated: true), Raise(then), Raise(otherwise));
            case "ZEROIFNULL" when arguments is [var only]:
                return new SqlFunction("COALESCE", [Raise(only), new SqlNumber(0)]);
            case "NULLIFZERO" when arguments is [var only]:
                return new SqlFunction("NULLIF", [Raise(only), new SqlNumber(0)]);
            case "GREATEST_IGNORE_NULLS" or "LEAST_IGNORE_NULLS" when arguments.Count > 0:
                return new SqlFunction(function.Name == "LEAST_IGNORE_NULLS" ? "LEAST" : "GREATEST", Raised(arguments));
            case "GREATEST" or "LEAST" when arguments.Count > 1:
                return WhereAllAreThere(function.Name, Raised(arguments));
            case "CONCAT" when arguments.Count > 0:
                return Raised(arguments).Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Concat, left, right));
            case "CONTAINS" when arguments is [var text, var sought]:
                return new SqlBinary(SqlBinaryOperator.Greater, new SqlFunction("POSITION", [Raise(sought), Raise(text)]), new SqlNumber(0));
            case "STARTSWITH" or "ENDSWITH" when arguments is [var text, var end]:
                return Ends(function.Name == "STARTSWITH" ? "LEFT" : "RIGHT", Raise(text), Raise(end));
            case "SUBSTRING" when arguments is [_, SqlNumber { Value: < 1 }, ..]:
                return Unportable("SUBSTRING from the end of a text", "RIGHT(x, n) gives its last characters.");
            default:
                return Calendar(function) ?? (Same.Contains(function.Name) ? base.Function(function) : Unportable($"The function {function.Name}", Instead.GetValueOrDefault(function.Name)));
        }
    }

    private SqlExpression? Calendar(SqlFunction function)
    {
        var arguments = function.Arguments;
        switch (function.Name)
        {
            case "DATEADD" when Monday(arguments) is { } day:
                return new SqlDateTrunc(SqlTimeUnit.Week, Raise(day));
            case "DATEADD" or "TIMESTAMPADD" when arguments is [var unit, var amount, var moved] && SnowflakeUnits.Unit(unit) is { } found:
                return new SqlDateAdd(found, Raise(amount), Raise(moved));
            case "DATEDIFF" or "TIMESTAMPDIFF" when arguments is [var unit, var from, var to] && SnowflakeUnits.Unit(unit) is { } found:
                return found == SqlTimeUnit.Week ? Unportable("DATEDIFF in weeks", Weeks) : new SqlDateDiff(found, Raise(from), Raise(to));
            case "DATE_TRUNC" when arguments is [var unit, var day] && SnowflakeUnits.Unit(unit) is { } found:
                return found == SqlTimeUnit.Week ? Unportable("DATE_TRUNC to weeks", Weeks) : new SqlDateTrunc(found, Raise(found < SqlTimeUnit.Day ? Local(day) : day));
            case "DATE_PART" when arguments is [var part, var day] && SnowflakeUnits.Part(part) is { } found:
                return new SqlExtract(found, Raise(day));
            case "YEAR" or "QUARTER" or "MONTH" or "DAY" or "DAYOFMONTH" or "DAYOFYEAR" or "DAYOFWEEKISO" or "WEEKISO" or "HOUR" or "MINUTE" or "SECOND"
                when arguments is [var day] && SnowflakeUnits.Part(function.Name) is { } found:
                return new SqlExtract(found, Raise(day));
            case "LAST_DAY" when Only(arguments, "MONTH") is { } day:
                return MonthsEnd(Raise(day));
            case "TO_DATE" or "DATE" when Only(arguments, "YYYY-MM-DD", "AUTO") is { } day:
                return new SqlCast(Raise(day), SqlType.Date);
            case "TO_TIMESTAMP_NTZ" when Only(arguments, "YYYY-MM-DD HH24:MI:SS") is { } instant:
                return Raise(new SqlCast(instant, SqlType.Timestamp));
            case "TO_DOUBLE" when arguments is [var number]:
                return new SqlCast(Raise(number), SqlType.Double);
            case "DATE_FROM_PARTS" when arguments is [SqlNumber year, SqlNumber month, SqlNumber day]
                && DateOnly.TryParseExact($"{year.Value:0000}-{month.Value:00}-{day.Value:00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                return new SqlDate(date);
            case "TO_CHAR" or "TO_VARCHAR" when arguments is [var value]:
                return new SqlCast(Raise(value), SqlType.Text);
            case "TO_CHAR" or "TO_VARCHAR" when arguments is [var day, SqlText { Value: "YYYY-MM-DD" or "YYYY-MM" or "YYYY" } format]:
                return DayText(Raise(day), format.Value.Length);
            case "TO_CHAR" or "TO_VARCHAR" when arguments is [var instant, SqlText { Value: "YYYY-MM-DD HH24:MI:SS" }]:
                return Seconds(Raise(instant));
            default:
                return null;
        }
    }

    /// <summary>The first argument, where there is no second or it says one of these words.</summary>
    private static SqlExpression? Only(Seq<SqlExpression> arguments, params ReadOnlySpan<string> words) => arguments switch
    {
        [var only] => only,
        [var first, SqlWord { Word: var word }] when words.Contains(word) => first,
        [var first, SqlText { Value: var text }] when words.Contains(text) => first,
        _ => null,
    };

    private static SqlCast Seconds(SqlExpression instant) =>
        new(instant is SqlDateTrunc { Unit: < SqlTimeUnit.Day } ? instant : new SqlDateTrunc(SqlTimeUnit.Second, instant), SqlType.Text);

    /// <summary>DATEADD(DAY, 1 - DAYOFWEEKISO(d), CAST(d AS DATE)).</summary>
    private static SqlExpression? Monday(Seq<SqlExpression> arguments) => arguments is
    [
        SqlWord { Word: "DAY" },
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: SqlNumber { Value: 1 }, Right: SqlFunction { Name: "DAYOFWEEKISO", Arguments: [var day] } },
        SqlExpression moved,
    ] && moved is SqlCast { Type.Kind: SqlTypeKind.Date } cast && cast.Operand == day ? day : null;

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate)
        {
            case { Name: "COUNT_IF", Arguments: [var condition] }:
                return new SqlAggregate("COUNT", [new SqlStar()]) { Filter = Raise(condition) };
            case { Name: "MIN_BY" or "MAX_BY", Arguments: [var value, var by] }:
                var key = Raise(by);
                return new SqlAggregate("FIRST", [Raise(value)]) { OrderBy = [new SqlOrder(key, aggregate.Name == "MAX_BY")], Filter = new SqlIsNull(key, Negated: true) };
            case { Name: "AVG", Arguments: [var scaled] }:
                return base.Aggregate(aggregate with { Arguments = [Unscaled(scaled)] });
            case { Name: "STDDEV" or "STDDEV_SAMP" or "VARIANCE" or "VAR_SAMP", Arguments: [var value] }:
                return base.Aggregate(aggregate with { Arguments = [Unapproximated(value)] });
            case { Name: "PERCENTILE_CONT", OrderBy: [var order] }:
                return base.Aggregate(aggregate with { OrderBy = [order with { Expression = Unapproximated(order.Expression) }] });
            default:
                return base.Aggregate(aggregate);
        }
    }
}
