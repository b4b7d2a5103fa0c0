namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>What a merge decides: the changes that are to be made, and what a person should know of those that are not.</summary>
/// <param name="withheld">Changes that turned out not to fit the catalog, and why.</param>
/// <param name="leftOut">What was new in an earlier import and left out then: it is still new.</param>
internal sealed class MergeNotes(IReadOnlyDictionary<string, string> withheld, IReadOnlySet<string> leftOut)
{
    private readonly List<TextChange> _changes = [];
    private readonly List<ImportRemark> _remarks = [];

    public IReadOnlyList<TextChange> Changes => _changes;

    public IReadOnlyList<ImportRemark> Remarks => _remarks;

    /// <summary>What was given to the base, unless it was left out and so never reached the catalog.</summary>
    public bool WasBrought(ElementPath path) => !leftOut.Contains($"+{path.Id}");

    public void Say(string message, string? file) => _remarks.Add(new ImportRemark(RemarkKind.LookFirst, message, file));

    public void Replace(ElementPath path, TextContainer container, int index, TextNode fresh)
    {
        var change = new Replacement(path, container, index, fresh);
        if (withheld.TryGetValue(change.Id, out var why))
        {
            Say($"{path.Capital}: the source now says {Shown(fresh)}; you have {Shown(container.Parts[index])}, which is kept: {why}", container.Text.Name);
        }
        else
        {
            _changes.Add(change);
        }
    }

    public void Remove(ElementPath path, TextContainer container, int index)
    {
        var change = new Removal(path, container, index);
        if (withheld.TryGetValue(change.Id, out var why))
        {
            Say($"{path.Capital} is no longer in the source; it is kept: {why}", container.Text.Name);
        }
        else
        {
            _changes.Add(change);
        }
    }

    /// <summary>Takes out of a new file what does not belong into the catalog; nobody has it yet, so that nothing is to be said of it here.</summary>
    public void TakeOut(ElementPath path, TextContainer container, int index) => _changes.Add(new Removal(path, container, index));

    public void Insert(Fragment fragment, TextContainer container, int after)
    {
        if (IsFitting(fragment.Path, container.Text.Name))
        {
            _changes.Add(new Insertion(fragment, container, after));
        }
    }

    public void InsertList(ElementPath owner, TextMap map, string key, IEnumerable<Fragment> items, int after)
    {
        if (items.Where(item => IsFitting(item.Path, map.Text.Name)).ToList() is { Count: > 0 } fitting)
        {
            _changes.Add(new ListInsertion(owner, map, key, fitting, after));
        }
    }

    /// <summary>Whether something new can be brought; if not, that is said.</summary>
    public bool IsFitting(ElementPath path, string file)
    {
        if (withheld.TryGetValue($"+{path.Id}", out var why))
        {
            Say($"{path.Capital} is new in the source and was left out: {why}", file);
            return false;
        }

        return true;
    }

    public void Differs(ElementPath path, TextNode edited, TextNode fresh) =>
        Say($"{path.Capital}: the source now says {Shown(fresh)}; you have {Shown(edited)}, which is kept.", edited.Text.Name);

    public void StaysDeleted(ElementPath path, string file) => Say($"{path.Capital} has changed in the source since you deleted it; it stays deleted.", file);

    public void StaysEdited(ElementPath path, string file) => Say($"{path.Capital} is no longer in the source; it is kept, because you have edited it.", file);

    private static string Shown(TextNode node)
    {
        var text = node is TextScalar { Value.Text: { } own } && !own.Contains('\n', StringComparison.Ordinal) ? $"'{own}'" : FlowYaml.Write(node.Value);
        return text.Length <= 80 ? text : $"{text[..77]}…";
    }
}
