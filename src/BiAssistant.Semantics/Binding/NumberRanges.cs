using System.Diagnostics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The range that a number lies in: between given bounds the place of the range, from 0; of one width the range's lower bound. Both stand in the order of the numbers.</summary>
internal static class NumberRanges
{
    public static SqlExpression Of(SqlExpression number, Buckets? buckets) => buckets switch
    {
        null => number,
        BucketEdges edges => new SqlCase(
            null,
            edges.Edges.Select((edge, place) => new SqlWhen(new SqlBinary(SqlBinaryOperator.Less, number, new SqlNumber(edge)), new SqlNumber(place)))
                .Append(new SqlWhen(new SqlIsNull(number, Negated: true), new SqlNumber(edges.Edges.Count)))
                .ToSeq(),
            null),
        BucketWidth width => From(Floored(Since(number, width.Start), width.Width), width.Start),
        _ => throw new UnreachableException(buckets.GetType().Name),
    };

    /// <summary>The type of a range's column.</summary>
    public static SqlType TypeOf(SqlType number, Buckets? buckets) => buckets switch
    {
        null => number,
        BucketEdges => SqlType.Integer,
        _ => SqlType.Unknown,
    };

    /// <summary>Numbers are counted in whole parts before they are divided: 0.3 holds three times 0.1, and not 2.9999999999999996 times.</summary>
    private static SqlBinary Floored(SqlExpression number, decimal width)
    {
        var parts = 1m;
        while (width * parts != decimal.Truncate(width * parts))
        {
            parts *= 10;
        }

        var whole = new SqlNumber(width * parts);
        var counted = parts == 1 ? number : new SqlBinary(SqlBinaryOperator.Multiply, number, new SqlNumber(parts));
        var floor = new SqlBinary(SqlBinaryOperator.Multiply, new SqlFunction("FLOOR", [new SqlBinary(SqlBinaryOperator.Divide, counted, whole)]), whole);
        return parts == 1 ? floor : new SqlBinary(SqlBinaryOperator.Divide, floor, new SqlNumber(parts));
    }

    private static SqlExpression Since(SqlExpression number, decimal start) => start == 0 ? number : new SqlBinary(SqlBinaryOperator.Subtract, number, new SqlNumber(start));

    private static SqlExpression From(SqlExpression number, decimal start) => start == 0 ? number : new SqlBinary(SqlBinaryOperator.Add, number, new SqlNumber(start));
}
