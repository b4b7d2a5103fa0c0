namespace BiAssistant.Sql.Checks;

/// <summary>The relations that a part of a query sees, innermost first, with the columns that may be read of each.</summary>
internal sealed class SqlScope(SqlScope? outer, StringComparer names)
{
    private readonly List<(string Name, HashSet<string> Columns, bool IsBase)> _relations = [];
    private readonly HashSet<string> _shared = new(names);

    public SqlScope? Outer => outer;

    /// <summary>Names of output columns, seen by GROUP BY, HAVING and ORDER BY only.</summary>
    public HashSet<string> Outputs { get; } = new(names);

    public bool SeesOutputs { get; set; }

    /// <summary>False where the name is taken already.</summary>
    public bool Add(string name, IEnumerable<string> columns, bool isBase)
    {
        if (_relations.Any(relation => names.Equals(relation.Name, name)))
        {
            return false;
        }

        _relations.Add((name, columns.ToHashSet(names), isBase));
        return true;
    }

    /// <summary>A column of USING: there must be one on each side, and from here on it needs no prefix.</summary>
    public bool Share(string column) => _shared.Add(column) is var _ && _relations.Count(relation => relation.Columns.Contains(column)) >= 2;

    /// <summary>The columns that * stands for; null where that would read a table whole.</summary>
    public IReadOnlyList<string>? Star(string? table)
    {
        var meant = _relations.Where(relation => table is null || names.Equals(relation.Name, table)).ToList();
        return meant.Count == 0 || meant.Any(relation => relation.IsBase) ? null : meant.SelectMany(relation => relation.Columns).ToList();
    }

    /// <summary>What is wrong with reading this column here; null when nothing is.</summary>
    public string? Problem(string? table, string column)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var meant = scope._relations.Where(relation => table is null ? relation.Columns.Contains(column) : names.Equals(relation.Name, table)).ToList();
            if (meant.Count > 1 && !scope._shared.Contains(column))
            {
                return $"The column '{column}' could be that of several tables.";
            }

            if (meant.Count > 0)
            {
                return meant[0].Columns.Contains(column) ? null : $"The column '{column}' of '{table}' may not be read.";
            }

            if (table is null && scope.SeesOutputs && scope.Outputs.Contains(column))
            {
                return null;
            }
        }

        return table is null ? $"The column '{column}' is not one that may be read." : $"There is no table '{table}' in this query.";
    }
}
