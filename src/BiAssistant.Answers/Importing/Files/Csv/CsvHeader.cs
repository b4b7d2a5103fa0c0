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
        var filled = names.Index().Where(name => name.Item.Length > 0).ToList();
        if (filled.Count == 0)
        {
            return new CsvHeader(false, Sure: true);
        }

        // A cell that its column's type has no room for is a name; a number over numbers may be one of them.
        var against = filled.Count(name => rows > 0 && IsTyped(below[name.Index]) && !StaysTyped(below[name.Index], name.Item));
        var values = filled.Where(name => IsValue(name.Item)).Select(name => name.Index).ToList();
        var alike = values.Count(column => IsTyped(below[column]));
        if (values.Count > 0)
        {
            var counted = rows > 0 && values.Count < filled.Count && IsCounted(values.ConvertAll(column => names[column]), values.TrueForAll(column => years[column]));
            return new CsvHeader(counted || against > alike, Sure: !counted && (against == 0 || alike == 0));
        }

        var distinct = filled.Select(name => name.Item).Distinct(StringComparer.OrdinalIgnoreCase).Count() == filled.Count;
        return against > 0 ? new CsvHeader(true, Sure: true) : new CsvHeader(distinct && !repeats, Sure: false);
    }

    /// <summary>Years, or 1, 2, 3 and so on, on top of columns that hold something else.</summary>
    private static bool IsCounted(List<string> names, bool yearsBelow)
    {
        var numbers = names.ConvertAll(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        var inOrder = numbers.Count > 1 && !numbers.Contains(-1) && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second - pair.First == 1);
        var areYears = numbers.Count > 1 && names.TrueForAll(name => IsYear(name)) && numbers.Distinct().Count() == numbers.Count;
        return (areYears && !yearsBelow) || (inOrder && numbers.Count > 2 && !yearsBelow);
    }

    private static bool StaysTyped(ColumnSurvey column, string cell)
    {
        column.Look(cell, 1);
        return IsTyped(column);
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
