using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>The texts of a dbt project; each is named by its path in the project's folder.</summary>
/// <param name="Folder">What the project's folder is called, where it does not name itself.</param>
/// <param name="Project">What <c>dbt_project.yml</c> says.</param>
/// <param name="Properties">Its YAML files.</param>
public sealed record DbtSource(string Folder, DbtProjectFile Project, Seq<CatalogText> Properties)
{
    /// <summary>Its Markdown files, which may hold the texts of descriptions.</summary>
    public Seq<CatalogText> Docs { get; init; }

    /// <summary>Where <c>target/manifest.json</c> says that models and sources are; null when there is none.</summary>
    public DbtManifest? Manifest { get; init; }

    /// <summary><c>target/semantic_manifest.json</c>; null when there is none.</summary>
    public CatalogText? SemanticManifest { get; init; }

    /// <summary>What could not be read of it.</summary>
    public Seq<Issue> Issues { get; init; }
}
