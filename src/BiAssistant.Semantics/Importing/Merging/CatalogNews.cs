using BiAssistant.Semantics.Loading;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>What an import has brought, counted by elements.</summary>
internal static class CatalogNews
{
    public static IReadOnlyList<ImportRemark> Between(IReadOnlyList<YamlText> before, IReadOnlyList<CatalogText> after)
    {
        var texts = after.Select(f => before.FirstOrDefault(b => b.Name == f.Name && b.Text == f.Text) ?? YamlText.Read(f.Name, f.Text, new IssueList())).OfType<YamlText>();
        var (was, now) = (new CatalogElements(before), new CatalogElements(texts));
        var added = now.InOrder.Where(home => was.Find(home.Key) is null).Select(home => home.Path);
        var changed = now.InOrder.Where(home => was.Find(home.Key) is { } old && !old.Element.Says(home.Element)).Select(home => home.Path);
        var removed = was.InOrder.Where(home => now.Find(home.Key) is null).Select(home => home.Path);
        return [.. Said("New", added), .. Said("Changed", changed), .. Said("Removed", removed)];
    }

    private static IEnumerable<ImportRemark> Said(string what, IEnumerable<ElementPath> paths) =>
        paths.GroupBy(path => path.Kind).Select(kind => new ImportRemark(RemarkKind.Done, $"{what}: {Words(kind.Key, [.. kind.Select(p => p.Name)])}."));

    private static string Words(string kind, IReadOnlyList<string> names)
    {
        var shown = names.Count > 8 ? $"{string.Join(", ", names.Take(8))} and {names.Count - 8} more" : string.Join(", ", names);
        return names.Count == 1 ? $"the {kind} {shown}" : $"{names.Count} {(kind == "family" ? "families" : kind + "s")}: {shown}";
    }
}
