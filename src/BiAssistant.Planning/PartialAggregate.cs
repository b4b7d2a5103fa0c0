using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>An aggregate in two steps: what is taken at the finer grain, and how the parts make the whole.</summary>
internal sealed record PartialAggregate(Seq<PlanColumn> Parts, SqlExpression Whole)
{
    /// <summary>Null for an aggregate whose parts do not make its whole, such as a distinct count or a median.</summary>
    public static PartialAggregate? Of(PassColumn column)
    {
        var call = column.Call;
        return (call.Name, call.Distinct) switch
        {
            ("SUM", false) => Same(column, "SUM"),
            ("MIN", _) => Same(column, "MIN"),
            ("MAX", _) => Same(column, "MAX"),
            ("COUNT", false) => new([new PlanColumn(column.Name, call)], new SqlFunction("COALESCE", [Total(column.Name), new SqlNumber(0)])),
            ("AVG", false) => Mean(column.Name, call),
            _ => null,
        };
    }

    /// <summary>The whole of those parts for which a condition over the finer rows holds.</summary>
    public SqlExpression Where(SqlExpression condition) => Whole.Rewrite(e => e is SqlAggregate call ? call with { Filter = condition } : null);

    private static PartialAggregate Same(PassColumn column, string function) =>
        new([new PlanColumn(column.Name, column.Call)], new SqlAggregate(function, [new SqlColumn(null, column.Name)]));

    private static PartialAggregate Mean(string name, SqlAggregate call) =>
        new(
            [new PlanColumn($"{name}_sum", call with { Name = "SUM" }), new PlanColumn($"{name}_count", call with { Name = "COUNT" })],
            new SqlBinary(SqlBinaryOperator.Divide, Total($"{name}_sum"), Total($"{name}_count")));

    private static SqlAggregate Total(string column) => new("SUM", [new SqlColumn(null, column)]);
}
