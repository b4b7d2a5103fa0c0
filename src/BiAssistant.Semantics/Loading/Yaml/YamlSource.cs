using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading.Yaml;

/// <summary>A text that YAML was read from; knows where a position inside a scalar lies in the file, whichever way the scalar is written.</summary>
internal sealed class YamlSource(string name, string text)
{
    private int[]? _lines;

    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>Where a position of a scalar's text (1-based line and column) stands in the file; the scalar's beginning where its text is not what is written there, as in a template.</summary>
    public TextLocation Locate(YamlScalar scalar, int line, int column)
    {
        var offset = 0;
        for (var i = 1; i < line; i++)
        {
            offset = scalar.Text.IndexOf('\n', offset) + 1;
        }

        return YamlWriting.Find(Text, StartOf(scalar), scalar, offset + column - 1) is { } place ? LocationOf(place) : scalar.At;
    }

    private int StartOf(YamlScalar scalar) => Lines[Math.Clamp(scalar.Line, 1, Lines.Length) - 1] + scalar.Column - 1;

    private TextLocation LocationOf(int place)
    {
        var line = Array.BinarySearch(Lines, place);
        line = line < 0 ? ~line - 1 : line;
        return new TextLocation(Name, line + 1, place - Lines[line] + 1);
    }

    /// <summary>Where each line begins.</summary>
    private int[] Lines
    {
        get
        {
            if (_lines is null)
            {
                var starts = new List<int> { 0 };
                for (var end = Text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = Text.IndexOf('\n', end + 1))
                {
                    starts.Add(end + 1);
                }

                _lines = [.. starts];
            }

            return _lines;
        }
    }
}
