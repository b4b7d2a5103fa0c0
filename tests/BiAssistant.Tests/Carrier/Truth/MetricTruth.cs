namespace BiAssistant.Tests.Carrier.Truth;

/// <summary>A breakdown of a metric by hand: the field, the way to it where there are several, and the expression that stands for it in the SQL.</summary>
internal sealed record TruthBreakdown(string Field, string? Via, string Column)
{
    /// <summary>Every member there is, whatever it was asked of: distinct values of the table that the field is in.</summary>
    public string Members => $"SELECT DISTINCT {Column} FROM {Table} {Column[(Column.IndexOf('(', StringComparison.Ordinal) + 1)..Column.IndexOf('.', StringComparison.Ordinal)]} UNION SELECT NULL";

    private string Table => Field.Split('.')[0] == "hazardous_shipments" ? "shipments" : Field.Split('.')[0];
}

/// <summary>What one metric is, as SQL by hand for one cell, and how it is asked for.</summary>
internal sealed record MetricTruth(string Metric)
{
    public List<TruthBreakdown> By { get; } = [];

    /// <summary>SQL of one shape that needs its own.</summary>
    public Dictionary<string, string> Own { get; } = [];

    public TruthBreakdown? Unit { get; private set; }

    public string? Role { get; private set; }

    public bool Timeless { get; private set; }

    /// <summary>Whether its fiscal periods are those of the books, whose year is cut into weeks.</summary>
    public bool InBooks { get; private set; }

    public (DateOnly From, DateOnly To) Span { get; private set; } = (new(2024, 1, 1), new(2024, 4, 1));

    public string Sql { get; private set; } = "";

    public static IReadOnlyList<MetricTruth> ReadAll()
    {
        var metrics = new List<MetricTruth>();
        var words = new List<(string Name, string Text)>();
        foreach (var line in File.ReadLines(Path.Combine(CarrierCompany.Papers, "Truth", "metrics.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var (key, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (key)
            {
                case "let":
                    words.Insert(0, ($"{{{rest.Split(" = ", 2)[0]}}}", rest.Split(" = ", 2)[1]));
                    break;
                case "metric":
                    metrics.Add(new MetricTruth(rest));
                    break;
                default:
                    metrics[^1].Read(key, rest, line, words);
                    break;
            }
        }

        return metrics;
    }

    private void Read(string key, string rest, string line, List<(string Name, string Text)> words)
    {
        switch (key)
        {
            case "by":
                var (field, column) = (rest.Split(" | ")[0].Split(" via "), rest.Split(" | ")[1]);
                By.Add(new TruthBreakdown(field[0], field.ElementAtOrDefault(1), column));
                break;
            case "unit":
                Unit = new TruthBreakdown($"{rest.Split(" | ")[1]}.unit", null, rest.Split(" | ")[0]);
                break;
            case "as":
                Role = rest;
                break;
            case "timeless":
                Timeless = true;
                break;
            case "books":
                InBooks = true;
                break;
            case "span":
                Span = (DateOnly.ParseExact(rest.Split(' ')[0], "yyyy-MM-dd"), DateOnly.ParseExact(rest.Split(' ')[1], "yyyy-MM-dd"));
                break;
            case "on":
                Own[rest.Split(": ", 2)[0]] = Spelled(rest.Split(": ", 2)[1], words);
                break;
            case "SELECT":
                Sql = Spelled(line, words);
                break;
            default:
                throw new InvalidDataException($"'{key}' is no part of a metric's truth.");
        }
    }

    private static string Spelled(string sql, List<(string Name, string Text)> words) => words.Aggregate(sql, (text, word) => text.Replace(word.Name, word.Text, StringComparison.Ordinal));
}
