using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql;

/// <summary>Constant expressions at random from a seed, of the types that they should have, nulls everywhere.</summary>
internal sealed class ConstantTrees(int seed)
{
    private static readonly SqlBinaryOperator[] Comparisons =
        [SqlBinaryOperator.Equal, SqlBinaryOperator.NotEqual, SqlBinaryOperator.Less, SqlBinaryOperator.LessOrEqual, SqlBinaryOperator.Greater, SqlBinaryOperator.GreaterOrEqual];

    private static readonly string[] Texts = ["a", "A", "b", "it's", "two words", "한국", "5"];

    private readonly Random _random = new(seed);

    public SqlExpression Any(int depth) => _random.Next(5) switch
    {
        0 => Number(depth, divides: true),
        1 => Truth(depth),
        2 => Text(depth),
        3 => Day(depth),
        _ => Instant(depth),
    };

    /// <summary>Quotients are inexact in engines, so that what jumps (a comparison, a remainder) is made without them.</summary>
    private SqlExpression Number(int depth, bool divides)
    {
        if (depth <= 0)
        {
            return Chance(8) ? SqlNull.Instance : Chance(2) ? new SqlNumber(_random.Next(-9, 10)) : new SqlNumber(_random.Next(-300, 300) / 100m);
        }

        SqlExpression Inner() => Number(depth - 1, divides);
        return _random.Next(divides ? 13 : 12) switch
        {
            0 or 1 => new SqlBinary(Pick([SqlBinaryOperator.Add, SqlBinaryOperator.Subtract]), Inner(), Inner()),
            2 => new SqlBinary(SqlBinaryOperator.Multiply, Inner(), Number(0, divides)),
            3 => new SqlUnary(SqlUnaryOperator.Negate, Inner()),
            4 => Chance(3)
                ? new SqlCase(Number(depth - 1, divides: false), Many(1, 2, () => new SqlWhen(Number(0, divides: false), Inner())), Inner())
                : new SqlCase(null, Many(1, 3, () => new SqlWhen(Truth(depth - 1), Inner())), Chance(2) ? Inner() : null),
            5 => new SqlFunction("COALESCE", Many(1, 3, Inner)),
            6 => new SqlFunction("NULLIF", [Number(depth - 1, divides: false), Number(0, divides: false)]),
            7 => new SqlDateDiff(Pick(Enum.GetValues<SqlTimeUnit>()), Instant(depth - 1), Instant(depth - 1)),
            8 => new SqlExtract(Pick(Enum.GetValues<SqlDatePart>()), Instant(depth - 1)),
            9 => new SqlBinary(SqlBinaryOperator.Subtract, Day(depth - 1), Day(depth - 1)),
            10 => new SqlCast(Chance(2) ? new SqlText("12") : new SqlNumber(_random.Next(100) / 4m), Pick([SqlType.BigInteger, SqlType.Decimal(12, 2)])),
            11 => new SqlFunction("MOD", [Number(depth - 1, divides: false), new SqlNumber(_random.Next(1, 9))]),
            _ => new SqlBinary(SqlBinaryOperator.Divide, Inner(), Inner()),
        };
    }

    private SqlExpression Truth(int depth)
    {
        if (depth <= 0)
        {
            return Chance(4) ? SqlNull.Instance : new SqlBoolean(Chance(2));
        }

        return _random.Next(11) switch
        {
            0 or 1 => new SqlBinary(SqlBinaryOperator.And, Truth(depth - 1), Truth(depth - 1)),
            2 or 3 => new SqlBinary(SqlBinaryOperator.Or, Truth(depth - 1), Truth(depth - 1)),
            4 => new SqlUnary(SqlUnaryOperator.Not, Truth(depth - 1)),
            5 => new SqlBinary(Pick(Comparisons), Number(depth - 1, divides: false), Number(depth - 1, divides: false)),
            6 => new SqlBinary(Pick(Comparisons), Text(depth - 1), Text(depth - 1)),
            7 => new SqlBinary(Pick(Comparisons), Day(depth - 1), Instant(depth - 1)),
            8 => Chance(2) ? new SqlIsNull(Any(depth - 1), Chance(2)) : new SqlIsDistinct(Number(depth - 1, divides: false), Number(0, divides: false), Chance(2)),
            9 => new SqlBetween(Number(depth - 1, divides: false), Number(0, divides: false), Number(0, divides: false), Chance(2)),
            _ => new SqlInList(Number(depth - 1, divides: false), Many(0, 3, () => Number(0, divides: false)), Chance(2)),
        };
    }

    private SqlExpression Text(int depth)
    {
        if (depth <= 0)
        {
            return Chance(8) ? SqlNull.Instance : new SqlText(Pick(Texts));
        }

        return _random.Next(5) switch
        {
            0 or 1 => new SqlBinary(SqlBinaryOperator.Concat, Text(depth - 1), Text(depth - 1)),
            2 => new SqlCast(new SqlNumber(_random.Next(-99, 99)), SqlType.Text),
            3 => new SqlCase(null, Many(1, 3, () => new SqlWhen(Truth(depth - 1), Text(depth - 1))), Chance(2) ? Text(depth - 1) : null),
            _ => new SqlFunction(Chance(2) ? "COALESCE" : "NULLIF", [Text(depth - 1), Text(depth - 1)]),
        };
    }

    private SqlExpression Day(int depth)
    {
        if (depth <= 0)
        {
            return Chance(8) ? new SqlCast(SqlNull.Instance, SqlType.Date) : new SqlDate(new DateOnly(2023, 12, 25).AddDays(_random.Next(120)));
        }

        return _random.Next(5) switch
        {
            0 => new SqlDateAdd(Pick([SqlTimeUnit.Day, SqlTimeUnit.Week, SqlTimeUnit.Month, SqlTimeUnit.Quarter, SqlTimeUnit.Year]), new SqlNumber(_random.Next(-15, 15)), Day(depth - 1)),
            1 => new SqlDateTrunc(Pick([SqlTimeUnit.Day, SqlTimeUnit.Week, SqlTimeUnit.Month, SqlTimeUnit.Quarter, SqlTimeUnit.Year]), Instant(depth - 1)),
            2 => new SqlBinary(Pick([SqlBinaryOperator.Add, SqlBinaryOperator.Subtract]), Day(depth - 1), new SqlNumber(_random.Next(40))),
            3 => new SqlBinary(SqlBinaryOperator.Add, new SqlDate(new DateOnly(2024, 1, 31)), new SqlInterval(_random.Next(-9, 9), Pick([SqlTimeUnit.Day, SqlTimeUnit.Month]))),
            _ => new SqlCast(Chance(2) ? new SqlText("2024-02-29") : Instant(depth - 1), SqlType.Date),
        };
    }

    private SqlExpression Instant(int depth)
    {
        if (depth <= 0)
        {
            return new SqlTimestamp(new DateTime(2024, 1, 30).AddSeconds(_random.Next(400_000)));
        }

        return _random.Next(4) switch
        {
            0 => new SqlDateAdd(Pick([SqlTimeUnit.Second, SqlTimeUnit.Minute, SqlTimeUnit.Hour, SqlTimeUnit.Month]), new SqlNumber(_random.Next(-99, 99)), Instant(depth - 1)),
            1 => new SqlDateTrunc(Pick([SqlTimeUnit.Second, SqlTimeUnit.Minute, SqlTimeUnit.Hour]), Instant(depth - 1)),
            2 => new SqlCast(Chance(2) ? new SqlText("2024-02-29 23:59:59") : Day(depth - 1), SqlType.Timestamp),
            _ => new SqlBinary(Pick([SqlBinaryOperator.Add, SqlBinaryOperator.Subtract]), Instant(depth - 1), new SqlInterval(_random.Next(9), Pick(Enum.GetValues<SqlTimeUnit>()))),
        };
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private Seq<T> Many<T>(int least, int most, Func<T> make) => Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make()).ToSeq();
}
