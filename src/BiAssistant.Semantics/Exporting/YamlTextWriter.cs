using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Exporting;

/// <summary>Writes keys and values as YAML that every reader takes alike: a text that some version of YAML reads as something else stands in quotes.</summary>
internal static partial class YamlTextWriter
{
    public static string Write(YamlNode node)
    {
        var text = new StringBuilder();
        Block(text, node, 0);
        return text.Append('\n').ToString().TrimStart('\n');
    }

    /// <summary>A value after its key or its dash: on the same line where it is short by nature, else on lines of its own.</summary>
    private static void Block(StringBuilder text, YamlNode node, int indent)
    {
        switch (node)
        {
            case YamlMap { Pairs.Count: > 0 } map:
                foreach (var pair in map.Pairs)
                {
                    Line(text, indent).Append(Text(pair.Key.Text)).Append(':');
                    Value(text, pair.Value, indent + 2);
                }

                break;
            case YamlList { Items.Count: > 0 } list:
                foreach (var item in list.Items)
                {
                    Line(text, indent).Append('-');
                    Item(text, item, indent + 2);
                }

                break;
            default:
                text.Append(Inline(node));
                break;
        }
    }

    private static void Value(StringBuilder text, YamlNode node, int indent)
    {
        if (IsInline(node))
        {
            text.Append(' ').Append(Inline(node));
        }
        else if (node is YamlScalar lines)
        {
            Lines(text, lines.Text, indent);
        }
        else
        {
            Block(text, node, indent);
        }
    }

    /// <summary>Several lines as they are.</summary>
    private static void Lines(StringBuilder text, string lines, int indent)
    {
        text.Append(lines.EndsWith('\n') ? " |" : " |-");
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            if (line.Length == 0)
            {
                text.Append('\n');
            }
            else
            {
                Line(text, indent).Append(line);
            }
        }
    }

    /// <summary>The first key of a map stands beside the dash.</summary>
    private static void Item(StringBuilder text, YamlNode node, int indent)
    {
        if (IsInline(node))
        {
            text.Append(' ').Append(Inline(node));
            return;
        }

        if (node is YamlScalar lines)
        {
            Lines(text, lines.Text, indent);
            return;
        }

        var block = new StringBuilder();
        Block(block, node, indent);
        text.Append(block.ToString().AsSpan(indent));
    }

    private static StringBuilder Line(StringBuilder text, int indent) => text.Append('\n').Append(' ', indent);

    private static bool IsInline(YamlNode node) => node switch
    {
        YamlMap map => map.Pairs.Count == 0,
        YamlList list => list.Items.TrueForAll(item => item is YamlScalar),
        YamlScalar { Style: YamlStyle.Literal } scalar => !CanStandInLines(scalar.Text),
        _ => true,
    };

    /// <summary>Whether a text reads the same when its lines stand as lines of their own: blanks at the ends of lines and odd characters need quotes.</summary>
    private static bool CanStandInLines(string text) =>
        text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0])
        && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(c => c == '\n' || !(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'))
        && Array.TrueForAll(text.Split('\n'), line => line.Length == 0 || !char.IsWhiteSpace(line[^1]));

    private static string Inline(YamlNode node) => node switch
    {
        YamlMap => "{}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(item => InBrackets((YamlScalar)item)))}]",
        YamlScalar scalar => Scalar(scalar),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A text between brackets or braces, where commas and colons end it.</summary>
    public static string InBrackets(YamlScalar scalar) => ExactJson.IsMoreThanText(scalar) || Name().IsMatch(scalar.Text) ? Scalar(scalar) : Quoted(scalar.Text);

    private static string Scalar(YamlScalar scalar) => ExactJson.IsMoreThanText(scalar) ? scalar.Text : Text(scalar.Text);

    private static string Text(string text) =>
        Sentence().IsMatch(text) && text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "null" or "y" or "n") ? text
        : text.StartsWith('{') && !text.Contains('\n', StringComparison.Ordinal) && text.All(c => !char.IsControl(c)) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z_]([A-Za-z0-9_ .,()*/+<>=-]*[A-Za-z0-9_.)])?\\z")]
    private static partial Regex Sentence();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.]*\\z")]
    private static partial Regex Name();
}
