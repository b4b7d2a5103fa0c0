using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Warehouses;

namespace BiAssistant.Benchmarks;

/// <summary>
/// What asking the engine for an estimate adds to a query that is not in the cache, beside the query itself: over the demo company's files, and over a PostgreSQL server that
/// holds its tables where BIASSISTANT_BENCHMARK_POSTGRES names one.
/// </summary>
internal static class EstimateFigures
{
    private const int Runs = 1_000;
    private static readonly TimeSpan LongestLoop = TimeSpan.FromSeconds(10);

    public static async Task PrintAsync(TextWriter output)
    {
        await using var workspace = Demo.Open();
        foreach (var name in workspace.Warehouses.Names)
        {
            await PrintAsync(workspace, workspace.Warehouses.Find(name).Value ?? throw new InvalidOperationException(name), output);
        }

        if (Environment.GetEnvironmentVariable("BIASSISTANT_BENCHMARK_POSTGRES") is { Length: > 0 } url)
        {
            await using var server = Engines.Open("operations", WarehouseUrl.Parse(url, ".").Value ?? throw new InvalidOperationException("BIASSISTANT_BENCHMARK_POSTGRES is no URL."), TimeProvider.System);
            await PrintAsync(workspace, server, output);
        }
    }

    private static async Task PrintAsync(BiAssistant.Answers.Workspace workspace, IWarehouse warehouse, TextWriter output)
    {
        var binder = new Binder(workspace.Catalog);
        var compiler = new QueryCompiler(
            workspace.Catalog,
            name => name == warehouse.Name ? Outcome<WarehouseDialect>.Of(new WarehouseDialect(name, warehouse.Dialect)) : Demo.DialectOf(name),
            TimeProvider.System);
        var texts = Demo.Queries.Where(q => binder.Bind(q, Demo.Today).Value is { Facts.NeedsExtents: false })
            .SelectMany(q => compiler.Compile(q, Demo.Today).Ready?.Plan.Fragments.Where(f => f.Warehouse == warehouse.Name) ?? [])
            .Select(f => f.Sql)
            .ToList();
        Measured.Of(texts.Count, LongestLoop, i => Estimate(warehouse, texts[i]));
        var estimated = Measured.Of(Runs, LongestLoop, i => Estimate(warehouse, texts[i % texts.Count]));
        var run = Measured.Of(Runs, LongestLoop, i => warehouse.QueryAsync(texts[i % texts.Count], QueryLimits.Default, CancellationToken.None).GetAwaiter().GetResult());
        await output.WriteLineAsync($"{warehouse.Dialect.Name}, {texts.Count} queries: estimated {estimated}; run {run}");
    }

    private static QueryEstimate Estimate(IWarehouse warehouse, ValidatedSql sql) =>
        warehouse.EstimateAsync(sql, QueryLimits.Default.Timeout, CancellationToken.None).GetAwaiter().GetResult();
}
