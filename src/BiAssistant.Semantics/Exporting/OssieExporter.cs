using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Exporting;

/// <summary>A catalog as another tool takes it: the text of one document.</summary>
public sealed record ExportedCatalog(string Text);

/// <summary>
/// Writes a catalog as one strict Apache Ossie document. Whatever Ossie has no key or no shape for is carried in a custom extension of ours, so that reading
/// the document gives an equal catalog. Equal texts give equal documents.
/// </summary>
public static class OssieExporter
{
    /// <summary>The document, with a warning for each thing that changes numbers and that other tools will not see; a catalog with errors is not written.</summary>
    public static Outcome<ExportedCatalog> Export(IEnumerable<CatalogText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = texts.ToList();
        var loaded = CatalogLoader.Load(all);
        if (loaded.HasErrors)
        {
            return Outcome<ExportedCatalog>.Failed(loaded.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq());
        }

        var content = CatalogContent.Read(all);
        var models = content.Models.Select(m => new OssieModel(m)).ToList();
        var whole = models.FindAll(m => m.HasDatasets);
        if (whole.Count == 0)
        {
            return Outcome<ExportedCatalog>.Failed(new Issue("nothing_to_export", "Ossie describes datasets, and this catalog has none."));
        }

        var homes = new MetricHomes(loaded.Catalog, whole.ConvertAll(m => m.Name));
        var ownFiles = content.Metrics.ToLookup(m => homes.Of(CatalogContent.NameOf(m)));
        var aside = models.FindAll(m => !m.HasDatasets).ConvertAll(m => m.Given);
        var document = new YamlMap(whole[0].Given.Source, 1, 1);
        document.Pairs.Add(new YamlPair(OssieShapes.Scalar(document, "version"), OssieShapes.Scalar(document, DocumentReader.KnownVersion)));
        document.Pairs.Add(new YamlPair(
            OssieShapes.Scalar(document, "semantic_model"),
            OssieShapes.List(document, whole.Select((model, i) => model.Write(ownFiles[model.Name], i == 0 ? aside : [])))));
        return Outcome<ExportedCatalog>.Of(new ExportedCatalog(YamlTextWriter.Write(document)), Unsaid(whole, content.Metrics));
    }

    private static Seq<Issue> Unsaid(List<OssieModel> models, IReadOnlyList<YamlMap> metrics)
    {
        var datasets = models.SelectMany(m => m.Elements("datasets")).ToList();
        var fields = datasets.SelectMany(d => OssieShapes.Items(d.Find("fields")).OfType<YamlMap>());
        return new[]
        {
            Warning("the row rules", datasets.Where(d => d.Find("row_access") is not null)),
            Warning("the filter", datasets.Where(d => d.Find("filter") is not null)),
            Warning("the scale", fields.Where(f => f.Find("scale") is not null)),
            Warning("the definition", models.SelectMany(m => m.Elements("metrics")).Concat(metrics).Where(m => !OssieModel.IsSaidByItsExpression(m))),
        }.OfType<Issue>().ToSeq();
    }

    private static Issue? Warning(string what, IEnumerable<YamlMap> elements)
    {
        var names = elements.Select(CatalogContent.NameOf).Distinct().Order(StringComparer.Ordinal).ToList();
        var shown = names.Count > 8 ? $"{string.Join(", ", names.Take(8))} and {names.Count - 8} more" : string.Join(", ", names);
        return names.Count == 0 ? null
            : new Issue("not_in_ossie", $"Ossie has no words for {what} of {shown}; tools that do not read the extension {OwnExtension.Vendor} will not see it.") { Severity = IssueSeverity.Warning };
    }
}
