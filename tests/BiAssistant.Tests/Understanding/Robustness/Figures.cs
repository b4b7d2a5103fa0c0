using System.Globalization;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>How often something is otherwise than it should be, in percent, held against what is written down in <c>robustness.txt</c>.</summary>
internal static class Figures
{
    private const int MostListed = 80;

    /// <summary>A figure that is better by so much has to be written down; other cases than the usual ones may be worse by so much.</summary>
    private const double Slack = 2;

    /// <summary>Every figure is as good as it is written, and written as good as it is.</summary>
    /// <param name="company">Whose questions.</param>
    /// <param name="of">How many cases there were.</param>
    /// <param name="offences">The cases that are otherwise than they should be, by figure.</param>
    public static void ShouldHold(string company, int of, params IEnumerable<(string Figure, IReadOnlyList<string> Found)> offences)
    {
        var wrong = new List<string>();
        foreach (var (figure, found) in offences)
        {
            var percent = Math.Ceiling(1000.0 * found.Count / of) / 10;
            var line = string.Create(CultureInfo.InvariantCulture, $"{company} {figure} at-most {percent:0.0}");
            var written = Written(company, figure);
            if (written is null || percent > written + (GeneratedCases.IsUsual ? 0 : Slack) || (GeneratedCases.IsUsual && percent < written - Slack))
            {
                wrong.Add($"robustness.txt says {written?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}; it is: {line} ({found.Count} of {of})\n{string.Join('\n', found.Take(MostListed))}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static double? Written(string company, string figure) => File.ReadLines(Path.Combine(UnderstandingCatalogs.Folder, "Robustness", "robustness.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is [var name, var what, "at-most", _] && name == company && what == figure)
        .Select(words => (double?)double.Parse(words[3], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
