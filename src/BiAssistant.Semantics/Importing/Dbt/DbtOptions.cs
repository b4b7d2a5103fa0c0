using BiAssistant.Sql.Dialects;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What a person says of an import of a dbt project beside the project itself.</summary>
public sealed record DbtOptions
{
    /// <summary>The import's name; null means the project's own.</summary>
    public string? Name { get; init; }

    /// <summary>The schema in which models are built, such as <c>analytics</c>; null where tables need none, or where the project's manifest says it.</summary>
    public string? Schema { get; init; }

    /// <summary>The SQL that the project's expressions are written in; null means that of the manifest's adapter, else portable SQL.</summary>
    public SqlDialect? Dialect { get; init; }
}
