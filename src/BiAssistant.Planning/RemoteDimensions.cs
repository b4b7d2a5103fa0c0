using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>A dimension that a fact reaches in another warehouse: the step that crosses over, and the steps taken on from there.</summary>
/// <param name="Crossing">The step from the fact's warehouse into the other.</param>
/// <param name="Joins">The dimension's own join tree, in its warehouse.</param>
/// <param name="Keys">Column pairs that the crossing compares: the fact's side and the dimension's.</param>
/// <param name="Filters">The crossing's conditions beside its keys.</param>
internal sealed record RemoteDimension(JoinStep Crossing, JoinTree Joins, Seq<(SqlColumn Fact, SqlColumn Dimension)> Keys, Seq<SqlExpression> Filters)
{
    public string Warehouse => Joins.Root.Model.Warehouse ?? "";

    public bool Covers(SqlExpression expression) => SqlAnalysis.Columns(expression) is { IsEmpty: false } columns && columns.All(c => c.Table is { } alias && Has(alias));

    public bool Has(string alias) => Joins.Alias == alias || Joins.Steps.SelectMany(s => s.Flat).Any(s => s.Alias == alias);
}

/// <summary>Finds the dimensions of a pass that live in other warehouses.</summary>
internal static class RemoteDimensions
{
    public static Seq<RemoteDimension> Of(FactPass pass) =>
        pass.Joins.Steps
            .Where(step => step.Dataset.Model.Warehouse != pass.Joins.Root.Model.Warehouse && WarehouseOf(pass, step.ParentAlias) == pass.Joins.Root.Model.Warehouse)
            .Select(step => Remote(pass, step))
            .ToSeq();

    private static RemoteDimension Remote(FactPass pass, JoinStep crossing)
    {
        var aliases = crossing.Flat.Select(s => s.Alias).ToHashSet();
        var steps = pass.Joins.Steps.Where(s => aliases.Contains(s.ParentAlias) && s.Flat.Select(f => aliases.Add(f.Alias)).Last()).ToSeq();
        var conjuncts = Conjuncts(crossing.On).ToSeq();
        var keys = conjuncts
            .Take(crossing.Relationship?.FromColumns.Count ?? 0)
            .OfType<SqlBinary>()
            .Select(b => ((SqlColumn)b.Left, (SqlColumn)b.Right))
            .ToSeq();
        return new RemoteDimension(crossing, new JoinTree(crossing.Alias, crossing.Dataset, crossing.Within.AddRange(steps)), keys, conjuncts.Skip(keys.Count).ToSeq());
    }

    private static string? WarehouseOf(FactPass pass, string alias) =>
        pass.Joins.Alias == alias ? pass.Joins.Root.Model.Warehouse : pass.Joins.Steps.SelectMany(s => s.Flat).First(s => s.Alias == alias).Dataset.Model.Warehouse;

    private static IEnumerable<SqlExpression> Conjuncts(SqlExpression expression) =>
        expression is SqlBinary { Operator: SqlBinaryOperator.And } and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [expression];
}
