using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>The tables of models: where the manifest says that they are, else where their names and the options let one guess.</summary>
internal sealed class DbtSources(DbtProject project, DbtManifest? manifest, string? schema, DbtRemarks remarks)
{
    /// <summary>Engines whose tables are told apart by database too.</summary>
    private static readonly string[] ManyDatabases = ["snowflake", "bigquery", "databricks"];

    private readonly List<string> _guessed = [];

    /// <summary>The source of each semantic model; a model whose table nobody can tell is left out and said.</summary>
    public Seq<(DbtSemanticModel Model, string Source)> Find(Seq<DbtSemanticModel> models)
    {
        var found = models.Select(model => (model, Place: PlaceOf(model))).Where(pair => pair.Place is not null).Select(pair => (pair.model, Place: pair.Place!)).ToList();
        var databases = found.Select(pair => pair.Place.Database).OfType<string>().Distinct().Count();
        var withDatabase = databases > 1 || ManyDatabases.Contains(manifest?.Adapter);
        if (_guessed.Count > 0)
        {
            remarks.Guessed($"There is no compiled manifest that says in which tables the models are, so they are taken to be {Listed(_guessed)}. Run 'dbt compile' and import again, or say --schema NAME.");
        }

        return found.Select(pair => (pair.model, string.Join('.', (withDatabase ? pair.Place : pair.Place with { Database = null }).Parts.Select(Quoted)))).ToSeq();
    }

    private DbtPlace? PlaceOf(DbtSemanticModel model)
    {
        if (model.Place is { } compiled)
        {
            return compiled;
        }

        switch (model.Reference)
        {
            case null:
                remarks.LookFirst($"The semantic model '{model.Name}' is left out: '{model.Model}' names no model, as in ref('orders').", model.At);
                return null;
            case { Source: { } source, Name: var table }:
                if (manifest?.Source(source, table) is null && !project.Sources.ContainsKey($"{source}.{table}"))
                {
                    remarks.LookFirst($"The semantic model '{model.Name}' is left out: there is no source '{source}.{table}'.", model.At);
                    return null;
                }

                return manifest?.Source(source, table) ?? project.Sources[$"{source}.{table}"];
            case { Name: var name } reference:
                return manifest?.Model(name, reference.Version) ?? Guess(reference, project.Model(reference));
        }
    }

    private DbtPlace Guess(DbtReference reference, DbtModel? model)
    {
        var version = reference.Version ?? model?.LatestVersion;
        var name = version is null ? reference.Name : $"{reference.Name}_v{version}";
        var own = Known(model?.Schema);
        var place = new DbtPlace(schema is null && own is null ? null : Known(model?.Database), schema is null ? own : own is null ? schema : $"{schema}_{own}", Known(model?.Alias) ?? name);
        _guessed.Add(string.Join('.', place.Parts));
        return place;
    }

    private static string? Known(string? text) => text is null || DbtTemplates.IsOpen(text) ? null : text;

    private static string Quoted(string part) => part.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') ? part : $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Listed(List<string> names) => names.Count <= 5 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(4))} and {names.Count - 4} more";
}
