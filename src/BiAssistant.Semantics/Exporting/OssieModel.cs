using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Exporting;

/// <summary>One semantic model as Ossie has it. The members of a family stand as datasets, their template lies in our extension.</summary>
internal sealed partial class OssieModel
{
    private readonly List<YamlMap> _datasets;
    private readonly List<YamlMap> _relationships;

    public OssieModel(YamlMap given)
    {
        Given = given;
        var made = FamilyReader.Expand(new KeyReader(given, "a semantic model", Name, new IssueList()), new SemanticModel { Name = Name });
        _datasets = made.Datasets.ConvertAll(d => d.Map);
        _relationships = made.Relationships.ConvertAll(r => r.Map);
    }

    public YamlMap Given { get; }

    public string Name => CatalogContent.NameOf(Given);

    public bool HasDatasets => _datasets.Count > 0;

    public IEnumerable<YamlMap> Elements(string key) => OssieShapes.Items(Given.Find(key)).OfType<YamlMap>();

    /// <param name="ownFiles">The metrics in files of their own that are told in this model.</param>
    /// <param name="aside">Models that Ossie has no form for.</param>
    public YamlMap Write(IEnumerable<YamlMap> ownFiles, IReadOnlyCollection<YamlMap> aside)
    {
        var templates = Elements("datasets").Except(_datasets).ToList();
        var unsaid = Elements("relationships").Where(r => !_relationships.Contains(r) || !HasColumns(r)).ToList();
        var model = new OssieElement(Given);
        model.Say("name", OssieShapes.Text);
        model.Say("description", OssieShapes.Text);
        model.SayContext();
        model.SayElements("datasets", _datasets.ConvertAll(d => Dataset(d, isMade: !Elements("datasets").Contains(d))));
        model.SayElements("relationships", _relationships.FindAll(HasColumns).ConvertAll(r => Relationship(r, isMade: !Elements("relationships").Contains(r))));
        model.SayElements("metrics", [.. Elements("metrics").Select(m => Metric(m, isOwnFile: false)), .. ownFiles.Select(m => Metric(m, isOwnFile: true))]);
        model.CarryElements(OwnExtension.Datasets, templates);
        model.CarryElements(OwnExtension.Relationships, unsaid);
        model.CarryElements(OwnExtension.Models, aside);
        return model.Done();
    }

    /// <summary>Whether the metric's number is what its expression says, and nothing else.</summary>
    public static bool IsSaidByItsExpression(YamlMap metric) =>
        metric.Find("type") is null or YamlScalar { IsNull: true } or YamlScalar { Text: "simple" }
        && metric.Find("expression") is not null
        && new[] { "filter", "dataset", "outliers", "index_to" }.All(key => metric.Find(key) is null or YamlScalar { IsNull: true });

    private YamlMap Dataset(YamlMap given, bool isMade)
    {
        var dataset = new OssieElement(given);
        dataset.Say("name", OssieShapes.Text);
        if (given.Find("source") is null && Supertype(given) is { } supertype)
        {
            dataset.Say("source", new OssieValue(supertype, IsWhole: false));
        }
        else
        {
            dataset.Say("source", OssieShapes.Text);
        }

        dataset.Say("primary_key", OssieShapes.Texts);
        dataset.Say("unique_keys", OssieShapes.ListsOfTexts);
        dataset.Say("description", OssieShapes.Text);
        dataset.SayContext();
        dataset.SayElements("fields", [.. OssieShapes.Items(given.Find("fields")).OfType<YamlMap>().Select(Field)]);
        return dataset.Done(isMade);
    }

    /// <summary>Where the rows of a kind without a source of its own lie; null where that is not told in this model.</summary>
    private YamlNode? Supertype(YamlMap kind)
    {
        var seen = new HashSet<YamlMap>();
        for (var next = kind; next is not null && seen.Add(next); next = _datasets.Find(d => CatalogContent.NameOf(d) == (next.Find("subtype_of") as YamlScalar)?.Text))
        {
            if (next.Find("source") is { } source)
            {
                return source;
            }
        }

        return null;
    }

    private static YamlMap Field(YamlMap given)
    {
        var field = new OssieElement(given);
        field.Say("name", OssieShapes.Text);
        var expression = given.Find("expression");
        field.Say("expression", expression is null or YamlScalar { IsNull: true }
            ? new OssieValue(OssieShapes.Portable(given, Column(CatalogContent.NameOf(given))), IsWhole: false)
            : OssieShapes.Expression(expression));
        field.Say("dimension", OssieShapes.Dimension);
        field.Say("label", OssieShapes.Text);
        field.Say("description", OssieShapes.Text);
        field.Say("datatype", OssieShapes.Datatype);
        field.SayContext();
        return field.Done();
    }

    private static YamlMap Relationship(YamlMap given, bool isMade)
    {
        var relationship = new OssieElement(given);
        relationship.Say("name", OssieShapes.Text);
        relationship.Say("from", OssieShapes.Text);
        relationship.Say("to", OssieShapes.Text);
        relationship.Say("from_columns", OssieShapes.Texts);
        relationship.Say("to_columns", OssieShapes.Texts);
        relationship.SayContext();
        return relationship.Done(isMade);
    }

    private static YamlMap Metric(YamlMap given, bool isOwnFile)
    {
        var metric = new OssieElement(given);
        metric.Say("name", OssieShapes.Text);
        metric.Say("expression", IsSaidByItsExpression(given)
            ? OssieShapes.Expression(given.Find("expression")!)
            : new OssieValue(OssieShapes.Portable(given, "NULL"), IsWhole: false));
        metric.Say("description", OssieShapes.Text);
        metric.Say("datatype", OssieShapes.Datatype);
        metric.SayContext();
        if (isOwnFile)
        {
            metric.Carry(OwnExtension.OwnFile, new YamlScalar(given.Source, given.Line, given.Column, "true", YamlStyle.Plain));
        }

        return metric.Done();
    }

    /// <summary>A way over a bridge has no columns of its own, and Ossie no form for it.</summary>
    private static bool HasColumns(YamlMap relationship) =>
        OssieShapes.Items(relationship.Find("from_columns")).Count > 0 && OssieShapes.Items(relationship.Find("to_columns")).Count > 0;

    private static string Column(string name) => Plain().IsMatch(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*\\z")]
    private static partial Regex Plain();
}
