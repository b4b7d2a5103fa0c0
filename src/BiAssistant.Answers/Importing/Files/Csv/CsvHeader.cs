using System.Globalization;
using BiAssistant.Answers.Importing.Files.Cells;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>Whether the first row of a table holds the names of its columns: names are text where the rows below are numbers or dates.</summary>
/// <param name="Sure">The rows below prove it.</param>
internal sealed record CsvHeader(bool Present, bool Sure)
{
    private const int MostRows = 2_000;

    /// <param name="rows">The table with its first row as a row.</param>
    public static CsvHeader Of(CsvRows rows, int columns)
    {
        if (!rows.Read())
        {
            return new CsvHeader(true, Sure: false);
        }

        var names = Enumerable.Range(0, columns).Select(column => rows[column].Trim().ToString()).ToList();
        var below = names.Select(_ => new ColumnSurvey()).ToList();
        var (repeats, years, count) = (false, names.Select(_ => true).ToList(), 0);
        while (count < MostRows && rows.Read())
        {
            count++;
            for (var column = 0; column < columns; column++)
            {
                below[column].Look(rows[column], rows.Line);
                repeats |= names[column].Length > 0 && rows[column].Trim().Equals(names[column], StringComparison.OrdinalIgnoreCase);
                years[column] &= IsYear(rows[column].Trim());
            }
        }

        return Judge(names, below, years, repeats, count);
    }

    private static CsvHeader Judge(List<string> names, List<ColumnSurvey> below, List<bool> years, bool repeats, int rows)
    {
        var typed = names.Index().Where(name => name.Item.Length > 0 && IsValue(name.Item)).Select(name => name.Index).ToList();
        if (typed.Count > 0 || names.TrueForAll(name => name.Length == 0))
        {
            // A table with a year on top of each column: its numbers below are none.
            var yearly = rows > 0 && typed.Count is > 1 && typed.Count < names.Count && typed.TrueForAll(column => IsYear(names[column]) && !years[column])
                && typed.Select(column => names[column]).Distinct().Count() == typed.Count;
            return new CsvHeader(yearly, Sure: !yearly);
        }

        var proven = rows > 0 && below.Exists(IsTyped);
        var distinct = names.Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count(name => name.Length > 0);
        return proven ? new CsvHeader(true, Sure: true) : new CsvHeader(distinct && !repeats, Sure: false);
    }

    private static bool IsTyped(ColumnSurvey column) => column.Values > 0
        && (column.Point.Holds || column.Comma.Holds || column.Exponents || column.Truth || column.Dates || column.Clock);

    private static bool IsValue(string cell)
    {
        var survey = new ColumnSurvey();
        survey.Look(cell, 1);
        return IsTyped(survey) || (survey.Values == 0 && survey.Filled > 0);
    }

    private static bool IsYear(ReadOnlySpan<char> cell) =>
        cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;
}
