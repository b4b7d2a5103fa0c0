namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>What people do to a drafted file, line by line as in an editor; every edit leaves words behind by which it is found again.</summary>
internal sealed class GeneratedEdits(Random random)
{
    private int _next;

    /// <summary>Texts that must be in the file whatever the source says later.</summary>
    public List<string> Marks { get; } = [];

    public string Apply(string draft)
    {
        var lines = draft.TrimEnd('\n').Split('\n').ToList();
        for (var i = random.Next(0, 8); i > 0; i--)
        {
            Edit(lines);
        }

        var text = string.Join('\n', lines) + (random.Next(4) == 0 ? "" : "\n");
        return random.Next(4) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    private void Edit(List<string> lines)
    {
        var mark = $"mine_{_next++}";
        switch (random.Next(10))
        {
            case 0 when Find(lines, "label: ") is { } label:
                lines[label] = lines[label][..(lines[label].IndexOf(':', StringComparison.Ordinal) + 1)] + (random.Next(2) == 0 ? $" '{mark}'" : $"   {mark}   # why {mark}");
                Marks.RemoveAll(m => !lines.Exists(l => l.Contains(m, StringComparison.Ordinal)));
                Marks.Add(mark);
                break;
            case 1 when Find(lines, "- name: ") is { } item:
                lines.Insert(item, $"{Indent(lines[item])}# about {mark}");
                Marks.Add($"# about {mark}");
                break;
            case 2 when Find(lines, "datatype: ") is { } field && !lines[field].Contains('#', StringComparison.Ordinal):
                lines[field] += $" # type {mark}";
                Marks.Add($"# type {mark}");
                break;
            case 3 when Find(lines, "datatype: ") is { } type:
                lines.Insert(type + 1, $"{Indent(lines[type])}unit: {mark}");
                if (lines.Count > type + 2 && lines[type + 2].Contains("unit: ", StringComparison.Ordinal))
                {
                    lines.RemoveAt(type + 1);
                    break;
                }

                Marks.Add($"unit: {mark}");
                break;
            case 4 when Find(lines, "datatype: ") is { } end && lines[end - 1].Contains("- name: ", StringComparison.Ordinal):
                var indent = Indent(lines[end])[2..];
                lines.InsertRange(end - 1, [$"{indent}- name: {mark}", $"{indent}  datatype: Integer"]);
                Marks.Add($"name: {mark}");
                break;
            case 5 when Find(lines, "synonyms: [") is { } words && lines[words].EndsWith(']'):
                lines[words] = $"{lines[words][..^1]}, {mark}]";
                Marks.Add(mark);
                break;
            case 7 when Find(lines, "datatype: ") is { } kind && lines[kind - 1].Contains("- name: ", StringComparison.Ordinal) && !lines[kind].Contains('#', StringComparison.Ordinal)
                && (kind + 1 == lines.Count || Indent(lines[kind + 1]).Length < Indent(lines[kind]).Length):
                lines[kind - 1] = $"{Indent(lines[kind - 1])}- {{{lines[kind - 1].Trim()[2..]}, {lines[kind].Trim()}, unit: {mark}}}";
                lines.RemoveAt(kind);
                Marks.Add($"unit: {mark}");
                break;
            case 8 when Find(lines, "label: ") is { } anchored && !lines[anchored].Contains('#', StringComparison.Ordinal) && !lines[anchored].Contains('&', StringComparison.Ordinal):
                lines[anchored] = lines[anchored].Replace("label: ", $"label: &{mark} ", StringComparison.Ordinal);
                Marks.Add($"&{mark} ");
                break;
            case 9 when Find(lines, "datatype: ") is { } plain && lines[plain - 1].Contains("- name: field", StringComparison.Ordinal) && lines.Count(l => l.Contains("datatype: ", StringComparison.Ordinal)) > 3
                && (plain + 1 == lines.Count || Indent(lines[plain + 1]).Length < Indent(lines[plain]).Length) && !lines[plain].Contains('#', StringComparison.Ordinal)
                && Indent(lines[plain - 2]).Length >= Indent(lines[plain - 1]).Length && !lines.Exists(l => l.Contains($".{lines[plain - 1].Trim()["- name: ".Length..]})", StringComparison.Ordinal)):
                lines.RemoveRange(plain - 1, 2);
                break;
            case 6 when Find(lines, "semantic_model:") is { } top:
                lines.Insert(top, $"# top {mark}");
                Marks.Add($"# top {mark}");
                break;
            default:
                break;
        }
    }

    private int? Find(List<string> lines, string text)
    {
        var found = lines.Select((line, i) => (line, i)).Where(l => l.line.Contains(text, StringComparison.Ordinal) && !l.line.TrimStart().StartsWith('#') && !l.line.Contains('{', StringComparison.Ordinal)).Select(l => l.i).ToList();
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }

    private static string Indent(string line) => line[..(line.Length - line.TrimStart(' ').Length)];
}
