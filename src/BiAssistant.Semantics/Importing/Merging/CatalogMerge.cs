namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>
/// Merges a new draft into the files of a catalog, element by element, wherever a person has put them: an element that was moved is changed where it is now, one
/// that was deleted stays away, and one that the catalog had before the import stays as it is.
/// </summary>
internal sealed class CatalogMerge
{
    private readonly CatalogElements _edited;
    private readonly CatalogElements _last;
    private readonly CatalogElements _fresh;
    private readonly MergeNotes _notes;
    private readonly ValueMerge _values;
    private readonly List<ElementHome> _added = [];
    private readonly List<YamlText> _newFiles = [];

    public CatalogMerge(IReadOnlyList<YamlText> edited, IReadOnlyList<YamlText> last, IReadOnlyList<YamlText> fresh, MergeNotes notes)
    {
        (_last, _fresh, _notes, _values) = (new CatalogElements(last), new CatalogElements(fresh), notes, new ValueMerge(notes));
        _edited = new CatalogElements(edited, RenamedModels(new CatalogElements(edited)));
    }

    /// <summary>The files of the draft that are new to the catalog; changes in them take out what the catalog has already.</summary>
    public IReadOnlyList<YamlText> NewFiles => _newFiles;

    public void Run()
    {
        foreach (var fresh in _fresh.InOrder)
        {
            Merge(fresh);
        }

        foreach (var edited in _edited.InOrder)
        {
            if (_fresh.Find(edited.Key) is null && _last.Find(edited.Key) is { } last)
            {
                _values.Gone(edited.Path, edited.Container, edited.Index, last.Container, last.Index);
            }
        }

        var added = _added.ToLookup(home => home.File);
        foreach (var file in _fresh.Files)
        {
            MergeRest(file);
            Place(file, [.. added[file.Name]]);
        }
    }

    private void Merge(ElementHome fresh)
    {
        var last = _last.Find(fresh.Key) is { } known && _notes.WasBrought(fresh.Path) ? known : null;
        if (_edited.Find(fresh.Key) is { } edited)
        {
            if (last is null)
            {
                Adopt(edited, fresh);
            }
            else if (edited.Element.IsMarked)
            {
                if (!fresh.Element.Says(last.Element) && !fresh.Element.Says(edited.Element))
                {
                    _notes.Say($"{edited.Path.Capital} has changed in the source; yours is kept, because an anchor or a tag stands in it.", edited.File);
                }
            }
            else
            {
                _values.Map(edited.Path, edited.Element, last.Element, fresh.Element);
            }
        }
        else if (last is null)
        {
            _added.Add(fresh);
        }
        else if (!fresh.Element.Says(last.Element))
        {
            _notes.StaysDeleted(fresh.Path, last.File);
        }
    }

    /// <summary>An element that stood in the catalog before: it stays as it is, and only fields that it lacks are added, if it is of the same table.</summary>
    private void Adopt(ElementHome edited, ElementHome fresh)
    {
        if (edited.Element.Says(fresh.Element))
        {
            return;
        }

        var isSameTable = edited.Key.List == "datasets" && YamlSameness.Same(edited.Element.Find("source")?.Value, fresh.Element.Find("source")?.Value);
        if (isSameTable)
        {
            AddFields(edited, fresh);
        }

        var differing = fresh.Element.Keys.Select(k => k.Value.Text)
            .Where(key => !(isSameTable && key == "fields") && !fresh.Element.Find(key)!.Says(edited.Element.Find(key)))
            .ToList();
        if (differing.Count > 0)
        {
            _notes.Say($"{edited.Path.Capital} stood in the catalog before this import and is kept; the source says something else about its {string.Join(", ", differing)}.", edited.File);
        }
    }

    private void AddFields(ElementHome edited, ElementHome fresh)
    {
        var known = CatalogElements.Maps(edited.Element, "fields").Select(f => f.Element.Word("name")).ToHashSet();
        var added = CatalogElements.Maps(fresh.Element, "fields").Where(f => !known.Contains(f.Element.Word("name")))
            .Select(f => new Fragment(null, f.Element) { Path = edited.Path.Element("fields", f.Element.Word("name") ?? "") })
            .ToList();
        Insert(edited.Path, edited.Element, "fields", added, fresh.Element);
    }

    /// <summary>What a document or a model says beside its elements.</summary>
    private void MergeRest(YamlText file)
    {
        if (file.Root is { } root && _edited.File(file.Name)?.Root is { } edited)
        {
            _values.Map(new ElementPath(null, "file", file.Name), edited, _last.File(file.Name)?.Root, root, CatalogElements.OfDocuments);
        }

        foreach (var fresh in _fresh.Parts.Where(p => p.File == file.Name))
        {
            var last = _last.Part(fresh.File, fresh.Model);
            if (_edited.Part(fresh.File, fresh.Model) is { } part)
            {
                _values.Map(new ElementPath(null, "model", part.Model), part.Map, last?.Map, fresh.Map, CatalogElements.OfModels);
            }
            else if (last is not null && _edited.File(fresh.File) is null && Moved(fresh) is { } moved)
            {
                _values.Map(new ElementPath(null, "model", moved.Model), moved.Map, last.Map, fresh.Map, CatalogElements.OfModels);
            }
        }
    }

    /// <summary>Where a person has moved the most of a model's part.</summary>
    private ModelPart? Moved(ModelPart fresh) =>
        _fresh.InOrder.Where(home => ReferenceEquals(home.Owner, fresh.Map))
            .Select(home => _edited.Find(home.Key))
            .OfType<ElementHome>()
            .GroupBy(home => home.Owner)
            .OrderByDescending(homes => homes.Count())
            .Select(homes => _edited.Parts.FirstOrDefault(part => ReferenceEquals(part.Map, homes.Key)))
            .FirstOrDefault(part => part is not null);

    /// <summary>Where new elements of a file of the draft go.</summary>
    private void Place(YamlText file, IReadOnlyList<ElementHome> added)
    {
        added = [.. added.Where(home => !JoinsAlready(home))];
        if (_edited.File(file.Name) is null && _last.File(file.Name) is null)
        {
            NewFile(file, added);
            return;
        }

        foreach (var list in added.GroupBy(home => (home.Owner, home.List)))
        {
            var owner = OwnerOf(file, list.First());
            var fragments = list.Select(home => new Fragment(null, home.Element) { Path = home.Path }).ToList();
            if (owner is { } place)
            {
                Insert(null, place, list.Key.List == "metric" ? "metrics" : list.Key.List, fragments, list.Key.Owner);
            }
            else if (_edited.File(file.Name)?.Root?.Find("semantic_model") is TextList models && list.Key.Owner is var model && _last.Part(file.Name, model.Word("name") ?? "") is null)
            {
                InsertModel(model, models);
            }
            else
            {
                foreach (var home in list)
                {
                    _notes.Say($"{home.Path.Capital} is new in the source and was left out: the file {file.Name} that it belongs to was deleted or holds another model.", file.Name);
                }
            }
        }
    }

    private void InsertModel(TextMap model, TextList models)
    {
        var fragment = new Fragment(null, model) { Path = new ElementPath(null, "model", model.Word("name") ?? "") };
        if (!_notes.Changes.Any(change => change.Path == fragment.Path))
        {
            _notes.Insert(fragment, models, models.Items.Count - 1);
        }
    }

    private TextMap? OwnerOf(YamlText file, ElementHome fresh)
    {
        if (_edited.File(file.Name) is { } edited)
        {
            return ReferenceEquals(fresh.Owner, file.Root) ? edited.Root : _edited.Part(file.Name, fresh.Owner.Word("name") ?? "")?.Map;
        }

        return Neighbour(fresh)?.Owner;
    }

    /// <summary>The nearest element of the same list that the catalog has, wherever that is.</summary>
    private ElementHome? Neighbour(ElementHome fresh) =>
        _fresh.InOrder.Where(home => ReferenceEquals(home.Container, fresh.Container) && home.Key.List == fresh.Key.List)
            .OrderBy(home => Math.Abs(home.Index - fresh.Index))
            .Select(home => _edited.Find(home.Key))
            .FirstOrDefault(home => home is { Container: TextList });

    /// <summary>Puts new items into the list of this key, each after its neighbour; a list that is not there yet is made.</summary>
    private void Insert(ElementPath? path, TextMap owner, string key, List<Fragment> items, TextMap freshOwner)
    {
        if (items.Count == 0)
        {
            return;
        }

        switch (owner.Find(key))
        {
            case TextList { Items.Count: > 0 } or TextList { IsFlow: true }:
                var list = (TextList)owner.Find(key)!;
                var places = list.Items.Select((item, i) => (Name: NameOf(item), i)).Where(p => p.Name is not null).DistinctBy(p => p.Name).ToDictionary(p => p.Name!, p => p.i);
                foreach (var item in items)
                {
                    var after = item.Node.Text.ParentOf(item.Node) is TextList siblings
                        ? ValueMerge.AfterItem(siblings, siblings.Items.IndexOf(item.Node), near => NameOf(near) is { } name ? places.GetValueOrDefault(name, -1) : -1, list.Items.Count)
                        : list.Items.Count - 1;
                    _notes.Insert(item, list, after);
                }

                break;
            case null:
                _notes.InsertList(path ?? new ElementPath(null, "model", owner.Word("name") ?? ""), owner, key, items, owner.Keys.Count == 0 ? -1 : ValueMerge.After(freshOwner, freshOwner.IndexOf(key), owner.IndexOf) is >= 0 and var after1 ? after1 : owner.Keys.Count - 1);
                break;
            default:
                foreach (var item in items)
                {
                    _notes.Say($"{item.Path.Capital} is new in the source and was left out: what stands under {key} is no list that it could be added to.", owner.Text.Name);
                }

                break;
        }
    }

    private static string? NameOf(TextNode item) => item is TextMap map ? map.Word("name") ?? map.Word("term") : null;

    /// <summary>A file of the draft that the catalog has not got: as it is, without what the catalog has elsewhere.</summary>
    private void NewFile(YamlText file, IReadOnlyList<ElementHome> added)
    {
        var all = _fresh.InOrder.Where(home => home.File == file.Name).ToList();
        var fitting = added.Where(home => _notes.IsFitting(home.Path, file.Name)).ToList();
        if (all.Count > 0 && fitting.Count == 0)
        {
            return;
        }

        _newFiles.Add(file);
        foreach (var home in all.Except(fitting))
        {
            _notes.TakeOut(home.Path, home.Container, home.Index);
        }
    }

    /// <summary>A new relationship over columns that another one of the catalog joins already would make a second way of the same meaning.</summary>
    private bool JoinsAlready(ElementHome fresh)
    {
        if (fresh.Key.List != "relationships")
        {
            return false;
        }

        var same = _edited.InOrder.FirstOrDefault(home => home.Key.List == "relationships" && home.Key.Model == fresh.Key.Model
            && Array.TrueForAll(["from", "to", "from_columns", "to_columns"], key => YamlSameness.Same(home.Element.Find(key)?.Value, fresh.Element.Find(key)?.Value)));
        if (same is null)
        {
            return false;
        }

        _notes.Say($"{fresh.Path.Capital} is new in the source and was left out: {same.Path} joins the same columns.", same.File);
        return true;
    }

    /// <summary>By the name that a person gave to the only model of a file, what it was called there.</summary>
    private Dictionary<string, string> RenamedModels(CatalogElements edited)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var file in _last.Parts.GroupBy(p => p.File).Where(f => f.Count() == 1))
        {
            var was = file.Single().Model;
            if (edited.Parts.Where(p => p.File == file.Key).ToList() is [var now] && edited.Parts.All(p => p.Model != was) && _last.Parts.All(p => p.Model != now.Model))
            {
                renamed[now.Model] = was;
            }
        }

        return renamed;
    }
}
