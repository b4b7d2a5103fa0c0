using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>What a text must say once changes are made in it, worked out from its structure and not from its characters, so that the one proves the other.</summary>
internal sealed class ChangedValue(IEnumerable<TextChange> changes)
{
    private readonly ILookup<TextContainer, TextChange> _changes = changes.ToLookup(c => c.Container);

    public IReadOnlyList<YamlNode> Of(YamlText text) => [.. text.Roots.Select(Of)];

    private YamlNode Of(TextNode node)
    {
        switch (node)
        {
            case TextList list:
                var items = new YamlList(list.Value.Source, 1, 1);
                items.Items.AddRange(Parts(list).Select(part => part.Value));
                return items;
            case TextMap map:
                var entries = new YamlMap(map.Value.Source, 1, 1);
                entries.Pairs.AddRange(Parts(map).Select(part => new YamlPair(part.Key!, part.Value)));
                return entries;
            default:
                return node.Value;
        }
    }

    private IEnumerable<(YamlScalar? Key, YamlNode Value)> Parts(TextContainer container)
    {
        var changes = _changes[container].ToList();
        foreach (var inserted in Inserted(changes, -1))
        {
            yield return inserted;
        }

        for (var i = 0; i < container.Parts.Count; i++)
        {
            var index = i;
            if (!changes.OfType<Removal>().Any(c => c.Index == index) && !changes.OfType<ListInsertion>().Any(c => c.Map.IndexOf(c.Key) == index))
            {
                var fresh = changes.OfType<Replacement>().FirstOrDefault(c => c.Index == index)?.Fresh.Value;
                yield return ((container as TextMap)?.Keys[i].Value, fresh ?? Of(container.Parts[i]));
            }

            foreach (var inserted in Inserted(changes, i))
            {
                yield return inserted;
            }
        }
    }

    private static IEnumerable<(YamlScalar? Key, YamlNode Value)> Inserted(IEnumerable<TextChange> changes, int after)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case Insertion insertion when insertion.After == after:
                    yield return (insertion.Fragment.Key is { } key ? Key(key, insertion.Fragment.Node) : null, insertion.Fragment.Node.Value);
                    break;
                case ListInsertion list when list.After == after:
                    var items = new YamlList(list.Map.Value.Source, 1, 1);
                    items.Items.AddRange(list.Items.Select(item => item.Node.Value));
                    yield return (Key(list.Key, list.Map), items);
                    break;
                default:
                    break;
            }
        }
    }

    private static YamlScalar Key(string text, TextNode near) => new(near.Value.Source, 1, 1, text, YamlStyle.Quoted);
}
