using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>
/// An engine with the table <c>facts</c> (id, truth, whole, amount, ratio, word, day, moment; three rows, the last with nulls but for its id), and what differs in how one speaks to it.
/// </summary>
public abstract class WarehouseUnderTest : IAsyncLifetime
{
    public abstract SqlDialect Dialect { get; }

    /// <summary>A query that runs for minutes.</summary>
    public abstract string Slow { get; }

    /// <summary>A query of one column <c>n</c> with the numbers from 1 to the given count.</summary>
    public abstract string Numbers(int count);

    /// <summary>Whether amounts are exact decimals in this engine.</summary>
    public virtual bool ExactDecimals => true;

    /// <summary>Statements that would change something, if they ran.</summary>
    public virtual Seq<string> Writes =>
        ["DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9)", "CREATE TABLE more (id INTEGER)", "DROP TABLE facts", "SELECT 1; DELETE FROM facts"];

    /// <summary>Has the engine look at a table again, so that its plans know how many rows it has.</summary>
    public virtual string Analyze(string table) => $"ANALYZE {table}";

    public abstract string Parameter(string name);

    public abstract IWarehouse Open(string name);

    /// <summary>A database of its own, made by a script.</summary>
    public abstract Task<IWarehouse> MadeByAsync(string script);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>A text as if it had passed the gate. <c>{name}</c> stands for a parameter.</summary>
    public ValidatedSql Sql(string text, params ReadOnlySpan<(string Name, SqlLiteral Value)> arguments)
    {
        var all = new List<SqlArgument>();
        foreach (var (name, value) in arguments)
        {
            text = text.Replace($"{{{name}}}", Parameter(name), StringComparison.Ordinal);
            all.Add(new SqlArgument(name, value));
        }

        return new ValidatedSql(new CompiledSql(Dialect, text, all.ToSeq(), new SqlSelect([], null)));
    }
}
