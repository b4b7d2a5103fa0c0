using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Ossie;

/// <summary>Makes a draft of an Ossie document: it loads as it is, so the draft is its text, and the remarks are what loading says of it.</summary>
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
            return Outcome<ImportDraft>.Failed(loaded.Issues);
        }

        var file = new DraftFile($"semantic-models/{name}.yml", document.Text.EndsWith('\n') ? document.Text : document.Text + "\n");
        return Outcome<ImportDraft>.Of(new ImportDraft(name, [file], [.. loaded.Issues.Select(Remark), .. loaded.Catalog.Models.Select(Done)]));
    }

    private static ImportRemark Remark(Issue issue) =>
        new(issue.Severity == IssueSeverity.Warning ? RemarkKind.LeftOut : RemarkKind.LookFirst, issue.Message, issue.At?.ToString());

    private static ImportRemark Done(Catalogs.SemanticModel model) =>
        new(RemarkKind.Done, $"The model '{model.Name}' has {model.Datasets.Count} datasets and {model.Relationships.Count} relationships.");
}
