using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Gathered rows in the making: their own source grows as columns are asked of them.</summary>
internal sealed class Gathering(SourceBuilder rows, string alias, string parentAlias, Relationship? relationship)
{
    private readonly List<GatheredColumn> _keys = [];
    private readonly List<GatheredColumn> _aggregates = [];
    private readonly List<SqlExpression> _filters = [];
    private readonly List<SqlExpression> _on = [];

    public SourceBuilder Rows { get; } = rows;

    public string Alias { get; } = alias;

    /// <summary>Rows that these are joined to stay when they match none.</summary>
    public bool KeepUnmatched { get; init; } = true;

    public bool IsMany { get; set; }

    public bool IsShared { get; set; }

    public SqlColumn FirstKey => new(Alias, _keys[0].Name);

    public void Keep(IEnumerable<SqlExpression> filters) => _filters.AddRange(filters.Where(f => !_filters.Contains(f)));

    /// <summary>The key is compared with a column of the rows that these are joined to.</summary>
    public void Match(SqlExpression parent, string name, SqlExpression key) => _on.Add(new SqlBinary(SqlBinaryOperator.Equal, parent, Key(name, key)));

    /// <summary>A column by which rows are told apart, as it is known outside.</summary>
    public SqlColumn Key(string name, SqlExpression expression) => Column(_keys, name, expression);

    /// <summary>An aggregate of each key's rows, as it is known outside.</summary>
    public SqlColumn Aggregate(string name, SqlAggregate call) => Column(_aggregates, name, call);

    public JoinStep ToStep() => new(Alias, parentAlias, relationship, Rows.Root, KeepUnmatched, _on.Count == 0 ? Predicates.Always : Predicates.All(_on.ToSeq()))
    {
        Gathered = new GatheredRows(Rows.Tree, _filters.ToSeq(), _keys.ToSeq(), _aggregates.ToSeq()) { IsMany = IsMany, IsShared = IsShared },
    };

    private SqlColumn Column(List<GatheredColumn> columns, string name, SqlExpression expression)
    {
        if (columns.Find(c => c.Expression == expression) is not { } column)
        {
            columns.Add(column = new GatheredColumn(UniqueName.Of(name, free => _keys.Concat(_aggregates).All(c => c.Name != free)), expression));
        }

        return new SqlColumn(Alias, column.Name);
    }
}
