using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>What is true, false or unknown of a row.</summary>
internal sealed partial class QueryGenerator
{
    private static readonly SqlBinaryOperator[] Comparisons =
        [SqlBinaryOperator.Equal, SqlBinaryOperator.NotEqual, SqlBinaryOperator.Less, SqlBinaryOperator.LessOrEqual, SqlBinaryOperator.Greater, SqlBinaryOperator.GreaterOrEqual];

    private static readonly string[] Patterns = ["%", "%e%", "R%", "r_pair", "%!%%", "a!_b", "%*b%", "_____", "%서%", "%[c]", "S%l"];

    /// <summary>A condition that often leaves rows.</summary>
    private SqlExpression Lenient(Scope scope, int depth)
    {
        var condition = Condition(scope, depth);
        return _random.Next(4) switch
        {
            0 => condition,
            1 => new SqlBinary(SqlBinaryOperator.Or, condition, Condition(scope, 1)),
            2 => new SqlBinary(SqlBinaryOperator.Or, condition, new SqlUnary(SqlUnaryOperator.Not, Condition(scope, 1))),
            _ => new SqlBinary(SqlBinaryOperator.Or, condition, new SqlIsNull(FromGivens(KindOf(scope), scope, 0), Negated: true)),
        };
    }

    private SqlExpression Condition(Scope scope, int depth)
    {
        if (depth <= 0)
        {
            return Chance(5) ? Truth(scope) : Comparison(scope, 0);
        }

        var within = depth - 1;
        switch (_random.Next(scope.Subqueries ? 16 : 12))
        {
            case 0:
                return new SqlBinary(SqlBinaryOperator.And, Condition(scope, within), Condition(scope, within));
            case 1:
                return new SqlBinary(SqlBinaryOperator.Or, Condition(scope, within), Condition(scope, within));
            case 2:
                return new SqlUnary(SqlUnaryOperator.Not, Condition(scope, within));
            case 3:
                var between = Comparable();
                return new SqlBetween(Value(between, scope, within), Value(between, scope, 0), Value(between, scope, 0), Chance(3));
            case 4:
                var listed = Comparable();
                return new SqlInList(Value(listed, scope, within), [.. Some(1, 4, () => Chance(12) ? SqlNull.Instance : Leaf(listed, scope))], Chance(3));
            case 5:
                return Like(scope, within);
            case 6:
                return new SqlIsNull(FromGivens(Chance(2) ? ValueKind.Truth : KindOf(scope), scope, within), Chance(2));
            case 7:
                var distinct = Pick(ExactKinds);
                return new SqlIsDistinct(Value(distinct, scope, distinct == ValueKind.Truth ? 0 : within), Value(distinct, scope, 0), Chance(2));
            case 8:
                return Truth(scope);
            case 12:
                var found = Comparable();
                return new SqlInQuery(Value(found, scope, within), Column(found, scope), Chance(3));
            case 13:
                return Exists(scope);
            case 14:
                var compared = Comparable();
                return new SqlQuantified(Pick(Comparisons), Value(compared, scope, within), Chance(2), Column(compared, scope));
            default:
                return Comparison(scope, within);
        }
    }

    private ValueKind Comparable() => Pick(ValueKind.Whole, ValueKind.Exact, ValueKind.Text, ValueKind.Day, ValueKind.Moment);

    /// <summary>A moment is compared with a day only as periods are: from one on, and before one.</summary>
    private SqlBinary Comparison(Scope scope, int depth)
    {
        if (Chance(12))
        {
            return new SqlBinary(Pick(SqlBinaryOperator.GreaterOrEqual, SqlBinaryOperator.Less), FromGivens(ValueKind.Moment, scope, depth), Day());
        }

        var kind = Comparable();
        var other = kind is ValueKind.Whole or ValueKind.Exact ? Pick(ValueKind.Whole, ValueKind.Exact) : kind;
        return new SqlBinary(Pick(Comparisons), Value(kind, scope, depth), Value(other, scope, Chance(2) ? depth : 0));
    }

    private SqlExpression Truth(Scope scope) => Chance(4) || scope.Of(ValueKind.Truth) is not [_, ..] truths ? new SqlBoolean(!Chance(4)) : Pick([.. truths]);

    private SqlLike Like(Scope scope, int depth)
    {
        var pattern = Pick(Patterns);
        SqlExpression said = new SqlText(pattern);
        return new SqlLike(
            Value(ValueKind.Text, scope, depth),
            Chance(3) ? Parameter(new SqlText(pattern)) : said,
            pattern.Contains('!', StringComparison.Ordinal) || Chance(3) ? new SqlText("!") : null,
            Chance(3));
    }

    /// <summary>Rows of another table, mostly those that belong to the row outside.</summary>
    private SqlExists Exists(Scope outer)
    {
        var (from, rows) = Source(0);
        return new SqlExists(new SqlSelect([new SqlSelectItem(new SqlNumber(1))], from) { Where = Belonging(outer, rows) }, Chance(3));
    }

    private SqlExpression Belonging(Scope outer, Scope rows)
    {
        var pairs = ExactKinds.SelectMany(kind => outer.Correlatable(kind).SelectMany(_ => rows.Of(kind), (one, other) => new SqlBinary(SqlBinaryOperator.Equal, other, one))).ToArray();
        if (pairs.Length == 0)
        {
            return Condition(rows, 1);
        }

        var pair = Pick(pairs);
        return Chance(3) ? new SqlBinary(SqlBinaryOperator.And, pair, Condition(rows, 1)) : pair;
    }

    /// <summary>A query of one column.</summary>
    private SqlQuery Column(ValueKind kind, Scope outer)
    {
        var (from, rows) = Source(0);
        var select = new SqlSelect([new SqlSelectItem(FromGivens(kind, rows, 1), Name("c"))], from)
        {
            Where = Chance(3) ? Belonging(outer, rows) : Chance(2) ? Condition(rows, 1) : null,
            Distinct = Chance(6),
        };
        return Chance(10) ? new SqlSetOperation(SqlSetOperator.Union, Chance(2), select, new SqlSelect([new SqlSelectItem(Literal(kind))], null)) : select;
    }

    /// <summary>The one value of a query: an aggregate over all that belongs to the row outside.</summary>
    private SqlScalarQuery Scalar(ValueKind kind, Scope outer)
    {
        var (from, rows) = Source(0);
        return new SqlScalarQuery(new SqlSelect([new SqlSelectItem(Aggregate(kind, rows))], from) { Where = Chance(2) ? Belonging(outer, rows) : null });
    }
}
