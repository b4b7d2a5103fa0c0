using System.Text;
using System.Text.Json.Nodes;
using BiAssistant.DuckDb;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

/// <summary>Files as a company has them are imported, and questions asked at once have the numbers that the files hold.</summary>
public sealed class ImportFileTests : IDisposable
{
    private const string Products =
        """
        product_id,name,category,list_price
        P-01,"Lamp, tall",Light,"$1,200.50"
        P-02,Desk,Furniture,$300.00
        P-03,Chair,Furniture,$99.50
        """;

    /// <summary>With a title and a foot, as a report has them. Amounts: P-01 1250.50 + 20.25, P-02 300 + 600, P-03 99.50. In March 2024: 1250.50 + 300 + 99.50.</summary>
    private const string Sales =
        """
        Sales ledger;;;;
        sale_id;product_id;sold_on;quantity;amount
        1;P-01;25/03/2024;1;1.250,50
        2;P-02;01/03/2024;1;300,00
        3;P-02;05/04/2024;2;600,00
        4;P-03;31/03/2024;N/A;99,50
        5;P-01;02/01/2023;3;20,25
        Total;;;;2.270,25
        """;

    private const string Branches =
        """
        지점코드,지점명,지역,개점일,직원수,월매출
        001,강남점,서울,2020년 3월 5일,12,"12,000,000원"
        002,해운대점,부산,2021년 11월 30일,8,"7,500,000원"
        003,홍대점,서울,2023년 1월 2일,5,"3,250,000원"
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_files_answer_questions_at_once()
    {
        _folder.Write("products.csv", Products);
        _folder.Write("sales.csv", Sales);
        await File.WriteAllBytesAsync(_folder.File("지점.csv"), CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(Branches));

        var imported = await RunAsync("import", "file", "products.csv", "sales.csv", "지점.csv", "--into", "shop.duckdb", "--catalog", "catalog");

        imported.Code.ShouldBe(0, imported.Error);
        await IsCleanAsync();
        (await AskAsync("total amount")).ShouldBe([["2270.25"]]);
        (await AskAsync("total amount by category")).ShouldBe([["Light", "1270.75"], ["Furniture", "999.5"]], ignoreOrder: true);
        (await AskAsync("how many sales in March 2024")).ShouldBe([["3"]]);
        (await AskAsync("average list price by category")).ShouldBe([["Light", "1200.5"], ["Furniture", "199.75"]], ignoreOrder: true);
        (await AskAsync("total quantity")).ShouldBe([["7"]]);
        (await AskAsync("지역별 월매출 합계")).ShouldBe([["서울", "15250000"], ["부산", "7500000"]], ignoreOrder: true);
        (await AskAsync("서울 직원수 합계")).ShouldBe([["17"]]);
    }

    [Fact]
    public async Task Parquet_files_answer_questions_at_once()
    {
        Copy("guests.parquet",
            """
            SELECT * FROM (VALUES
                (UUID '00000000-0000-0000-0000-000000000001', 'Kim', 'gold'::ENUM('gold', 'silver'), {'city': 'Seoul', 'zip': '04524'}, [1, 2]),
                (UUID '00000000-0000-0000-0000-000000000002', 'Lee', 'silver', {'city': 'Busan', 'zip': '48000'}, [3]),
                (UUID '00000000-0000-0000-0000-000000000003', 'Park', 'gold', {'city': 'Seoul', 'zip': '04525'}, NULL)) AS t(guest_id, name, tier, address, visits)
            """);
        Copy("stays.parquet",
            """
            SELECT * FROM (VALUES
                (1::UBIGINT, UUID '00000000-0000-0000-0000-000000000001', TIMESTAMP_NS '2024-03-01 10:00:00', 120.50::DECIMAL(10, 2), 2::UTINYINT, TRUE),
                (2, UUID '00000000-0000-0000-0000-000000000002', TIMESTAMP_NS '2024-03-31 23:59:59', 80.25, 1, FALSE),
                (3, UUID '00000000-0000-0000-0000-000000000001', TIMESTAMP_NS '2024-04-01 00:00:00', 99.25, 3, TRUE),
                (4, UUID '00000000-0000-0000-0000-000000000003', TIMESTAMP_NS '2023-12-31 12:00:00', 10.00, NULL, TRUE)) AS t(stay_id, guest_id, arrived_at, amount, nights, paid)
            """);

        var imported = await RunAsync("import", "file", ".", "--into", "shop.duckdb", "--catalog", "catalog");

        imported.Code.ShouldBe(0, imported.Error);
        imported.Output.ShouldContain("Column 'visits' of guests.parquet holds lists and was left out");
        await IsCleanAsync();
        (await AskAsync("total amount in 2024")).ShouldBe([["300"]]);
        (await AskAsync("how many stays in March 2024")).ShouldBe([["2"]]);
        (await AskAsync("total amount by tier")).ShouldBe([["gold", "229.75"], ["silver", "80.25"]], ignoreOrder: true);
        (await AskAsync("total nights by address city")).ShouldBe([["Seoul", "5"], ["Busan", "1"]], ignoreOrder: true);
        (await AskAsync("2024년 4월 Amount 합계")).ShouldBe([["99.25"]]);
        (await AskAsync("Tier별 Guest 수")).ShouldBe([["gold", "2"], ["silver", "1"]], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_that_came_again_replaces_its_table_and_what_was_edited_stays()
    {
        _folder.Write("products.csv", Products);
        (await RunAsync("import", "file", "products.csv", "--into", "shop.duckdb", "--catalog", "catalog")).Code.ShouldBe(0);
        var model = _folder.File("catalog/semantic-models/shop.yml");
        await File.WriteAllTextAsync(model, (await File.ReadAllTextAsync(model)).Replace("en: Category", "en: Kind", StringComparison.Ordinal));
        _folder.Write("products.csv", Products + "\nP-04,Stool,Furniture,$50.00\n");

        var again = await RunAsync("import", "file", "products.csv", "--into", "shop.duckdb", "--catalog", "catalog");

        again.Code.ShouldBe(0, again.Error);
        (await AskAsync("average list price by kind")).ShouldBe([["Light", "1200.5"], ["Furniture", "149.833333333333"]], ignoreOrder: true);
    }

    [Fact]
    public async Task Files_that_come_later_are_related_to_those_that_are_there()
    {
        _folder.Write("products.csv", Products);
        _folder.Write("sales.csv", Sales);
        (await RunAsync("import", "file", "products.csv", "--into", "shop.duckdb", "--catalog", "catalog")).Code.ShouldBe(0);

        (await RunAsync("import", "file", "sales.csv", "--into", "shop.duckdb", "--catalog", "catalog")).Code.ShouldBe(0);

        (await AskAsync("total amount by category")).ShouldBe([["Light", "1270.75"], ["Furniture", "999.5"]], ignoreOrder: true);
        (await File.ReadAllTextAsync(_folder.File("catalog/semantic-models/shop.yml"))).ShouldContain("unit: USD");
    }

    [Fact]
    public async Task A_dry_run_and_a_failure_write_nothing()
    {
        _folder.Write("products.csv", Products);
        _folder.Write("bad.csv", "a,b\n1\n");

        (await RunAsync("import", "file", "products.csv", "--into", "shop.duckdb", "--catalog", "catalog", "--dry-run")).Code.ShouldBe(0);
        var failed = await RunAsync("import", "file", "products.csv", "bad.csv", "--into", "shop.duckdb", "--catalog", "catalog");

        failed.Code.ShouldBe(1);
        failed.Error.ShouldContain("line 2 has 1");
        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order().ShouldBe(["bad.csv", "products.csv"]);
    }

    [Theory]
    [InlineData("import", "file")]
    [InlineData("import", "file", "a.csv")]
    [InlineData("import", "file", "a.csv", "--into", "x.duckdb", "--date-order", "ydm")]
    [InlineData("import", "file", "a.csv", "--into", "x.duckdb", "--delimiter", "ab")]
    [InlineData("import", "file", "a.csv", "--into", "x.duckdb", "--header", "maybe")]
    [InlineData("import", "file", "a.csv", "--into", "x.duckdb", "--time-limit", "0")]
    public async Task Bad_usage_ends_with_status_sixty_four(params string[] arguments) => (await RunAsync(arguments)).Code.ShouldBe(64);

    private async Task IsCleanAsync()
    {
        var check = await RunAsync("check", "--catalog", "catalog", "--against-data", "--warehouse", "shop=duckdb:shop.duckdb");
        check.Code.ShouldBe(0, check.Output + check.Error);
        check.Lines[0].ShouldContain("0 errors, 0 warnings");
        check.Lines[^1].ShouldContain("0 errors, 0 warnings");
    }

    private async Task<string[][]> AskAsync(string question)
    {
        var asked = await RunAsync("ask", question, "--catalog", "catalog", "--warehouse", "shop=duckdb:shop.duckdb", "--json", "--now", "2024-12-31T00:00:00");
        var answer = JsonNode.Parse(asked.Output)!;
        answer["status"]!.GetValue<string>().ShouldBe("answered", asked.Output + asked.Error);
        return [.. answer["rows"]!.AsArray().Select(row => row!.AsArray().Select(cell => cell is null ? "∅" : cell.ToString()).ToArray())];
    }

    private void Copy(string name, string query)
    {
        using var connection = new DuckDbConnection();
        connection.Open();
        using var command = connection.CreateCommand($"COPY ({query}) TO '{_folder.File(name)}' (FORMAT parquet)");
        command.ExecuteNonQuery();
    }

    private Task<Run> RunAsync(params string[] arguments) => Run.OfAsync(_folder.Path, "", arguments);
}
