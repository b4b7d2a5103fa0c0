using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Warehouses.DuckDb;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Merge;

/// <summary>Rows under the name by which a merge query reads them.</summary>
public sealed record NamedResult(string Name, ResultTable Rows);

/// <summary>
/// The embedded engine in which rows from different warehouses meet: a database in memory for each query, which knows the given rows and nothing else. All of them together take no more
/// than the queries of one file.
/// </summary>
/// <param name="concurrency">How many run at once.</param>
/// <param name="limits">What each may take; an equal part of the usual bounds where nothing is said.</param>
public sealed class MergeEngine(int concurrency = 4, DuckDbLimits? limits = null) : IAsyncDisposable
{
    /// <summary>What faults of the merge call the engine.</summary>
    public const string Name = "merge";

    private const int Threads = 2;

    private readonly QueryGate gate = new(Name, concurrency);
    private readonly DuckDbLimits bounds = limits ?? DuckDbLimits.OneOf(concurrency);

    /// <summary>Runs a query in the DuckDB dialect over the given rows. The result is truncated also when some of its rows were.</summary>
    public Task<ResultTable> RunAsync(ValidatedSql sql, Seq<NamedResult> inputs, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(limits, stop => Run(sql, inputs, limits, stop), cancellationToken);

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    private ResultTable Run(ValidatedSql sql, Seq<NamedResult> inputs, QueryLimits limits, CancellationToken stop)
    {
        try
        {
            using var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForMerging(bounds, Threads).ToString());
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
            throw new WarehouseFault(Name, error.Kind == DuckDbErrorKind.OutOfMemory ? new MergeMemoryFull() : new NotMergeable(), error);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new WarehouseFault(Name, new MergeLibraryMissing(), error);
        }
    }
}
