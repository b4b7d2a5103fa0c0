using BiAssistant.Answers.Settings;

namespace BiAssistant.Answers.Importing;

/// <summary>Where an import comes from. An import of the same name must be of the same kind again.</summary>
/// <param name="Kind">What the verb calls it: <c>ossie</c>, <c>dbt</c>, <c>database</c>, <c>file</c>.</param>
/// <param name="Source">The source as a person knows it, without secrets.</param>
/// <param name="Warehouse">The connection under which the catalog can be asked at once; null when the import knows of none.</param>
public sealed record ImportOrigin(string Kind, string Source, NamedUrl? Warehouse = null);
