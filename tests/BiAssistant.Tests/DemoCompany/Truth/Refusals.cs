namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>The cases that are declined today, with the issue that says why: <c>refused.txt</c>, a line a case.</summary>
internal static class Refusals
{
    public static IReadOnlyDictionary<(string File, int Number), string> All { get; } = File.ReadLines(Path.Combine(TruthCase.Folder, "refused.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(parts => (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)), parts => parts[2]);
}
