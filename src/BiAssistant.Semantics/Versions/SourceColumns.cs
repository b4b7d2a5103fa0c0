using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Versions;

/// <summary>
/// The physical columns behind the columns of a dataset's source. Those of a query are followed to its tables, as far as the catalog and the query itself say
/// which table has which column; where they do not, the tables stand for their columns.
/// </summary>
internal sealed class SourceColumns(Catalog catalog)
{
    private readonly Dictionary<Dataset, SqlOutputs?> _queries = [];

    public IEnumerable<LineageNode> TablesOf(Dataset dataset) => Tables(dataset.Source).Select(table => new LineageNode(LineageKind.Table, Name(table.Name), dataset.Model.Warehouse));

    public IEnumerable<LineageNode> Of(Dataset dataset, string column)
    {
        if (dataset.Source is SqlTable table)
        {
            return [Column(table.Name, column, dataset)];
        }

        if (!_queries.TryGetValue(dataset, out var outputs))
        {
            _queries[dataset] = outputs = Outputs(dataset);
        }

        var output = outputs?.Columns.FirstOrDefault(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
        return output is null ? TablesOf(dataset) : output.Sources.Concat(output.RowSources).Select(source => Column(source.Table, source.Column, dataset));
    }

    private SqlOutputs? Outputs(Dataset dataset) =>
        dataset.Source is SqlDerivedTable { Query: var query } ? SqlLineage.Of(query, new SqlSchema(Tables(query).Select(t => t.Name).Distinct().Select(name => Described(name, query, dataset)).ToSeq())).Value : null;

    /// <summary>A table with the columns that other datasets take from it, that the query names with it, and, where it is the query's only table, that the query names at all.</summary>
    private SqlSchemaTable Described(Seq<string> table, SqlQuery query, Dataset dataset)
    {
        var known = catalog.Datasets
            .Where(d => d.Model.Warehouse == dataset.Model.Warehouse && d.Source is SqlTable source && source.Name == table)
            .SelectMany(d => d.PrimaryKey.Concat(d.Fields.SelectMany(f => SqlAnalysis.Columns(f.Expression)).Where(c => c.Table is null).Select(c => c.Name)));
        var names = query.DescendantsAndSelf().OfType<SqlTable>().Where(t => t.Name == table).SelectMany(t => new[] { t.Alias, t.Name[^1], Name(t.Name) }).OfType<string>().ToHashSet();
        var only = Tables(query).Select(t => t.Name).Distinct().Count() == 1;
        var said = SqlAnalysis.Columns(query).Where(c => c.Table is null ? only : names.Contains(c.Table)).Select(c => c.Name);
        var asked = only ? dataset.Fields.SelectMany(f => SqlAnalysis.Columns(f.Expression)).Where(c => c.Table is null).Select(c => c.Name) : [];
        return new SqlSchemaTable(table, known.Concat(said).Concat(asked).Distinct().Select(c => new SqlSchemaColumn(c, SqlType.Unknown)).ToSeq());
    }

    /// <summary>The tables that are read; a query's own steps are none.</summary>
    private static IEnumerable<SqlTable> Tables(SqlNode source)
    {
        var steps = source.DescendantsAndSelf().OfType<SqlQuery>().SelectMany(q => q.With).Select(step => step.Name).ToHashSet();
        return source.DescendantsAndSelf().OfType<SqlTable>().Where(table => table.Name.Count > 1 || !steps.Contains(table.Name[0]));
    }

    private static LineageNode Column(Seq<string> table, string column, Dataset dataset) => new(LineageKind.Column, $"{Name(table)}.{column}", dataset.Model.Warehouse);

    private static string Name(Seq<string> table) => string.Join('.', table);
}
