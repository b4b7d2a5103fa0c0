namespace BiAssistant.Sql.Analysis;

/// <summary>What a part of a query has read so far: the columns that make a value, and those that choose its rows. Filled while names are resolved.</summary>
internal sealed class SqlReads
{
    private readonly HashSet<SqlSource> _values;
    private readonly HashSet<SqlSource> _rows;

    public SqlReads()
        : this([], [])
    {
    }

    private SqlReads(HashSet<SqlSource> values, HashSet<SqlSource> rows) => (_values, _rows) = (values, rows);

    public IReadOnlySet<SqlSource> Values => _values;

    public IReadOnlySet<SqlSource> Rows => _rows;

    /// <summary>The same place, for a part that only chooses rows: all that it reads counts as such.</summary>
    public SqlReads ForRows() => new(_rows, _rows);

    public void Add(SqlOutput column)
    {
        _values.UnionWith(column.Sources);
        _rows.UnionWith(column.RowSources);
    }

    public void AddRows(IEnumerable<SqlSource> sources) => _rows.UnionWith(sources);

    /// <summary>The column with what has been read for it; what makes its value does not count again among what chooses rows.</summary>
    public SqlOutput Describe(SqlOutput column) =>
        column with { Sources = _values.ToSeq(), RowSources = _rows.Where(source => !_values.Contains(source)).ToSeq() };
}
