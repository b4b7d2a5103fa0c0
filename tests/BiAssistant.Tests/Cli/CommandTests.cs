using System.Text.Json;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private const string Turnover = """{"measures":[{"metric":"turnover"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_question_is_answered_for_a_person()
    {
        var run = await AskAsync("turnover by region in 2024");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("South");
        run.Output.ShouldContain("450");
        run.Output.ShouldContain("had the highest Turnover");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_is_answered_as_one_JSON_object()
    {
        var run = await AskAsync("turnover in 2024", "--json", "--id", "q1");

        run.Code.ShouldBe(0);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("id").GetString().ShouldBe("q1");
        json.RootElement.GetProperty("rows")[0][0].GetDecimal().ShouldBe(800.3m);
        run.Output.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_question_in_Korean_is_answered_in_Korean()
    {
        var run = await AskAsync("2024년 지역별 매출");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("매출이 가장 높은 항목은");
    }

    [Fact]
    public async Task A_query_is_taken_instead_of_a_question()
    {
        var run = await AskAsync("--query", Turnover, "--json");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("[[800.3]]");
    }

    [Fact]
    public async Task What_is_not_understood_is_refused_with_status_three()
    {
        var run = await AskAsync("turnover of flurbs");
        run.Code.ShouldBe(3);
        run.Output.ShouldContain("flurbs");
    }

    [Fact]
    public async Task A_missing_warehouse_fails_with_status_one()
    {
        File.Delete(_shop.File("sales.duckdb"));
        var run = await AskAsync("--query", Turnover, "--json");

        run.Code.ShouldBe(1);
        run.Output.ShouldContain("\"warehouse_unreachable\"");
        run.Output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "turnover", "--query", "{}")]
    [InlineData("ask", "turnover", "--frobnicate")]
    [InlineData("ask", "turnover", "--now", "tomorrow")]
    [InlineData("ask", "turnover", "--model", "http://localhost:8000")]
    [InlineData("ask", "turnover", "--warehouse", "nonsense")]
    [InlineData("ask", "turnover", "--warehouse", "unheard=duckdb:x.duckdb")]
    [InlineData("ask", "turnover", "--row-limit", "0")]
    [InlineData("ask", "turnover", "--state", "postgres://nowhere")]
    [InlineData("ask", "turnover", "--catalog", "missing-folder")]
    [InlineData("ask", "--batch", "missing.jsonl")]
    [InlineData("frobnicate")]
    [InlineData("compile", "{}", "--dialect", "cobol")]
    public async Task Bad_usage_ends_with_status_sixty_four_and_says_why_on_standard_error(params string[] arguments)
    {
        var run = await RunAsync("", arguments is ["ask", .., "--catalog", _] or ["frobnicate"] ? arguments : [.. arguments, "--catalog", "catalog"]);

        run.Code.ShouldBe(64);
        run.Error.ShouldNotBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_catalog_fails_with_file_line_and_column()
    {
        _shop.Write("catalog/metrics/broken.yml", "metrics:\n  - {name: x, expresion: SUM(sales.amount)}\n");
        var check = await RunAsync("", "check", "--catalog", "catalog");
        var ask = await AskAsync("turnover", "--json");

        check.Code.ShouldBe(1);
        check.Output.ShouldContain("catalog/metrics/broken.yml:2:");
        ask.Code.ShouldBe(1);
        ask.Output.ShouldContain("\"failed\"");
        ask.Error.ShouldContain("broken.yml:2:");
    }

    [Fact]
    public async Task A_sound_catalog_checks_with_status_zero()
    {
        var run = await RunAsync("", "check", "--catalog", "catalog");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("2 models, 3 datasets, 7 metrics; 0 errors");
    }

    [Theory]
    [InlineData("duckdb")]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_query_compiles_to_SQL_without_a_warehouse(string dialect)
    {
        var run = await RunAsync("", "compile", Turnover, "--dialect", dialect, "--catalog", "catalog");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("SUM(");
        run.Output.ShouldContain($"-- sales, {dialect}");
    }

    [Fact]
    public async Task Help_is_no_bad_usage() => (await RunAsync("", "--help")).Code.ShouldBe(0);

    private Task<Run> AskAsync(params string[] arguments) => RunAsync("", ["ask", .. arguments, .. Catalog()]);

    private Task<Run> RunAsync(string input, params string[] arguments) => Run.OfAsync(_shop.Folder, input, arguments);

    private string[] Catalog() =>
    [
        "--catalog", "catalog", "--state", _shop.State, "--now", "2024-03-31",
        .. _shop.Warehouses.SelectMany(w => new[] { "--warehouse", $"{w.Name}={w.Url}" }),
    ];
}
