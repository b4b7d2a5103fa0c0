using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>Relationships that cannot be meant as they are declared: to what is no key, twice the same, round and round without an end, or between unlike columns.</summary>
internal static class JoinGraphChecks
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        var ways = catalog.Relationships.Where(r => r.Through.IsEmpty && !r.FromColumns.IsEmpty && r.FromColumns.Count == r.ToColumns.Count).ToList();
        foreach (var way in ways.Where(w => !w.Implied))
        {
            ToNoKey(way, draft);
            UnlikeColumns(way, draft);
        }

        foreach (var same in ways.GroupBy(w => (w.From, w.To, Pairs(w))).Where(g => g.Count() > 1))
        {
            var last = same.Last();
            Say("same_way_twice", $"{string.Join(" and ", same.Select(w => w.Name))} pair the same columns of {last.From.Name} and {last.To.Name}, so they are one way; keep one, or give the other columns of its own.", last, draft);
        }

        Rounds(ways, draft);
    }

    /// <summary>Where keys are declared, the columns pointed to hold one of them; else several rows may be meant, and numbers would be counted for each.</summary>
    private static void ToNoKey(Relationship way, CatalogDraft draft)
    {
        var keys = way.To.UniqueKeys.Add(way.To.PrimaryKey).Where(k => !k.IsEmpty).ToList();
        if (keys.Count > 0 && !keys.Exists(k => k.All(way.ToColumns.Contains)))
        {
            Say(
                "not_a_key",
                $"{way.Name} points to {string.Join(", ", way.ToColumns)} of {way.To.Name}, which is neither its primary key nor declared unique, so a row may find several. Point to {string.Join(", ", keys[^1])}, or declare the columns under 'unique_keys'.",
                way,
                draft);
        }
    }

    private static void UnlikeColumns(Relationship way, CatalogDraft draft)
    {
        foreach (var (from, to) in way.FromColumns.Zip(way.ToColumns))
        {
            if (TypeOf(way.From, from) is { } left && TypeOf(way.To, to) is { } right && Family(left) is { } first && Family(right) is { } second && first != second)
            {
                Say("unlike_columns", $"{way.Name} compares {way.From.Name}.{from}, which is {first}, with {way.To.Name}.{to}, which is {second}.", way, draft);
            }
        }
    }

    private static SqlType? TypeOf(Dataset dataset, string column) =>
        dataset.Fields.FirstOrDefault(f => f.Expression is SqlColumn { Table: null, Name: var name } && name == column)?.Type;

    private static string? Family(SqlType type) =>
        type.IsNumeric ? "a number"
        : type.IsTemporal ? "a date or time"
        : type.Kind == SqlTypeKind.Text ? "text"
        : type.Kind == SqlTypeKind.Boolean ? "true or false"
        : null;

    /// <summary>Ways that every row takes and that lead back to where they began have no last row: somewhere a row has no other.</summary>
    private static void Rounds(List<Relationship> ways, CatalogDraft draft)
    {
        var certain = ways.Where(w => !w.Optional && w.Subtype is null && w.Unsupported is null).ToList();
        var onward = certain.ToLookup(w => w.From);
        var said = new HashSet<Dataset>();
        foreach (var way in certain.Where(w => !said.Contains(w.From)))
        {
            if (Back(way, onward) is { } round)
            {
                said.UnionWith(round.Select(w => w.From));
                var path = string.Join(" → ", round.Select(w => w.From.Name).Append(way.From.Name));
                Say("endless_way", $"{path}: every row would need another of these without end. Say 'optional: true' where a row may have none; until then rows without one are left out.", way, draft, IssueSeverity.Note);
            }
        }
    }

    /// <summary>The shortest way on from a relationship that comes back to its beginning, itself first; null when none does.</summary>
    private static List<Relationship>? Back(Relationship first, ILookup<Dataset, Relationship> onward)
    {
        var seen = new HashSet<Dataset>();
        var pending = new Queue<List<Relationship>>([[first]]);
        while (pending.TryDequeue(out var path))
        {
            if (path[^1].To == first.From)
            {
                return path;
            }

            foreach (var next in onward[path[^1].To].Where(n => seen.Add(n.To)))
            {
                pending.Enqueue([.. path, next]);
            }
        }

        return null;
    }

    private static Seq<(string, string)> Pairs(Relationship way) => way.FromColumns.Zip(way.ToColumns).OrderBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal).ToSeq();

    private static void Say(string code, string message, Relationship way, CatalogDraft draft, IssueSeverity severity = IssueSeverity.Warning) => draft.Issues.Add(new Issue(code, message)
    {
        At = draft.Places.Find(way, ""),
        Element = $"{way.From.Model.Name}/{way.Name}",
        Severity = severity,
    });
}
