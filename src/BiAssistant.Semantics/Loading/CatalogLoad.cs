using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>What became of the texts: the catalog of everything that could be read, and every issue at once.</summary>
public sealed record CatalogLoad(Catalog Catalog, Seq<Issue> Issues)
{
    /// <summary>Where what is claimed of the data is written.</summary>
    public Places Places { get; init; } = new();

    /// <summary>The texts that were read, for those that keep them.</summary>
    public Seq<CatalogText> Texts { get; init; }

    /// <summary>Whether a part of the catalog is missing or wrong; warnings and notes do not count.</summary>
    public bool HasErrors => Issues.Any(i => i.Severity == IssueSeverity.Error);
}
