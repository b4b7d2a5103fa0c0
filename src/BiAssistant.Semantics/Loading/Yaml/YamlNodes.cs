using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading.Yaml;

/// <summary>A part of a YAML text and where it begins.</summary>
internal abstract class YamlNode(YamlSource source, int line, int column)
{
    public YamlSource Source { get; } = source;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public TextLocation At => new(Source.Name, Line, Column);

    /// <summary>Number of nodes in it, itself included, aliases counted as if they were written out.</summary>
    public long Size { get; set; } = 1;
}

/// <summary>How a scalar is written; it decides where its text begins and whether <c>1</c> is a number.</summary>
internal enum YamlStyle
{
    Plain,
    Quoted,
    Literal,
    Folded,
}

/// <summary>A single value.</summary>
internal sealed class YamlScalar(YamlSource source, int line, int column, string text, YamlStyle style) : YamlNode(source, line, column)
{
    public string Text { get; } = text;

    public YamlStyle Style { get; } = style;

    public bool IsNull => Style == YamlStyle.Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The same value with another text, for templates.</summary>
    public YamlScalar With(string text) => new(Source, Line, Column, text, Style);
}

/// <summary>Values in order.</summary>
internal sealed class YamlList(YamlSource source, int line, int column) : YamlNode(source, line, column)
{
    public List<YamlNode> Items { get; } = [];
}

/// <summary>A key and its value.</summary>
internal readonly record struct YamlPair(YamlScalar Key, YamlNode Value);

/// <summary>Keys and values; no key stands in it twice.</summary>
internal sealed class YamlMap(YamlSource source, int line, int column) : YamlNode(source, line, column)
{
    public List<YamlPair> Pairs { get; } = [];

    /// <summary>What was made of it the last time it was read; as long as the text stays the same, so does this.</summary>
    public object? Kept { get; set; }

    /// <summary>What it was counted as the last time; null before the first.</summary>
    public Fingerprint? Fingerprint { get; set; }

    public YamlNode? Find(string key)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Key.Text == key)
            {
                return pair.Value;
            }
        }

        return null;
    }
}
