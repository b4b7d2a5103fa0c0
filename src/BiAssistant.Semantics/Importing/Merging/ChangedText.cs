using System.Text;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>A text with changes made in it, and from which change each new part of it comes.</summary>
internal sealed class ChangedText
{
    private readonly List<(int Start, int End, TextChange Change, ElementPath Path)> _origins = [];

    private ChangedText(string text) => Text = text;

    public string Text { get; private set; }

    /// <summary>The text; null where the changes cannot be made so that it says exactly what it should.</summary>
    public static ChangedText? Of(YamlText text, IReadOnlyCollection<TextChange> changes)
    {
        var splices = changes.Select(ChangeWriter.Write).ToList();
        if (splices.Contains(null))
        {
            return null;
        }

        // What is inserted comes before what is taken away at the same place, in the order in which it was asked for.
        var inOrder = splices.OfType<TextSplice>().OrderBy(s => s.Start).ThenBy(s => s.End > s.Start).ToList();
        var changed = new ChangedText("");
        var written = new StringBuilder();
        var at = 0;
        foreach (var splice in inOrder)
        {
            if (splice.Start < at)
            {
                return null;
            }

            written.Append(text.Text, at, splice.Start - at);
            changed._origins.AddRange(splice.Origins.Select(o => (written.Length + o.From, written.Length + o.To, o.Change, o.Path)));
            written.Append(splice.Written);
            at = splice.End;
        }

        changed.Text = written.Append(text.Text, at, text.Text.Length - at).ToString();
        return changed.Says(new ChangedValue(changes).Of(text)) ? changed : null;
    }

    /// <summary>The change that wrote this character; null where the text is as it was.</summary>
    public (TextChange Change, ElementPath Path)? OriginOf(int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line && Text.IndexOf('\n', at) is >= 0 and var end; i++)
        {
            at = end + 1;
        }

        at += column - 1;
        var origin = _origins.FindLast(o => o.Start <= at && at < o.End);
        return origin.Change is null ? null : (origin.Change, origin.Path);
    }

    private bool Says(IReadOnlyList<YamlNode> expected)
    {
        var issues = new IssueList();
        var read = new YamlReader(new YamlSource("", Text), issues).Read();
        return issues.InOrder().IsEmpty && read.Count == expected.Count && read.Zip(expected).All(pair => YamlSameness.Same(pair.First, pair.Second));
    }
}
