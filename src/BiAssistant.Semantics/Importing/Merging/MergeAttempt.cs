using BiAssistant.Semantics.Loading;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>One attempt at a merge: the texts that come of it, and which change stands where in them.</summary>
internal sealed class MergeAttempt
{
    private const string NoRoom = "the way in which the file is written leaves no room for it.";

    private readonly Dictionary<string, ChangedText> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlText> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _new = new(StringComparer.Ordinal);
    private readonly List<(string Change, string Why)> _unfit = [];

    public MergeAttempt(IReadOnlyList<YamlText> edited, IReadOnlyList<YamlText> last, IReadOnlyList<YamlText> fresh, MergeNotes notes)
    {
        Notes = notes;
        var merge = new CatalogMerge(edited, last, fresh, notes);
        merge.Run();
        foreach (var text in edited)
        {
            _texts[text.Name] = text;
        }

        foreach (var file in merge.NewFiles)
        {
            _texts[file.Name] = file;
            _new.Add(file.Name);
        }

        var gone = Gone(edited, last, fresh).ToHashSet();
        foreach (var changes in notes.Changes.GroupBy(c => c.Container.Text))
        {
            var raised = gone.Contains(changes.Key.Name) ? null : TextChanges.Raised([.. changes]);
            if (raised is null && HasOwnComments(changes.Key, last))
            {
                _unfit.AddRange(changes.SelectMany(Ids).Select(id => (id, "nothing else would be left of a file in which you have written comments.")));
                continue;
            }

            if (raised is null)
            {
                _removed.Add(changes.Key.Name);
                continue;
            }

            var (made, unfit) = TextChanges.Made(changes.Key, raised);
            _changed[changes.Key.Name] = made;
            _unfit.AddRange(unfit.SelectMany(Ids).Select(id => (id, NoRoom)));
        }
    }

    public MergeNotes Notes { get; }

    /// <summary>Changes that cannot be written into their texts, and why.</summary>
    public IReadOnlyList<(string Change, string Why)> Unfit => _unfit;

    /// <summary>The catalog's files as they are then.</summary>
    public IReadOnlyList<CatalogText> Files(IEnumerable<CatalogText> before) =>
    [
        .. before.Where(f => !_removed.Contains(f.Name)).Select(f => new CatalogText(f.Name, TextOf(f.Name) ?? f.Text)),
        .. _new.Where(name => !_removed.Contains(name)).Order(StringComparer.Ordinal).Select(name => new CatalogText(name, TextOf(name)!)),
    ];

    /// <summary>By which the new part of a catalog can be left out that stands here; none where the text is a person's.</summary>
    public IEnumerable<string> ChangesAt(string file, int line, int column)
    {
        if (_new.Contains(file))
        {
            return ElementAt(file, line, column) is { } element ? [$"+{element.Id}"] : [];
        }

        return _changed.GetValueOrDefault(file)?.OriginOf(line, column) switch
        {
            null => [],
            (ListInsertion list, var path) when path != list.Path => [$"+{path.Id}"],
            (var change, _) => Ids(change),
        };
    }

    private string? TextOf(string file) => _changed.GetValueOrDefault(file)?.Text ?? _texts.GetValueOrDefault(file)?.Text;

    private static IEnumerable<string> Ids(TextChange change) => change is ListInsertion list ? list.Items.Select(item => $"+{item.Path.Id}") : [change.Id];

    private static bool HasOwnComments(YamlText text, IEnumerable<YamlText> last) =>
        Comments(text).Except(last.Where(l => l.Name == text.Name).SelectMany(Comments)).Any();

    private static IEnumerable<string> Comments(YamlText text) => text.Roots.SelectMany(root => text.Comments(0, text.Text.Length, root));

    private ElementPath? ElementAt(string file, int line, int column)
    {
        if (YamlText.Read(file, TextOf(file)!, new IssueList()) is not { } text)
        {
            return null;
        }

        var at = text.At(line, column);
        return new CatalogElements([text]).InOrder.FirstOrDefault(home => home.Element.Start <= at && at <= home.Element.End)?.Path;
    }

    /// <summary>Files that the source no longer has, that nobody has edited, and of which everything goes.</summary>
    private IEnumerable<string> Gone(IReadOnlyList<YamlText> edited, IReadOnlyList<YamlText> last, IReadOnlyList<YamlText> fresh)
    {
        var elements = new CatalogElements(edited);
        var removed = Notes.Changes.OfType<Removal>().Select(c => (c.Container, c.Index)).ToHashSet();
        foreach (var was in last.Where(was => !fresh.Any(f => f.Name == was.Name)))
        {
            if (elements.File(was.Name) is { } text
                && text.Text.ReplaceLineEndings("\n") == was.Text.ReplaceLineEndings("\n")
                && elements.InOrder.Where(home => home.File == was.Name).All(home => removed.Contains((home.Container, home.Index))))
            {
                yield return was.Name;
            }
        }
    }
}
