using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What a draft is called and how its source behaves.</summary>
/// <param name="Name">The import's name, which is the model's too.</param>
/// <param name="Warehouse">The connection's name in the model.</param>
/// <param name="Dialect">The engine's dialect.</param>
/// <param name="Scope">What was asked for: a table that a pattern names is never left out as unimportant.</param>
public sealed record DraftOptions(string Name, string Warehouse, SqlDialect Dialect, SchemaScope Scope)
{
    /// <summary>Whether the engine refuses rows that break a declared key or link, so that such a claim need not be put to the data.</summary>
    internal bool EnforcesKeys => Dialect != SqlDialects.Sqlite && Dialect != SqlDialects.Snowflake && Dialect != SqlDialects.BigQuery;

    /// <summary>Whether columns hold whatever was put into them, whatever type is declared.</summary>
    internal bool TypesAreHints => Dialect == SqlDialects.Sqlite;
}
