using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Tests.Answers.Catalogs;

/// <summary>A workspace goes on answering while people edit its catalog.</summary>
public sealed class ReloadTests : IDisposable
{
    private const string Turnover = """{"measures":[{"metric":"turnover"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""";
    private const string Model = "catalog/semantic-models/shop.yml";
    private const string Metrics = "catalog/metrics/metrics.yml";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_saved_definition_answers_the_next_question_and_the_old_one_comes_back_with_its_file()
    {
        await using var workspace = _shop.Open();
        (await AskAsync(workspace)).Rows.ShouldBe([[800.3m]]);

        Edit(Metrics, "SUM(sales.amount)", "SUM(sales.amount * 2)");
        await LookAsync(workspace);
        (await AskAsync(workspace)).Rows.ShouldBe([[1600.6m]]);

        Edit(Metrics, "SUM(sales.amount * 2)", "SUM(sales.amount)");
        await LookAsync(workspace);
        var back = await AskAsync(workspace);
        back.Rows.ShouldBe([[800.3m]]);
        back.FromCache.ShouldBeTrue();
        back.Warnings.ShouldNotContain(w => w.Code == "catalog_kept");
    }

    [Fact]
    public async Task A_new_file_adds_a_metric_and_its_deletion_takes_it_away()
    {
        await using var workspace = _shop.Open();
        _shop.Write("catalog/metrics/new.yml", "metric: {name: sold, expression: COUNT(*), dataset: sales}");
        await LookAsync(workspace);
        workspace.Catalog.FindMetric("sold").ShouldNotBeNull();

        File.Delete(_shop.File("catalog/metrics/new.yml"));
        await LookAsync(workspace);
        workspace.Catalog.FindMetric("sold").ShouldBeNull();
    }

    [Fact]
    public async Task What_changes_no_meaning_changes_nothing()
    {
        await using var workspace = _shop.Open();
        var before = workspace.Pipeline;
        Edit(Metrics, "metrics:", "# what we count\nmetrics:");

        await LookAsync(workspace);

        workspace.Pipeline.ShouldBeSameAs(before);
    }

    [Theory]
    [InlineData("half written", "broken_yaml")]
    [InlineData("a wrong name", "unknown_field")]
    [InlineData("no UTF-8", "catalog_encoding")]
    [InlineData("a bomb of aliases", "file_too_large")]
    [InlineData("a link to nowhere", "catalog_unreadable")]
    [InlineData("an empty folder", "catalog_empty")]
    [InlineData("no folder", "catalog_missing")]
    [InlineData("half of the folder", "unknown_dataset")]
    public async Task A_broken_catalog_is_said_with_every_answer_and_the_last_good_one_goes_on(string how, string code)
    {
        await using var workspace = _shop.Open();
        var version = workspace.Catalog.Version;
        var sound = File.ReadAllText(_shop.File(Metrics));
        Break(how, sound);

        await LookAsync(workspace);

        workspace.Kept.ShouldNotBeNull().Issues.ShouldContain(i => i.Code == code);
        workspace.Catalog.Version.ShouldBe(version);
        var answer = await AskAsync(workspace);
        answer.Rows.ShouldBe([[800.3m]]);
        answer.Warnings.Count(w => w.Code == "catalog_kept").ShouldBe(1);

        using var again = new Shop();
        Directory.CreateDirectory(_shop.File("catalog/metrics"));
        File.Delete(_shop.File("catalog/metrics/link.yml"));
        _shop.Write(Metrics, sound);
        _shop.Write(Model, File.ReadAllText(again.File(Model)));
        await LookAsync(workspace);
        workspace.Kept.ShouldBeNull();
        (await AskAsync(workspace)).Warnings.ShouldNotContain(w => w.Code == "catalog_kept");
    }

    [Fact]
    public async Task The_warning_says_since_when_in_both_languages_and_the_log_where()
    {
        var time = new ManualTime();
        var log = new KeptMessages();
        await using var workspace = Workspace.Open(
            new WorkspaceOptions { CatalogPaths = ["catalog"], Warehouses = _shop.Warehouses, State = _shop.State, WorkingDirectory = _shop.Folder, ProgramFolder = _shop.Folder },
            time,
            log).Value.ShouldNotBeNull();
        Edit(Metrics, "SUM(sales.cost)", "SUM(sales.costs)");
        await LookAsync(workspace);
        time.Advance(TimeSpan.FromHours(1));
        Edit(Metrics, "sales.amount", "sales.amounts");
        await LookAsync(workspace);

        (await AskAsync(workspace)).Warnings.Select(w => w.Message).ShouldContain("The catalog's files have had errors (2 now) since 2024-03-31 12:00 UTC; this answer goes by the catalog as it was before.");
        (await AskAsync(workspace, "ko")).Warnings.Select(w => w.Message).ShouldContain("카탈로그 파일에 2024-03-31 12:00(UTC)부터 오류가 2개 있어, 그 이전의 카탈로그로 답합니다.");
        log.Messages.ShouldContain(m => m.Contains("catalog/metrics/metrics.yml:3:", StringComparison.Ordinal) && m.Contains("Did you mean 'cost'?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_under_way_ends_on_the_catalog_that_it_began_with()
    {
        await using var workspace = _shop.Open();
        var before = workspace.Pipeline;
        var version = workspace.Catalog.Version;
        Edit(Metrics, "SUM(sales.amount)", "SUM(sales.amount * 2)");
        await LookAsync(workspace);

        var late = await before.AskAsync(new AskRequest { Query = SemanticQueryJson.Read(Turnover).Value }, CancellationToken.None);

        late.Rows.ShouldBe([[800.3m]]);
        late.Receipt.ShouldNotBeNull().CatalogVersion.ShouldBe(version);
    }

    [Fact]
    public async Task Questions_go_on_through_a_thousand_edits_and_each_is_answered_by_one_of_the_catalogs()
    {
        await using var workspace = _shop.Open();
        var sound = File.ReadAllText(_shop.File(Metrics));
        using var edited = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var answers = new List<Answer>();
            while (!edited.IsCancellationRequested)
            {
                answers.Add(await AskAsync(workspace));
            }

            return answers;
        });

        for (var edit = 1; edit <= 1000; edit++)
        {
            _shop.Write(Metrics, edit % 7 == 0 ? sound[..(sound.Length / 2)] : sound.Replace("SUM(sales.amount)", $"SUM(sales.amount * {edit})", StringComparison.Ordinal));
            if (edit % 50 == 0)
            {
                await LookAsync(workspace);
            }
        }

        await edited.CancelAsync();
        var all = await asking;
        all.ShouldAllBe(a => a.Status == AnswerStatus.Answered && (decimal)a.Rows[0][0]! % 800.3m == 0);
        (await AskAsync(workspace)).Rows.ShouldBe([[800_300m]]);
    }

    [Fact]
    public async Task Values_are_known_after_a_change_without_asking_the_warehouse_again()
    {
        await using var workspace = _shop.Open();
        (await workspace.AskAsync(new AskRequest { Question = "turnover of Harbour in 2024" }, CancellationToken.None)).Rows.ShouldBe([[400m]]);
        Edit(Metrics, "Turnover, ko", "Takings, ko");
        await LookAsync(workspace);

        (await workspace.AskAsync(new AskRequest { Question = "takings of Harbour in 2024" }, CancellationToken.None)).Rows.ShouldBe([[400m]]);
    }

    [Fact]
    public async Task A_workspace_that_does_not_watch_answers_by_one_catalog_to_the_end()
    {
        await using var workspace = _shop.Open();
        Edit(Metrics, "SUM(sales.amount)", "SUM(sales.amount * 2)");

        (await AskAsync(workspace)).Rows.ShouldBe([[800.3m]]);
    }

    /// <summary>Until what the files say is what was loaded last; the operating system's own word may come in between.</summary>
    private static async Task LookAsync(Workspace workspace)
    {
        while (!await workspace.Watch().LookAsync(CancellationToken.None))
        {
            await Task.Delay(20);
        }
    }

    private static Task<Answer> AskAsync(Workspace workspace, string language = "en") =>
        workspace.AskAsync(new AskRequest { Query = SemanticQueryJson.Read(Turnover).Value, Language = language }, CancellationToken.None);

    private void Edit(string file, string old, string replacement)
    {
        var text = File.ReadAllText(_shop.File(file));
        text.ShouldContain(old);
        _shop.Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private void Break(string how, string sound)
    {
        switch (how)
        {
            case "half written":
                _shop.Write(Metrics, sound[..(sound.Length / 2)]);
                break;
            case "a wrong name":
                Edit(Metrics, "sales.cost", "sales.costs");
                break;
            case "no UTF-8":
                File.WriteAllBytes(_shop.File(Metrics), [0x61, 0xff, 0xfe]);
                break;
            case "a bomb of aliases":
                _shop.Write(Metrics, "a0: &a0 [x]\n" + string.Join('\n', Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]")));
                break;
            case "a link to nowhere":
                File.CreateSymbolicLink(_shop.File("catalog/metrics/link.yml"), _shop.File("nowhere.yml"));
                break;
            case "an empty folder":
                File.Delete(_shop.File(Metrics));
                File.Delete(_shop.File(Model));
                break;
            case "no folder":
                Directory.Delete(_shop.File("catalog"), recursive: true);
                break;
            default:
                Directory.Delete(_shop.File("catalog/semantic-models"), recursive: true);
                break;
        }
    }
}
