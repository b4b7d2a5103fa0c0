using System.Globalization;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>Whether two engines gave the same rows; of numbers, nine digits must agree but for one in the last, because the rest is an engine's own.</summary>
internal static class ComparedRows
{
    private const double Closeness = 2e-9;

    public static bool AreSame(IReadOnlyList<string> some, IReadOnlyList<string> others, bool inOrder)
    {
        if (some.Count != others.Count)
        {
            return false;
        }

        if (inOrder)
        {
            return some.Zip(others).All(pair => IsSame(pair.First, pair.Second));
        }

        var left = some.Order(StringComparer.Ordinal).ToList();
        var right = others.Order(StringComparer.Ordinal).ToList();
        return left.SequenceEqual(right) || left.All(row => right.FindIndex(other => IsSame(row, other)) is >= 0 and var found && Taken(right, found));
    }

    private static bool Taken(List<string> rows, int at)
    {
        rows.RemoveAt(at);
        return true;
    }

    private static bool IsSame(string row, string other)
    {
        if (row == other)
        {
            return true;
        }

        var cells = row.Split(RealEngines.Separator);
        var others = other.Split(RealEngines.Separator);
        return cells.Length == others.Length && cells.Zip(others).All(pair => pair.First == pair.Second || IsClose(pair.First, pair.Second));
    }

    private static bool IsClose(string cell, string other) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
        && Math.Abs(number - second) <= Closeness * Math.Max(1, Math.Max(Math.Abs(number), Math.Abs(second)));
}
