using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A field that is made of a dimension, an entity's key or what a measure aggregates.</summary>
/// <param name="Name">In its dataset.</param>
/// <param name="Tree">Over the columns of the source.</param>
internal sealed record DbtField(string Name, SqlExpression Tree)
{
    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Synonyms { get; init; } = LocalText.Empty;

    public string? Description { get; init; }

    public DbtDimension? Dimension { get; init; }

    public string? Datatype { get; init; }

    public bool IsHidden { get; init; }

    /// <summary>What a bare mention of it means; null where nothing says.</summary>
    public string? DefaultAggregate { get; init; }

    /// <summary>The column that it is; null for an expression.</summary>
    public string? Column => Tree is SqlColumn column ? column.Name : null;
}

/// <summary>The fields of one dataset as they are gathered: one for each expression, each under a name of its own.</summary>
internal sealed class DbtFields
{
    private readonly List<DbtField> _fields = [];
    private readonly Dictionary<SqlExpression, int> _byTree = [];
    private readonly HashSet<string> _names = [];

    public IReadOnlyList<DbtField> All => _fields;

    public DbtField? Find(SqlExpression tree) => _byTree.TryGetValue(tree, out var at) ? _fields[at] : null;

    public DbtField? OfColumn(string name) => Find(new SqlColumn(null, name));

    /// <summary>The field of this expression: the one there is, else a new one under the wanted name, or one like it where that is taken.</summary>
    public DbtField Need(string wanted, SqlExpression tree, Func<DbtField, DbtField> make)
    {
        if (Find(tree) is { } same)
        {
            return same;
        }

        var name = Free(wanted);
        _byTree[tree] = _fields.Count;
        _fields.Add(make(new DbtField(name, tree)));
        return _fields[^1];
    }

    /// <summary>A second field of an expression that has one: a dimension keeps its name whatever else the column is.</summary>
    public DbtField Add(string wanted, SqlExpression tree, Func<DbtField, DbtField> make)
    {
        var field = make(new DbtField(Free(wanted), tree));
        _byTree.TryAdd(tree, _fields.Count);
        _fields.Add(field);
        return field;
    }

    /// <summary>Keeps a name for what has it in the project; <see cref="Release"/> gives it to the one that it was kept for.</summary>
    public void Reserve(string name) => _names.Add(name);

    public void Release(string name) => _names.Remove(name);

    private string Free(string wanted) => UniqueName.Of(wanted.Replace('.', '_'), _names.Add);
}
