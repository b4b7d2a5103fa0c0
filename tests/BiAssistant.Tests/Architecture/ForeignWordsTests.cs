using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Tests.Architecture;

/// <summary>The product knows a language, arithmetic and calendars, and no word of any company that it is tried on. Comments may give everyday examples.</summary>
public sealed partial class ForeignWordsTests
{
    private static readonly string[] Companies = ["Sora", "소라", "Hanbit", "Linehaul", "한빛"];

    /// <summary>Words of a company that everybody says, and code too.</summary>
    private static readonly HashSet<string> General = [.. File.ReadLines(Path.Combine(Folder, "general-words.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    private static readonly string Code = CodeOf(Sources());

    /// <summary>A draft of a catalog knows how any business calls its columns and states, so values are not looked for there.</summary>
    private static readonly string BesideDrafts = CodeOf(Sources().Where(file => !file.Contains("Importing", StringComparison.Ordinal)));

    private static readonly List<Dataset> Datasets =
    [
        .. new[] { Path.Combine(Repository.Root, "semantic-models"), Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Carrier", "Catalog", "semantic-models") }
            .SelectMany(folder => CatalogLoader.Load(Directory.GetFiles(folder, "*.yml").Select(f => new CatalogText(f, File.ReadAllText(f)))).Catalog.Datasets),
    ];

    private const string WayOn = "A word of a company that is tried on stands in src or web. Where it is general language and says nothing of that company, general-words.txt lets it through.";

    private static string Folder => Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Architecture");

    [Fact]
    public void No_name_of_the_demo_company_or_of_the_carrier_is_in_the_product()
    {
        var names = Words(Datasets.SelectMany(d => new[] { d.Label, d.Entity?.Singular, d.Entity?.Plural })).Concat(Companies).Concat(Datasets.Select(d => d.Name.Replace('_', ' '))).ToList();

        names.Count.ShouldBeGreaterThan(100);
        Code.Length.ShouldBeGreaterThan(1_000_000);
        Found(names, Code).ShouldBeEmpty(WayOn);
    }

    [Fact]
    public void No_value_of_the_demo_company_or_of_the_carrier_is_in_the_product()
    {
        var values = Words(Datasets.SelectMany(d => d.Fields).SelectMany(f => f.Values).Select(v => v.Label)).ToList();

        values.Count.ShouldBeGreaterThan(100);
        Found(values, BesideDrafts).ShouldBeEmpty(WayOn);
    }

    private static IEnumerable<string> Words(IEnumerable<LocalText?> texts) => texts.SelectMany(text => text?.Words.Select(w => w.Text) ?? []);

    private static List<string> Found(IEnumerable<string> words, string code) =>
        [.. words.Select(w => w.ToLowerInvariant()).Where(w => w.Length > 2 || (w.Length == 2 && Hangul().IsMatch(w))).Distinct().Where(w => !General.Contains(w) && IsIn(code, w))];

    private static bool IsIn(string code, string word)
    {
        var spelled = Regex.Escape(word).Replace(@"\ ", "[ _]?", StringComparison.Ordinal);
        return Regex.IsMatch(code, Hangul().IsMatch(word) ? spelled : $"(?<![a-z]){spelled}(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static string CodeOf(IEnumerable<string> files) =>
        string.Join('\n', files.SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static IEnumerable<string> Sources() =>
        from room in new[] { "src", "web" }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" && !Elsewhere().IsMatch(file)
        select file;

    /// <summary>What is built, and what others wrote.</summary>
    [GeneratedRegex(@"[/\\](bin|obj|npm|node_modules|lib|_framework)[/\\]")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\p{IsHangulSyllables}")]
    private static partial Regex Hangul();
}
