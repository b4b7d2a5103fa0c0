using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Exporting;

/// <summary>One element of a strict Ossie document in the making: Ossie's keys as they are said, everything else carried in our extension.</summary>
internal sealed class OssieElement(YamlMap given)
{
    private readonly YamlMap _said = new(given.Source, given.Line, given.Column);
    private readonly YamlMap _carried = new(given.Source, given.Line, given.Column);
    private readonly HashSet<string> _done = [OwnExtension.Extensions];

    /// <summary>Says a key if it is given.</summary>
    public void Say(string key, Func<YamlNode, OssieValue> shape)
    {
        if (Given(key) is { } node)
        {
            Say(key, shape(node));
        }
    }

    /// <summary>Says a key so; what was given in its place, or that nothing was, is carried where this is not all of it.</summary>
    public void Say(string key, OssieValue value)
    {
        _done.Add(key);
        if (value.Node is { } node)
        {
            _said.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, key), node));
        }

        if (!value.IsWhole)
        {
            Carry(key, Given(key) ?? new YamlScalar(given.Source, given.Line, given.Column, "null", YamlStyle.Plain));
        }
    }

    public void SayContext()
    {
        if (OssieShapes.AiContext(Given("ai_context"), Given("synonyms"), given) is { Node: not null } context)
        {
            Say("ai_context", context);
        }
    }

    /// <summary>Says a list of elements; with none, nothing unless an empty list was given.</summary>
    public void SayElements(string key, IReadOnlyCollection<YamlMap> elements)
    {
        _done.Add(key);
        if (elements.Count > 0 || Given(key) is not null)
        {
            _said.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, key), OssieShapes.List(given, elements)));
        }
    }

    /// <summary>Says something about the element itself in our extension.</summary>
    public void Carry(string key, YamlNode value) => _carried.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, key), value));

    public void CarryElements(string key, IReadOnlyCollection<YamlMap> elements)
    {
        if (elements.Count > 0)
        {
            Carry(key, OssieShapes.List(given, elements));
        }
    }

    /// <summary>With the extensions of other vendors, and ours last; <paramref name="isMade"/> leaves out what is made again on reading.</summary>
    public YamlMap Done(bool isMade = false)
    {
        var foreign = Given(OwnExtension.Extensions) is { } extensions ? OssieShapes.Extensions(extensions) : new OssieValue(null, IsWhole: true);
        if (!foreign.IsWhole)
        {
            Carry(OwnExtension.Extensions, Given(OwnExtension.Extensions)!);
        }

        _carried.Pairs.AddRange(given.Pairs.Where(p => !_done.Contains(p.Key.Text) && Given(p.Key.Text) is not null));
        if (isMade)
        {
            _carried.Pairs.Clear();
            Carry(OwnExtension.Made, new YamlScalar(given.Source, given.Line, given.Column, "true", YamlStyle.Plain));
        }

        var all = foreign.Node is YamlList list ? list.Items.ToList() : [];
        if (_carried.Pairs.Count > 0)
        {
            var ours = new YamlMap(given.Source, given.Line, given.Column);
            ours.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, "vendor_name"), OssieShapes.Scalar(given, OwnExtension.Vendor)));
            ours.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, "data"), OssieShapes.Scalar(given, ExactJson.Write(_carried))));
            all.Add(ours);
        }

        if (all.Count > 0 || foreign.Node is not null)
        {
            _said.Pairs.Add(new YamlPair(OssieShapes.Scalar(given, OwnExtension.Extensions), OssieShapes.List(given, all)));
        }

        return _said;
    }

    /// <summary>What was given; null for a key that is missing or empty.</summary>
    private YamlNode? Given(string key) => given.Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;
}
