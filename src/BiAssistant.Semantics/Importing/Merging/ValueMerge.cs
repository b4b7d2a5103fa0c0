using BiAssistant.Semantics.Format;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>
/// Merges what the source says now into what a person has, key by key and item by item, knowing what the source said the last time: what a person changed stays,
/// what only the source changed is taken. Items are known by what names them, so that their order means nothing here.
/// </summary>
internal sealed class ValueMerge(MergeNotes notes)
{
    private static readonly string[] Naming = ["name", "term", "value", "role", "dialect", "vendor_name"];

    /// <summary>Keys whose lists are words: those that the source adds stand beside those that a person added.</summary>
    private static readonly HashSet<string> Wordings = [.. CatalogFormat.Elements.SelectMany(e => e.Keys.Concat(e.Types.SelectMany(t => t.Keys))).Where(k => k.Role == KeyRole.Wording).Select(k => k.Name)];

    /// <param name="path">What is merged.</param>
    /// <param name="edited">What a person has.</param>
    /// <param name="last">What the source said; null where this was added on both sides.</param>
    /// <param name="fresh">What the source says.</param>
    /// <param name="except">Keys that others merge.</param>
    public void Map(ElementPath path, TextMap edited, TextMap? last, TextMap fresh, params IReadOnlyCollection<string> except) => Map(path, edited, last, fresh, isWords: false, except);

    private void Map(ElementPath path, TextMap edited, TextMap? last, TextMap fresh, bool isWords, IReadOnlyCollection<string> except)
    {
        for (var i = 0; i < edited.Keys.Count; i++)
        {
            var key = edited.Keys[i].Value.Text;
            if (except.Contains(key))
            {
                continue;
            }

            var (before, now) = (last?.Find(key), fresh.Find(key));
            if (now is not null)
            {
                Value(path.Key(key), edited, i, before, now, isWords || Wordings.Contains(key));
            }
            else if (before is not null)
            {
                Gone(path.Key(key), edited, i, last!, last!.IndexOf(key));
            }
        }

        for (var i = 0; i < fresh.Keys.Count; i++)
        {
            var key = fresh.Keys[i].Value.Text;
            if (!except.Contains(key) && edited.Find(key) is null)
            {
                New(path.Key(key), last?.Find(key), fresh.Values[i], edited, key, After(fresh, i, edited.IndexOf));
            }
        }
    }

    /// <summary>Merges one value, which both sides have.</summary>
    private void Value(ElementPath path, TextContainer container, int index, TextNode? last, TextNode fresh, bool isWords)
    {
        var edited = container.Parts[index];
        if (edited.Says(fresh) || fresh.Says(last))
        {
            return;
        }

        if (edited.IsMarked && edited is not TextAlias)
        {
            notes.Say($"{path.Capital} has changed in the source; yours is kept, because an anchor or a tag stands in it.", container.Text.Name);
        }
        else if (edited is TextMap map && fresh is TextMap now && last is null or TextMap)
        {
            Map(path, map, last as TextMap, now, isWords, []);
        }
        else if (edited is TextList list && fresh is TextList items && last is null or TextList && Ids(list, items, last as TextList, isWords) is { } ids)
        {
            List(path, list, last as TextList, items, ids);
        }
        else if (edited is TextScalar { IsUnwritten: true } && container is TextMap { IsFlow: false } owner && fresh is TextList all && last is null or TextList && Ids(all, all, last as TextList, isWords) is { } id)
        {
            EmptiedList(path, owner, last as TextList, all, id);
        }
        else if (edited.Says(last) && (edited is not TextContainer || (!edited.HasMarks && IsUntouched(container, index, last!))))
        {
            notes.Replace(path, container, index, fresh);
        }
        else
        {
            notes.Differs(path, edited, fresh);
        }
    }

    private void List(ElementPath path, TextList edited, TextList? last, TextList fresh, Func<TextNode, string> id)
    {
        var (mine, before, now) = (Index(edited, id), last is null ? [] : Index(last, id), Index(fresh, id));
        foreach (var (name, index) in mine)
        {
            var item = Named(path, edited.Items[index], name);
            if (now.TryGetValue(name, out var there))
            {
                Value(item, edited, index, before.TryGetValue(name, out var was) ? last!.Items[was] : null, fresh.Items[there], isWords: false);
            }
            else if (before.TryGetValue(name, out var gone))
            {
                Gone(item, edited, index, last!, gone);
            }
        }

        for (var i = 0; i < fresh.Items.Count; i++)
        {
            var name = id(fresh.Items[i]);
            if (!mine.ContainsKey(name))
            {
                var was = before.TryGetValue(name, out var there) ? last!.Items[there] : null;
                New(Named(path, fresh.Items[i], name), was, fresh.Items[i], edited, null, AfterItem(fresh, i, at => mine.GetValueOrDefault(id(at), -1), edited.Items.Count));
            }
        }
    }

    /// <summary>A list whose last item a person took out, so that only its key is left: what is new stands under it.</summary>
    private void EmptiedList(ElementPath path, TextMap owner, TextList? last, TextList fresh, Func<TextNode, string> id)
    {
        var before = last is null ? [] : Index(last, id);
        var added = new List<Fragment>();
        foreach (var item in fresh.Items)
        {
            var here = Named(path, item, id(item));
            if (!before.TryGetValue(id(item), out var was) || !notes.WasBrought(here))
            {
                added.Add(new Fragment(null, item) { Path = here });
            }
            else if (!item.Says(last!.Items[was]))
            {
                notes.StaysDeleted(here, owner.Text.Name);
            }
        }

        notes.InsertList(path.Owner!, owner, path.Name, added, owner.IndexOf(path.Name));
    }

    /// <summary>What only the source has: new, or deleted by a person.</summary>
    private void New(ElementPath path, TextNode? last, TextNode fresh, TextContainer container, string? key, int after)
    {
        if (last is null || !notes.WasBrought(path))
        {
            notes.Insert(new Fragment(key, fresh) { Path = path }, container, after);
        }
        else if (!fresh.Says(last))
        {
            notes.StaysDeleted(path, container.Text.Name);
        }
    }

    /// <summary>What the source no longer has goes, unless a person has made it their own.</summary>
    public void Gone(ElementPath path, TextContainer container, int index, TextContainer lastContainer, int lastIndex)
    {
        if (container.Parts[index].Says(lastContainer.Parts[lastIndex]) && IsUntouched(container, index, lastContainer, lastIndex))
        {
            notes.Remove(path, container, index);
        }
        else
        {
            notes.StaysEdited(path, container.Text.Name);
        }
    }

    private static bool IsUntouched(TextContainer container, int index, TextNode last) =>
        last.Text.ParentOf(last) is { } parent && IsUntouched(container, index, parent, parent.Parts.ToList().IndexOf(last));

    /// <summary>Whether no comment, anchor or tag stands at it that was not there before.</summary>
    private static bool IsUntouched(TextContainer container, int index, TextContainer last, int lastIndex) =>
        (!container.Parts[index].HasMarks || last.Parts[lastIndex].HasMarks) && !Comments(container, index).Except(Comments(last, lastIndex)).Any();

    private static IEnumerable<string> Comments(TextContainer container, int index) =>
        container.Text.Comments(ChangeWriter.TerritoryStart(container, index), ChangeWriter.TerritoryEnd(container, index), container.Parts[index]);

    /// <summary>After which entry something new belongs: the nearest one before it in the source that is there too, else before the nearest one after it, else at the end.</summary>
    public static int After(TextMap fresh, int index, Func<string, int> place)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (place(fresh.Keys[i].Value.Text) is >= 0 and var at)
            {
                return at;
            }
        }

        for (var i = index + 1; i < fresh.Keys.Count; i++)
        {
            if (place(fresh.Keys[i].Value.Text) is >= 0 and var at)
            {
                return at - 1;
            }
        }

        return -1;
    }

    /// <summary>As for entries; an item none of whose neighbours is there comes last.</summary>
    public static int AfterItem(TextList fresh, int index, Func<TextNode, int> place, int count)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (place(fresh.Items[i]) is >= 0 and var at)
            {
                return at;
            }
        }

        for (var i = index + 1; i < fresh.Items.Count; i++)
        {
            if (place(fresh.Items[i]) is >= 0 and var at)
            {
                return at - 1;
            }
        }

        return count - 1;
    }

    private static ElementPath Named(ElementPath list, TextNode item, string name) =>
        item is TextMap map && Naming.FirstOrDefault(key => map.Word(key) is not null) is { } key
            ? list.Owner!.Element(list.Name, map.Word(key)!)
            : list.Owner!.Element(list.Name, name);

    private static Dictionary<string, int> Index(TextList list, Func<TextNode, string> id) => list.Items.Select((item, i) => (Id: id(item), i)).ToDictionary(p => p.Id, p => p.i);

    /// <summary>By what the items of these lists are known; null where some are not known apart, or their order is what they say.</summary>
    private static Func<TextNode, string>? Ids(TextList edited, TextList fresh, TextList? last, bool isWords)
    {
        var lists = new[] { edited, fresh, last }.OfType<TextList>().ToList();
        var items = lists.SelectMany(list => list.Items).ToList();
        if (items.TrueForAll(item => item is TextMap))
        {
            foreach (var key in Naming)
            {
                if (Tells(item => ((TextMap)item).Word(key) ?? ""))
                {
                    return item => ((TextMap)item).Word(key)!;
                }
            }

            return Tells(Whole) ? Whole : null;
        }

        return isWords && items.TrueForAll(item => item is not TextContainer) && Tells(Whole) ? Whole : null;

        bool Tells(Func<TextNode, string> id) => lists.TrueForAll(list => list.Items.Select(id).Distinct().Count() == list.Items.Count) && items.TrueForAll(item => id(item).Length > 0);
    }

    private static string Whole(TextNode item) => FlowYaml.Write(item.Value);
}
