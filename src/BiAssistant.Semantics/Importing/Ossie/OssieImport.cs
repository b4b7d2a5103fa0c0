using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Ossie;

/// <summary>Makes a draft of an Ossie document: it loads as it is, so the draft is its text, and the remarks say what of it is of no use here.</summary>
public static class OssieImport
{
    /// <param name="document">The document, named as its person knows it.</param>
    /// <param name="name">The import's name, which is also that of its file.</param>
    public static Outcome<ImportDraft> Read(CatalogText document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        var issues = new IssueList();
        var roots = new YamlReader(new YamlSource(document.Name, document.Text), issues).Read();
        if (roots.Count == 0 && !issues.InOrder().IsEmpty)
        {
            return Outcome<ImportDraft>.Failed(issues.InOrder());
        }

        var loaded = CatalogLoader.Load([document]);
        if (!roots.Exists(root => root is YamlMap map && map.Find("semantic_model") is not null))
        {
            return Outcome<ImportDraft>.Failed(loaded.Issues.FirstOrDefault(i => i.Code == "ontology_document")
                ?? new Issue("not_ossie", $"{document.Name} is no Ossie document: it has no semantic_model.") { At = roots.Count == 0 ? null : roots[0].At });
        }

        if (loaded.HasErrors)
        {
            return Outcome<ImportDraft>.Failed(loaded.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq());
        }

        var file = new DraftFile($"semantic-models/{name}.yml", document.Text.EndsWith('\n') ? document.Text : document.Text + "\n");
        return Outcome<ImportDraft>.Of(new ImportDraft(name, [file], [.. loaded.Issues.Select(Remark), .. Unusable(loaded.Catalog), .. Vendors(loaded.Catalog), .. loaded.Catalog.Models.Select(Done)]));
    }

    private static ImportRemark Remark(Issue issue) =>
        new(issue.Severity == IssueSeverity.Warning ? RemarkKind.LeftOut : RemarkKind.LookFirst, issue.Message, issue.At?.ToString());

    /// <summary>What is kept and cannot be asked for.</summary>
    private static IEnumerable<ImportRemark> Unusable(Catalog catalog)
    {
        var elements = catalog.Datasets.Select(d => (What: $"dataset '{d.Name}'", Why: d.Unsupported))
            .Concat(catalog.Datasets.SelectMany(d => d.Fields.Select(f => (What: $"field '{f.Name}' of '{d.Name}'", Why: f.Unsupported))))
            .Concat(catalog.Relationships.Select(r => (What: $"relationship '{r.Name}'", Why: r.Unsupported)))
            .Concat(catalog.Metrics.Select(m => (What: $"metric '{m.Name}'", Why: m.Unsupported)));
        return elements.Where(e => e.Why is not null).Select(e => new ImportRemark(RemarkKind.LeftOut, $"The {e.What} is kept and cannot be asked for: {e.Why}."));
    }

    private static IEnumerable<ImportRemark> Vendors(Catalog catalog) =>
        catalog.Models.SelectMany(m => m.CustomExtensions)
            .Concat(catalog.Datasets.SelectMany(d => d.CustomExtensions.Concat(d.Fields.SelectMany(f => f.CustomExtensions))))
            .Concat(catalog.Relationships.SelectMany(r => r.CustomExtensions))
            .Concat(catalog.Metrics.SelectMany(m => m.CustomExtensions))
            .Where(e => e.Vendor != OwnExtension.Vendor)
            .GroupBy(e => e.Vendor)
            .OrderBy(vendor => vendor.Key, StringComparer.Ordinal)
            .Select(vendor => new ImportRemark(RemarkKind.LeftOut, $"{Count(vendor.Count(), "extension")} of {vendor.Key} {(vendor.Count() == 1 ? "is" : "are")} kept and not interpreted."));

    private static ImportRemark Done(SemanticModel model) =>
        new(RemarkKind.Done, $"The model '{model.Name}' has {Count(model.Datasets.Count, "dataset")} and {Count(model.Relationships.Count, "relationship")}.");

    private static string Count(int count, string what) => count switch
    {
        0 => $"no {what}s",
        1 => $"1 {what}",
        _ => $"{count} {what}s",
    };
}
