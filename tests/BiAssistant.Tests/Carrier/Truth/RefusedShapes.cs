namespace BiAssistant.Tests.Carrier.Truth;

/// <summary>What is declined today: metric, shape (or *), engine (or *) and the code of the issue, a line each.</summary>
internal static class RefusedShapes
{
    private static readonly List<string[]> Lines =
        [.. File.ReadLines(Path.Combine(CarrierCompany.Papers, "Truth", "refused.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" | "))];

    /// <summary>The code that a question is declined with; null when it is answered.</summary>
    public static string? Code(string metric, string shape, string engine) =>
        Lines.Find(l => l[0] == metric && (l[1] == "*" || l[1] == shape) && (l[2] == "*" || l[2] == engine))?[3];
}
