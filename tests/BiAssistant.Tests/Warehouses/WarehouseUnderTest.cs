using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
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

    /// <summary>How many columns a very wide table of this engine has.</summary>
    public virtual int ManyColumns => 1_200;

    /// <summary>Statements that would change something, if they ran.</summary>
    public virtual Seq<string> Writes =>
        ["DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9)", "CREATE TABLE more (id INTEGER)", "DROP TABLE facts", "SELECT 1; DELETE FROM facts"];

    /// <summary>Statements that would change something in a session that may write, one each; they go to the engine past everything but the session.</summary>
    public virtual Seq<string> BareWrites => Writes.Where(write => !write.Contains(';', StringComparison.Ordinal)).ToSeq();

    /// <summary>What follows SELECT, the cell that it becomes and the kind of its column.</summary>
    public virtual Seq<(string Text, object? Cell, SqlTypeKind Kind)> Typed => [("'plain'", "plain", SqlTypeKind.Text), ("''", "", SqlTypeKind.Text)];

    /// <summary>What follows SELECT and has no honest cell, and words of the fault.</summary>
    public virtual Seq<(string Text, string Words)> Refused => [("x'00ff'", "binary data")];

    /// <summary>Ten thousand million rows that come one after the other.</summary>
    public virtual string Endless => $"SELECT a.n FROM ({Numbers(100_000)}) a CROSS JOIN ({Numbers(100_000)}) b";

    /// <summary>Has the engine look at a table again, so that its plans know how many rows it has.</summary>
    public virtual string Analyze(string table) => $"ANALYZE {table}";

    public abstract string Parameter(string name);

    public abstract IWarehouse Open(string name);

    /// <summary>A database of its own, made by a script.</summary>
    public abstract Task<IWarehouse> MadeByAsync(string script);

    /// <summary>The cell that a text of a query becomes.</summary>
    public virtual object AsRead(string text) => text;

    /// <summary>Runs a statement in a session as the warehouse opens them, past all else that keeps a warehouse from writing.</summary>
    public virtual async Task RunBareAsync(string statement)
    {
        await using var warehouse = Open("bare");
        await warehouse.QueryAsync(Sql(statement), QueryLimits.Default, default);
    }

    /// <summary>Runs a statement in a session that may write, and leaves no trace.</summary>
    public virtual Task RunFreelyAsync(string statement) => Task.CompletedTask;

    /// <summary>What somebody else sees of all that could have been changed.</summary>
    public virtual async Task<string> StateAsync()
    {
        await using var warehouse = Open("state");
        var facts = await warehouse.QueryAsync(Sql("SELECT id, truth, whole, amount, ratio, word, day, moment FROM facts ORDER BY id"), QueryLimits.Default, default);
        var schema = await warehouse.SchemaAsync(SchemaScope.All, QueryLimits.Default.Timeout, default);
        return string.Join('\n', [.. facts.Rows.Select(row => row.ToString()), .. schema.Tables.Select(table => $"{string.Join('.', table.Name)} {table.Columns}")]);
    }

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
