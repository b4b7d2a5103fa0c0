using BiAssistant.Sql;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BiAssistant.Semantics.Loading.Yaml;

/// <summary>
/// Reads YAML into nodes that know their place, without recursion and within limits, so that no text can exhaust the process: a broken or excessive
/// text gives one issue and no nodes.
/// </summary>
internal sealed class YamlReader(YamlSource source, IssueList issues)
{
    /// <summary>Characters in one text.</summary>
    public const int LongestText = 32 * 1024 * 1024;

    /// <summary>Lists and maps inside each other.</summary>
    public const int DeepestNesting = 50;

    /// <summary>Nodes of one text, aliases counted as if they were written out.</summary>
    public const long MostNodes = 2_000_000;

    private readonly Dictionary<string, YamlNode> _anchors = [];
    private readonly Stack<Open> _open = new();
    private readonly List<YamlNode> _documents = [];
    private long _nodes;

    /// <summary>The documents of the text; none when it is broken.</summary>
    public List<YamlNode> Read()
    {
        if (source.Text.Length > LongestText)
        {
            Refuse(new TextLocation(source.Name, 1, 1), "file_too_large", $"The file is too large ({source.Text.Length:N0} characters; at most {LongestText:N0} are read). Split it into several files.");
            return [];
        }

        var parser = new Parser(new StringReader(source.Text));
        try
        {
            while (parser.MoveNext())
            {
                if (!Accept(parser.Current))
                {
                    return [];
                }
            }
        }
        catch (YamlException broken)
        {
            if (Tab() is { } tab)
            {
                Refuse(tab, "broken_yaml", "The file is not valid YAML: a tab stands here; YAML indents by spaces alone.");
                return [];
            }

            var at = new TextLocation(source.Name, (int)broken.Start.Line, (int)broken.Start.Column);
            Refuse(at, "broken_yaml", $"The file is not valid YAML: {Sentence(broken.Message)}");
            return [];
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The YAML parser answers some broken texts with these instead of its own exception.
            var at = parser.Current is { } last ? new TextLocation(source.Name, Line(last), Column(last)) : new TextLocation(source.Name, 1, 1);
            Refuse(at, "broken_yaml", "The file is not valid YAML: its structure is broken after this place.");
            return [];
        }

        return _documents;
    }

    private bool Accept(ParsingEvent? current)
    {
        switch (current)
        {
            case Scalar scalar:
                var style = scalar.Style switch
                {
                    ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
                    ScalarStyle.Literal => YamlStyle.Literal,
                    ScalarStyle.Folded => YamlStyle.Folded,
                    _ => YamlStyle.Plain,
                };
                return Add(new YamlScalar(source, Line(scalar), Column(scalar), scalar.Value, style), scalar.Anchor, 1);
            case SequenceStart start:
                return Begin(new YamlList(source, Line(start), Column(start)), start.Anchor);
            case MappingStart start:
                return Begin(new YamlMap(source, Line(start), Column(start)), start.Anchor);
            case SequenceEnd or MappingEnd:
                var done = _open.Pop();
                return Add(done.Node, done.Anchor, 1);
            case AnchorAlias alias when _anchors.TryGetValue(alias.Value.Value, out var target):
                return Add(target, AnchorName.Empty, target.Size);
            case AnchorAlias alias:
                return Refuse(At(alias), "unknown_alias", $"'*{alias.Value.Value}' refers to nothing that was written before it.");
            default:
                return true;
        }
    }

    private bool Begin(YamlNode node, AnchorName anchor)
    {
        _open.Push(new Open(node, anchor));
        return _open.Count <= DeepestNesting
            || Refuse(node.At, "nested_too_deep", $"Lists and maps are nested more than {DeepestNesting} deep here.");
    }

    private bool Add(YamlNode node, AnchorName anchor, long weight)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        _nodes += weight;
        if (_nodes > MostNodes)
        {
            return Refuse(node.At, "file_too_large", $"The file holds more than {MostNodes:N0} values, aliases written out. Split it, or use fewer aliases.");
        }

        if (!_open.TryPeek(out var parent))
        {
            _documents.Add(node);
            return true;
        }

        parent.Node.Size += node.Size;
        switch (parent.Node)
        {
            case YamlList list:
                list.Items.Add(node);
                return true;
            case YamlMap map when parent.Key is null:
                if (node is not YamlScalar key)
                {
                    return Refuse(node.At, "key_not_text", "A key must be a plain text, not a list or a map.");
                }

                parent.Key = key;
                return true;
            case YamlMap map:
                if (parent.Keys.Add(parent.Key.Text))
                {
                    map.Pairs.Add(new YamlPair(parent.Key, node));
                }
                else
                {
                    issues.Add(new Issue("duplicate_key", $"'{parent.Key.Text}' is given twice here.") { At = parent.Key.At });
                }

                parent.Key = null;
                return true;
            default:
                return true;
        }
    }

    private bool Refuse(TextLocation at, string code, string message)
    {
        issues.Add(new Issue(code, message) { At = at });
        return false;
    }

    private TextLocation At(ParsingEvent current) => new(source.Name, Line(current), Column(current));

    private static int Line(ParsingEvent current) => (int)current.Start.Line;

    private static int Column(ParsingEvent current) => (int)current.Start.Column;

    /// <summary>The first tab that stands before anything else in its line; null when there is none.</summary>
    private TextLocation? Tab()
    {
        var line = 0;
        foreach (var text in source.Text.AsSpan().EnumerateLines())
        {
            line++;
            var blank = text[..(text.Length - text.TrimStart().Length)];
            if (blank.IndexOf('\t') is >= 0 and var column && blank.Length < text.Length)
            {
                return new TextLocation(source.Name, line, column + 1);
            }
        }

        return null;
    }

    private static string Sentence(string message)
    {
        var text = string.Join(' ', message.Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return (text.Length == 0 ? "its structure is broken" : char.ToLowerInvariant(text[0]) + text[1..]) + ".";
    }

    private sealed class Open(YamlNode node, AnchorName anchor)
    {
        public YamlNode Node { get; } = node;

        public AnchorName Anchor { get; } = anchor;

        /// <summary>The key whose value comes next.</summary>
        public YamlScalar? Key { get; set; }

        public HashSet<string> Keys => field ??= [];
    }
}
