using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Evaluation;

/// <summary>
/// Whether an answer's rows are those of SQL by hand, in any order: each column by hand is one of the answer's, no two the same one, so that the rows agree as
/// often as they are there. The answer may have more columns, and not one row more.
/// </summary>
public static class RowAgreement
{
    private const int RowsShown = 3;

    /// <summary>What is different, in words; null where nothing is.</summary>
    /// <param name="byHand">The rows that are right.</param>
    /// <param name="columns">How many columns the answer has.</param>
    /// <param name="rows">The answer's rows.</param>
    public static string? Difference(ResultTable byHand, int columns, Seq<Seq<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(byHand);
        var wanted = Columns(byHand.Rows, byHand.Columns.Count);
        var given = Columns(rows, columns);
        var why = byHand.Rows.Count != rows.Count ? "other rows"
            : columns < byHand.Columns.Count ? "fewer columns"
            : rows.IsEmpty ? null
            : Mapping(byHand, wanted, given, rows.Count);
        return why is null ? null : $"{why}: by hand {Shown(byHand.Rows)}; in the answer {Shown(rows)}";
    }

    private static string? Mapping(ResultTable byHand, ComparedCell[][] wanted, ComparedCell[][] given, int rows)
    {
        var candidates = wanted.Select(column => Enumerable.Range(0, given.Length).Where(j => HoldSame(column, given[j])).ToArray()).ToArray();
        var without = Array.FindIndex(candidates, c => c.Length == 0);
        return without >= 0 ? $"no column holds the values of '{byHand.Columns[without].Name}'"
            : Agree(wanted, given, candidates, [], rows) ? null
            : "the columns' values belong to other rows";
    }

    /// <summary>Maps one column after the other; a mapping of some columns by which the rows do not agree is not gone on with.</summary>
    private static bool Agree(ComparedCell[][] wanted, ComparedCell[][] given, int[][] candidates, int[] chosen, int rows)
    {
        if (chosen.Length == wanted.Length)
        {
            return true;
        }

        foreach (var candidate in candidates[chosen.Length].Except(chosen))
        {
            int[] next = [.. chosen, candidate];
            if (HoldSameRows(wanted[..next.Length], [.. next.Select(j => given[j])], rows) && Agree(wanted, given, candidates, next, rows))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldSame(ComparedCell[] one, ComparedCell[] other) => one.Order().Zip(other.Order()).All(pair => pair.First.IsNear(pair.Second));

    /// <summary>Rows that are alike in texts and empty cells are compared by their numbers, each with one that is not taken yet.</summary>
    private static bool HoldSameRows(ComparedCell[][] wanted, ComparedCell[][] given, int rows)
    {
        var waiting = Enumerable.Range(0, rows).Order(ByNumbers(given)).GroupBy(row => Kind(given, row)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var row in Enumerable.Range(0, rows).Order(ByNumbers(wanted)))
        {
            if (!waiting.TryGetValue(Kind(wanted, row), out var alike)
                || alike.FindIndex(other => Enumerable.Range(0, wanted.Length).All(c => wanted[c][row].IsNear(given[c][other]))) is not (>= 0 and var found))
            {
                return false;
            }

            alike.RemoveAt(found);
        }

        return true;
    }

    private static string Kind(ComparedCell[][] columns, int row) =>
        string.Join('\u001f', columns.Select(column => column[row] is { Number: not null } ? "\u0001" : column[row].Text ?? "\u0000"));

    private static Comparer<int> ByNumbers(ComparedCell[][] columns) => Comparer<int>.Create((one, other) =>
        columns.Select(column => column[one].CompareTo(column[other])).FirstOrDefault(order => order != 0));

    private static ComparedCell[][] Columns(Seq<Seq<object?>> rows, int columns) =>
        [.. Enumerable.Range(0, columns).Select(column => rows.Select(row => ComparedCell.Of(row[column])).ToArray())];

    private static string Shown(Seq<Seq<object?>> rows) =>
        $"{rows.Count} rows [{string.Join("; ", rows.Take(RowsShown).Select(row => string.Join(" | ", row.Select(cell => ComparedCell.Of(cell).ToString()))))}]";
}
