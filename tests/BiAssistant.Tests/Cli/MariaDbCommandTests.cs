using System.Text.Json;
using BiAssistant.Tests.Answers;
using BiAssistant.Tests.MariaDb;

namespace BiAssistant.Tests.Cli;

public sealed class MariaDbCommandTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [MariaDbFact]
    public async Task A_database_of_MariaDB_is_asked_imported_and_checked()
    {
        var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            CREATE TABLE stores (store_id INTEGER PRIMARY KEY, name VARCHAR(40), region VARCHAR(40), kind VARCHAR(4));
            INSERT INTO stores VALUES (1, 'Main Street', 'North', 'K'), (2, 'Main Street', 'South', 'K'), (3, 'Harbour', 'South', 'S'), (4, 'Old Mill', 'North', 'S');
            CREATE TABLE sales (sale_id INTEGER PRIMARY KEY, store_id INTEGER, sold_on DATE, amount DECIMAL(12, 2), cost DECIMAL(12, 2), FOREIGN KEY (store_id) REFERENCES stores (store_id));
            INSERT INTO sales VALUES (1, 1, '2024-01-10', 100.10, 60.00), (2, 1, '2024-02-10', 200.20, 100.00), (3, 3, '2024-03-05', 400.00, 300.00), (4, 3, '2023-12-31', 1000.00, 900.00);
            """);
        var url = database.UrlOf("mysql");

        var asked = await Run.OfAsync(
            _shop.Folder,
            "",
            "ask", "turnover by region in 2024", "--json", "--catalog", "catalog", "--state", _shop.State, "--now", "2024-03-31", "--warehouse", $"sales={url}", "--warehouse", "visits=sqlite:visits.sqlite");
        var imported = await Run.OfAsync(_shop.Folder, "", "import", "database", $"shop={url}", "--catalog", "drafted");
        var check = await Run.OfAsync(_shop.Folder, "", "check", "--catalog", "drafted", "--warehouse", $"shop={url}", "--against-data", "--state", _shop.State);

        asked.Code.ShouldBe(0, asked.Output + asked.Error);
        using var answer = JsonDocument.Parse(asked.Output);
        answer.RootElement.GetProperty("rows").GetRawText().ShouldBe("""[["South",400],["North",300.3]]""");
        answer.RootElement.GetProperty("sql")[0].GetProperty("dialect").GetString().ShouldBe("mariadb");
        imported.Code.ShouldBe(0, imported.Output + imported.Error);
        Directory.GetFiles(_shop.File("drafted"), "*.yml", SearchOption.AllDirectories).Select(File.ReadAllText).ShouldContain(text => text.Contains("sold_on", StringComparison.Ordinal));
        check.Code.ShouldBe(0, check.Output + check.Error);
    }
}
