using BiAssistant.Answers.Composition;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Charts;

/// <summary>
/// Chooses the form that suits the shape of a table: one number, a line over time, bars over members, lines or groups of bars for two groupings, points
/// for two numbers of different units. Null where no picture would say more than the table.
/// </summary>
public static class ChartChoice
{
    private const int MostBars = 100;
    private const int MostSeries = 20;
    private const int FewestPoints = 8;

    public static Chart? Choose(AnswerTable table, string title)
    {
        var measures = table.Measures.Select(i => table.Columns[i]).ToList();
        if (table.Rows.IsEmpty || measures.Count == 0 || !table.Measures.Any(i => table.Rows.Any(row => row[i] is not null)))
        {
            return null;
        }

        var groups = table.Groups.Where(i => table.Columns[i].Shown.Role != ColumnRole.Key).ToList();
        var alike = measures.Where(m => m.Shown.Unit == measures[0].Shown.Unit).Select(m => m.Shown.Name).ToSeq();
        return groups switch
        {
            [] => new Chart(ChartKind.Number, null, measures.Select(m => m.Shown.Name).ToSeq(), null, title),
            [var only] when IsTime(table, only) => new Chart(table.Rows.Count == 1 ? ChartKind.Bar : ChartKind.Line, Name(table, only), alike, null, title),
            [var only] => OverMembers(table, only, measures, alike, title),
            [var first, var second] => OverTwo(table, first, second, alike[0], title),
            _ => null,
        };
    }

    private static Chart? OverMembers(AnswerTable table, int group, List<TableColumn> measures, Seq<string> alike, string title)
    {
        if (measures.Count == 2 && alike.Count == 1 && table.Rows.Count >= FewestPoints)
        {
            return new Chart(ChartKind.Scatter, measures[0].Shown.Name, [measures[1].Shown.Name], Name(table, group), title);
        }

        return table.Rows.Count > MostBars ? null : new Chart(alike.Count > 1 ? ChartKind.GroupedBar : ChartKind.Bar, Name(table, group), alike, null, title);
    }

    private static Chart? OverTwo(AnswerTable table, int first, int second, string measure, string title)
    {
        var (x, series) = IsTime(table, second) && !IsTime(table, first) ? (second, first) : (first, second);
        if (Distinct(table, series) > MostSeries)
        {
            return null;
        }

        if (IsTime(table, x))
        {
            return new Chart(ChartKind.Line, Name(table, x), [measure], Name(table, series), title);
        }

        return table.Rows.Count > MostBars ? null : new Chart(ChartKind.GroupedBar, Name(table, x), [measure], Name(table, series), title);
    }

    private static int Distinct(AnswerTable table, int column) => table.Rows.Select(row => row[column]).Distinct().Count();

    private static bool IsTime(AnswerTable table, int column) => table.Columns[column].Grain is not null;

    private static string Name(AnswerTable table, int column) => table.Columns[column].Shown.Name;
}
