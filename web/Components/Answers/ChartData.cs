using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Web.Text;

namespace BiAssistant.Web.Components.Answers;

/// <summary>One row of bars or one line: its name, and a value for each category (null where there is none).</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, bool SecondAxis);

/// <summary>What the browser draws: the kind, categories in order, and series.</summary>
public sealed record ChartData(string Kind, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, bool Percent)
{
    private const int MostCategories = 60;
    private const int MostSeries = 12;

    public static ChartData Of(Answer answer, Chart chart)
    {
        var x = Position(answer, chart.X);
        var measures = chart.Y.Select(name => Position(answer, name)).Where(i => i >= 0).ToList();
        var categories = answer.Rows.Select(row => Text(answer, row, x)).Distinct().Take(MostCategories).ToList();
        var units = measures.Select(i => answer.Columns[i].Unit).Distinct().ToList();
        var series = Position(answer, chart.Series) is >= 0 and var by
            ? answer.Rows.GroupBy(row => Text(answer, row, by)).Take(MostSeries).Select(g => SeriesOf(answer, g.Key, g, x, measures[0], categories, second: false))
            : measures.Select(i => SeriesOf(answer, answer.Columns[i].Label, answer.Rows, x, i, categories, second: units.IndexOf(answer.Columns[i].Unit) > 0));
        return new ChartData(chart.Kind.ToString().ToLowerInvariant(), categories, series.ToList(), units is ["percent"]);
    }

    private static ChartSeries SeriesOf(Answer answer, string name, IEnumerable<Sql.Seq<object?>> rows, int x, int measure, List<string> categories, bool second)
    {
        var values = new Dictionary<string, double?>();
        foreach (var row in rows)
        {
            values[Text(answer, row, x)] = row[measure] is { } cell and not string ? Convert.ToDouble(cell, CultureInfo.InvariantCulture) : null;
        }

        return new ChartSeries(name, categories.Select(c => values.GetValueOrDefault(c)).ToList(), second);
    }

    private static string Text(Answer answer, Sql.Seq<object?> row, int column) =>
        column < 0 ? "" : CellText.Of(row[column], answer.Columns[column], answer.Language);

    private static int Position(Answer answer, string? name)
    {
        for (var i = 0; i < answer.Columns.Count; i++)
        {
            if (answer.Columns[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
