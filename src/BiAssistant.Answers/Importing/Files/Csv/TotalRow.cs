using System.Collections.Frozen;
using BiAssistant.Answers.Importing.Files.Cells;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>
/// The last row of a file when it calls itself a total: a report's foot and no row of the table if its numbers are the sums of all others, which would
/// count twice with it.
/// </summary>
/// <param name="Line">Where it stands.</param>
internal sealed record TotalRow(long Line, Seq<string> Cells)
{
    private const int Longest = 12;
    private const int WidestSummed = 18;

    private static readonly FrozenSet<string> Words = new[]
    {
        "total", "totals", "total:", "grand total", "sum", "subtotal", "sub total", "합계", "총계", "소계", "총합계", "누계",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsOne(CsvRows row, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            if (row[column].Length is > 1 and <= Longest && Lookup.Contains(row[column].Trim()))
            {
                return true;
            }
        }

        return false;
    }

    public static TotalRow Of(CsvRows row, int columns)
    {
        var cells = new string[columns];
        for (var column = 0; column < columns; column++)
        {
            cells[column] = row[column].ToString();
        }

        return new TotalRow(row.Line, cells.ToSeq());
    }

    /// <summary>Whether a sum of the column fits <see cref="decimal"/> however many rows there are.</summary>
    public static bool CanSum(ColumnReading reading) => reading is NumberReading { Width: <= WidestSummed };

    /// <summary>Whether the row has numbers and each is the sum of its column.</summary>
    public bool Sums(Seq<ColumnReading> readings, decimal[] sums)
    {
        var numbers = 0;
        foreach (var (column, reading) in readings.Index())
        {
            if (CanSum(reading) && Cells[column].Trim().Length > 0)
            {
                if (reading.Number(Cells[column]) is not { } total)
                {
                    continue;
                }

                if (total != sums[column])
                {
                    return false;
                }

                numbers++;
            }
        }

        return numbers > 0;
    }
}
