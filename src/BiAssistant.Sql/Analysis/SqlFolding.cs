using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>
/// Computes what is constant in a portable expression, so that expressions that mean the same look the same. The value never changes, nor the kind of its
/// type: a null keeps it as a cast, <c>6 / 2</c> is 3.0, and what no engine-independent arithmetic gives exactly (1 / 3, an overflow, the order of two
/// texts) stays as it is written. Subqueries stay too: a number that appears in their ORDER BY would be a position.
/// </summary>
public static partial class SqlFolding
{
    public static SqlExpression Fold(SqlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.Height() > SqlParser.MaximumHeight ? expression : (SqlExpression)Node(expression);
    }

    private static SqlNode Node(SqlNode node)
    {
        if (node is SqlQuery)
        {
            return node;
        }

        var folded = SqlTree.MapChildren(node, Node);
        return folded switch
        {
            SqlOrder order => order.Expression is SqlLiteral ? node : order,
            SqlExpression expression => Step(expression),
            _ => folded,
        };
    }

    /// <summary>One expression whose parts are folded already.</summary>
    private static SqlExpression Step(SqlExpression expression) => expression switch
    {
        SqlUnary { Operator: SqlUnaryOperator.Not } not => Not(not),
        SqlUnary { Operand: SqlUnary { Operator: SqlUnaryOperator.Negate } inner } => inner.Operand,
        SqlUnary negation when Constant(negation.Operand) is { } operand => Said(negation, operand is SqlNumber number ? new SqlNumber(-number.Value) : NullOf(operand)),
        SqlBinary { Operator: SqlBinaryOperator.And } and => Junction(and, absorbing: false),
        SqlBinary { Operator: SqlBinaryOperator.Or } or => Junction(or, absorbing: true),
        SqlBinary binary when Constant(binary.Left) is { } left && Constant(binary.Right) is { } right => Said(binary, Computed(binary.Operator, left, right)),
        SqlIsNull test when Constant(test.Operand) is { } operand => new SqlBoolean(operand is SqlNull != test.Negated),
        SqlIsDistinct test when Constant(test.Left) is { } left && Constant(test.Right) is { } right && Same(left, right) is { } same => new SqlBoolean(same == test.Negated),
        SqlBetween between => Between(between),
        SqlInList list => InList(list),
        SqlCase choice => Kept(choice, Case(choice)),
        SqlCast cast when Constant(cast.Operand) is { } operand => Said(cast, Converted(operand, cast.Type)),
        SqlFunction { Name: "COALESCE" } function => Kept(function, Coalesce(function)),
        SqlFunction { Name: "NULLIF", Arguments: [var value, var unwanted] } function => Kept(function, NullIf(function, value, unwanted)),
        SqlFunction { Name: "MOD", Arguments: [var left, var right] } function when Constant(left) is { } dividend && Constant(right) is { } divisor =>
            Said(function, Computed(SqlBinaryOperator.Modulo, dividend, divisor)),
        SqlDateTrunc truncation when Constant(truncation.Operand) is { } operand => Said(truncation, NullOf(operand) ?? SqlFoldedDates.Truncated(truncation.Unit, operand)),
        SqlDateAdd add when Constant(add.Amount) is { } amount && Constant(add.Operand) is { } operand =>
            Said(add, NullOf(amount) ?? NullOf(operand) ?? SqlFoldedDates.Moved(add.Unit, amount, operand)),
        SqlDateDiff difference when Constant(difference.From) is { } from && Constant(difference.To) is { } to =>
            Said(difference, NullOf(from) ?? NullOf(to) ?? SqlFoldedDates.Crossed(difference.Unit, from, to)),
        SqlExtract extract when Constant(extract.Operand) is { } operand => Said(extract, NullOf(operand) ?? SqlFoldedDates.Part(extract.Part, operand)),
        _ => expression,
    };

    /// <summary>The value of a constant; a null that says its type and a small number that says that it is a big one are constants too.</summary>
    private static SqlLiteral? Constant(SqlExpression expression) => expression switch
    {
        SqlLiteral literal => literal,
        SqlCast { Operand: SqlNull } => SqlNull.Instance,
        SqlCast { Operand: SqlNumber { Value.Scale: 0 } number, Type.Kind: SqlTypeKind.BigInteger } => number,
        _ => null,
    };

    /// <summary>The null itself, for what is null as soon as a part of it is.</summary>
    private static SqlLiteral? NullOf(SqlLiteral literal) => literal as SqlNull;

    /// <summary>A computed value in the type of the expression that it replaces; the expression as it is where that cannot be.</summary>
    private static SqlExpression Said(SqlExpression whole, SqlLiteral? value)
    {
        var type = TypeOf(whole);
        return value switch
        {
            null => whole,
            SqlNull => type.Kind == SqlTypeKind.Unknown ? SqlNull.Instance : new SqlCast(SqlNull.Instance, type),
            _ when type.Kind == SqlTypeKind.Unknown || SqlTypes.OfLiteral(value).Kind == type.Kind => value,
            SqlNumber { Value.Scale: 0 } number when type.Kind == SqlTypeKind.BigInteger => new SqlCast(number, SqlType.BigInteger),
            SqlNumber { Value.Scale: 0 } number when type.Kind == SqlTypeKind.Decimal => ExactNumber.Of(number.Value).WithScale(1) is { } scaled ? new SqlNumber(scaled) : whole,
            _ => whole,
        };
    }

    /// <summary>A part in place of the whole: where its type is of another kind, or an aggregate would be gone and with it the grouping, the whole stays.</summary>
    private static SqlExpression Kept(SqlExpression whole, SqlExpression part)
    {
        if (SqlAnalysis.IsAggregate(whole) && !SqlAnalysis.IsAggregate(part))
        {
            return whole;
        }

        var (wanted, given) = (TypeOf(whole).Kind, TypeOf(part).Kind);
        return wanted == SqlTypeKind.Unknown || wanted == given ? part : Constant(part) is { } value ? Said(whole, value) : whole;
    }

    private static SqlType TypeOf(SqlExpression expression) => SqlTypes.Infer(expression, _ => SqlType.Unknown);
}
