using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql;

/// <summary>Portable trees at random from a seed: every kind of node, names that need quoting, values that need escaping.</summary>
internal sealed class RandomTrees(int seed)
{
    private static readonly string[] Names =
        ["a", "amount", "Order", "order", "TOTAL", "date", "interval", "first", "count", "filter", "over", "nulls", "매출", "two words", "quo\"te", "br]acket", "2x", "select", "true", "_x1", "end", "year", "user", "Ünïcode"];

    private static readonly string[] Texts = ["", "x", "it's", "50%", "a_b", "--", "/* */", "\"", "\\", "; DROP TABLE t", "한국", "line\nbreak", "$p1", "@p1"];

    private static readonly SqlBinaryOperator[] Comparisons =
        [SqlBinaryOperator.Equal, SqlBinaryOperator.NotEqual, SqlBinaryOperator.Less, SqlBinaryOperator.LessOrEqual, SqlBinaryOperator.Greater, SqlBinaryOperator.GreaterOrEqual];

    private static readonly (string Name, int Arguments)[] Functions =
        [("LOWER", 1), ("COALESCE", 2), ("NULLIF", 2), ("GREATEST", 3), ("LEAST", 2), ("TRIM", 1), ("TRIM", 2), ("REPLACE", 3), ("LENGTH", 1), ("POSITION", 2), ("SUBSTRING", 3), ("ABS", 1), ("ROUND", 2), ("FLOOR", 1), ("POWER", 2), ("MOD", 2)];

    private static readonly string[] Aggregates = ["SUM", "COUNT", "AVG", "MIN", "MAX", "MEDIAN", "PERCENTILE", "STDDEV", "VARIANCE", "FIRST", "LAST"];

    private static readonly SqlType[] Types = [SqlType.Integer, SqlType.BigInteger, SqlType.Double, SqlType.Text, SqlType.Date, SqlType.Timestamp, SqlType.Decimal(12, 2), new(SqlTypeKind.Decimal), new(SqlTypeKind.Text, 5), SqlType.Boolean];

    private readonly Random _random = new(seed);

    public SqlQuery Query(int depth = 3)
    {
        SqlQuery query = depth > 0 && Chance(5)
            ? new SqlSetOperation(Pick(Enum.GetValues<SqlSetOperator>()), Chance(2), Query(depth - 1), Query(depth - 1))
            : Select(depth);
        return query with
        {
            With = depth > 0 && Chance(5) ? Many(1, 2, () => new SqlCommonTable(Name(), Query(depth - 1), Chance(2) ? "A step\nwith -- a break" : null)) : [],
            OrderBy = Chance(3) ? Many(1, 2, () => Order(1)) : [],
            Limit = Chance(4) ? _random.Next(100) : null,
            Offset = Chance(8) ? _random.Next(100) : null,
        };
    }

    private SqlSelect Select(int depth) => new(Many(1, 3, () => new SqlSelectItem(Expression(depth), Chance(2) ? Name() : null)), Chance(8) ? null : Relation(depth))
    {
        Distinct = Chance(6),
        Where = Chance(2) ? Condition(depth) : null,
        GroupBy = Chance(4) ? Many(1, 2, () => Expression(1)) : [],
        Having = Chance(8) ? Condition(1) : null,
    };

    private SqlRelation Relation(int depth)
    {
        switch (depth > 0 ? _random.Next(5) : 0)
        {
            case 3:
                return new SqlDerivedTable(Query(depth - 1), Name());
            case 4:
                var kind = Pick(Enum.GetValues<SqlJoinKind>());
                var join = new SqlJoin(kind, Relation(depth - 1), Relation(depth - 1));
                return kind == SqlJoinKind.Cross ? join : Chance(4) ? join with { Using = [Name()] } : join with { On = Condition(1) };
            default:
                return new SqlTable(Many(1, 2, Name), Chance(2) ? Name() : null);
        }
    }

    private SqlOrder Order(int depth) => new(Expression(depth), Chance(2), Pick(Enum.GetValues<SqlNullOrder>()));

    private SqlExpression Condition(int depth)
    {
        if (depth <= 0)
        {
            return Comparison(0);
        }

        return _random.Next(12) switch
        {
            0 or 1 => new SqlBinary(SqlBinaryOperator.And, Condition(depth - 1), Condition(depth - 1)),
            2 => new SqlBinary(SqlBinaryOperator.Or, Condition(depth - 1), Condition(depth - 1)),
            3 => new SqlUnary(SqlUnaryOperator.Not, Condition(depth - 1)),
            4 => new SqlBetween(Expression(depth - 1), Expression(depth - 1), Expression(depth - 1), Chance(2)),
            5 => new SqlInList(Expression(depth - 1), Many(0, 3, () => Expression(depth - 1)), Chance(2)),
            6 => new SqlInQuery(Expression(depth - 1), Query(depth - 2), Chance(2)),
            7 => new SqlExists(Query(depth - 2), Chance(2)),
            8 => new SqlLike(Expression(depth - 1), Chance(2) ? new SqlText(Chance(2) ? "a!%_%" : "_1!%%") : new SqlParameter(Parameter(), new SqlText(Chance(2) ? "x%" : "%")), Chance(2) ? new SqlText("!") : null, Chance(2)),
            9 => Chance(2) ? new SqlIsNull(Expression(depth - 1), Chance(2)) : new SqlIsDistinct(Expression(depth - 1), Expression(depth - 1), Chance(2)),
            10 => new SqlQuantified(Pick(Comparisons), Expression(depth - 1), Chance(2), Query(depth - 2)),
            _ => Comparison(depth - 1),
        };
    }

    private SqlBinary Comparison(int depth) => new(Pick(Comparisons), Expression(depth), Expression(depth));

    private SqlExpression Expression(int depth)
    {
        if (depth <= 0)
        {
            return Leaf();
        }

        switch (_random.Next(16))
        {
            case 0 or 1 or 2:
                return new SqlBinary(Pick([SqlBinaryOperator.Add, SqlBinaryOperator.Subtract, SqlBinaryOperator.Multiply, SqlBinaryOperator.Divide, SqlBinaryOperator.Modulo, SqlBinaryOperator.Concat]), Expression(depth - 1), Expression(depth - 1));
            case 3:
                return new SqlUnary(SqlUnaryOperator.Negate, Expression(depth - 1));
            case 4:
                return new SqlCase(Chance(3) ? Expression(depth - 1) : null, Many(1, 2, () => new SqlWhen(Condition(depth - 1), Expression(depth - 1))), Chance(2) ? Expression(depth - 1) : null);
            case 5:
                return new SqlCast(Expression(depth - 1), Pick(Types));
            case 6 or 7:
                var function = Pick(Functions);
                return new SqlFunction(function.Name, Many(function.Arguments, function.Arguments, () => Expression(depth - 1)));
            case 8 or 9:
                return Aggregate(depth);
            case 10:
                return new SqlWindow(Chance(2) ? new SqlFunction("ROW_NUMBER", []) : new SqlAggregate("SUM", [Expression(depth - 1)]), Many(0, 2, () => Expression(depth - 1)), Many(0, 2, () => Order(depth - 1)), Chance(2) ? new SqlFrame(Pick(Enum.GetValues<SqlFrameUnit>()), new SqlFrameEnd(Chance(2) ? null : -3), new SqlFrameEnd(Chance(2) ? 0 : null)) : null);
            case 11:
                return new SqlDateTrunc(Pick(Enum.GetValues<SqlTimeUnit>()), Expression(depth - 1));
            case 12:
                return Chance(2) ? new SqlDateAdd(Pick(Enum.GetValues<SqlTimeUnit>()), Expression(depth - 1), Expression(depth - 1)) : new SqlDateDiff(Pick(Enum.GetValues<SqlTimeUnit>()), Expression(depth - 1), Expression(depth - 1));
            case 13:
                return new SqlExtract(Pick(Enum.GetValues<SqlDatePart>()), Expression(depth - 1));
            case 14:
                return new SqlScalarQuery(Query(depth - 2));
            default:
                return Chance(2) ? Condition(depth - 1) : Leaf();
        }
    }

    private SqlAggregate Aggregate(int depth)
    {
        var name = Pick(Aggregates);
        var star = name == "COUNT" && Chance(2);
        Seq<SqlExpression> arguments = star ? [new SqlStar()] : name == "PERCENTILE" ? [Expression(depth - 1), new SqlNumber(0.9m)] : [Expression(depth - 1)];
        return new SqlAggregate(name, arguments)
        {
            Distinct = !star && name is "COUNT" or "SUM" && Chance(3),
            Filter = Chance(4) ? Condition(depth - 1) : null,
            OrderBy = name is "FIRST" or "LAST" ? [Order(depth - 1)] : [],
        };
    }

    private SqlExpression Leaf() => _random.Next(12) switch
    {
        0 => new SqlNumber(_random.Next(-3, 100)),
        1 => new SqlNumber(_random.Next(-300, 10_000) / 100m),
        2 => new SqlText(Pick(Texts)),
        3 => new SqlDate(new DateOnly(2024, 1, 1).AddDays(_random.Next(800))),
        4 => new SqlTimestamp(new DateTime(2024, 1, 1).AddSeconds(_random.Next(3) * 43_200).AddMicroseconds(_random.Next(2))),
        5 => new SqlBoolean(Chance(2)),
        6 => SqlNull.Instance,
        7 => new SqlParameter(Parameter(), Chance(2) ? new SqlDate(new DateOnly(2024, 2, 29)) : new SqlNumber(7)),
        _ => new SqlColumn(Chance(2) ? Name() : null, Name()),
    };

    private string Parameter() => $"p{_random.Next(1, 4)}";

    private string Name() => Pick(Names);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private Seq<T> Many<T>(int least, int most, Func<T> make) => Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make()).ToSeq();
}
