namespace BiAssistant.Sql.Analysis;

/// <summary>Why a column's name says nothing here.</summary>
internal enum SqlNameProblem
{
    /// <summary>Several relations have such a column.</summary>
    Ambiguous,

    /// <summary>The relation is here and has no such column.</summary>
    NotInTable,

    NoTable,

    /// <summary>No relation has such a column.</summary>
    Nowhere,

    /// <summary>An outer relation has it, and a table nearer by may have one that is not told.</summary>
    MaybeNearer,
}

/// <summary>The relations that a part of a query sees, innermost first, with the columns of each.</summary>
internal sealed class SqlScope(SqlScope? outer, StringComparer names)
{
    private readonly List<(string Name, IReadOnlyList<SqlOutput> Columns, bool IsBase)> _relations = [];
    private ILookup<string, SqlOutput> _plain = Array.Empty<SqlOutput>().ToLookup(column => column.Name, names);
    private Dictionary<string, SqlOutput>? _outputs;

    public SqlScope? Outer => outer;

    public bool HasBase => _relations.Any(relation => relation.IsBase);

    /// <summary>The columns that a name without a prefix can mean; a column of USING is one of them once.</summary>
    public IReadOnlyList<SqlOutput> Plain
    {
        get;
        set
        {
            field = value;
            _plain = value.ToLookup(column => column.Name, names);
        }
    } = [];

    /// <summary>False where the name is taken already.</summary>
    public bool Add(string name, IReadOnlyList<SqlOutput> columns, bool isBase)
    {
        if (_relations.Any(relation => names.Equals(relation.Name, name)))
        {
            return false;
        }

        _relations.Add((name, columns, isBase));
        return true;
    }

    /// <summary>From here on the output columns are seen too: GROUP BY, HAVING and ORDER BY stand after the selected items.</summary>
    public void See(IEnumerable<SqlOutput> outputs)
    {
        _outputs = new Dictionary<string, SqlOutput>(names);
        foreach (var output in outputs.Where(output => output.Name.Length > 0))
        {
            _outputs.TryAdd(output.Name, output);
        }
    }

    /// <summary>The columns that * stands for; null where no relation is meant, or one that <paramref name="isRefused"/> keeps from being read whole.</summary>
    public IReadOnlyList<SqlOutput>? Star(string? table, Func<bool, bool> isRefused)
    {
        var meant = _relations.Where(relation => table is null || names.Equals(relation.Name, table)).ToList();
        return meant.Count == 0 || meant.Any(relation => isRefused(relation.IsBase)) ? null : table is null ? Plain : meant[0].Columns;
    }

    /// <summary>The column that a name means here, or why it means none; where tables may have columns that are not told, none is looked for past a table.</summary>
    public (SqlOutput? Column, SqlNameProblem Problem) Find(string? table, string column, bool tablesMayHaveMore = false)
    {
        var isHidden = false;
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (table is not null && scope.Relation(table) is { } relation)
            {
                return One(relation.Where(found => names.Equals(found.Name, column)), SqlNameProblem.NotInTable);
            }

            if (table is null && scope._plain.Contains(column))
            {
                return isHidden ? (null, SqlNameProblem.MaybeNearer) : One(scope._plain[column], SqlNameProblem.Nowhere);
            }

            if (table is null && scope._outputs?.GetValueOrDefault(column) is { } output)
            {
                return isHidden ? (null, SqlNameProblem.MaybeNearer) : (output, default);
            }

            isHidden |= tablesMayHaveMore && scope.HasBase;
        }

        return (null, table is null ? SqlNameProblem.Nowhere : SqlNameProblem.NoTable);
    }

    /// <summary>The names that could have been meant, innermost first.</summary>
    public IEnumerable<string> NamesOf(string? table)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var column in scope._relations.Where(relation => table is null || names.Equals(relation.Name, table)).SelectMany(relation => relation.Columns))
            {
                yield return column.Name;
            }
        }
    }

    /// <summary>The names of the relations that can be seen, innermost first.</summary>
    public IEnumerable<string> Relations() => _relations.Select(relation => relation.Name).Concat(outer?.Relations() ?? []);

    private IReadOnlyList<SqlOutput>? Relation(string table) => _relations.Find(relation => names.Equals(relation.Name, table)).Columns;

    private static (SqlOutput? Column, SqlNameProblem Problem) One(IEnumerable<SqlOutput> found, SqlNameProblem none) => found.ToList() switch
    {
        [] => (null, none),
        [var only] => (only, default),
        _ => (null, SqlNameProblem.Ambiguous),
    };
}
