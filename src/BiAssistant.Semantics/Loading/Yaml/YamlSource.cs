using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading.Yaml;

/// <summary>A text that YAML was read from; knows where a position inside a scalar lies in the file.</summary>
internal sealed class YamlSource(string name, string text)
{
    private string[]? _lines;

    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>Where a position of a scalar's text stands in the file; the scalar's beginning where folding hides it.</summary>
    public TextLocation Locate(YamlScalar scalar, int line, int column)
    {
        switch (scalar.Style)
        {
            case YamlStyle.Literal:
                return new TextLocation(Name, scalar.Line + line, Indent(scalar.Line) + column);
            case YamlStyle.Plain or YamlStyle.Quoted when line == 1 && IsOnOneLine(scalar):
                return new TextLocation(Name, scalar.Line, scalar.Column + column - 1 + (scalar.Style == YamlStyle.Quoted ? 1 : 0));
            default:
                return scalar.At;
        }
    }

    private bool IsOnOneLine(YamlScalar scalar)
    {
        var line = Line(scalar.Line);
        return line.AsSpan(Math.Min(line.Length, scalar.Column - 1)).Contains(scalar.Text, StringComparison.Ordinal);
    }

    /// <summary>Spaces before the first written line after the one on which a block scalar begins.</summary>
    private int Indent(int line)
    {
        var first = Enumerable.Range(line + 1, Math.Max(0, Lines.Length - line)).Select(Line).FirstOrDefault(l => l.AsSpan().Trim().Length > 0) ?? "";
        return first.Length - first.AsSpan().TrimStart(' ').Length;
    }

    private string[] Lines => _lines ??= Text.Split('\n');

    private string Line(int number) => number >= 1 && number <= Lines.Length ? Lines[number - 1] : "";
}
