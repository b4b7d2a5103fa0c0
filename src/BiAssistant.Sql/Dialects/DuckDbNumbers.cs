using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>What is known of a number: its type as far as it is seen, whether it is a sum of exact numbers, which has all 38 digits in DuckDB, and whether it is approximate.</summary>
internal sealed record DuckDbNumber(SqlType Type, bool IsSum, bool IsApproximate);

/// <summary>
/// Keeps numbers in DuckDB as they are where several meet. Beside a sum, which has all 38 digits, what has a finer scale would be rounded to the sum's, in COALESCE and CASE as in UNION: a zero
/// that has the other's digits makes the sum as fine. Of a constant the scale is seen; a column's is that of nothing of it, <c>COALESCE(x, 0) * 0</c>.
/// </summary>
internal sealed class DuckDbNumbers : KnownColumns<DuckDbNumber>
{
    private const string Side = "side";

    private static readonly SqlNumber Zero = new(0);

    protected override DuckDbNumber Of(SqlExpression expression, Func<SqlExpression, DuckDbNumber?> known) =>
        new(TypeOf(expression, leaf => known(leaf)?.Type), IsSum(expression, known), IsApproximate(expression, known));

    protected override DuckDbNumber Either(DuckDbNumber left, DuckDbNumber right) =>
        new(left.Type == right.Type ? left.Type : SqlType.Unknown, left.IsSum || right.IsSum, left.IsApproximate || right.IsApproximate);

    protected override SqlExpression Rewritten(SqlExpression expression, Func<SqlExpression, DuckDbNumber?> known) => expression switch
    {
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } among => among with { Arguments = Widened(among.Arguments, known) },
        SqlFunction { Name: "LAG" or "LEAD", Arguments: [var value, var distance, var instead] } shifted when MayCut(Of(value, known), instead, known) =>
            shifted with { Arguments = [new SqlCase(null, [new SqlWhen(new SqlBoolean(true), value)], instead), distance, instead] },
        SqlCase choice => Widened(choice, known),
        SqlCast { Type.Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger } cast => cast with { Operand = Rounded(cast.Operand, known) },
        _ => expression,
    };

    /// <summary>What stands in for a missing row is cut to the type of the value, as 2.5 would be beside whole numbers, or does not fit into it, as 12 beside 9.75: the value takes on the type of both. A column has room for one digit.</summary>
    private bool MayCut(DuckDbNumber value, SqlExpression instead, Func<SqlExpression, DuckDbNumber?> known) => Of(instead, known).Type.Kind switch
    {
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => value.Type.Kind is not (SqlTypeKind.Integer or SqlTypeKind.BigInteger) && !(value.Type.Kind == SqlTypeKind.Unknown && instead is SqlNumber { Value: > -10 and < 10 }),
        SqlTypeKind.Decimal or SqlTypeKind.Double or SqlTypeKind.Unknown => instead is not SqlNull,
        _ => false,
    };

    /// <summary>Halves of approximate numbers go to the even number when they become whole, unless they are rounded before.</summary>
    private SqlExpression Rounded(SqlExpression operand, Func<SqlExpression, DuckDbNumber?> known) =>
        operand is SqlFunction { Name: "ROUND", Arguments: [_] } || Of(operand, known) is { IsApproximate: false, Type.Kind: not (SqlTypeKind.Decimal or SqlTypeKind.Double) } ? operand : new SqlFunction("ROUND", [operand]);

    private static SqlCase Widened(SqlCase choice, Func<SqlExpression, DuckDbNumber?> known)
    {
        Seq<SqlExpression> results = [.. choice.Branches.Select(branch => branch.Result), .. choice.Else is null ? Seq<SqlExpression>.Empty : [choice.Else]];
        var widened = Widened(results, known);
        return choice with
        {
            Branches = choice.Branches.Select((branch, at) => branch with { Result = widened[at] }).ToSeq(),
            Else = choice.Else is null ? null : widened[^1],
        };
    }

    private static Seq<SqlExpression> Widened(Seq<SqlExpression> values, Func<SqlExpression, DuckDbNumber?> known)
    {
        var finest = values.Select(Constant).OfType<SqlNumber>().Select(number => (int)number.Value.Scale).DefaultIfEmpty().Max();
        Seq<SqlExpression> constant = finest == 0 ? [] : [ZeroOf(finest)];
        var numbers = values.Where(value => Constant(value) is null).Select(Bare).Distinct().ToSeq();
        var meet = numbers.Count > 1 && numbers.Any(number => IsSum(number, known)) && !numbers.Any(number => IsApproximate(number, known));
        return values.Select(value => Constant(value) is not null ? value : Plus(value, [.. meet ? numbers.Where(other => other != Bare(value)).Select(Nothing) : [], .. IsSum(Bare(value), known) ? constant : []])).ToSeq();
    }

    /// <summary>The columns of both sides: beside a sum, what the other side has is as fine as a zero made of it.</summary>
    protected override SqlSetOperation Rewritten(SqlSetOperation set, IReadOnlyList<KnownColumn> left, IReadOnlyList<KnownColumn> right)
    {
        var meets = left.Zip(right, (one, other) => (one.Known.IsSum || other.Known.IsSum) && !one.Known.IsApproximate && !other.Known.IsApproximate).ToList();
        return meets.Contains(true) && SideOf(set.Left, left) is { } first && SideOf(set.Right, right) is { } second
            ? set with
            {
                Left = Beside(first, left, meets.Select((meet, at) => meet && left[at].Known.IsSum ? ZeroOf(second, right, at) : null).ToList()) ?? set.Left,
                Right = Beside(second, right, meets.Select((meet, at) => meet && right[at].Known.IsSum ? ZeroOf(first, left, at) : null).ToList()) ?? set.Right,
            }
            : set;
    }

    /// <summary>The side as one select with a column an item; null where its columns have no names to be read by.</summary>
    private static SqlSelect? SideOf(SqlQuery side, IReadOnlyList<KnownColumn> columns)
    {
        if (side is SqlSelect select && !select.Items.Any(IsStar))
        {
            return select;
        }

        var names = new List<string>();
        foreach (var column in columns)
        {
            names.Add(UniqueName.Of(column.Name.Length == 0 ? "number" : column.Name, free => !names.Contains(free)));
        }

        var named = names.SequenceEqual(columns.Select(column => column.Name)) ? side : Named(side, names);
        return named is null ? null : new SqlSelect(names.Select(name => new SqlSelectItem(new SqlColumn(Side, name))).ToSeq(), new SqlDerivedTable(named, Side));
    }

    private static bool IsStar(SqlSelectItem item) => item.Expression is SqlStar;

    /// <summary>The query with other names for its columns, which the first select of a set operation gives.</summary>
    private static SqlQuery? Named(SqlQuery side, List<string> names) => side switch
    {
        SqlSetOperation set => Named(set.Left, names) is { } left ? set with { Left = left } : null,
        SqlSelect { Items: [{ Expression: SqlStar }], From: SqlDerivedTable derived } all => Named(derived.Query, names) is { } inner ? all with { From = derived with { Query = inner } } : null,
        SqlSelect select when !select.Items.Any(IsStar) => select with { Items = select.Items.Select((item, at) => item with { Alias = names[at] }).ToSeq() },
        _ => null,
    };

    /// <summary>Null where no column needs a zero.</summary>
    private static SqlSelect? Beside(SqlSelect side, IReadOnlyList<KnownColumn> columns, List<SqlExpression?> zeros) => zeros.TrueForAll(zero => zero is null)
        ? null
        : side with
        {
            Items = side.Items.Select((item, at) => zeros[at] is not { } zero ? item : new SqlSelectItem(Plus(item.Expression, [zero]), columns[at].Name.Length == 0 ? null : columns[at].Name)).ToSeq(),
        };

    /// <summary>A zero with the digits of the other side's column, of which no row is read; null where it has none behind the point.</summary>
    private static SqlExpression? ZeroOf(SqlSelect other, IReadOnlyList<KnownColumn> columns, int at)
    {
        var item = other.Items[at].Expression;
        return Constant(item) is { } constant
            ? constant is SqlNumber { Value.Scale: > 0 } number ? ZeroOf(number.Value.Scale) : null
            : columns[at].Known.Type.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger && !columns[at].Known.IsSum
                ? null
                : Nothing(new SqlScalarQuery(other with { Items = [new SqlSelectItem(Bare(item))], Distinct = false, OrderBy = [], Limit = 0, Offset = null }));
    }

    private static SqlExpression Plus(SqlExpression value, Seq<SqlExpression> zeros) =>
        zeros.IsEmpty ? value : zeros.Aggregate(Bare(value), (sum, zero) => new SqlBinary(SqlBinaryOperator.Add, sum, zero));

    /// <summary>A value without such zeros.</summary>
    private static SqlExpression Bare(SqlExpression value) => value is SqlBinary { Operator: SqlBinaryOperator.Add } sum && IsZero(sum.Right) ? Bare(sum.Left) : value;

    private static bool IsZero(SqlExpression value) =>
        value is SqlNumber { Value: 0 } || (value is SqlBinary { Left: SqlFunction { Name: "COALESCE", Arguments: [var number, _] } } && value == Nothing(number));

    private static SqlNumber ZeroOf(int scale) => new(new decimal(0, 0, 0, isNegative: false, (byte)scale));

    private static SqlBinary Nothing(SqlExpression number) => new(SqlBinaryOperator.Multiply, new SqlFunction("COALESCE", [number, Zero]), Zero);

    private static SqlLiteral? Constant(SqlExpression value) => value as SqlLiteral ?? (value is SqlParameter parameter ? parameter.Value ?? SqlNull.Instance : null);

    /// <summary>A sum, or what is computed with one and is as exact.</summary>
    private static bool IsSum(SqlExpression value, Func<SqlExpression, DuckDbNumber?> known) => value switch
    {
        SqlColumn or SqlScalarQuery => known(value)?.IsSum == true,
        SqlAggregate { Name: "SUM" } => true,
        SqlAggregate { Name: "MIN" or "MAX" or "FIRST" or "LAST", Arguments: [var only] } => IsSum(only, known),
        SqlWindow window => IsSum(window.Function, known),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => IsSum(negated.Operand, known),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply or SqlBinaryOperator.Modulo } computed => IsSum(computed.Left, known) || IsSum(computed.Right, known),
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" or "MOD" } among => among.Arguments.Any(argument => IsSum(argument, known)),
        SqlFunction { Name: "NULLIF" or "ABS" or "ROUND" or "LAG" or "LEAD" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE", Arguments: [var first, ..] } => IsSum(first, known),
        SqlCase choice => Results(choice).Any(result => IsSum(result, known)),
        _ => false,
    };

    private static bool IsApproximate(SqlExpression value, Func<SqlExpression, DuckDbNumber?> known) => value switch
    {
        SqlColumn or SqlScalarQuery => known(value)?.IsApproximate == true,
        SqlCast cast => cast.Type.Kind == SqlTypeKind.Double,
        SqlAggregate { Name: "AVG" or "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE" } => true,
        SqlAggregate { Name: "SUM" or "MIN" or "MAX" or "FIRST" or "LAST", Arguments: [var only] } => IsApproximate(only, known),
        SqlWindow window => IsApproximate(window.Function, known),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => IsApproximate(negated.Operand, known),
        SqlBinary { Operator: SqlBinaryOperator.Divide } => true,
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply or SqlBinaryOperator.Modulo } computed => IsApproximate(computed.Left, known) || IsApproximate(computed.Right, known),
        SqlFunction { Name: "SQRT" or "LN" or "EXP" or "POWER" or "PERCENT_RANK" or "CUME_DIST" } => true,
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" or "MOD" } among => among.Arguments.Any(argument => IsApproximate(argument, known)),
        SqlFunction { Name: "NULLIF" or "ABS" or "ROUND" or "FLOOR" or "CEIL" or "LAG" or "LEAD" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE", Arguments: [var first, ..] } => IsApproximate(first, known),
        SqlCase choice => Results(choice).Any(result => IsApproximate(result, known)),
        _ => false,
    };

    private static IEnumerable<SqlExpression> Results(SqlCase choice) => [.. choice.Branches.Select(branch => branch.Result), .. choice.Else is null ? Seq<SqlExpression>.Empty : [choice.Else]];
}
