using BiAssistant.Semantics.Binding;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>What the catalog says of the types of a join tree's columns.</summary>
internal static class JoinedTypes
{
    public static SqlType Of(SqlExpression expression, JoinTree joins) => SqlTypes.Infer(expression, column => Of(column, joins));

    /// <summary>The declared type of a field that is just this column, or the type of what is gathered in it.</summary>
    private static SqlType Of(SqlColumn column, JoinTree joins)
    {
        var step = joins.Steps.SelectMany(s => s.Flat).FirstOrDefault(s => s.Alias == column.Table);
        if (step?.Gathered is { } gathered)
        {
            return Of(gathered, column.Name);
        }

        if (step?.Nested is { } nested)
        {
            return Of(nested.Query, column.Name);
        }

        var dataset = column.Table == joins.Alias ? joins.Root : step?.Dataset;
        return dataset?.Fields.FirstOrDefault(f => f.Expression is SqlColumn { Table: null, Name: var name } && name == column.Name)?.Type ?? SqlType.Unknown;
    }

    private static SqlType Of(GatheredRows gathered, string column) =>
        gathered.Keys.Concat(gathered.Aggregates).FirstOrDefault(c => c.Name == column) is { } inner ? Of(inner.Expression, gathered.Joins) : SqlType.Unknown;

    private static SqlType Of(BoundQuery results, string column) =>
        results.Groups.FirstOrDefault(g => g.Name == column)?.Type ?? results.Measures.FirstOrDefault(m => m.Name == column)?.Type ?? SqlType.Unknown;
}
