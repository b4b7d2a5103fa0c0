using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Warehouses.DuckDb;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Merge;

/// <summary>Rows under the name by which a merge query reads them.</summary>
public sealed record NamedResult(string Name, ResultTable Rows);

/// <summary>
/// The embedded engine in which rows from different warehouses meet: a database in memory for each query, which knows the given rows and nothing else.
/// </summary>
public sealed class MergeEngine(int concurrency = 4) : IAsyncDisposable
{
    /// <summary>What faults of the merge call the engine.</summary>
    public const string Name = "merge";

    private readonly QueryGate gate = new(Name, concurrency);

    /// <summary>Runs a query in the DuckDB dialect over the given rows. The result is truncated also when some of its rows were.</summary>
    public Task<ResultTable> RunAsync(ValidatedSql sql, Seq<NamedResult> inputs, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(limits, stop => Run(sql, inputs, limits, stop), cancellationToken);

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    private static ResultTable Run(ValidatedSql sql, Seq<NamedResult> inputs, QueryLimits limits, CancellationToken stop)
    {
        try
        {
            using var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { Sealed = true, Threads = 2 }.ToString());
            connection.Open();
            foreach (var input in inputs)
            {
                MergeTable.Load(connection, input, stop);
            }

            var rows = DuckDbRows.Read(Name, connection, sql.Sql, limits.MaxRows, stop);
            return rows with { Truncated = rows.Truncated || inputs.Any(input => input.Rows.Truncated) };
        }
        catch (DuckDbException error)
        {
            throw new WarehouseFault(Name, new NotMergeable(), error);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new WarehouseFault(Name, new MergeLibraryMissing(), error);
        }
    }
}
