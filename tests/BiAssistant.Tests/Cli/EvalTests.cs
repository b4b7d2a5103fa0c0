using System.Text.Json;
using BiAssistant.Cli;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class EvalTests : IDisposable
{
    private const string Totals =
        """
        # Totals of the shop. The clock is 2024-03-31.
        let sold = sales s JOIN stores t ON t.store_id = s.store_id WHERE s.sold_on >= DATE '2024-01-01'

        turnover by region in 2024
        What was turnover by region in 2024?
        => SELECT t.region, SUM(s.amount) FROM {sold} GROUP BY 1

        turnover in 2024
        turnover in 2023
        => SELECT SUM(s.amount) FROM {sold}

        visitors
        => [visits] SELECT SUM(visitors) FROM (SELECT * FROM visits) v

        receipts by weather
        => SELECT COUNT(*) FROM sales
        """;

    private readonly Shop _shop = new();

    public EvalTests()
    {
        _shop.Write("set/01-totals.en.txt", Totals);
        _shop.Write("set/90-declined.en.txt", "turnover by weather\n!\n\nturnover in 2024\n!\n");
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Questions_are_asked_and_held_against_SQL_by_hand()
    {
        var run = await RunAsync("set", "--failures");

        run.Code.ShouldBe(0, run.Error + run.Output);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("shape language  questions  right       % asked back refused wrong failed unreadable");
        run.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldContain("01 en 6 4 66.7 0 1 1 0 0");
        run.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldContain("all 8 5 62.5 0 1 2 0 0");
        run.Output.ShouldContain("right, of questions with an answer: 4 of 6 (66.7 %)\n");
        run.Output.ShouldContain("answered wrong, of all questions: 2 of 8 (25.0 %)\n");
        run.Output.ShouldContain("answered, of questions that must be declined or asked back: 1 of 2 (50.0 %)\n");
        run.Output.ShouldContain("wordings that all became the same query, of questions in several: 1 of 2 (50.0 %)\n");
        run.Output.ShouldContain($"{Path.Combine("set", "01-totals.en.txt")}:9: wrong: turnover in 2023\n    Turnover, 2023\n    no column holds the values of ");
        run.Output.ShouldContain($"{Path.Combine("set", "01-totals.en.txt")}:15: refused: receipts by weather\n");
    }

    [Fact]
    public async Task The_same_is_told_as_one_line_of_JSON()
    {
        var run = await RunAsync("set", "--json", "--failures");

        run.Lines.Length.ShouldBe(1);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("all").GetProperty("wrong").GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("shapes")[0].GetProperty("language").GetString().ShouldBe("en");
        json.RootElement.GetProperty("must_decline_answered").GetProperty("whole").GetInt32().ShouldBe(2);
        json.RootElement.GetProperty("failures").EnumerateArray().Select(failure => failure.GetProperty("verdict").GetString()).ShouldBe(["wrong", "refused", "wrong"]);
        json.RootElement.GetProperty("failures")[0].GetProperty("query").GetProperty("measures").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("SELECT SUM(amount) FROM secrets", "The table 'secrets' may not be read.")]
    [InlineData("SELECT SUM(amounts) FROM sales", "amounts")]
    [InlineData("DELETE FROM sales", "")]
    [InlineData("SELECT 1; SELECT 2", "")]
    [InlineData("SELECT read_text('/etc/hostname')", "may not be used")]
    [InlineData("SELECT CAST(name AS INTEGER) FROM stores", "Main Street")]
    [InlineData("[visitors] SELECT 1", "not connected")]
    [InlineData("SELECT amount FROM sales", "more than 5 rows")]
    public async Task SQL_by_hand_that_cannot_be_run_is_named_and_its_question_counted(string sql, string message)
    {
        _shop.Write("one/01-totals.en.txt", $"turnover in 2024\n=> {sql}\n");

        var run = await RunAsync("one", "--row-limit", "5");

        run.Code.ShouldBe(1, run.Output);
        run.Error.ShouldStartWith($"{Path.Combine("one", "01-totals.en.txt")}:2:1: error: This SQL by hand cannot be run: ");
        run.Error.ShouldContain(message);
        run.Output.ShouldContain("right, of questions with an answer: 0 of 1 (0.0 %)");
    }

    [Fact]
    public async Task A_warehouse_that_is_not_there_is_told_at_each_line()
    {
        File.Delete(_shop.File("visits.sqlite"));

        var run = await RunAsync("set");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain($"{Path.Combine("set", "01-totals.en.txt")}:13:1: error: This SQL by hand cannot be run: ");
    }

    [Fact]
    public async Task What_an_examination_asks_is_not_written_down_as_asked()
    {
        (await RunAsync("set")).Code.ShouldBe(0);

        var lineage = await Run.OfAsync(_shop.Folder, "", "lineage", "turnover", "--catalog", "catalog", "--state", _shop.State);
        lineage.Code.ShouldBe(0, lineage.Error);
        lineage.Output.ShouldNotContain("question ");
    }

    [Theory]
    [InlineData]
    [InlineData("set", "--failurs")]
    [InlineData("missing")]
    [InlineData("catalog")]
    [InlineData("set/90-declined.en.txt", "--warehouse", "nowhere=duckdb:x")]
    public async Task Bad_usage_ends_with_status_sixty_four(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.Code.ShouldBe(64, run.Output);
        run.Error.ShouldNotBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_named_and_nothing_is_asked()
    {
        _shop.Write("set/02-top.en.txt", "best store\n\nworst store\n=> SELECT {best}\n");

        var run = await RunAsync("set");

        run.Code.ShouldBe(64);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain($"{Path.Combine("set", "02-top.en.txt")}:1:1: error: ");
        run.Error.ShouldContain($"{Path.Combine("set", "02-top.en.txt")}:4:1: error: The word {{best}} is not defined above.");
    }

    [Fact]
    public async Task Who_gives_up_has_the_command_back_without_a_report()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["eval", "set", .. Places()], new Terminal(TextReader.Null, output, error, _shop.Folder, _shop.Folder, null), stop.Token);

        code.ShouldBe(1);
        error.ToString().ShouldContain("Stopped.");
        output.ToString().ShouldBeEmpty();
    }

    private Task<Run> RunAsync(params string[] arguments) => Run.OfAsync(_shop.Folder, "", ["eval", .. arguments, .. Places()]);

    private string[] Places() =>
        ["--catalog", "catalog", .. _shop.Warehouses.SelectMany(w => new[] { "--warehouse", $"{w.Name}={w.Url}" }), "--now", "2024-03-31T12:00:00", "--as", "manager", "--state", _shop.State];
}
