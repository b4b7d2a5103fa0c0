using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The tables and columns that a source touches, told apart by warehouse.</summary>
internal sealed class SourceReads
{
    private readonly Dictionary<Dataset, SortedSet<string>> _columns = [];
    private readonly List<BoundRead> _nested = [];

    public void Add(Dataset dataset) => ColumnsOf(dataset);

    public void Add(Dataset dataset, string column) => ColumnsOf(dataset).Add(column);

    /// <summary>What nested queries read.</summary>
    public void Add(IEnumerable<BoundRead> reads) => _nested.AddRange(reads.Except(_nested));

    public Seq<BoundRead> ToSeq() => _columns.SelectMany(d => Tables(d.Key, d.Value)).Concat(_nested).Distinct().ToSeq();

    private SortedSet<string> ColumnsOf(Dataset dataset)
    {
        if (!_columns.TryGetValue(dataset, out var columns))
        {
            _columns[dataset] = columns = new SortedSet<string>(StringComparer.Ordinal);
        }

        return columns;
    }

    private static IEnumerable<BoundRead> Tables(Dataset dataset, IEnumerable<string> columns)
    {
        var warehouse = dataset.Model.Warehouse ?? "";
        return dataset.Source switch
        {
            SqlTable table => [new BoundRead(warehouse, new AllowedTable(table.Name, columns.ToSeq()))],
            SqlDerivedTable derived => SqlAnalysis.Tables(derived.Query).Select(t => new BoundRead(warehouse, new AllowedTable(t.Name, NamesIn(derived)))),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    /// <summary>A source that is a query was written by the catalog's owner: each of its tables may be read by every name that the query says.</summary>
    private static Seq<string> NamesIn(SqlDerivedTable derived) => SqlAnalysis.Columns(derived.Query).Select(c => c.Name).Distinct().ToSeq();
}
