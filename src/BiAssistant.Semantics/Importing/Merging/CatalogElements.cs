namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>By which an element is the same wherever in a catalog it stands; metrics belong to no model, because their names are unique.</summary>
internal sealed record ElementKey(string List, string Model, string Name);

/// <summary>Where an element stands.</summary>
/// <param name="Owner">The model or the document whose list it stands in.</param>
/// <param name="List">The key of that list.</param>
/// <param name="Container">The list; the owner itself where the element stands there alone and not in a list.</param>
internal sealed record ElementHome(ElementKey Key, TextMap Owner, string List, TextContainer Container, int Index, TextMap Element)
{
    public string File => Element.Text.Name;

    public ElementPath Path => new(null, new ElementPath(null, "", "").Element(List, "").Kind, Key.Model.Length == 0 ? Key.Name : $"{Key.Model}.{Key.Name}");
}

/// <summary>A model as far as one file says it.</summary>
internal sealed record ModelPart(string File, string Model, TextMap Map);

/// <summary>The elements of a catalog's texts: datasets, relationships, metrics, terms and families, wherever they stand.</summary>
internal sealed class CatalogElements
{
    /// <summary>The lists of elements that a model holds.</summary>
    public static readonly string[] OfModels = ["datasets", "relationships", "metrics", "glossary", "families"];

    /// <summary>The lists of elements that a document holds, and its models.</summary>
    public static readonly string[] OfDocuments = ["semantic_model", "metric", "metrics"];

    private readonly Dictionary<ElementKey, ElementHome> _homes = [];
    private readonly Dictionary<string, YamlText> _files = new(StringComparer.Ordinal);
    private readonly List<ElementHome> _inOrder = [];
    private readonly List<ModelPart> _parts = [];

    /// <param name="texts">The files.</param>
    /// <param name="modelNames">What a model is called in the source, by the name that it has here, where a person has renamed it.</param>
    public CatalogElements(IEnumerable<YamlText> texts, IReadOnlyDictionary<string, string>? modelNames = null)
    {
        foreach (var text in texts)
        {
            _files[text.Name] = text;
            foreach (var root in text.Roots.OfType<TextMap>())
            {
                foreach (var model in Maps(root, "semantic_model").Select(m => m.Element))
                {
                    var name = model.Word("name") ?? "";
                    name = modelNames?.GetValueOrDefault(name) ?? name;
                    _parts.Add(new ModelPart(text.Name, name, model));
                    foreach (var list in OfModels)
                    {
                        Add(model, list, list == "metrics" ? "" : name);
                    }
                }

                Add(root, "metric", "");
                Add(root, "metrics", "");
            }
        }
    }

    public IReadOnlyList<ElementHome> InOrder => _inOrder;

    public IReadOnlyList<ModelPart> Parts => _parts;

    public IEnumerable<YamlText> Files => _files.Values;

    public ElementHome? Find(ElementKey key) => _homes.GetValueOrDefault(key);

    public YamlText? File(string name) => _files.GetValueOrDefault(name);

    public ModelPart? Part(string file, string model) => _parts.Find(p => p.File == file && p.Model == model);

    /// <summary>The maps under a key, whether it holds a list of them or one.</summary>
    public static IEnumerable<(TextContainer Container, int Index, TextMap Element)> Maps(TextMap owner, string key) => owner.Find(key) switch
    {
        TextList list => list.Items.Select((item, i) => (Item: item as TextMap, i)).Where(p => p.Item is not null).Select(p => ((TextContainer)list, p.i, p.Item!)),
        TextMap one => [(owner, owner.IndexOf(key), one)],
        _ => [],
    };

    private void Add(TextMap owner, string list, string model)
    {
        foreach (var (container, index, element) in Maps(owner, list))
        {
            if (NameOf(element) is { } name)
            {
                var home = new ElementHome(new ElementKey(list == "metric" ? "metrics" : list, model, name), owner, list, container, index, element);
                if (_homes.TryAdd(home.Key, home))
                {
                    _inOrder.Add(home);
                }
            }
        }
    }

    private static string? NameOf(TextMap element) => element.Word("name") ?? (element.Find("term") is { } term ? element.Word("term") ?? FlowYaml.Write(term.Value) : null);
}
