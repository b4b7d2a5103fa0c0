using System.Diagnostics;
using System.Text.Json;
using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class VersionsTests : IDisposable
{
    private const string Turnover = """{"measures":[{"metric":"turnover"}]}""";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Two_folders_are_compared_in_words_and_as_JSON()
    {
        Change("later", "catalog", "SUM(sales.amount)", "MAX(sales.amount)");

        var diff = await RunAsync("diff", "catalog", "later");
        diff.Code.ShouldBe(0, diff.Error);
        diff.Output.ShouldContain("metric turnover\n    Its expression was \"SUM(sales.amount)\" and is now \"MAX(sales.amount)\".");
        using var json = JsonDocument.Parse((await RunAsync("diff", "catalog", "later", "--json")).Output);
        json.RootElement.GetProperty("changes").GetArrayLength().ShouldBe(1);
        (await RunAsync("diff", "catalog", "catalog")).Output.ShouldContain("say the same");
    }

    [Fact]
    public async Task A_version_that_has_answered_is_found_by_its_hash_and_says_which_questions_a_change_affects()
    {
        (await AskAsync("--query", Turnover)).Code.ShouldBe(0);
        (await AskAsync("turnover by region in 2024")).Code.ShouldBe(0);
        var version = (await RunAsync("check", "--catalog", "catalog")).Lines[^1].Split(' ')[^1];
        Change("catalog", "catalog", "SUM(sales.amount)", "MAX(sales.amount)");

        var diff = await RunAsync("diff", version[..8], "--catalog", "catalog");

        diff.Code.ShouldBe(0, diff.Error);
        diff.Output.ShouldContain("turnover by region in 2024");
        (await RunAsync("diff", "--list")).Output.ShouldContain(version[..12]);
        (await RunAsync("diff", "--list", "--metric", "turnover")).Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_revision_of_the_checkout_is_compared_with_what_lies_there()
    {
        Git("init", "--quiet");
        Git("add", "catalog");
        Git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "first");
        Change("catalog", "catalog", "SUM(sales.amount)", "MAX(sales.amount)");

        var diff = await RunAsync("diff", "git:HEAD", "--catalog", "catalog");
        diff.Code.ShouldBe(0, diff.Error);
        diff.Output.ShouldContain("metric turnover");
        (await RunAsync("diff", "git:HEAD", "catalog", "--catalog", "catalog/metrics/metrics.yml")).Code.ShouldBe(0);
        var unknown = await RunAsync("diff", "git:no-such-branch", "--catalog", "catalog");
        unknown.Code.ShouldBe(1);
        unknown.Error.ShouldContain("cannot be read");
        (await RunAsync("diff", "git:--output=x", "--catalog", "catalog")).Code.ShouldBe(64);
    }

    [Fact]
    public async Task A_metric_is_followed_down_to_its_columns_and_up_to_the_questions()
    {
        (await AskAsync("turnover by region in 2024")).Code.ShouldBe(0);

        var lineage = await RunAsync("lineage", "turnover", "--catalog", "catalog");
        lineage.Code.ShouldBe(0, lineage.Error);
        lineage.Output.ShouldContain("    field sales.amount\n      column sales.amount in sales\n");
        lineage.Output.ShouldContain("    question turnover by region in 2024\n");
        using var json = JsonDocument.Parse((await RunAsync("lineage", "sales.amount", "--catalog", "catalog", "--json")).Output);
        json.RootElement.GetProperty("found").EnumerateArray().Select(n => n.GetProperty("kind").GetString()).ShouldBe(["column", "field"]);
        var unknown = await RunAsync("lineage", "turnovr", "--catalog", "catalog");
        unknown.Code.ShouldBe(3);
        unknown.Error.ShouldContain("Did you mean 'turnover'?");
    }

    [Fact]
    public async Task A_metric_that_is_out_of_use_names_its_replacement_in_answers_and_where_it_is_still_used()
    {
        _shop.Write("catalog/metrics/old.yml", "metric: {name: old_turnover, label: Old turnover, expression: SUM(sales.amount), status: deprecated, replaced_by: turnover}");
        _shop.Write("catalog/metrics/use.yml", "metric: {name: twice, type: derived, expression: old_turnover * 2}\n");
        _shop.Write("catalog/semantic-models/words.yml", "semantic_model: [{name: shop, glossary: [{term: takings, metric: old_turnover}]}]");

        (await AskAsync("--query", Turnover.Replace("turnover", "old_turnover", StringComparison.Ordinal))).Output.ShouldContain("'Old turnover' is out of use; 'Turnover' has replaced it.");
        var check = await RunAsync("check", "--catalog", "catalog");
        check.Output.ShouldContain("twice is made of old_turnover, which is deprecated. turnover has replaced it.");
        check.Output.ShouldContain("words.yml:1:66: warning: This term stands for old_turnover, which is deprecated. turnover has replaced it.");
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "catalog", "--list")]
    [InlineData("diff", "catalog", "--metric", "turnover")]
    [InlineData("diff", "0123456789ab", "catalog")]
    [InlineData("diff", "no-such-folder", "catalog")]
    [InlineData("lineage")]
    [InlineData("lineage", "turnover", "--catalog", "missing")]
    public async Task Bad_usage_ends_with_status_sixty_four(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.Code.ShouldBe(64);
        run.Error.ShouldNotBeEmpty();
    }

    /// <summary>The shop's catalog in a folder, with one text in its metrics in place of another.</summary>
    private void Change(string to, string from, string old, string replacement)
    {
        var metrics = File.ReadAllText(_shop.File($"{from}/metrics/metrics.yml"));
        metrics.ShouldContain(old);
        _shop.Write($"{to}/semantic-models/shop.yml", File.ReadAllText(_shop.File($"{from}/semantic-models/shop.yml")));
        _shop.Write($"{to}/metrics/metrics.yml", metrics.Replace(old, replacement, StringComparison.Ordinal));
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = _shop.Folder, RedirectStandardError = true };
        using var git = Process.Start(start).ShouldNotBeNull();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, git.StandardError.ReadToEnd());
    }

    private Task<Run> AskAsync(params string[] arguments) => RunAsync(
        ["ask", .. arguments, "--catalog", "catalog", "--now", "2024-03-31", .. _shop.Warehouses.SelectMany(w => new[] { "--warehouse", $"{w.Name}={w.Url}" })]);

    private Task<Run> RunAsync(params string[] arguments) =>
        Run.OfAsync(_shop.Folder, "", arguments is ["check", ..] ? arguments : [.. arguments, "--state", _shop.State]);
}
