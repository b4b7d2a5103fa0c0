using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// What is made of the rows that count: averages over time of sums and counts (of what holds from one day to another, by the days of the interval; of snapshots, by their
/// moments), and the one value that rows of one time share.
/// </summary>
internal static class RowValues
{
    /// <summary>Each row weighs as many days as it holds in the interval.</summary>
    public static Formula OverDays(int source, SqlAggregate call, RowInterval interval, ValidRows valid, SqlExpression since, SqlExpression until)
    {
        var from = interval.From!;
        var to = interval.To!;
        var begins = new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Greater, since, from), since)], from);
        SqlExpression end = valid.ToInclusive ? new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(1), until) : until;
        var ends = new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Or, new SqlIsNull(until), new SqlBinary(SqlBinaryOperator.GreaterOrEqual, until, to)), to)], end);
        var days = new SqlDateDiff(SqlTimeUnit.Day, begins, ends);
        return new ExpressionFormula(
            new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "total"), new SqlColumn(null, "days")),
            [
                new FormulaPart("total", new SourceAggregate(source, Weighted(call, days))),
                new FormulaPart("days", new SourceAggregate(source, new SqlAggregate("MAX", [interval.Days!]))),
            ]);
    }

    /// <summary>The sum over all moments by their number; where each thing has moments of its own, each row by the number of its own.</summary>
    public static Formula OverMoments(int source, SqlAggregate call, bool each) => each
        ? new SourceAggregate(source, Weighted(call, new SqlBinary(SqlBinaryOperator.Divide, new SqlNumber(1), BoundSnapshot.Moments)))
        : new ExpressionFormula(
            new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "total"), new SqlColumn(null, "moments")),
            [
                new FormulaPart("total", new SourceAggregate(source, call)),
                new FormulaPart("moments", new SourceAggregate(source, new SqlAggregate("MAX", [BoundSnapshot.Moments]))),
            ]);

    /// <summary>A count of a moment's rows: none is no balance, because nobody knows that the moment was taken.</summary>
    public static Formula AtMoment(int source, SqlAggregate call)
    {
        var number = new SourceAggregate(source, call);
        return call.Name == "COUNT"
            ? new ExpressionFormula(new SqlFunction("NULLIF", [new SqlColumn(null, "rows"), new SqlNumber(0)]), [new FormulaPart("rows", number)])
            : number;
    }

    /// <summary>The value that all rows share; empty where they differ, because none of them is the one.</summary>
    public static Formula OnlyValue(int source, SqlAggregate call) => new ExpressionFormula(
        new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn(null, "low"), new SqlColumn(null, "high")), new SqlColumn(null, "low"))], null),
        [
            new FormulaPart("low", new SourceAggregate(source, call with { Name = "MIN" })),
            new FormulaPart("high", new SourceAggregate(source, call with { Name = "MAX" })),
        ]);

    private static SqlAggregate Weighted(SqlAggregate call, SqlExpression weight) => (call.Name, call.Arguments) switch
    {
        ("SUM", [var x]) => call with { Arguments = [new SqlBinary(SqlBinaryOperator.Multiply, x, weight)] },
        (_, [SqlStar]) => new SqlAggregate("SUM", [weight]),
        (_, [var x, ..]) => new SqlAggregate("SUM", [new SqlCase(null, [new SqlWhen(new SqlIsNull(x, Negated: true), weight)], null)]),
        _ => call,
    };
}
