using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>Conditions, with null as the third truth value, and the choices that hang on them.</summary>
public static partial class SqlFolding
{
    /// <summary>NOT goes into what can be said in the negative with the same nulls; &lt; is not turned into &gt;=, which differs for what is no number.</summary>
    private static SqlExpression Not(SqlUnary not) => not.Operand switch
    {
        SqlUnary { Operator: SqlUnaryOperator.Not } inner => inner.Operand,
        SqlBinary { Operator: SqlBinaryOperator.Equal } equal => equal with { Operator = SqlBinaryOperator.NotEqual },
        SqlBinary { Operator: SqlBinaryOperator.NotEqual } different => different with { Operator = SqlBinaryOperator.Equal },
        SqlIsNull test => test with { Negated = !test.Negated },
        SqlIsDistinct test => test with { Negated = !test.Negated },
        SqlBetween between => between with { Negated = !between.Negated },
        SqlInList list => list with { Negated = !list.Negated },
        SqlInQuery list => list with { Negated = !list.Negated },
        SqlLike like => like with { Negated = !like.Negated },
        SqlExists exists => SqlCanonical.Not(exists),
        var operand when Constant(operand) is { } constant => Said(not, constant is SqlBoolean truth ? new SqlBoolean(!truth.Value) : NullOf(constant)),
        _ => not,
    };

    /// <summary>AND and OR: one constant decides alone, whatever the other side is, null too; the other constant says nothing.</summary>
    private static SqlExpression Junction(SqlBinary junction, bool absorbing)
    {
        var (left, right) = (Constant(junction.Left), Constant(junction.Right));
        if (Is(left, absorbing) || Is(right, absorbing))
        {
            return SqlAnalysis.IsAggregate(junction) ? junction : new SqlBoolean(absorbing);
        }

        return Is(left, !absorbing) ? Truth(junction, junction.Right)
            : Is(right, !absorbing) ? Truth(junction, junction.Left)
            : left is SqlNull && right is SqlNull ? Said(junction, SqlNull.Instance)
            : junction;
    }

    private static bool Is(SqlLiteral? literal, bool value) => literal is SqlBoolean truth && truth.Value == value;

    private static SqlExpression Truth(SqlBinary junction, SqlExpression side) => Constant(side) is SqlNull ? Said(junction, SqlNull.Instance) : side;

    /// <summary>Between a value and itself is the value.</summary>
    private static SqlExpression Between(SqlBetween between)
    {
        if (Constant(between.Low) is not { } low || Constant(between.High) is not { } high)
        {
            return between;
        }

        if (low.Equals(high) && low is not SqlNull)
        {
            return Step(new SqlBinary(between.Negated ? SqlBinaryOperator.NotEqual : SqlBinaryOperator.Equal, between.Operand, between.Low));
        }

        if (Constant(between.Operand) is not { } operand || Computed(SqlBinaryOperator.GreaterOrEqual, operand, low) is not { } above || Computed(SqlBinaryOperator.LessOrEqual, operand, high) is not { } below)
        {
            return between;
        }

        var inside = Step(new SqlBinary(SqlBinaryOperator.And, above, below));
        return between.Negated ? Step(new SqlUnary(SqlUnaryOperator.Not, inside)) : inside;
    }

    /// <summary>In nothing is never true; in one value is equality. A list with a null that misses is null.</summary>
    private static SqlExpression InList(SqlInList list)
    {
        switch (list.Items)
        {
            case []:
                return SqlAnalysis.IsAggregate(list) ? list : new SqlBoolean(list.Negated);
            case [SqlScalarQuery]:
                return list;
            case [var only]:
                return Step(new SqlBinary(list.Negated ? SqlBinaryOperator.NotEqual : SqlBinaryOperator.Equal, list.Operand, only));
        }

        var found = new List<SqlLiteral>();
        foreach (var item in list.Items)
        {
            if (Constant(list.Operand) is not { } operand || Constant(item) is not { } value || Computed(SqlBinaryOperator.Equal, operand, value) is not { } equal)
            {
                return list;
            }

            found.Add(equal);
        }

        return found.Exists(equal => Is(equal, true)) ? new SqlBoolean(!list.Negated)
            : found.Exists(equal => equal is SqlNull) ? Said(list, SqlNull.Instance)
            : new SqlBoolean(list.Negated);
    }

    /// <summary>Branches that cannot be taken go; the first that must be taken is what is left over.</summary>
    private static SqlExpression Case(SqlCase choice)
    {
        var open = new List<SqlWhen>();
        foreach (var branch in choice.Branches)
        {
            var decided = Decided(choice.Operand, branch.Condition);
            if (Is(decided, true))
            {
                return Remaining(choice, open, branch.Result);
            }

            if (decided is null)
            {
                open.Add(branch);
            }
        }

        return Remaining(choice, open, choice.Else);
    }

    private static SqlLiteral? Decided(SqlExpression? operand, SqlExpression condition) =>
        operand is null ? Constant(condition)
        : Constant(operand) is { } value && Constant(condition) is { } compared ? Computed(SqlBinaryOperator.Equal, value, compared)
        : null;

    private static SqlExpression Remaining(SqlCase choice, List<SqlWhen> open, SqlExpression? otherwise) =>
        open.Count == 0 ? otherwise ?? Said(choice, SqlNull.Instance) : choice with { Branches = open.ToSeq(), Else = otherwise };

    private static SqlExpression Coalesce(SqlFunction function)
    {
        var left = new List<SqlExpression>();
        foreach (var argument in function.Arguments)
        {
            var constant = Constant(argument);
            if (constant is not SqlNull)
            {
                left.Add(argument);
            }

            if (constant is not (null or SqlNull))
            {
                break;
            }
        }

        return left switch
        {
            [] => Said(function, SqlNull.Instance),
            [var only] => only,
            _ => function with { Arguments = left.ToSeq() },
        };
    }

    private static SqlExpression NullIf(SqlFunction function, SqlExpression value, SqlExpression unwanted)
    {
        if (Constant(unwanted) is SqlNull || Constant(value) is SqlNull)
        {
            return Constant(value) is SqlNull ? Said(function, SqlNull.Instance) : value;
        }

        return Constant(value) is { } left && Constant(unwanted) is { } right && Computed(SqlBinaryOperator.Equal, left, right) is SqlBoolean same
            ? same.Value ? Said(function, SqlNull.Instance) : value
            : function;
    }
}
