using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>A YAML text with the structure that is written in it, part by part at its characters.</summary>
internal sealed class YamlText
{
    private YamlText(string name, string text) => (Name, Text) = (name, text);

    public string Name { get; }

    public string Text { get; }

    public List<TextNode> Roots { get; } = [];

    /// <summary>The only document of the text, when it is keys and values.</summary>
    public TextMap? Root => Roots is [TextMap map] ? map : null;

    private Dictionary<TextNode, TextContainer> Parents => field ??= Containers(Roots).SelectMany(c => c.Parts.Select(part => (part, c))).ToDictionary(p => p.part, p => p.c);

    public string NewLine => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The structure of a text; null, with the reason, when it is no YAML that a catalog could be read from.</summary>
    public static YamlText? Read(string name, string text, IssueList issues)
    {
        var before = issues.InOrder().Count;
        new YamlReader(new YamlSource(name, text), issues).Read();
        if (issues.InOrder().Count > before)
        {
            return null;
        }

        var read = new YamlText(name, text);
        read.Read(new YamlSource(name, text));
        return read;
    }

    /// <summary>The list or map in which it stands; null for a document.</summary>
    public TextContainer? ParentOf(TextNode node) => Parents.GetValueOrDefault(node);

    /// <summary>Where a line begins that holds this character.</summary>
    public int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the next line begins; the end of the text after the last one.</summary>
    public int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : Text.Length;

    /// <summary>The character at a line and a column, both from 1.</summary>
    public int At(int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line && Text.IndexOf('\n', at) is >= 0 and var end; i++)
        {
            at = end + 1;
        }

        return at + column - 1;
    }

    public int Column(int at) => at - LineStart(at);

    /// <summary>Whether nothing but blanks stands before this character in its line.</summary>
    public bool BeginsLine(int at) => Text.AsSpan(LineStart(at), Column(at)).IsWhiteSpace();

    /// <summary>The comments in a part of the text, without those characters that only look so inside values.</summary>
    public IEnumerable<string> Comments(int from, int to, TextNode inside)
    {
        foreach (var (start, end) in Gaps(from, to, inside))
        {
            for (var at = Text.IndexOf('#', start, end - start); at >= 0 && at < end;)
            {
                var stop = Math.Min(Text.IndexOfAny(['\r', '\n'], at) is >= 0 and var line ? line : Text.Length, end);
                yield return Text[at..stop].TrimEnd();
                at = Text.IndexOf('#', stop, end - stop);
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Gaps(int from, int to, TextNode inside)
    {
        foreach (var (start, end) in Written(inside))
        {
            if (start > from)
            {
                yield return (from, start);
            }

            from = Math.Max(from, end);
        }

        if (to > from)
        {
            yield return (from, to);
        }
    }

    private static IEnumerable<(int Start, int End)> Written(TextNode node) => node switch
    {
        TextMap map => map.Keys.Zip(map.Values).SelectMany(entry => Written(entry.First).Concat(Written(entry.Second))),
        TextList list => list.Items.SelectMany(Written),
        _ => [(node.Start, node.End)],
    };

    private static IEnumerable<TextContainer> Containers(IEnumerable<TextNode> nodes) =>
        nodes.OfType<TextContainer>().SelectMany(c => Containers(c.Parts).Prepend(c));

    private void Read(YamlSource source)
    {
        var parser = new Parser(new StringReader(Text));
        var open = new Stack<(TextContainer Node, AnchorName Anchor)>();
        var anchors = new Dictionary<string, TextNode>();
        TextScalar? key = null;
        var keys = new Stack<TextScalar?>();
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    var style = StyleOf(scalar);
                    var written = new TextScalar(this, At(scalar.Start), new YamlScalar(source, (int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value, style))
                    {
                        IsMarked = !scalar.Anchor.IsEmpty || !scalar.Tag.IsEmpty,
                    };
                    written.HasMarks = written.IsMarked;
                    written.End = style is YamlStyle.Literal or YamlStyle.Folded ? TrimmedEnd(At(scalar.End), written.Start) : At(scalar.End);
                    Add(written, scalar.Anchor);
                    break;
                case AnchorAlias alias:
                    Add(new TextAlias(this, At(alias.Start), anchors[alias.Value.Value]) { End = At(alias.End), IsMarked = true, HasMarks = true }, AnchorName.Empty);
                    break;
                case SequenceStart list:
                    Begin(new TextList(this, At(list.Start), list.Style == SequenceStyle.Flow, new YamlList(source, (int)list.Start.Line, (int)list.Start.Column)), list);
                    break;
                case MappingStart map:
                    Begin(new TextMap(this, At(map.Start), map.Style == MappingStyle.Flow, new YamlMap(source, (int)map.Start.Line, (int)map.Start.Column)), map);
                    break;
                case SequenceEnd or MappingEnd:
                    var (node, anchor) = open.Pop();
                    key = keys.Pop();
                    node.End = node.IsFlow ? At(parser.Current.Start) + 1 : Math.Max(node.Start, node.Parts.Count > 0 ? node.Parts[^1].End : node.Start);
                    node.HasMarks = node.IsMarked || node.Parts.Any(part => part.HasMarks);
                    Add(node, anchor);
                    break;
                default:
                    break;
            }
        }

        void Begin(TextContainer node, NodeEvent start)
        {
            node.IsMarked = !start.Anchor.IsEmpty || !start.Tag.IsEmpty;
            open.Push((node, start.Anchor));
            keys.Push(key);
            key = null;
        }

        void Add(TextNode node, AnchorName anchor)
        {
            if (!anchor.IsEmpty)
            {
                anchors[anchor.Value] = node;
            }

            if (!open.TryPeek(out var parent))
            {
                Roots.Add(node);
            }
            else if (parent.Node is TextList list)
            {
                list.Items.Add(node);
                list.Value.Items.Add(node.Value);
            }
            else if (parent.Node is TextMap map && key is { } named)
            {
                map.Keys.Add(named);
                map.Values.Add(node);
                map.Value.Pairs.Add(new YamlPair(named.Value, node.Value));
                key = null;
            }
            else
            {
                key = node as TextScalar;
            }
        }
    }

    private int TrimmedEnd(int end, int start) => start + Text.AsSpan(start, end - start).TrimEnd().Length;

    private static int At(Mark mark) => (int)mark.Index;

    private static YamlStyle StyleOf(Scalar scalar) => scalar.Style switch
    {
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
        ScalarStyle.Literal => YamlStyle.Literal,
        ScalarStyle.Folded => YamlStyle.Folded,
        _ => YamlStyle.Plain,
    };
}
