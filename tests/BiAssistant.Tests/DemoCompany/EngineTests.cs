using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.Tests.Postgres;
using Npgsql;

namespace BiAssistant.Tests.DemoCompany;

public sealed class EngineTests(SwappedDemoFolder swapped) : IClassFixture<SwappedDemoFolder>
{
    [Fact]
    public void Either_engine_holds_the_same_rows()
    {
        using var folder = new TemporaryFolder();
        var usual = DemoWarehouses.EnsureCreated(folder.Path, DemoFolder.Seed, SwappedDemoFolder.Rows);

        DemoFolder.ContentHash(swapped.Files).ShouldBe(DemoFolder.ContentHash(usual));
    }

    [PostgresFact]
    public async Task PostgreSQL_holds_the_same_rows()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database.Place);
        using (var operations = new PostgresTables(await source.OpenConnectionAsync()))
        using (var feedback = new PostgresTables(await source.OpenConnectionAsync()))
        {
            DemoWarehouses.Write(CompanySize.Clusters(DemoFolder.Seed, SwappedDemoFolder.Rows), operations, feedback);
        }

        await using var connection = await source.OpenConnectionAsync();
        var tables = WarehouseFile.Tables(swapped.Files.Operations).Concat(WarehouseFile.Tables(swapped.Files.Feedback));
        DemoContent.Hash(tables.Select(table => new TableContent(table, Columns(table), WarehouseFile.Query(connection, $"SELECT * FROM {table}"))))
            .ShouldBe(DemoFolder.ContentHash(swapped.Files));

        IReadOnlyList<string> Columns(string table) =>
            [.. WarehouseFile.Query(connection, $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position").Select(row => (string)row[0]!)];
    }
}
