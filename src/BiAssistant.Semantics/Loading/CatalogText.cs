namespace BiAssistant.Semantics.Loading;

/// <summary>One YAML text of a catalog and the name by which people know it, such as its file's path.</summary>
public sealed record CatalogText(string Name, string Text);
