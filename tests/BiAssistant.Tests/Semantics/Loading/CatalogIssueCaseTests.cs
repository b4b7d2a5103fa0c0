using System.Text;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>The table of <c>issues.txt</c>: what is said of each kind of mistake, word by word and with its place, and that no kind is left out.</summary>
public sealed partial class CatalogIssueCaseTests
{
    private static readonly string Table = Path.Combine(Repository.Root, "tests/BiAssistant.Tests/Semantics/Loading/issues.txt");

    [Fact]
    public void Every_mistake_is_said_in_exactly_these_words()
    {
        var said = new StringBuilder();
        var issues = new List<Issue>();
        foreach (var part in Regex.Split(File.ReadAllText(Table), "(?m)^(?=## )"))
        {
            var lines = part.Split('\n').Where(line => line.Length > 0 && line[0] != '=').ToList();
            if (!part.StartsWith("## ", StringComparison.Ordinal))
            {
                said.Append(part);
                continue;
            }

            var load = CatalogLoader.Load(Texts(lines));
            issues.AddRange(load.Issues);
            said.AppendJoin('\n', lines).Append('\n').AppendJoin('\n', load.Issues.Select(issue => $"= {Written(issue)}")).Append("\n\n");
        }

        (said.ToString().TrimEnd() + "\n").ShouldBeGolden(Table);
        Codes().Except(issues.Select(issue => issue.Code)).ShouldBeEmpty("every code that loading can give stands in the table");
    }

    [Fact]
    public void Codes_are_found_in_the_sources() => Codes().Count.ShouldBeGreaterThan(50);

    private static List<CatalogText> Texts(List<string> lines)
    {
        var texts = new List<(string Name, StringBuilder Text)>();
        var (freight, old, changed) = (CatalogExamples.Freight, (string?)null, "");
        foreach (var line in lines.Append("- "))
        {
            if (old is not null && !line.StartsWith("+ ", StringComparison.Ordinal))
            {
                freight.ShouldContain(old);
                freight = freight.Replace(old, changed, StringComparison.Ordinal);
                old = null;
            }

            switch (line)
            {
                case ['-', ' ', _, ..]:
                    (old, changed) = (line[2..], "");
                    break;
                case ['+', ' ', ..]:
                    changed += changed.Length == 0 ? line[2..] : $"\n{line[2..]}";
                    break;
                case ['@', ' ', ..]:
                    texts.Add((line[2..], new StringBuilder()));
                    break;
                case ['|', ' ', ..]:
                    texts[^1].Text.Append(line.AsSpan(2)).Append('\n');
                    break;
                default:
                    break;
            }
        }

        var own = texts.Select(text => new CatalogText(text.Name, text.Text.ToString()));
        return lines.Exists(line => line.StartsWith("- ", StringComparison.Ordinal)) ? [new CatalogText("freight.yml", freight), .. own] : [.. own];
    }

    private static string Written(Issue issue)
    {
        var suggestions = issue.Suggestions.IsEmpty ? "" : $" [{string.Join(", ", issue.Suggestions)}]";
        return $"{issue.At} {issue.Severity.ToString().ToLowerInvariant()} {issue.Code} {issue.Element ?? "-"}: {issue.Message}{suggestions}";
    }

    private static HashSet<string> Codes() => new[] { "Loading", "Metrics", "Checks" }
        .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/BiAssistant.Semantics", room), "*.cs", SearchOption.AllDirectories))
        .SelectMany(file => Code().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups[1].Value)
        .ToHashSet();

    [GeneratedRegex(@"\b(?:Issue|Error|Say|Fail|Refuse|NameProblem|Unknown)\(\s*(?:[\w.]+,\s*|new TextLocation\([^)]*\),\s*)?""([a-z]+_[a-z_]+)""\s*,")]
    private static partial Regex Code();
}
