using System.Text;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>
/// Says where and how a change is written into a text so that everything around it, comments and order and form, stays as it is. A change that the form of the
/// text has no room for gives null: it is better not made than made at the cost of what a person wrote.
/// </summary>
internal static class ChangeWriter
{
    public static TextSplice? Write(TextChange change)
    {
        var splice = change switch
        {
            Replacement { Container.IsFlow: true } replacement => InFlow(replacement),
            Replacement replacement => InBlock(replacement),
            Removal { Container.IsFlow: true } removal => FromFlow(removal),
            Removal removal => FromBlock(removal),
            Insertion { Container: { IsFlow: true } } insertion => IntoFlow(insertion),
            Insertion insertion => IntoBlock(insertion),
            ListInsertion insertion => NewList(insertion),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var text = change.Container.Text;
        return splice is null || text.NewLine == "\n" ? splice : InLinesOf(text, splice);
    }

    /// <summary>Where an entry's key or an item begins; of an item in a block, its dash.</summary>
    public static int? StartOf(TextContainer container, int index) => container switch
    {
        TextMap map => map.Keys[index].Start,
        { IsFlow: true } => container.Parts[index].Start,
        _ => Dash(container, index),
    };

    private static TextSplice? InFlow(Replacement change)
    {
        var old = change.Container.Parts[change.Index];
        var written = FlowYaml.Write(change.Fresh.Value);
        return old.End > old.Start ? TextSplice.Of(change, old.Start, old.End, written)
            : change.Container is TextMap map && Colon(map, change.Index) is { } colon ? TextSplice.Of(change, colon + 1, old.End, " " + written)
            : null;
    }

    private static TextSplice? InBlock(Replacement change)
    {
        var (container, text) = (change.Container, change.Container.Text);
        var old = container.Parts[change.Index];
        var key = (container as TextMap)?.Keys[change.Index].Value.Text;
        if (StartOf(container, change.Index) is not { } start || (container is TextMap map && Colon(map, change.Index) is null))
        {
            return null;
        }

        var written = new Fragment(key, change.Fresh) { Path = change.Path }.InBlock(text.Column(start));
        var rest = text.Text[old.End..text.LineEnd(old.End)].Trim();
        if (rest.Length == 0 || !written.Contains('\n', StringComparison.Ordinal))
        {
            var value = key is null || old.End == old.Start ? null : ValueOf(written, change.Fresh);
            return value is null || old is TextContainer { IsFlow: false } ? TextSplice.Of(change, start, old.End, written) : TextSplice.Of(change, old.Start, old.End, value);
        }

        // What stands after the value in its line would become a part of a value of several lines.
        return rest.StartsWith('#') && text.BeginsLine(start)
            ? TextSplice.Of(change, start, old.End + text.Text[old.End..text.LineEnd(old.End)].TrimEnd().Length, $"{rest}\n{new string(' ', text.Column(start))}{written}")
            : null;
    }

    /// <summary>The value of a written entry of one line, so that the key and the blanks after it stay as they are; null for several lines.</summary>
    private static string? ValueOf(string written, TextNode fresh) =>
        written.Contains('\n', StringComparison.Ordinal) || fresh.HasMarks || fresh.End == fresh.Start || !written.EndsWith(fresh.Text.Text[fresh.Start..fresh.End], StringComparison.Ordinal)
            ? null
            : fresh.Text.Text[fresh.Start..fresh.End];

    private static TextSplice? FromFlow(Removal change)
    {
        var (container, index) = (change.Container, change.Index);
        var (start, end) = (StartOf(container, index)!.Value, container.Parts[index].End);
        return index > 0 ? TextSplice.Of(change, container.Parts[index - 1].End, end, "")
            : container.Parts.Count > 1 ? TextSplice.Of(change, start, StartOf(container, 1)!.Value, "")
            : TextSplice.Of(change, start, end, "");
    }

    private static TextSplice? FromBlock(Removal change)
    {
        var (container, text) = (change.Container, change.Container.Text);
        return StartOf(container, change.Index) is { } start && text.BeginsLine(start) && container.Parts.Count > 1
            ? TextSplice.Of(change, AboveOf(text, start), text.LineEnd(container.Parts[change.Index].End), "")
            : null;
    }

    private static TextSplice? IntoFlow(Insertion change)
    {
        var container = change.Container;
        var written = change.Fragment.InFlow();
        return change.After >= 0 ? TextSplice.Of(change, container.Parts[change.After].End, container.Parts[change.After].End, ", " + written)
            : TextSplice.Of(change, container.Start + 1, container.Start + 1, container.Parts.Count > 0 ? written + ", " : written);
    }

    private static TextSplice? IntoBlock(Insertion change) =>
        StartOf(change.Container, 0) is { } first ? IntoBlock(change, change.Container, first, change.After, [(change.Path, change.Fragment.InBlock(change.Container.Text.Column(first)))]) : null;

    private static TextSplice? NewList(ListInsertion change)
    {
        if (change.Map.IsFlow)
        {
            var items = $"{change.Key}: [{string.Join(", ", change.Items.Select(item => item.InFlow()))}]";
            return change.After >= 0 ? TextSplice.Of(change, change.Map.Parts[change.After].End, change.Map.Parts[change.After].End, ", " + items)
                : TextSplice.Of(change, change.Map.Start + 1, change.Map.Start + 1, change.Map.Parts.Count > 0 ? items + ", " : items);
        }

        var first = change.Map.Keys[0].Start;
        var column = change.Map.Text.Column(first);
        var blocks = change.Items.Select(item => (item.Path, new string(' ', column + 2) + item.InBlock(column + 2)));
        return change.Map.IndexOf(change.Key) is >= 0 and var key ? UnderKey(change, change.Map.Keys[key], blocks)
            : IntoBlock(change, change.Map, first, change.After, [(change.Path, $"{change.Key}:"), .. blocks]);
    }

    /// <summary>Lines of their own right after the line of a key that stands alone.</summary>
    private static TextSplice UnderKey(ListInsertion change, TextScalar key, IEnumerable<(ElementPath Path, string Written)> blocks)
    {
        var end = key.Text.LineEnd(key.End);
        var isLast = end == key.Text.Text.Length && !key.Text.Text.EndsWith('\n');
        return Lines(change, end, isLast ? "\n" : "", isLast ? "" : "\n", blocks);
    }

    /// <summary>Lines of their own after an entry or item, or before the first; the first line begins in the column of its neighbours.</summary>
    private static TextSplice? IntoBlock(TextChange change, TextContainer container, int first, int after, IReadOnlyList<(ElementPath Path, string Written)> blocks)
    {
        var text = container.Text;
        var indent = new string(' ', text.Column(first));
        if (after < 0)
        {
            return text.BeginsLine(first)
                ? Lines(change, text.LineStart(first), indent, "\n", blocks)
                : Lines(change, first, "", "\n" + indent, blocks);
        }

        var end = text.LineEnd(container.Parts[after].End);
        return end == text.Text.Length && !text.Text.EndsWith('\n') ? Lines(change, end, "\n" + indent, "", blocks) : Lines(change, end, indent, "\n", blocks);
    }

    private static TextSplice Lines(TextChange change, int at, string before, string behind, IEnumerable<(ElementPath Path, string Written)> blocks)
    {
        var written = new StringBuilder(before);
        var origins = new List<(TextChange, ElementPath, int, int)>();
        foreach (var (path, block) in blocks)
        {
            written.Append(origins.Count > 0 ? "\n" : "");
            var from = written.Length;
            written.Append(block);
            origins.Add((change, path, from, written.Length));
        }

        return new TextSplice(at, at, written.Append(behind).ToString(), origins);
    }

    /// <summary>The comments that stand right above, in the same column, belong to what follows them.</summary>
    private static int AboveOf(YamlText text, int start)
    {
        var (line, column) = (text.LineStart(start), text.Column(start));
        while (line > 0 && text.LineStart(line - 1) is var above && text.Text.AsSpan(above, line - above) is var comment
            && comment.TrimStart(' ').StartsWith("#") && comment.Length - comment.TrimStart(' ').Length == column)
        {
            line = above;
        }

        return line;
    }

    /// <summary>Where what belongs to an entry or item begins: the comments above it are its own.</summary>
    public static int TerritoryStart(TextContainer container, int index) =>
        StartOf(container, index) is { } start ? container.IsFlow || !container.Text.BeginsLine(start) ? start : AboveOf(container.Text, start) : container.Parts[index].Start;

    /// <summary>Where what belongs to it ends: a comment behind it in its line is its own.</summary>
    public static int TerritoryEnd(TextContainer container, int index)
    {
        var end = container.Parts[index].End;
        return container.IsFlow ? end : container.Text.LineEnd(end);
    }

    /// <summary>The dash of an item in a block: it stands in the column of the first.</summary>
    private static int? Dash(TextContainer list, int index)
    {
        var text = list.Text;
        if (index == 0)
        {
            return text.Text[list.Start] == '-' ? list.Start : null;
        }

        var column = text.Column(list.Start);
        for (var line = text.LineEnd(list.Parts[index - 1].End); line < text.Text.Length; line = text.LineEnd(line))
        {
            if (line + column < text.Text.Length && text.Text[line + column] == '-' && text.BeginsLine(line + column) && line <= list.Parts[index].Start)
            {
                return line + column;
            }
        }

        return null;
    }

    /// <summary>The colon after a key; null where the key is written in another way.</summary>
    private static int? Colon(TextMap map, int index)
    {
        var text = map.Text.Text;
        var at = map.Keys[index].End;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length && text[at] == ':' ? at : null;
    }

    private static TextSplice InLinesOf(YamlText text, TextSplice splice)
    {
        int Moved(int at) => at + splice.Written.AsSpan(0, at).Count('\n') * (text.NewLine.Length - 1);
        return splice with { Written = splice.Written.ReplaceLineEndings(text.NewLine), Origins = [.. splice.Origins.Select(o => (o.Change, o.Path, Moved(o.From), Moved(o.To)))] };
    }
}
