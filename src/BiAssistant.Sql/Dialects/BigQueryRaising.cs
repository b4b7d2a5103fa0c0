using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>BigQuery's constructs as portable ones: dates lose the casts that only BigQuery needs.</summary>
internal sealed partial class BigQueryRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    /// <summary>What TRIM takes off where nothing is said: the white space of Unicode.</summary>
    private const string WhiteSpace =
        "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    /// <summary>Functions that mean the same under the same name.</summary>
    private static readonly FrozenSet<string> Same = SqlWords.Set(SqlWords.WindowFunctions,
        "COALESCE NULLIF LOWER UPPER REPLACE LENGTH LEFT RIGHT ABS ROUND FLOOR CEIL SIGN MOD");

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["IFNULL"] = "COALESCE", ["CHAR_LENGTH"] = "LENGTH", ["CHARACTER_LENGTH"] = "LENGTH", ["CEILING"] = "CEIL", ["POW"] = "POWER", ["SUBSTR"] = "SUBSTRING",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>
    {
        ["TIMESTAMP_DIFF"] = "it counts whole units that have passed, not boundaries; DATETIME_DIFF counts boundaries.",
        ["TIMESTAMP"] = "a local time is a DATETIME.",
        ["FORMAT_DATE"] = "patterns of ISO dates are known, such as FORMAT_DATE('%Y-%m', d).",
        ["PARSE_DATE"] = "patterns of ISO dates are known, such as PARSE_DATE('%Y-%m-%d', x).",
        ["APPROX_COUNT_DISTINCT"] = "it guesses; COUNT(DISTINCT x) counts.",
        ["APPROX_QUANTILES"] = "it guesses; PERCENTILE_CONT(x, 0.5) OVER () does not.",
        ["ANY_VALUE"] = "it gives any; MIN or MAX gives one.",
        ["DIV"] = "it drops the fraction; a / b keeps it.",
        ["CURRENT_DATETIME"] = "write CURRENT_TIMESTAMP(), the product's clock.",
    }.ToFrozenDictionary();

    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlBinary
        {
            Operator: SqlBinaryOperator.Add,
            Left: SqlFunction { Name: "MOD", Arguments: [SqlBinary { Operator: SqlBinaryOperator.Add, Left: SqlExtract { Part: SqlDatePart.DayOfWeek } day, Right: SqlNumber { Value: 5 } }, SqlNumber { Value: 7 }] },
            Right: SqlNumber { Value: 1 },
        } => day with { Operand = Raise(day.Operand) },
        SqlExtract { Part: SqlDatePart.DayOfWeek } sundays => new SqlBinary(SqlBinaryOperator.Add, SundayIsZero(Raise(sundays.Operand)), new SqlNumber(1)),
        SqlExtract { Part: SqlDatePart.Hour or SqlDatePart.Minute or SqlDatePart.Second } extract => extract with { Operand = Raise(Without(SqlTypeKind.Timestamp, extract.Operand)) },
        SqlBinary { Operator: SqlBinaryOperator.Add, Right: SqlIntervalOf interval } sum => Moved(sum.Left, interval, back: false),
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Right: SqlIntervalOf interval } difference => Moved(difference.Left, interval, back: true),
        SqlBinary { Operator: SqlBinaryOperator.Subtract } difference when TypeOf(Raise(difference.Left)).IsTemporal || TypeOf(Raise(difference.Right)).IsTemporal =>
            Unportable("A span between two dates", "count units: DATE_DIFF(b, a, DAY)."),
        SqlLike like => Like(like),
        SqlWindow { Function: SqlFunction { Name: "PERCENTILE_CONT", Arguments: [var value, SqlNumber fraction] } } window =>
            new SqlWindow(new SqlAggregate("PERCENTILE", [Raise(Without(SqlTypeKind.Double, value)), fraction]), Raised(window.PartitionBy), []),
        SqlQuery { Limit: BigQueryLowering.AllRows } query => Children(query with { Limit = null }),
        _ => base.Node(node),
    };

    /// <summary>The operand of a cast that is there for BigQuery's sake.</summary>
    private static SqlExpression Without(SqlTypeKind kind, SqlExpression native) => native is SqlCast cast && cast.Type.Kind == kind && cast.Operand is not (SqlText or SqlNull) ? cast.Operand : native;

    protected override SqlExpression Divide(SqlBinary division) => Quotient(division.Left, division.Right);

    private SqlBinary Quotient(SqlExpression left, SqlExpression right)
    {
        var bare = left is SqlCast { Type: { Kind: SqlTypeKind.Decimal, Precision: null } } cast ? cast.Operand : left;
        return new SqlBinary(SqlBinaryOperator.Divide, Raise(bare), Divisor(Raise(right)));
    }

    /// <summary>Where a pattern holds a backslash it is an escape.</summary>
    private SqlLike Like(SqlLike like)
    {
        if (BigQueryPatterns.Undoubled(like.Pattern) is { } undoubled)
        {
            return new SqlLike(Raise(like.Operand), Raise(undoubled), Negated: like.Negated);
        }

        var isPlain = like.Pattern is SqlText { Value: var pattern } && !pattern.Contains('\\', StringComparison.Ordinal);
        return new SqlLike(Raise(like.Operand), Raise(like.Pattern), isPlain ? null : new SqlText("\\"), like.Negated);
    }

    protected override SqlExpression Function(SqlFunction function)
    {
        if (Renamed(function, Names) is { } renamed)
        {
            return renamed;
        }

        var arguments = function.Arguments;
        switch (function.Name)
        {
            case "IF" when arguments is [var condition, var then, var otherwise]:
                return Choice(Raise(condition), Raise(then), Raise(otherwise));
            case "SAFE_DIVIDE" when arguments is [var left, var right]:
                return Quotient(left, right);
            case "GREATEST" or "LEAST" when arguments.Count > 1:
                return WhereAllAreThere(function.Name, Raised(arguments));
            case "CONCAT" when arguments.Count > 0:
                return Raised(arguments).Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Concat, left, right));
            case "TRIM" or "LTRIM" or "RTRIM" when arguments is [var text]:
                return new SqlFunction(function.Name, [Raise(text), new SqlText(WhiteSpace)]);
            case "TRIM" or "LTRIM" or "RTRIM" when arguments is [var text, var characters]:
                return new SqlFunction(function.Name, characters is SqlText { Value: " " } ? [Raise(text)] : [Raise(text), Raise(characters)]);
            case "STRPOS" or "INSTR" when arguments is [var text, var sought]:
                return new SqlFunction("POSITION", [Raise(sought), Raise(text)]);
            case "STARTS_WITH" or "ENDS_WITH" when arguments is [var text, var end]:
                return Ends(function.Name == "STARTS_WITH" ? "LEFT" : "RIGHT", Raise(text), Raise(end));
            case "SUBSTRING" when arguments is [_, SqlNumber { Value: >= 1 } or not SqlNumber, ..]:
                return base.Function(function);
            case "SQRT" or "LN" or "EXP" or "POWER" when arguments is [var number, ..]:
                return base.Function(function with { Arguments = [Without(SqlTypeKind.Double, number), .. arguments.Skip(1)] });
            case "UNIX_SECONDS" when arguments is [var instant]:
                return new SqlExtract(SqlDatePart.Epoch, Raise(Without(SqlTypeKind.TimestampTz, instant)));
            default:
                return Calendar(function) ?? (Same.Contains(function.Name) ? base.Function(function) : Unportable($"The function {function.Name}", Instead.GetValueOrDefault(function.Name)));
        }
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate)
        {
            case { Name: "COUNTIF", Arguments: [var condition], Distinct: false }:
                return new SqlAggregate("COUNT", [new SqlStar()]) { Filter = Raise(condition) };
            case { Name: "MIN_BY" or "MAX_BY", Arguments: [var value, var by] }:
                var key = Raise(by);
                return new SqlAggregate("FIRST", [Raise(value)]) { OrderBy = [new SqlOrder(key, aggregate.Name == "MAX_BY")], Filter = new SqlIsNull(key, Negated: true) };
            case { Name: "SUM" or "COUNT" or "AVG" or "MIN" or "MAX" or "STDDEV" or "STDDEV_SAMP" or "VARIANCE" or "VAR_SAMP" }:
                return base.Aggregate(aggregate);
            default:
                return Unportable($"The aggregate {aggregate.Name}", Instead.GetValueOrDefault(aggregate.Name));
        }
    }
}
