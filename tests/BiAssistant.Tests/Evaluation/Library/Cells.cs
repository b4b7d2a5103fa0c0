using System.Globalization;
using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>Cells of the product and of the evaluator beside each other.</summary>
internal static class Cells
{
    /// <summary>Engines that have no exact numbers may differ by so much of the number.</summary>
    private const decimal Tolerance = 1e-9m;

    public static DateTime? Time(object? cell) => cell switch
    {
        null => null,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime instant => instant,
        var text => DateTime.Parse((string)text, CultureInfo.InvariantCulture),
    };

    public static decimal? Number(object? cell) => cell is null ? null : Convert.ToDecimal(cell, CultureInfo.InvariantCulture);

    /// <summary>
    /// Every row that the product gives is as the evaluator has it, and every cell of the evaluator that is not empty or zero is there. Cells of periods that begin when nothing
    /// is known yet need not be there, and may be empty; rows whose time is not known, which the product shows without a period, are in none of the evaluator's.
    /// </summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<Key, IReadOnlyList<decimal?>> product, IReadOnlyDictionary<Key, IReadOnlyList<decimal?>> evaluator, DateTime known)
    {
        var byTime = evaluator.Keys.Any(key => key.Start is not null);
        foreach (var (key, numbers) in product.Where(row => !byTime || row.Key.Start is not null))
        {
            if (!evaluator.TryGetValue(key, out var expected))
            {
                yield return $"{key} should not be there, and is {Shown(numbers)}";
            }
            else if (!numbers.Zip(expected, (number, other) => AreSame(number, other) || (number is null && key.Start >= known)).All(same => same))
            {
                yield return $"{key} should be {Shown(expected)} and is {Shown(numbers)}";
            }
        }

        foreach (var (key, expected) in evaluator.Where(cell => !product.ContainsKey(cell.Key) && cell.Value.Any(number => number is not (null or 0)) && !(cell.Key.Start >= known)))
        {
            yield return $"{key} should be {Shown(expected)} and is not there";
        }
    }

    private static bool AreSame(decimal? left, decimal? right) =>
        left is { } a && right is { } b ? Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) : left is null && right is null;

    private static string Shown(IEnumerable<decimal?> numbers) => string.Join(", ", numbers.Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "empty"));
}
