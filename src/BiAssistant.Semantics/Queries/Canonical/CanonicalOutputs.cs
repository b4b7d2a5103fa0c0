using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>What refers to output columns by name (order, top, conditions on numbers), said in the canonical names.</summary>
internal sealed class CanonicalOutputs
{
    private readonly SemanticQuery _columns;
    private readonly OutputNames _names;
    private readonly Dictionary<string, string> _newNames = [];
    private readonly CanonicalScope _scope;
    private readonly CanonicalOutputs? _inner;

    /// <param name="said">The names of the columns as the query was given.</param>
    /// <param name="resolved">The same columns, names resolved, none dropped.</param>
    /// <param name="columns">The canonical columns.</param>
    /// <param name="scope">What all parts share.</param>
    /// <param name="inner">The columns of the inner query; null when there is none.</param>
    internal CanonicalOutputs(OutputNames said, SemanticQuery resolved, SemanticQuery columns, CanonicalScope scope, CanonicalOutputs? inner)
    {
        (_columns, _scope, _inner) = (columns, scope, inner);
        _names = OutputNames.Of(columns, scope.Catalog);
        var groups = resolved.GroupBy.Select(g => _names.Groups[IndexOf(columns.GroupBy, g)]).ToList();
        var measures = resolved.Measures.Select(m => _names.Measures[IndexOf(columns.Measures, m)]).ToList();
        var canonical = groups.Concat(measures).ToList();
        Remember(canonical, canonical);
        Remember(resolved.GroupBy.OfType<FieldGrouping>().Select(g => g.Field), resolved.GroupBy.Zip(groups).Where(p => p.First is FieldGrouping).Select(p => p.Second));
        Remember(said.All, canonical);
    }

    internal Seq<string> All => _names.All.ToSeq();

    internal Seq<string> Measures => _names.Measures;

    internal Seq<string> Groups => _names.Groups;

    /// <summary>The columns that tell the units of a measure's amounts apart.</summary>
    internal Seq<string> UnitsOf(string measure)
    {
        var index = _names.Measures.ToList().IndexOf(measure);
        var kept = index < 0 ? [] : new CanonicalUnits(_scope.Catalog, _scope.Issues).Kept(_columns.Measures[index], _columns.GroupBy).ToList();
        return kept.Select(g => _names.Groups[IndexOf(_columns.GroupBy, g)]).ToSeq();
    }

    internal Seq<Ordering> OrderBy(SemanticQuery query)
    {
        var rest = _columns.GroupBy.Count;
        var order = new List<Ordering>();
        foreach (var ordering in query.OrderBy)
        {
            var by = Renamed(ordering.By);
            if (rest > 0 && order.TrueForAll(o => o.By != by))
            {
                order.Add(new Ordering(by, ordering.Descending));
                rest -= _names.Groups.Contains(by) && !MayRepeat(by) ? 1 : 0;
            }
        }

        var natural = Natural();
        if (query.Top is not null && order.Count == 0)
        {
            return _names.Measures.IsEmpty || _columns.GroupBy.IsEmpty ? [] : [new Ordering(_names.Measures[0], true)];
        }

        return query.Top is null && order.SequenceEqual(natural) ? [] : order.ToSeq();
    }

    /// <summary>Whether several groups may be called the same, so that what is ordered by next still decides between them.</summary>
    private bool MayRepeat(string group) => _columns.GroupBy.Zip(_names.Groups).First(p => p.Second == group).First switch
    {
        FieldGrouping { Field: var name } => _scope.Catalog.FindField(name) is { } field && !GroupBinder.KeyColumns(field).IsEmpty,
        ColumnGrouping { Buckets: null, Column: var column } => _inner is { } inner && inner._names.Groups.Contains(column) && inner.MayRepeat(column),
        _ => false,
    };

    internal Top? Top(Top? top)
    {
        if (top is not null && _columns.GroupBy.IsEmpty)
        {
            _scope.Issues.Add(new Issue("top_without_groups", "\"Top\" needs something to choose from: say what the numbers are broken down by."));
        }

        if (top is { Count: < 1 })
        {
            _scope.Issues.Add(new Issue("top_count", "\"Top\" needs a number of at least 1."));
        }

        foreach (var per in top?.Per.Where(p => _names.Measures.Contains(Renamed(p))) ?? [])
        {
            _scope.Issues.Add(new Issue("top_per_number", $"\"{per}\" is a number; \"top per\" needs one of the groupings.") { Element = per, Suggestions = _names.Groups });
        }

        return top is null ? null : top with { Per = top.Per.Select(Renamed).Distinct().Order(StringComparer.Ordinal).ToSeq() };
    }

    private List<Ordering> Natural()
    {
        var times = _columns.GroupBy.Zip(_names.Groups).Where(p => IsTime(p.First)).Select(p => new Ordering(p.Second, false)).ToList();
        return times.Count > 0 ? times : [.. _names.Measures.Take(1).Select(n => new Ordering(n, true))];
    }

    /// <summary>Whether a grouping is by time: a column of an inner query is where it is one there.</summary>
    private bool IsTime(Grouping grouping) =>
        grouping is TimeGrouping
        || (grouping is ColumnGrouping { Buckets: null, Column: var column } && _inner is { } inner && inner._columns.GroupBy.Zip(inner._names.Groups).Any(p => p.Second == column && inner.IsTime(p.First)));

    /// <summary>What a column is called now; an issue where there is none of that name.</summary>
    internal string Renamed(string name)
    {
        if (_newNames.TryGetValue(name, out var canonical))
        {
            return canonical;
        }

        var known = _names.All.ToSeq();
        var nearest = Nearest.To(name, known);
        _scope.Issues.Add(new Issue("unknown_output", $"The answer has no column \"{name}\"; it has {string.Join(", ", known.Select(n => $"\"{n}\""))}.")
        {
            Element = name,
            Suggestions = nearest.IsEmpty ? known : nearest,
        });
        return name;
    }

    private void Remember(IEnumerable<string> names, IEnumerable<string> canonical)
    {
        foreach (var (name, newName) in names.Zip(canonical))
        {
            _newNames[name] = newName;
        }
    }

    /// <summary>Where a column stands; one whose own name was dropped is found without it.</summary>
    private static int IndexOf<T>(Seq<T> items, T item)
        where T : notnull
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Equals(item))
            {
                return i;
            }
        }

        return item is Measure { As: not null } named && named with { As = null } is T plain ? IndexOf(items, plain) : throw new System.Diagnostics.UnreachableException();
    }
}
