using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Checks;

/// <summary>A text that passed the gate: one read-only SELECT over allowed tables, columns and functions. Only the validator makes one, and a warehouse accepts nothing else.</summary>
public sealed class ValidatedSql
{
    internal ValidatedSql(CompiledSql sql) => Sql = sql;

    public CompiledSql Sql { get; }
}
