using System.Text.Json;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

/// <summary>The bound on what a question reads, as the command says it; by the engines' own estimates.</summary>
public sealed class ReadingTooMuchTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Above_the_bound_the_command_asks_back_and_says_how_to_agree()
    {
        var asked = await AskAsync("turnover in 2024", "--most-rows-read", "sales=5");
        asked.Code.ShouldBe(2);
        asked.Output.ShouldContain("This question would read about 6 rows of sales; 5 are allowed without asking. Should it run anyway?");
        asked.Output.ShouldContain("1. Run it anyway (about 6 rows): --may-read 6");

        var agreed = await AskAsync("turnover in 2024", "--most-rows-read", "sales=5", "--may-read", "6");
        agreed.Code.ShouldBe(0);
        agreed.Output.ShouldContain("800.3");
    }

    [Fact]
    public async Task A_choice_of_the_JSON_answer_is_asked_as_it_stands_by_a_line_of_a_batch()
    {
        var asked = await AskAsync("turnover in 2024", "--json", "--most-rows-read", "5");
        using var answer = JsonDocument.Parse(asked.Output);
        var choice = answer.RootElement.GetProperty("clarification").GetProperty("choices")[0];
        choice.GetProperty("may_read").GetInt64().ShouldBe(6);

        var query = choice.GetProperty("query").GetRawText();
        var batch = await RunAsync(
            $"{{\"id\":1,\"query\":{query}}}\n{{\"id\":2,\"query\":{query},\"may_read\":6}}\n{{\"id\":3,\"query\":{query},\"may_read\":\"all\"}}\n",
            ["ask", "--batch", "-", "--most-rows-read", "5", .. Catalog()]);
        batch.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()).ShouldBe(["clarify", "answered", "failed"]);
        batch.Lines[2].ShouldContain("a whole number of rows");
    }

    [Fact]
    public async Task Where_nobody_may_agree_it_is_refused()
    {
        var refused = await AskAsync("turnover in 2024", "--most-rows-read", "5", "--most-rows-agreed", "0", "--may-read", "1000000");
        refused.Code.ShouldBe(3);
        refused.Output.ShouldContain("at most 5 may be read for one question. It was not run.");
    }

    [Theory]
    [InlineData("ask", "turnover", "--most-rows-read", "many")]
    [InlineData("ask", "turnover", "--most-rows-read", "nowhere=5")]
    [InlineData("ask", "turnover", "--may-read", "all")]
    [InlineData("ask", "--batch", "-", "--may-read", "5")]
    public async Task What_is_no_bound_is_bad_usage(params string[] arguments)
    {
        var run = await RunAsync("", [.. arguments, .. Catalog()]);
        run.Code.ShouldBe(64);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Claims_above_the_bound_are_told_and_not_checked()
    {
        var check = await RunAsync("", ["check", "--against-data", "--most-rows-read", "5", .. Catalog()]);
        check.Output.ShouldContain("it would read about 6 rows, and 5 are allowed without asking (--most-rows-read)");
        check.Code.ShouldBe(0);
    }

    private Task<Run> AskAsync(params string[] arguments) => RunAsync("", ["ask", .. arguments, .. Catalog()]);

    private Task<Run> RunAsync(string input, string[] arguments) => Run.OfAsync(_shop.Folder, input, arguments);

    private string[] Catalog() =>
    [
        "--catalog", "catalog", "--state", _shop.State, "--now", "2024-03-31",
        .. _shop.Warehouses.SelectMany(w => new[] { "--warehouse", $"{w.Name}={w.Url}" }),
    ];
}
