using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Tests.Warehouses.Resilience;

/// <summary>A warehouse that does what its script says: faults in their order, and rows when there are no more.</summary>
internal sealed class ScriptedWarehouse(string name) : IWarehouse
{
    public static readonly ResultTable Rows = new([new ResultColumn("n", SqlType.BigInteger)], [[1L]], Truncated: false);

    public static readonly ValidatedSql Sql = new(new CompiledSql(SqlDialects.DuckDb, "SELECT 1 AS n", [], new SqlSelect([], null)));

    public Queue<Func<QueryLimits, Task<ResultTable>>> Script { get; } = new();

    /// <summary>The limits of each query that came.</summary>
    public List<QueryLimits> Asked { get; } = [];

    public string Name => name;

    public SqlDialect Dialect => SqlDialects.DuckDb;

    public ScriptedWarehouse Fails(FaultCause cause, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Script.Enqueue(_ => Task.FromException<ResultTable>(new WarehouseFault(name, cause)));
        }

        return this;
    }

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken)
    {
        Asked.Add(limits);
        cancellationToken.ThrowIfCancellationRequested();
        return Script.TryDequeue(out var next) ? next(limits) : Task.FromResult(Rows);
    }

    public async Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await QueryAsync(Sql, QueryLimits.Default with { Timeout = timeout }, cancellationToken);
        return new QueryEstimate([], null);
    }

    public async Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken)
    {
        await QueryAsync(Sql, QueryLimits.Default, cancellationToken);
        return tables.Select(table => new TableVersion(table, "1")).ToSeq();
    }

    public async Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await QueryAsync(Sql, QueryLimits.Default with { Timeout = timeout }, cancellationToken);
        return new DatabaseSchema([]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
