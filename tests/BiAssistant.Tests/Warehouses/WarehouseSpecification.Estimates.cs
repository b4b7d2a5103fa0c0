using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>What the plan of a query would read.</summary>
public abstract partial class WarehouseSpecification
{
    private const int Sales = 20_000;

    /// <summary>Far beyond what an estimate takes on a busy machine, and far below what the slow query would.</summary>
    private static readonly TimeSpan ForAnEstimate = TimeSpan.FromSeconds(30);

    [WarehouseFact]
    public async Task A_condition_does_not_make_a_scan_read_less_than_its_table()
    {
        await using var made = await MadeSalesAsync();

        var estimate = await EstimateAsync(made, "SELECT COUNT(*) AS k FROM sale AS anything WHERE n > {least}", ("least", new SqlNumber(19_990)));

        var scan = estimate.Scans.ShouldHaveSingleItem();
        scan.Table.ShouldBe(["sale"]);
        scan.Rows.ShouldNotBeNull().ShouldBeInRange((long)(Sales * 0.9), (long)(Sales * 1.1));
        (scan.Bytes ?? Sales).ShouldBeGreaterThanOrEqualTo(Sales);
    }

    [WarehouseFact]
    public async Task A_table_that_is_read_twice_counts_twice_and_a_view_is_the_tables_behind_it()
    {
        await using var made = await MadeSalesAsync();

        var twice = await EstimateAsync(made, "SELECT COUNT(*) AS k FROM sale a JOIN sale b ON a.n = b.n");
        var behind = await EstimateAsync(made, "SELECT SUM(n) AS total FROM recent");

        twice.Scans.ShouldHaveSingleItem().Rows.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo((long)(2 * Sales * 0.9));
        behind.Scans.ShouldHaveSingleItem().Table.ShouldBe(["sale"]);
    }

    [WarehouseFact]
    public async Task A_query_that_would_run_for_minutes_is_estimated_without_being_run() =>
        (await warehouse.EstimateAsync(subject.Sql(subject.Slow), ForAnEstimate, default)).Scans.ShouldBeEmpty();

    [WarehouseFact]
    public async Task A_query_without_a_table_reads_none() => (await EstimateAsync(warehouse, "SELECT 1 AS one")).Scans.ShouldBeEmpty();

    [WarehouseFact]
    public async Task A_statement_that_would_write_is_not_estimated_and_does_not_write()
    {
        foreach (var write in (IEnumerable<string>)["DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9)", "SELECT 1; DELETE FROM facts"])
        {
            (await Should.ThrowAsync<WarehouseFault>(EstimateAsync(warehouse, write), write)).Kind.ShouldBe(WarehouseFaultKind.Rejected, write);
        }

        (await Ask("SELECT COUNT(*) AS n, SUM(whole) AS total FROM facts")).Rows[0].ShouldBe([3L, 9_000_000_005L]);
    }

    [WarehouseFact]
    public async Task An_estimate_of_a_missing_table_names_it_and_one_that_nobody_waits_for_any_more_stops()
    {
        (await Should.ThrowAsync<WarehouseFault>(EstimateAsync(warehouse, "SELECT id FROM nowhere"))).Message.ShouldContain("nowhere");

        await Should.ThrowAsync<OperationCanceledException>(warehouse.EstimateAsync(subject.Sql("SELECT id FROM facts"), ForAnEstimate, new CancellationToken(canceled: true)));
        (await EstimateAsync(warehouse, "SELECT id FROM facts")).Scans.ShouldHaveSingleItem().Table.ShouldBe(["facts"]);
    }

    protected Task<QueryEstimate> EstimateAsync(IWarehouse of, string text, params ReadOnlySpan<(string Name, SqlLiteral Value)> arguments) =>
        of.EstimateAsync(subject.Sql(text, arguments), ForAnEstimate, default);

    private Task<IWarehouse> MadeSalesAsync() => subject.MadeByAsync(
        $"""
        CREATE TABLE sale AS {subject.Numbers(Sales)};
        CREATE VIEW recent AS SELECT n FROM sale WHERE n > 15000;
        {subject.Analyze("sale")};
        """);
}
