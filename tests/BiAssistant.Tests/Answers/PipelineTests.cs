using System.Text.RegularExpressions;
using BiAssistant.Answers;
using BiAssistant.Answers.Json;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Answers;

public sealed class PipelineTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_total_is_one_number_with_its_unit_its_sentence_and_its_definition()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"turnover"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""");

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.ShouldBe([[800.3m]]);
        answer.Columns.Single().Unit.ShouldBe("EUR");
        answer.Narrative.ShouldBe("Turnover came to €800.30. Period: 2024; as of 2024-03-31.");
        answer.Chart.ShouldNotBeNull().Kind.ShouldBe(ChartKind.Number);
        answer.Metrics.Single().Version.ShouldBe(2);
        answer.Sql.Single().Warehouse.ShouldBe("sales");
        answer.Confidence.ShouldBe(1);
    }

    [Fact]
    public async Task A_breakdown_says_who_is_highest_with_its_share_and_the_sum()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""");

        answer.Rows.ShouldBe([["South", 450m], ["North", 350.3m]]);
        answer.Columns.Select(c => c.Role).ShouldBe([ColumnRole.Group, ColumnRole.Measure]);
        answer.Narrative.ShouldBe(
            "South had the highest Turnover: €450.00, 56.2% of the sum. The lowest was North: €350.30. All 2 together come to €800.30. Period: 2024; as of 2024-03-31.");
        answer.Chart.ShouldNotBeNull().Kind.ShouldBe(ChartKind.Bar);
    }

    [Fact]
    public async Task Korean_sentences_have_the_right_particles()
    {
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}""",
            request => request with { Language = "ko-KR" });

        answer.Language.ShouldBe("ko");
        answer.Narrative.ShouldBe(
            "매출은 2024년 1월 150.10유로에서 2024년 3월 450.00유로로 199.8% 늘었습니다. 가장 높은 때는 2024년 3월(450.00유로), 가장 낮은 때는 2024년 1월(150.10유로)입니다. 기간: 2024년 1분기, 기준 시각: 2024년 3월 31일.");
        answer.Chart.ShouldNotBeNull().Kind.ShouldBe(ChartKind.Line);
        answer.Columns[0].Type.ShouldBe("date");
        answer.Rows[0][0].ShouldBe(new DateOnly(2024, 1, 1));
    }

    [Fact]
    public async Task A_percentage_is_multiplied_by_a_hundred_once()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"margin"}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-03-01","to":"2024-04-01"}}""");

        answer.Rows.ShouldBe([["North", 80m], ["South", 25m]]);
        answer.Columns[1].Unit.ShouldBe("percent");
    }

    [Fact]
    public async Task Numbers_of_two_warehouses_meet_in_one_answer()
    {
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"},{"metric":"visitors"},{"metric":"turnover_per_visitor"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}""",
            request => request with { As = new Asker("manager") });

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.ShouldBe(
        [
            [new DateOnly(2024, 1, 1), 150.1m, 50L, 3.002m],
            [new DateOnly(2024, 2, 1), 200.2m, 50L, 4.004m],
            [new DateOnly(2024, 3, 1), 450m, null, null],
        ]);
        answer.Sql.Select(s => s.Warehouse).ShouldBe(["sales", "visits", "merge"]);
        answer.Texts.Select(t => t.Rows).ShouldBe([3, 2, 3]);
        answer.Texts.ShouldAllBe(t => t.Milliseconds > 0);
    }

    [Fact]
    public async Task What_each_text_gave_is_written_down_and_nothing_of_it_is_in_the_answers_JSON()
    {
        const string query = """{"measures":[{"metric":"turnover"},{"metric":"visitors"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}""";
        var (first, second) = (await AskAsync(), await AskAsync());

        second.FromCache.ShouldBeTrue();
        second.Texts.ShouldBeEmpty();
        AnswerJson.Write(second with { FromCache = false, Timing = first.Timing }).ShouldBe(AnswerJson.Write(first));
        await using var connection = new SqliteConnection($"Data Source={_shop.State}");
        (await connection.QueryAsync<string?>("SELECT texts FROM asked_questions ORDER BY number")).Select(t => t is null ? null : Regex.Replace(t, @"[0-9.]+\}", "…}"))
            .ShouldBe(["""[{"warehouse":"sales","rows":3,"ms":…},{"warehouse":"visits","rows":2,"ms":…},{"warehouse":"merge","rows":3,"ms":…}]""", null]);

        Task<Answer> AskAsync() => _shop.AskAsync(query, request => request with { As = new Asker("manager") });
    }

    [Fact]
    public async Task The_key_is_shown_only_where_names_repeat()
    {
        const string query = """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.name"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""";
        var repeated = await _shop.AskAsync(query);
        var unique = await _shop.AskAsync(query.Replace("\"period\"", """ "where":{"field":"stores.kind","in":["S"]},"period" """, StringComparison.Ordinal));

        repeated.Columns.Select(c => c.Role).ShouldBe([ColumnRole.Group, ColumnRole.Key, ColumnRole.Measure]);
        repeated.Rows.Count.ShouldBe(4);
        unique.Columns.Select(c => c.Role).ShouldBe([ColumnRole.Group, ColumnRole.Measure]);
        unique.Rows.ShouldBe([["Harbour", 400m], ["Old Mill", 50m]]);
    }

    [Fact]
    public async Task Ties_at_the_cut_are_kept_and_told()
    {
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.name"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"order_by":[{"by":"turnover","direction":"desc"}],"top":{"count":3}}""");

        answer.Rows.Count.ShouldBe(4);
        answer.Warnings.Single(w => w.Code == "ties").Message.ShouldBe("3 were asked for; 4 are shown because the last ones are equal.");
    }

    [Fact]
    public async Task Coded_values_stay_as_stored_and_bring_their_labels()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.kind"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""");

        answer.Rows[0][0].ShouldBe("S");
        answer.Columns[0].Labels.ShouldBe([new ValueLabel("K", "kiosk"), new ValueLabel("S", "superstore")]);
        answer.Narrative.ShouldNotBeNull().ShouldStartWith("superstore had the highest Turnover");
    }

    [Theory]
    [InlineData("turnover")]
    [InlineData("receipts")]
    public async Task A_period_after_the_last_data_is_never_a_zero(string metric)
    {
        var answer = await _shop.AskAsync($$$"""{"measures":[{"metric":"{{{metric}}}"}],"period":{"from":"2030-01-01","to":"2031-01-01"}}""");

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.ShouldBeEmpty();
        answer.Narrative.ShouldNotBeNull().ShouldStartWith("There is no data for 2030: it ends on 2024-03-06.");
        answer.Warnings.ShouldContain(w => w.Code == "no_data");
        answer.Chart.ShouldBeNull();
    }

    [Fact]
    public async Task A_period_before_the_first_data_says_when_it_begins()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"receipts"}],"period":{"from":"2001-01-01","to":"2002-01-01"}}""");
        answer.Narrative.ShouldNotBeNull().ShouldStartWith("There is no data for 2001: it begins on 2023-12-31.");
    }

    [Fact]
    public async Task A_true_zero_is_a_zero()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"receipts"}],"where":{"field":"stores.region","in":["Nowhere"]},"period":{"from":"2024-01-01","to":"2025-01-01"}}""");

        answer.Rows.ShouldBe([[0L]]);
        answer.Warnings.ShouldNotContain(w => w.Code == "no_data");
    }

    [Fact]
    public async Task What_lies_beyond_the_row_limit_is_told()
    {
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}],"group_by":[{"time":"day"}]}""",
            options: o => o with { RowLimit = 2 });

        answer.Rows.Count.ShouldBe(2);
        answer.Truncated.ShouldBeTrue();
        answer.Warnings.ShouldContain(w => w.Code == "truncated");
    }

    [Fact]
    public async Task An_unknown_metric_is_refused_with_the_nearest_one()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"turnovr"}]}""");

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues[0].Suggestions.ShouldContain("turnover");
    }

    [Fact]
    public async Task A_missing_warehouse_file_is_a_failure_that_says_which()
    {
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}]}""",
            options: o => o with { Warehouses = [new NamedUrl("sales", "duckdb:gone.duckdb"), o.Warehouses[1]] });

        answer.Status.ShouldBe(AnswerStatus.Failed);
        answer.Issues.Single().Code.ShouldBe("warehouse_unreachable");
        answer.Issues.Single().Message.ShouldContain("sales");
    }

    [Fact]
    public async Task A_warehouse_that_is_not_connected_is_told_with_what_to_do()
    {
        var answer = await _shop.AskAsync("""{"measures":[{"metric":"turnover"}]}""", options: o => o with { Warehouses = [o.Warehouses[1]] });

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.Single().Code.ShouldBe("warehouse_not_connected");
    }

    [Fact]
    public async Task The_lowest_rows_are_never_called_the_highest()
    {
        var lowest = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}],"order_by":[{"by":"turnover","direction":"asc"}],"top":{"count":1}}""");
        lowest.Narrative.ShouldNotBeNull().ShouldStartWith("North had the lowest");

        var some = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}],"having":{"measure":"turnover","operator":"<","value":1000}}""");
        some.Narrative.ShouldNotBeNull().ShouldStartWith("Of those shown, North had the highest");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_asked_is_refused(string? question)
    {
        await using var workspace = _shop.Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Id = new RequestId("7"), Question = question }, CancellationToken.None);

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.Single().Code.ShouldBe("question_missing");
        answer.Id.ShouldBe(new RequestId("7"));
    }

    [Fact]
    public async Task An_enormous_question_is_refused()
    {
        await using var workspace = _shop.Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = new string('x', 1_000_000) }, CancellationToken.None);

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.Single().Code.ShouldBe("question_too_long");
    }

    [Fact]
    public async Task A_question_full_of_SQL_changes_nothing_and_is_not_answered()
    {
        await using var workspace = _shop.Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = "DROP TABLE sales; SELECT * FROM stores WHERE '1'='1' --" }, CancellationToken.None);

        answer.Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);
        (await Shop.AskAsync(workspace, """{"measures":[{"metric":"receipts"}]}""")).Rows.ShouldBe([[6L]]);
    }

    [Fact]
    public async Task Words_of_values_that_were_never_told_are_known_from_the_data()
    {
        await using var workspace = _shop.Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = "turnover of Harbour in 2024" }, CancellationToken.None);

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Rows.ShouldBe([[400m]]);
        answer.UnderstoodBy.ShouldBe(UnderstoodBy.Grammar);
    }

    [Fact]
    public async Task The_clock_of_a_demonstration_is_told()
    {
        _shop.Write("root/semantic-models/shop.yml", File.ReadAllText(_shop.File("catalog/semantic-models/shop.yml")));
        _shop.Write("root/metrics/metrics.yml", File.ReadAllText(_shop.File("catalog/metrics/metrics.yml")));
        _shop.Write("root/web/appsettings.json", """{"BiAssistant": {"Warehouses": {"sales": "duckdb:../sales.duckdb", "visits": "sqlite:../visits.sqlite"}, "Clock": "2024-03-31"}}""");
        var answer = await _shop.AskAsync(
            """{"measures":[{"metric":"turnover"}]}""",
            options: o => o with { CatalogPaths = [], Warehouses = [], Now = null, WorkingDirectory = _shop.File("root/metrics") });

        answer.Status.ShouldBe(AnswerStatus.Answered);
        answer.Warnings.Single(w => w.Code == "demo_clock").Message.ShouldContain("2024-03-31");
    }
}
