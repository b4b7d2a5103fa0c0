using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Where the rows of a model or source are: database and schema where they are known, and the table's name.</summary>
internal sealed record DbtPlace(string? Database, string? Schema, string Table)
{
    public Seq<string> Parts => new[] { Schema is null ? null : Database, Schema, Table }.OfType<string>().ToSeq();
}
