using System.Text;

namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>
/// A semantic query and the SQL by hand that gives its rows over <c>views.sql</c>: groups first, numbers last. A file of cases bears the name of a metric, and its
/// queries leave that measure out; those under <c>together</c> say their measures themselves.
/// </summary>
public sealed record TruthCase(string File, int Number, string Query, string Sql)
{
    public static string Folder => Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "DemoCompany", "Truth");

    /// <summary>The metrics that have cases of their own.</summary>
    public static IReadOnlyList<string> Metrics => [.. Files.Where(file => !IsTogether(file)).Select(file => Path.GetFileNameWithoutExtension(file))];

    public static IReadOnlyList<string> Together => [.. Files.Where(IsTogether).Select(file => Path.GetFileNameWithoutExtension(file))];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(Folder, "Cases"), "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static IReadOnlyList<TruthCase> Of(string name)
    {
        var file = Files.Single(file => Path.GetFileNameWithoutExtension(file) == name);
        var cases = new List<TruthCase>();
        var sql = new StringBuilder();
        foreach (var line in System.IO.File.ReadLines(file))
        {
            if (line.StartsWith("-- {", StringComparison.Ordinal))
            {
                cases.Add(new TruthCase(name, cases.Count + 1, IsTogether(file) ? line[3..] : WithMeasure(name, line[3..]), ""));
                sql.Clear();
            }
            else if (cases.Count > 0)
            {
                cases[^1] = cases[^1] with { Sql = sql.AppendLine(line).ToString() };
            }
        }

        return cases;
    }

    private static bool IsTogether(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "together";

    private static string WithMeasure(string metric, string query) => $$"""{"measures": [{"metric": "{{metric}}"}]{{(query == "{}" ? "}" : $", {query[1..]}")}}""";
}
