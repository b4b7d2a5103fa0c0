using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A project as both published forms say it, in one form; what is said twice under one name is in none of the lists, because nobody could tell which is meant.</summary>
internal sealed record DbtProject
{
    public Seq<DbtModel> Models { get; init; }

    /// <summary>Tables of sources, by <c>source.table</c>.</summary>
    public IReadOnlyDictionary<string, DbtPlace> Sources { get; init; } = new Dictionary<string, DbtPlace>();

    public Seq<DbtSemanticModel> SemanticModels { get; init; }

    public Seq<DbtMetric> Metrics { get; init; }

    public DbtModel? Model(DbtReference? reference) => reference is { Source: null, Name: var name } ? Models.FirstOrDefault(model => model.Name == name) : null;
}
