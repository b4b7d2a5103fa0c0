using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>A part of a YAML text that knows exactly which characters it is written in, so that it can be changed there and nowhere else.</summary>
internal abstract class TextNode(YamlText text, int start)
{
    public YamlText Text { get; } = text;

    public int Start { get; } = start;

    /// <summary>After its last character, without the blank lines that follow a block.</summary>
    public int End { get; set; } = start;

    /// <summary>Whether it is an alias, or an anchor or a tag stands at it: what such a text says is not only what is written there.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Whether it or something in it is marked.</summary>
    public bool HasMarks { get; set; }

    /// <summary>What it says, aliases written out.</summary>
    public abstract YamlNode Value { get; }

    public bool Says(TextNode? other) => other is not null && YamlSameness.Same(Value, other.Value);
}

internal sealed class TextScalar(YamlText text, int start, YamlScalar value) : TextNode(text, start)
{
    public override YamlScalar Value => value;

    /// <summary>Whether nothing stands where it should: a key alone.</summary>
    public bool IsUnwritten => End == Start && value.IsNull;
}

/// <summary>A list or a map.</summary>
internal abstract class TextContainer(YamlText text, int start, bool isFlow) : TextNode(text, start)
{
    /// <summary>Whether it stands in brackets or braces.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The nodes in it, in order; of a map, its values.</summary>
    public abstract IReadOnlyList<TextNode> Parts { get; }
}

internal sealed class TextList(YamlText text, int start, bool isFlow, YamlList value) : TextContainer(text, start, isFlow)
{
    public override YamlList Value => value;

    public List<TextNode> Items { get; } = [];

    public override IReadOnlyList<TextNode> Parts => Items;
}

internal sealed class TextMap(YamlText text, int start, bool isFlow, YamlMap value) : TextContainer(text, start, isFlow)
{
    public override YamlMap Value => value;

    public List<TextScalar> Keys { get; } = [];

    public List<TextNode> Values { get; } = [];

    public override IReadOnlyList<TextNode> Parts => Values;

    public int IndexOf(string key) => Keys.FindIndex(k => k.Value.Text == key);

    public TextNode? Find(string key) => IndexOf(key) is >= 0 and var at ? Values[at] : null;

    /// <summary>The text of a key, such as <c>name</c>; null when there is none or it is more than a text.</summary>
    public string? Word(string key) => Find(key)?.Value is YamlScalar { IsNull: false } scalar ? scalar.Text.Trim() : null;
}

/// <summary>A place that says what is written at an anchor.</summary>
internal sealed class TextAlias(YamlText text, int start, TextNode target) : TextNode(text, start)
{
    public override YamlNode Value => target.Value;
}
