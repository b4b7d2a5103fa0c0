using BiAssistant.Semantics.Format;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>Compares two snapshots element by element.</summary>
internal sealed class DiffReader(CatalogSnapshot before, CatalogSnapshot after, IReadOnlyList<SavedQuestion> questions)
{
    private readonly Lineage _before = Lineage.Of(before.Catalog, questions);
    private readonly Lineage _after = Lineage.Of(after.Catalog, questions);
    private readonly Dictionary<string, SnapshotElement> _old = before.Elements.ToDictionary(e => e.Id);
    private readonly Dictionary<string, SnapshotElement> _new = after.Elements.ToDictionary(e => e.Id);

    /// <summary>New paths of owners that were renamed, by their old ones.</summary>
    private readonly Dictionary<string, string> _moved = [];

    public CatalogDiff Read()
    {
        var changes = new List<ElementChange>();
        foreach (var kind in Enum.GetValues<ElementKind>())
        {
            Compare([.. before.Elements.Where(e => e.Kind == kind)], [.. after.Elements.Where(e => e.Kind == kind)], changes);
        }

        return new CatalogDiff(before.Catalog.Version, after.Catalog.Version, changes.OrderBy(c => c.Kind).ThenBy(c => c.Name, StringComparer.Ordinal).ToSeq(), after.Errors);
    }

    private void Compare(List<SnapshotElement> olds, List<SnapshotElement> news, List<ElementChange> changes)
    {
        var stayed = new HashSet<SnapshotElement>();
        var gone = new List<SnapshotElement>();
        foreach (var old in olds)
        {
            if (_new.GetValueOrDefault(NewId(old)) is { } now)
            {
                stayed.Add(now);
                changes.AddRange(Changed(old, now));
            }
            else
            {
                gone.Add(old);
            }
        }

        var come = news.Where(e => !stayed.Contains(e)).ToHashSet();
        var alike = come.ToLookup(e => (e.Owner, ContentOf(e, after)));
        foreach (var old in gone.ToList())
        {
            if (alike[(NewOwner(old), ContentOf(old, before))].FirstOrDefault(come.Contains) is { } now)
            {
                gone.Remove(old);
                come.Remove(now);
                _moved[old.Path] = now.Path;
                changes.Add(new ElementChange(ChangeKind.Renamed, now.Kind, now.NameIn(after.Catalog), old.NameIn(before.Catalog), []) { Affected = Affected(_before, old, before), Broken = Broken(old) });
            }
        }

        changes.AddRange(gone.Where(e => !IsOfGone(e, _old, _new))
            .Select(e => new ElementChange(ChangeKind.Removed, e.Kind, e.NameIn(before.Catalog), null, []) { Affected = Affected(_before, e, before), Broken = Broken(e) }));
        changes.AddRange(come.Where(e => !IsOfGone(e, _new, _old)).Select(e => new ElementChange(ChangeKind.Added, e.Kind, e.NameIn(after.Catalog), null, [])));
    }

    private IEnumerable<ElementChange> Changed(SnapshotElement old, SnapshotElement now)
    {
        var keys = old.Keys.Pairs.Concat(now.Keys.Pairs).Select(p => p.Key.Text).Distinct()
            .Where(key => !old.Inner.Contains(key) && key != "name" && old.ContentOf(key) != now.ContentOf(key))
            .Select(key => new KeyChange(key, now.Format.Find(key)?.Role ?? KeyRole.Meaning, Shown(old, key), Shown(now, key)))
            .OrderBy(change => change.Role)
            .ToSeq();
        if (keys.IsEmpty)
        {
            yield break;
        }

        var change = new ElementChange(ChangeKind.Changed, now.Kind, now.NameIn(after.Catalog), null, keys);
        yield return !change.IsOfMeaning ? change : change with
        {
            Affected = Affected(_after, now, after),
            UnnotedVersion = Unnoted(old, now),
        };
    }

    private int? Unnoted(SnapshotElement old, SnapshotElement now) =>
        now.Kind == ElementKind.Metric && after.Catalog.FindMetric(now.Name) is { Changes.IsEmpty: false } metric && before.Catalog.FindMetric(old.Name)?.Version == metric.Version ? metric.Version : null;

    private static Seq<LineageNode> Affected(Lineage lineage, SnapshotElement element, CatalogSnapshot snapshot) =>
        lineage.AllUsersOf(element.NodesIn(snapshot.Catalog)).Where(n => n.Kind is LineageKind.Metric or LineageKind.Term or LineageKind.Question).ToSeq();

    /// <summary>Questions that name the element itself.</summary>
    private Seq<string> Broken(SnapshotElement old) =>
        old.NodesIn(before.Catalog).SelectMany(node => _before.UsedBy(node)).Where(n => n.Kind == LineageKind.Question).Select(n => n.Name).Distinct().ToSeq();

    /// <summary>Fields, ways and terms of a dataset or model that is gone (or new) as a whole are not told one by one.</summary>
    private static bool IsOfGone(SnapshotElement element, Dictionary<string, SnapshotElement> its, Dictionary<string, SnapshotElement> other)
    {
        var owner = $"{(element.Kind == ElementKind.Field ? ElementKind.Dataset : ElementKind.Model)} {element.Owner}";
        return its.ContainsKey(owner) && !other.ContainsKey(owner);
    }

    private string NewId(SnapshotElement old) => $"{old.Kind} {(NewOwner(old).Length == 0 ? old.Name : $"{NewOwner(old)}.{old.Name}")}";

    private string NewOwner(SnapshotElement old)
    {
        if (_moved.TryGetValue(old.Owner, out var moved))
        {
            return moved;
        }

        var dot = old.Kind == ElementKind.Field ? old.Owner.LastIndexOf('.') : -1;
        return dot >= 0 && _moved.TryGetValue(old.Owner[..dot], out var model) ? $"{model}{old.Owner[dot..]}" : old.Owner;
    }

    /// <summary>With what stands in it, so that a dataset is known again by its fields and a model by its datasets.</summary>
    private static string ContentOf(SnapshotElement element, CatalogSnapshot snapshot) => element.Kind is ElementKind.Dataset or ElementKind.Model
        ? string.Join('\n', snapshot.Inside(element).Select(e => $"{e.Kind} {e.Name} {ContentOf(e, snapshot)}").Order(StringComparer.Ordinal).Prepend(element.Content))
        : element.Content;

    private static string? Shown(SnapshotElement element, string key) =>
        element.Keys.Find(key) is { } value and not YamlScalar { IsNull: true } ? Shown(value) : null;

    private static string Shown(YamlNode value) => value switch
    {
        YamlMap map => string.Join(", ", map.Pairs.Select(p => $"{p.Key.Text}: {Shown(p.Value)}")),
        YamlList list => string.Join(", ", list.Items.Select(item => item is YamlMap ? $"({Shown(item)})" : Shown(item))),
        _ => string.Join(' ', ((YamlScalar)value).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };
}
