using System.Text;
using BiAssistant.Semantics.Exporting;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>
/// A value of the new draft on its way into another text. It keeps the form that it has in the draft wherever that can be: its lines are taken as they are and
/// only moved to the right column.
/// </summary>
/// <param name="Key">The key that it stands under; null for an item of a list.</param>
internal sealed record Fragment(string? Key, TextNode Node)
{
    /// <summary>What it is called among the changes.</summary>
    public required ElementPath Path { get; init; }

    /// <summary>As an entry or item of a block whose keys or dashes stand in this column; the first line begins without blanks, and no line break ends it.</summary>
    public string InBlock(int column) => Key is null ? $"- {Lines(column + 2)}" : Lines(column);

    public string InFlow() => Key is null ? FlowYaml.Write(Node.Value) : $"{FlowYaml.Write(KeyNode)}: {FlowYaml.Write(Node.Value)}";

    private YamlScalar KeyNode => new(Node.Value.Source, 1, 1, Key!, YamlStyle.Quoted);

    private string Lines(int column)
    {
        var start = Key is null ? Node.Start : KeyStart();
        return start is { } from && !Node.HasMarks && Node is not TextContainer { Parts.Count: 0 } ? Moved(from, column) : Written(column);
    }

    /// <summary>Where its key stands in the draft; null where the key stands between braces, or the value comes from elsewhere.</summary>
    private int? KeyStart() => Parent() is { IsFlow: false } map && map.IndexOf(Key!) is >= 0 and var at ? map.Keys[at].Start : null;

    private TextMap? Parent() => Node.Text.ParentOf(Node) as TextMap;

    private string Moved(int from, int column)
    {
        if (Node.Text.ParentOf(Node) is { IsFlow: true })
        {
            return Written(column);
        }

        var delta = column - Node.Text.Column(from);
        var lines = Node.Text.Text[from..Node.End].ReplaceLineEndings("\n").Split('\n');
        var moved = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            moved.Append('\n');
            if (!string.IsNullOrWhiteSpace(line))
            {
                var blanks = line.Length - line.TrimStart(' ').Length;
                moved.Append(' ', Math.Max(0, blanks + delta)).Append(line.AsSpan(blanks));
            }
        }

        return moved.ToString();
    }

    private string Written(int column)
    {
        var node = Node.Value;
        if (Key is not null)
        {
            var map = new YamlMap(node.Source, 1, 1);
            map.Pairs.Add(new YamlPair(KeyNode, node));
            node = map;
        }

        return YamlTextWriter.Write(node).TrimEnd('\n').Replace("\n", "\n" + new string(' ', column), StringComparison.Ordinal);
    }
}
