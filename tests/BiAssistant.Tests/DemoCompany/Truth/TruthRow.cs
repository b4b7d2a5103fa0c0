using System.Globalization;
using System.Numerics;
using BiAssistant.Sql;

namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>A row as what it is of and its numbers, whatever the order of rows and groups; numbers are equal to nine digits, since floating point adds in any order.</summary>
internal sealed record TruthRow(string Of, Seq<double?> Values)
{
    /// <param name="rows">Groups first, numbers last.</param>
    /// <param name="numbers">How many of the cells are numbers.</param>
    public static IReadOnlyList<TruthRow> Sorted(IEnumerable<IEnumerable<object?>> rows, int numbers) =>
    [
        .. rows.Select(cells => new TruthRow(string.Join(" | ", cells.SkipLast(numbers).Select(Text).Order(StringComparer.Ordinal)), cells.TakeLast(numbers).Select(Value).ToSeq()))
            .OrderBy(row => row.Of, StringComparer.Ordinal)
            .ThenBy(row => row.Values.FirstOrDefault()),
    ];

    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Difference(IReadOnlyList<TruthRow> expected, IReadOnlyList<TruthRow> actual)
    {
        for (var at = 0; at < Math.Max(expected.Count, actual.Count); at++)
        {
            var (want, got) = (expected.ElementAtOrDefault(at), actual.ElementAtOrDefault(at));
            if (want is null || got is null || want.Of != got.Of || !want.Values.Zip(got.Values).All(pair => Same(pair.First, pair.Second)))
            {
                return $"row {at + 1} of {expected.Count} and {actual.Count}: {want?.ToString() ?? "none"} by hand, {got?.ToString() ?? "none"} in the answer";
            }
        }

        return null;
    }

    public override string ToString() => $"{Of} = {string.Join(", ", Values.Select(value => value?.ToString("R", CultureInfo.InvariantCulture) ?? "empty"))}";

    private static double? Value(object? cell) => cell switch
    {
        null or DBNull => null,
        BigInteger whole => (double)whole,
        _ => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
    };

    private static bool Same(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b))) : one is null && other is null;

    private static string Text(object? cell) => cell switch
    {
        null or DBNull => "(empty)",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
