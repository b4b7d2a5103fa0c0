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
        BucketWidth width => From(new SqlBinary(SqlBinaryOperator.Multiply, new SqlFunction("FLOOR", [new SqlBinary(SqlBinaryOperator.Divide, Since(number, width.Start), new SqlNumber(width.Width))]), new SqlNumber(width.Width)), width.Start),
        _ => throw new UnreachableException(buckets.GetType().Name),
    };

    /// <summary>The type of a range's column.</summary>
    public static SqlType TypeOf(SqlType number, Buckets? buckets) => buckets switch
    {
        null => number,
        BucketEdges => SqlType.Integer,
        _ => SqlType.Unknown,
    };

    private static SqlExpression Since(SqlExpression number, decimal start) => start == 0 ? number : new SqlBinary(SqlBinaryOperator.Subtract, number, new SqlNumber(start));

    private static SqlExpression From(SqlExpression number, decimal start) => start == 0 ? number : new SqlBinary(SqlBinaryOperator.Add, number, new SqlNumber(start));
}
