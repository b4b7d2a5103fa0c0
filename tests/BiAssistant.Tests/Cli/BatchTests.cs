using System.Text.Json;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class BatchTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Answers_come_in_the_order_of_the_lines_whatever_they_hold()
    {
        var lines = string.Join('\n', (string[])
        [
            """{"id": "a", "question": "turnover in 2024"}""",
            "this is not JSON",
            """{"id": "c", "question": 5}""",
            "",
            """{"id": 4, "query": {"measures": [{"metric": "receipts"}]}}""",
            """{"id": "e", "question": "매출", "language": "ko"}""",
            """{"id": "f", "question": "visitors", "as": "clerk,region=South"}""",
            """{"id": "g", "question": "turnover this year", "now": "2023-12-31T10:00:00"}""",
        ]);
        var run = await RunAsync(lines, "-");

        run.Code.ShouldBe(0);
        var answers = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers.Select(a => a.GetProperty("id").ToString()).ShouldBe(["a", "", "c", "4", "e", "f", "g"]);
        answers.Select(a => a.GetProperty("status").GetString()).ShouldBe(["answered", "failed", "failed", "answered", "answered", "answered", "answered"]);
        answers[1].GetProperty("issues")[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldStartWith("Line 2:");
        answers[2].GetProperty("issues")[0].GetProperty("message").GetString().ShouldBe("Line 3: \"question\" must be a text, not a number.");
        answers[4].GetProperty("language").GetString().ShouldBe("ko");
        answers[5].GetProperty("rows")[0][0].GetInt64().ShouldBe(30);
        answers[6].GetProperty("rows")[0][0].GetDecimal().ShouldBe(1000m);
    }

    [Fact]
    public async Task A_file_of_many_lines_is_answered_line_by_line()
    {
        var questions = Enumerable.Range(0, 60).Select(i => $$"""{"id": "{{i}}", "question": "turnover in {{(i % 3 == 0 ? "2023" : "2024")}}"}""");
        _shop.Write("questions.jsonl", string.Join('\n', questions) + "\n");
        var run = await RunAsync("", "questions.jsonl");

        run.Code.ShouldBe(0);
        run.Lines.Length.ShouldBe(60);
        for (var i = 0; i < run.Lines.Length; i++)
        {
            using var answer = JsonDocument.Parse(run.Lines[i]);
            answer.RootElement.GetProperty("id").GetString().ShouldBe($"{i}");
            answer.RootElement.GetProperty("rows")[0][0].GetDecimal().ShouldBe(i % 3 == 0 ? 1000m : 800.3m);
        }
    }

    [Fact]
    public async Task An_empty_batch_has_no_answers_and_succeeds()
    {
        var run = await RunAsync("", "-");
        run.Code.ShouldBe(0);
        run.Output.ShouldBeEmpty();
    }

    private Task<Run> RunAsync(string input, string file) => Run.OfAsync(
        _shop.Folder,
        input,
        ["ask", "--batch", file, "--catalog", "catalog", "--state", _shop.State, "--now", "2024-03-31", .. _shop.Warehouses.SelectMany(w => new[] { "--warehouse", $"{w.Name}={w.Url}" })]);
}
