using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>An aggregate over rows that each stand for several equal ones: the same number, to the last digit where it is exact, as over the rows themselves.</summary>
/// <param name="Steps">Columns that must be there first, each step over the columns of those before it.</param>
/// <param name="Whole">The aggregate over the rows with those columns.</param>
internal sealed record WeightedAggregate(Seq<PlanColumn> Steps, SqlExpression Whole)
{
    /// <summary>Null for an aggregate that goes by the order of rows.</summary>
    /// <param name="column">The aggregate and its name.</param>
    /// <param name="value">What is aggregated; null where the row does not count.</param>
    /// <param name="rows">How many rows a row stands for.</param>
    /// <param name="groups">What the whole is told apart by.</param>
    public static WeightedAggregate? Of(PassColumn column, SqlExpression value, Func<SqlColumn> rows, Seq<SqlExpression> groups)
    {
        var call = column.Call;
        SqlExpression Counted() => new SqlCase(null, [new SqlWhen(new SqlIsNull(value, Negated: true), rows())], new SqlNumber(0));
        return call switch
        {
            { Distinct: true } or { Name: "MIN" or "MAX" } => new([], call with { Arguments = [value, .. call.Arguments.Skip(1)], Filter = null }),
            { Name: "SUM" } => new([], Sum(Times(value, rows()))),
            { Name: "COUNT" } => new([], new SqlFunction("COALESCE", [Sum(Counted()), new SqlNumber(0)])),
            { Name: "AVG" } => new([], Divided(Sum(Times(value, rows())), Sum(Counted()))),
            { Name: "MEDIAN" } => Placed(column.Name, value, Counted(), groups, (upTo, all) => Middle(value, upTo, all)),
            { Name: "PERCENTILE", Arguments: [_, SqlNumber { Value: var fraction }] } => Placed(column.Name, value, Counted(), groups, (upTo, all) => Between(value, upTo, all, fraction)),
            { Name: "STDDEV" } => Spread(column.Name, value, Counted(), groups) is var spread ? spread with { Whole = new SqlFunction("SQRT", [spread.Whole]) } : null,
            { Name: "VARIANCE" } => Spread(column.Name, value, Counted(), groups),
            _ => null,
        };
    }

    private static WeightedAggregate Placed(string name, SqlExpression value, SqlExpression counted, Seq<SqlExpression> groups, Func<SqlColumn, SqlColumn, SqlExpression> whole)
    {
        var upTo = new PlanColumn($"{name}_up_to", new SqlWindow(Sum(counted), groups, [new SqlOrder(value)]));
        var all = new PlanColumn($"{name}_in_all", new SqlWindow(Sum(counted), groups, []));
        return new([upTo, all], whole(Named(upTo), Named(all)));
    }

    /// <summary>The mean of the one or two rows in the middle: the n-th of m is the first that 2n ≥ m holds for.</summary>
    private static SqlBinary Middle(SqlExpression value, SqlColumn upTo, SqlColumn all)
    {
        var twice = Times(upTo, new SqlNumber(2));
        return Times(
            new SqlBinary(
                SqlBinaryOperator.Add,
                First(value, new SqlBinary(SqlBinaryOperator.GreaterOrEqual, twice, all)),
                First(value, new SqlBinary(SqlBinaryOperator.Greater, twice, all))),
            new SqlNumber(0.5m));
    }

    /// <summary>Between the rows on both sides of (m − 1) · fraction, counted from zero, in proportion.</summary>
    private static SqlBinary Between(SqlExpression value, SqlColumn upTo, SqlColumn all, decimal fraction)
    {
        SqlExpression Place(SqlExpression of) => Times(new SqlBinary(SqlBinaryOperator.Subtract, of, new SqlNumber(1)), new SqlNumber(fraction));
        var low = First(value, new SqlBinary(SqlBinaryOperator.Greater, upTo, new SqlFunction("FLOOR", [Place(all)])));
        var high = First(value, new SqlBinary(SqlBinaryOperator.Greater, upTo, new SqlFunction("CEIL", [Place(all)])));
        var place = Place(new SqlAggregate("MAX", [all]));
        var share = new SqlBinary(SqlBinaryOperator.Subtract, place, new SqlFunction("FLOOR", [place]));
        return new SqlBinary(SqlBinaryOperator.Add, low, Times(new SqlBinary(SqlBinaryOperator.Subtract, high, low), share));
    }

    /// <summary>Squares of what each value is away from the mean, which is taken first: sums of squares of the values themselves would lose the digits that matter.</summary>
    private static WeightedAggregate Spread(string name, SqlExpression value, SqlExpression counted, Seq<SqlExpression> groups)
    {
        var mean = new PlanColumn($"{name}_mean", Divided(new SqlWindow(Sum(Times(value, counted)), groups, []), new SqlWindow(Sum(counted), groups, [])));
        var away = new SqlCast(new SqlBinary(SqlBinaryOperator.Subtract, value, Named(mean)), SqlType.Double);
        return new(
            [mean],
            Divided(Sum(Times(Times(away, away), counted)), new SqlBinary(SqlBinaryOperator.Subtract, Sum(counted), new SqlNumber(1))));
    }

    private static SqlAggregate First(SqlExpression value, SqlExpression from) => new("MIN", [new SqlCase(null, [new SqlWhen(from, value)], null)]);

    private static SqlAggregate Sum(SqlExpression value) => new("SUM", [value]);

    private static SqlBinary Times(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Multiply, left, right);

    private static SqlBinary Divided(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Divide, left, right);

    private static SqlColumn Named(PlanColumn column) => new(null, column.Name);
}
