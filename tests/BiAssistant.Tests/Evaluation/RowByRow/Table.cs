namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>Rows of one kind. A cell is a number (decimal), a time, a text, a truth, or null.</summary>
internal sealed class Table(string name, IReadOnlyList<string> columns)
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, (string Column, Table To, string Key)> _links = [];
    private readonly Dictionary<string, ILookup<object?, Row>> _byKey = [];

    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>Rows as they are stored.</summary>
    public IReadOnlyList<Row> Stored => _rows;

    /// <summary>What every row must meet to be seen.</summary>
    public Func<Row, bool> Filter { get; init; } = _ => true;

    /// <summary>The time that periods go by.</summary>
    public Func<Row, DateTime?> Clock { get; init; } = _ => null;

    /// <summary>The rows that count.</summary>
    public IEnumerable<Row> Rows => _rows.Where(Filter);

    public Table With(params object?[] cells)
    {
        _byKey.Clear();
        _rows.Add(new Row(this, Columns.Zip(cells).ToDictionary(c => c.First, c => c.Second is int whole ? (decimal)whole : c.Second)));
        return this;
    }

    /// <summary>Each row has one row there, or none: where the key has the value of this column.</summary>
    public void LinkTo(string link, string column, Table to, string key) => _links.Add(link, (column, to, key));

    public Row? Follow(Row row, string link)
    {
        var (column, to, key) = _links[link];
        return row[column] is { } value ? to.By(key)[value].SingleOrDefault() : null;
    }

    private ILookup<object?, Row> By(string key)
    {
        if (!_byKey.TryGetValue(key, out var rows))
        {
            _byKey.Add(key, rows = Rows.ToLookup(row => row[key]));
        }

        return rows;
    }
}
