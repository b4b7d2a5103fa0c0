using System.Collections.Frozen;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>PostgreSQL's own SQL as portable: whole numbers divide without a fraction, and parts of dates are numerics.</summary>
internal sealed class PostgreSqlRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["CHAR_LENGTH"] = "LENGTH", ["CHARACTER_LENGTH"] = "LENGTH", ["SUBSTR"] = "SUBSTRING", ["CEILING"] = "CEIL", ["POW"] = "POWER", ["BTRIM"] = "TRIM",
    }.ToFrozenDictionary();

    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: SqlCast { Type.Kind: SqlTypeKind.Date } to, Right: SqlCast { Type.Kind: SqlTypeKind.Date } from } =>
            new SqlDateDiff(SqlTimeUnit.Day, Raise(from), Raise(to)),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => Sum(sum),
        SqlBinary { Operator: SqlBinaryOperator.Modulo } modulo => new SqlBinary(SqlBinaryOperator.Modulo, Raise(modulo.Left), Divisor(Raise(modulo.Right))),
        SqlElement { Position: 1, List: SqlAggregate { Name: "ARRAY_AGG", Distinct: false, OrderBy.IsEmpty: false } list } => base.Aggregate(list with { Name = "FIRST" }),
        SqlExtract { Part: SqlDatePart.Second or SqlDatePart.Epoch } => Unportable("EXTRACT of seconds with their fraction", "write CAST(FLOOR(EXTRACT(EPOCH FROM x)) AS BIGINT), or DATE_DIFF between two times."),
        SqlLike like => Like(like),
        _ => base.Node(node),
    };

    /// <summary>Exact where a side is seen to have a fraction. A CAST that is there only to make it so goes; portable division needs none.</summary>
    protected override SqlExpression Divide(SqlBinary division)
    {
        if (Weeks(division) is { } weeks)
        {
            return weeks;
        }

        if (!HasFraction(division.Left) && !HasFraction(division.Right))
        {
            return IntegerDivision("NUMERIC");
        }

        var right = Divisor(Raise(division.Right));
        if (division.Left is SqlCast { Type: { Kind: SqlTypeKind.Decimal, Precision: null } } cast && Raise(cast.Operand) is var bare && !IsExact(bare) && !IsExact(right))
        {
            return new SqlBinary(SqlBinaryOperator.Divide, bare, right);
        }

        return new SqlBinary(SqlBinaryOperator.Divide, Raise(division.Left), right);
    }

    private static bool IsExact(SqlExpression portable) => TypeOf(portable).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double;

    /// <summary>The days between two Mondays, by seven: a whole number as it is.</summary>
    private SqlDateDiff? Weeks(SqlBinary division) =>
        division is { Left: SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: SqlCast { Type.Kind: SqlTypeKind.Date } to, Right: SqlCast { Type.Kind: SqlTypeKind.Date } from }, Right: SqlNumber { Value: 7 } }
        && (Raise(to), Raise(from)) is (SqlDateTrunc { Unit: SqlTimeUnit.Week } end, SqlDateTrunc { Unit: SqlTimeUnit.Week } start)
            ? new SqlDateDiff(SqlTimeUnit.Week, start.Operand, end.Operand)
            : null;

    protected override bool HasFraction(SqlExpression native) => native switch
    {
        SqlExtract => true,
        SqlFunction { Name: "ROUND" or "FLOOR" or "CEIL" or "CEILING" or "DATE_PART" } => true,
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } common => common.Arguments.Any(HasFraction),
        SqlCase choice => choice.Branches.Any(branch => HasFraction(branch.Result)) || (choice.Else is not null && HasFraction(choice.Else)),
        _ => base.HasFraction(native),
    };

    protected override bool IsInstant(SqlExpression native) => native is SqlDateTrunc || base.IsInstant(native);

    protected override SqlExpression Cast(SqlCast cast) => cast switch
    {
        { Type.Kind: SqlTypeKind.Integer, Operand: SqlExtract { Part: not (SqlDatePart.Second or SqlDatePart.Epoch) } part } => Part(part),
        { Type.Kind: SqlTypeKind.Integer, Operand: SqlFunction { Name: "FLOOR", Arguments: [SqlExtract { Part: SqlDatePart.Second } part] } } => Part(part),
        { Type.Kind: SqlTypeKind.BigInteger, Operand: SqlFunction { Name: "FLOOR", Arguments: [SqlExtract { Part: SqlDatePart.Epoch } part] } } => Part(part),
        { Type.Kind: SqlTypeKind.BigInteger } when SecondsBetween(cast.Operand) is { } difference => difference,
        { Type.Kind: SqlTypeKind.Date } => Day(Raise(cast.Operand)),
        _ => base.Cast(cast),
    };

    private SqlExtract Part(SqlExtract native) => native with { Operand = Raise(native.Operand) };

    /// <summary>The seconds between two times that are cut to a unit, by the unit's own: a count of its boundaries.</summary>
    private SqlDateDiff? SecondsBetween(SqlExpression native)
    {
        var (seconds, size) = native is SqlBinary { Operator: SqlBinaryOperator.Divide, Left: var dividend, Right: SqlNumber divisor } ? (dividend, divisor.Value) : (native, 1);
        SqlTimeUnit? unit = size switch
        {
            1 => SqlTimeUnit.Second,
            60 => SqlTimeUnit.Minute,
            3600 => SqlTimeUnit.Hour,
            _ => null,
        };
        return seconds is SqlExtract { Part: SqlDatePart.Epoch, Operand: SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: SqlDateTrunc to, Right: SqlDateTrunc from } } && to.Unit == unit && from.Unit == unit
            ? new SqlDateDiff(to.Unit, Raise(from.Operand), Raise(to.Operand))
            : null;
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => base.Aggregate(aggregate) switch
    {
        SqlAggregate { Name: "PERCENTILE", Arguments: [var middle, SqlNumber { Value: 0.5m }] } percentile => percentile with { Name = "MEDIAN", Arguments = [middle] },
        var raised => raised,
    };

    protected override SqlExpression Function(SqlFunction function) => (function.Name, function.Arguments) switch
    {
        ("ROUND", [SqlCast { Type: { Kind: SqlTypeKind.Decimal, Precision: null } } cast, ..]) => Round(cast, function),
        ("DATE_PART", [SqlText { Value: var word }, _]) when word.ToUpperInvariant() is not ("SECOND" or "EPOCH") => DatePart(function) ?? Unportable("This part of a date"),
        ("STRPOS", [var text, var sought]) => new SqlFunction("POSITION", [Raise(sought), Raise(text)]),
        ("DATE", [var x]) => Day(Raise(x)),
        ("TO_CHAR", [var x, SqlText { Value: "YYYY-MM-DD" }]) => DayText(Raise(x), 10),
        ("TO_CHAR", [var x, SqlText { Value: "YYYY-MM" }]) => DayText(Raise(x), 7),
        ("TO_CHAR", [var x, SqlText { Value: "YYYY" }]) => DayText(Raise(x), 4),
        ("CONCAT", _) => Unportable("CONCAT, which takes nulls as empty,", "join with ||, and COALESCE(x, '') where a null may be."),
        ("NOW", _) => Unportable("The function NOW", "write CURRENT_DATE or CURRENT_TIMESTAMP."),
        ("AGE", _) => Unportable("The function AGE", "count units: DATE_DIFF('month', a, b) in portable SQL."),
        _ => Renamed(function, Names) ?? base.Function(function),
    };

    private SqlFunction Round(SqlCast number, SqlFunction round)
    {
        var bare = Raise(number.Operand);
        var isNumeric = TypeOf(bare).Kind is SqlTypeKind.Decimal or SqlTypeKind.Integer or SqlTypeKind.BigInteger;
        return new SqlFunction("ROUND", [isNumeric ? new SqlCast(bare, number.Type) : bare, .. Raised(round.Arguments.Skip(1).ToSeq())]);
    }

    /// <summary>A backslash escapes in patterns here unless another sign is said, or none.</summary>
    private SqlLike Like(SqlLike native)
    {
        var raised = (SqlLike)Children(native);
        return raised switch
        {
            { Escape: SqlText { Value: "" } } => raised with { Escape = null },
            { Escape: null, Pattern: SqlText pattern } when !pattern.Value.Contains('\\', StringComparison.Ordinal) => raised,
            { Escape: null } => raised with { Escape = new SqlText("\\") },
            _ => raised,
        };
    }
}
