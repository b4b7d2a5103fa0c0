using System.Collections.Concurrent;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers;

/// <summary>A warehouse that keeps what it was asked.</summary>
internal sealed class HeardWarehouse(IWarehouse real) : IWarehouse
{
    private readonly ConcurrentQueue<CompiledSql> _heard = [];

    public IReadOnlyCollection<CompiledSql> Heard => _heard;

    public string Name => real.Name;

    public SqlDialect Dialect => real.Dialect;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken)
    {
        _heard.Enqueue(sql.Sql);
        return real.QueryAsync(sql, limits, cancellationToken);
    }

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) => real.EstimateAsync(sql, timeout, cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) => real.VersionsAsync(tables, cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) => real.SchemaAsync(scope, timeout, cancellationToken);

    public ValueTask DisposeAsync() => real.DisposeAsync();
}
