using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers.Costs;

/// <summary>A real warehouse whose engine is said to hold far more than it does, and that remembers what ran.</summary>
internal sealed class EstimatingWarehouse(IWarehouse real, Func<ValidatedSql, QueryEstimate> estimate) : IWarehouse
{
    private readonly Lock _lock = new();
    private readonly List<string> _ran = [];

    public string Name => real.Name;

    public SqlDialect Dialect => real.Dialect;

    /// <summary>The texts that ran, in order.</summary>
    public IReadOnlyList<string> Ran
    {
        get
        {
            lock (_lock)
            {
                return [.. _ran];
            }
        }
    }

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _ran.Add(sql.Sql.Text);
        }

        return real.QueryAsync(sql, limits, cancellationToken);
    }

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(estimate(sql));

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) => real.VersionsAsync(tables, cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) => real.SchemaAsync(scope, timeout, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
