using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>Values of one kind. Numbers stay small, so that no engine's own bounds are met.</summary>
internal sealed partial class QueryGenerator
{
    private static readonly string[] Texts = ["", "repair", "Repair", "build", "Seoul", "seoul 서울", "a_b", "50%", "it's", " x ", "\\", "12"];

    private static readonly SqlTimeUnit[] Units = Enum.GetValues<SqlTimeUnit>();

    private static readonly SqlTimeUnit[] CalendarUnits = [.. Units.Where(unit => unit >= SqlTimeUnit.Day)];

    private static readonly SqlDatePart[] Parts = [.. Enum.GetValues<SqlDatePart>().Where(part => part != SqlDatePart.Epoch)];

    private static readonly SqlDatePart[] CalendarParts = [.. Parts.Where(part => part >= SqlDatePart.Day)];

    private SqlExpression Value(ValueKind kind, Scope scope, int depth)
    {
        if (depth <= 0 || Chance(5))
        {
            return Leaf(kind, scope);
        }

        if (scope.Windows && Chance(6))
        {
            return Window(kind, scope);
        }

        if (scope.Subqueries && Chance(12))
        {
            return Scalar(kind, scope);
        }

        return Chance(6) ? Chosen(kind, scope, depth - 1) : kind switch
        {
            ValueKind.Whole => Chance(2) ? Counted(scope, depth - 1) : Whole(scope, depth - 1),
            ValueKind.Exact => Exact(scope, depth - 1),
            ValueKind.Inexact => Inexact(scope, depth - 1),
            ValueKind.Text => Text(scope, depth - 1),
            ValueKind.Day => Day(scope, depth - 1),
            ValueKind.Moment => Moment(scope, depth - 1),
            _ => Condition(scope, depth),
        };
    }

    /// <summary>A value that depends on the row.</summary>
    private SqlExpression FromColumns(ValueKind kind, Scope rows, int depth)
    {
        var value = Value(kind, rows.Plain, depth);
        return SqlAnalysis.Columns(value).IsEmpty ? FromGivens(kind, rows, 0) : value;
    }

    /// <summary>A value that is no constant by itself: engines must be told the type of one, and only its surroundings tell it.</summary>
    private SqlExpression FromGivens(ValueKind kind, Scope scope, int depth)
    {
        if (depth > 0)
        {
            return FromColumns(kind, scope, depth);
        }

        if (scope.Grouped is { } rows && Chance(3))
        {
            return Aggregate(kind, rows);
        }

        var columns = scope.Of(kind);
        return columns.Count > 0 ? Pick([.. columns]) : Bare(kind, scope);
    }

    /// <summary>A value of a kind that no column has, made of one that there is.</summary>
    private SqlCase Bare(ValueKind kind, Scope scope)
    {
        var any = scope.Givens.Count == 0 ? new SqlNumber(1) : scope.Givens[_random.Next(scope.Givens.Count)].Expression;
        return new SqlCase(null, [new SqlWhen(new SqlIsNull(any), Literal(kind))], Literal(kind));
    }

    private SqlExpression Leaf(ValueKind kind, Scope scope)
    {
        if (scope.Grouped is { } rows && Chance(2))
        {
            return Aggregate(kind, rows);
        }

        var givens = scope.Of(kind);
        return givens.Count > 0 && !Chance(4) ? Pick([.. givens]) : Chance(5) ? Parameter(Literal(kind)) : Literal(kind);
    }

    private SqlParameter Parameter(SqlLiteral value) => new($"p{++_parameters}", value);

    private SqlLiteral Literal(ValueKind kind) => kind switch
    {
        ValueKind.Whole => new SqlNumber(_random.Next(-3, 13)),
        ValueKind.Exact or ValueKind.Inexact => new SqlNumber(_random.Next(-12, 50) / 4m),
        ValueKind.Text => new SqlText(Pick(Texts)),
        ValueKind.Day => Day(),
        ValueKind.Moment => new SqlTimestamp(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(_random.Next(-900, 900) * 43_200L)),
        _ => new SqlBoolean(Chance(2)),
    };

    private SqlDate Day() => new(new DateOnly(2024, 2, 29).AddDays(_random.Next(-400, 400)));

    /// <summary>One of two or more values of the kind.</summary>
    private SqlExpression Chosen(ValueKind kind, Scope scope, int depth) => kind == ValueKind.Truth && Chance(2) ? Searched(kind, scope, depth) : OneOf(
        () => Searched(kind, scope, depth),
        () => Matched(kind, scope, depth),
        () => Function("COALESCE", FromGivens(kind, scope, depth), Leaf(kind, scope)),
        () => kind == ValueKind.Truth ? Searched(kind, scope, depth) : Function(Pick("GREATEST", "LEAST"), FromGivens(kind, scope, depth), Value(kind, scope, 0)),
        () => kind == ValueKind.Inexact ? Searched(kind, scope, depth) : Function("NULLIF", FromGivens(kind, scope, depth), Leaf(kind, scope)));

    private SqlCase Searched(ValueKind kind, Scope scope, int depth) => new(
        null,
        [.. Some(1, 2, () => new SqlWhen(Condition(scope, depth), Value(kind, scope, depth)))],
        Chance(3) ? null : Value(kind, scope, kind == ValueKind.Truth ? 0 : depth));

    private SqlCase Matched(ValueKind kind, Scope scope, int depth)
    {
        var matched = Pick(ValueKind.Whole, ValueKind.Text);
        return new SqlCase(Value(matched, scope, depth), [.. Some(1, 2, () => new SqlWhen(Literal(matched), Value(kind, scope, 0)))], Chance(3) ? null : Value(kind, scope, 0));
    }

    private SqlExpression Whole(Scope scope, int depth) => OneOf(
        () => new SqlBinary(Pick(SqlBinaryOperator.Add, SqlBinaryOperator.Subtract), Value(ValueKind.Whole, scope, depth), Value(ValueKind.Whole, scope, depth)),
        () => new SqlBinary(SqlBinaryOperator.Multiply, Value(ValueKind.Whole, scope, depth), new SqlNumber(_random.Next(2, 6))),
        () => new SqlBinary(SqlBinaryOperator.Modulo, Value(ValueKind.Whole, scope, depth), Leaf(ValueKind.Whole, scope)),
        () => new SqlUnary(SqlUnaryOperator.Negate, Value(ValueKind.Whole, scope, depth)),
        () => Function("ABS", Value(ValueKind.Whole, scope, depth)),
        () => Function("MOD", Value(ValueKind.Whole, scope, depth), new SqlNumber(Pick(2, 3, 5, 7))),
        () => new SqlCast(Function(Pick("FLOOR", "CEIL", "ROUND", "SIGN"), Value(ValueKind.Exact, scope, depth)), SqlType.BigInteger),
        () => new SqlCast(Value(ValueKind.Exact, scope, depth), Pick(SqlType.Integer, SqlType.BigInteger)),
        () => new SqlCast(new SqlBinary(SqlBinaryOperator.Divide, Value(ValueKind.Whole, scope, depth), new SqlNumber(2)), SqlType.Integer),
        () => new SqlCast(new SqlText(Pick("0", "12", "-7")), SqlType.Integer),
        () => Function("LENGTH", Value(ValueKind.Text, scope, depth)),
        () => Function("POSITION", new SqlText(Pick("e", "o", "서", "re")), Value(ValueKind.Text, scope, depth)));

    /// <summary>A whole number out of days and moments.</summary>
    private SqlExpression Counted(Scope scope, int depth) => OneOf(
        () => new SqlExtract(Pick(CalendarParts), Value(ValueKind.Day, scope, depth)),
        () => new SqlExtract(Pick(Parts), Value(ValueKind.Moment, scope, depth)),
        () => Function("MOD", new SqlExtract(SqlDatePart.Epoch, Value(ValueKind.Moment, scope, depth)), new SqlNumber(86_400)),
        () => new SqlDateDiff(Pick(CalendarUnits), Value(ValueKind.Day, scope, depth), Value(ValueKind.Day, scope, 0)),
        () => new SqlDateDiff(Pick(SqlTimeUnit.Hour, SqlTimeUnit.Day, SqlTimeUnit.Month, SqlTimeUnit.Year), Value(ValueKind.Moment, scope, depth), Value(ValueKind.Moment, scope, 0)),
        () => Function("MOD", new SqlDateDiff(Pick(SqlTimeUnit.Second, SqlTimeUnit.Minute), Value(ValueKind.Moment, scope, depth), Value(ValueKind.Moment, scope, 0)), new SqlNumber(1_000)),
        () => new SqlBinary(SqlBinaryOperator.Subtract, SaidDay(scope, depth), SaidDay(scope, 0)));

    private SqlExpression Exact(Scope scope, int depth) => OneOf(
        () => new SqlBinary(Pick(SqlBinaryOperator.Add, SqlBinaryOperator.Subtract), Value(ValueKind.Exact, scope, depth), Value(Pick(ValueKind.Exact, ValueKind.Whole), scope, depth)),
        () => new SqlBinary(SqlBinaryOperator.Multiply, Value(ValueKind.Exact, scope, depth), new SqlNumber(Pick(2m, 0.5m, 1.5m, -4m))),
        () => new SqlUnary(SqlUnaryOperator.Negate, Value(ValueKind.Exact, scope, depth)),
        () => Function("ABS", Value(ValueKind.Exact, scope, depth)),
        () => new SqlCast(Value(ValueKind.Whole, scope, depth), SqlType.Decimal(12, 2)));

    private SqlExpression Inexact(Scope scope, int depth) => OneOf(
        () => new SqlBinary(SqlBinaryOperator.Divide, Number(scope, depth), Number(scope, depth)),
        () => new SqlBinary(SqlBinaryOperator.Divide, Number(scope, depth), new SqlNumber(Pick(2m, 3m, 0.75m, 7m))),
        () => new SqlBinary(Pick(SqlBinaryOperator.Add, SqlBinaryOperator.Subtract, SqlBinaryOperator.Multiply), Value(ValueKind.Inexact, scope, depth), Number(scope, 0)),
        () => Function("ROUND", Value(ValueKind.Exact, scope, depth), new SqlNumber(1)),
        () => Function("SQRT", Function("ABS", Number(scope, depth))),
        () => Function("LN", new SqlBinary(SqlBinaryOperator.Add, Function("ABS", Number(scope, depth)), new SqlNumber(1))),
        () => Function("EXP", new SqlBinary(SqlBinaryOperator.Modulo, Value(ValueKind.Whole, scope, depth), new SqlNumber(5))),
        () => Function("POWER", Number(scope, depth), new SqlNumber(2)),
        () => new SqlCast(Number(scope, depth), Pick(SqlType.Double, SqlType.Decimal(12, 1))));

    private SqlExpression Number(Scope scope, int depth) => Value(Pick(ValueKind.Whole, ValueKind.Exact), scope, depth);

    private SqlExpression Text(Scope scope, int depth) => OneOf(
        () => new SqlBinary(SqlBinaryOperator.Concat, Value(ValueKind.Text, scope, depth), Value(ValueKind.Text, scope, depth)),
        () => Function(Pick("LOWER", "UPPER", "TRIM", "LTRIM", "RTRIM"), Value(ValueKind.Text, scope, depth)),
        () => Function("SUBSTRING", Value(ValueKind.Text, scope, depth), new SqlNumber(_random.Next(1, 5)), new SqlNumber(_random.Next(1, 5))),
        () => Function("SUBSTRING", Value(ValueKind.Text, scope, depth), new SqlNumber(_random.Next(1, 5))),
        () => Function(Pick("LEFT", "RIGHT"), Value(ValueKind.Text, scope, depth), new SqlNumber(_random.Next(1, 5))),
        () => Function("REPLACE", Value(ValueKind.Text, scope, depth), new SqlText(Pick("e", " ", "pa", "울")), new SqlText(Pick("", "E", "--"))),
        () => new SqlCast(Chance(2) ? Value(ValueKind.Day, scope, depth) : new SqlCast(Value(ValueKind.Whole, scope, depth), SqlType.Integer), SqlType.Text),
        () => new SqlCast(Value(ValueKind.Text, scope, depth), new SqlType(SqlTypeKind.Text, 3)));

    private SqlExpression Day(Scope scope, int depth) => Chance(3)
        ? new SqlCast(new SqlDateAdd(Pick(CalendarUnits), Amount(scope), Value(ValueKind.Day, scope, depth)), SqlType.Date)
        : SaidDay(scope, depth);

    /// <summary>A day that says that it is one: what the columns hold is not known where a query is written.</summary>
    private SqlExpression SaidDay(Scope scope, int depth) => OneOf(
        () => new SqlDateTrunc(Pick(CalendarUnits), Value(Pick(ValueKind.Day, ValueKind.Moment), scope, depth)),
        () => new SqlCast(Value(Pick(ValueKind.Day, ValueKind.Moment), scope, depth), SqlType.Date),
        () => depth <= 0 ? Day() : new SqlDateAdd(Pick(CalendarUnits), Amount(scope), SaidDay(scope, depth - 1)),
        () => depth <= 0 ? Day() : new SqlBinary(Pick(SqlBinaryOperator.Add, SqlBinaryOperator.Subtract), SaidDay(scope, depth - 1), new SqlNumber(_random.Next(0, 40))));

    private SqlExpression Moment(Scope scope, int depth) => OneOf(
        () => new SqlDateTrunc(Pick(SqlTimeUnit.Second, SqlTimeUnit.Minute, SqlTimeUnit.Hour), Value(ValueKind.Moment, scope, depth)),
        () => new SqlDateAdd(Pick(Units), Amount(scope), Value(ValueKind.Moment, scope, depth)),
        () => new SqlBinary(Pick(SqlBinaryOperator.Add, SqlBinaryOperator.Subtract), FromGivens(ValueKind.Moment, scope, depth), new SqlInterval(_random.Next(0, 14), Pick(Units))),
        () => new SqlCast(Value(ValueKind.Day, scope, depth), SqlType.Timestamp));

    private SqlExpression Amount(Scope scope) => Chance(3) ? new SqlBinary(SqlBinaryOperator.Modulo, FromGivens(ValueKind.Whole, scope, 0), new SqlNumber(7)) : new SqlNumber(_random.Next(-14, 15));

    private static SqlFunction Function(string name, params Seq<SqlExpression> arguments) => new(name, arguments);
}
