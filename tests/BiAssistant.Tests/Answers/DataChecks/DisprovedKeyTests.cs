using System.Net;
using System.Text;
using System.Text.Json;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Web;

namespace BiAssistant.Tests.Answers.DataChecks;

/// <summary>
/// The number that silently doubles: a grower is stored twice under one key, so that each delivery joined to growers counts twice. 100 + 50 + 7 pots were delivered; joined to
/// the growers as they are stored, 257 come out.
/// </summary>
public sealed class DisprovedKeyTests
{
    private const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            datasets:
              - name: growers
                source: growers
                primary_key: [grower_id]
                entity: {singular: {en: grower, ko: 재배자}, plural: {en: growers, ko: 재배자}}
                fields:
                  - {name: region, datatype: String, label: {en: Region, ko: 지역}}
                  - {name: joined_on, datatype: Date}
              - name: deliveries
                source: deliveries
                primary_key: [delivery_id]
                default_time: arrived_on
                entity: {singular: {en: delivery, ko: 배송}, plural: {en: deliveries, ko: 배송}}
                fields:
                  - {name: arrived_on, datatype: Date}
                  - {name: pots, datatype: Integer}
              - name: permits
                source: permits
                primary_key: [permit_id]
                fields:
                  - {name: permit_id, datatype: Integer}
                  - {name: kind, datatype: String}
            relationships:
              - {name: grown_by, from: deliveries, to: growers, from_columns: [grower_id], to_columns: [grower_id]}
              - {name: permit_of, from: permits, to: growers, from_columns: [grower_id], to_columns: [grower_id], one_to_one: true}
            metrics:
              - {name: pots, label: {en: Pots, ko: 화분 수}, expression: SUM(deliveries.pots)}
              - {name: grower_count, label: {en: Growers, ko: 재배자 수}, expression: COUNT(*), dataset: growers, timeless: true}
        """;

    private const string Tables =
        """
        CREATE TABLE growers (grower_id INTEGER, region VARCHAR(40), joined_on DATE);
        CREATE TABLE deliveries (delivery_id INTEGER, grower_id INTEGER, arrived_on DATE, pots INTEGER);
        CREATE TABLE permits (permit_id INTEGER, grower_id INTEGER, kind VARCHAR(10));
        INSERT INTO deliveries VALUES (1, 1, '2024-03-01', 100), (2, 2, '2024-03-02', 50), (3, 2, '2024-03-03', 7);
        """;

    private const string Doubled = "INSERT INTO growers VALUES (1, 'North', '2020-01-01'), (1, 'North', '2020-01-01'), (2, 'South', '2021-01-01');";
    private const string Sound = "INSERT INTO growers VALUES (1, 'North', '2020-01-01'), (2, 'South', '2021-01-01');";
    private const string ByRegion = """{"measures":[{"metric":"pots"}],"group_by":[{"field":"growers.region"}]}""";
    private const string Refusal = "growers.grower_id is declared unique, but 2 of 3 rows share their value with another row. Joined to growers by it, some rows of deliveries would count more than once, so there is no answer. Ask without growers, or let whoever keeps the data know.";

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_sum_over_a_key_that_repeats_is_refused_with_the_numbers(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Tables + Doubled, Catalog);
        var answer = await nursery.AskAsync(ByRegion);

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.ShouldHaveSingleItem().Code.ShouldBe("disproved_key");
        answer.Issues[0].Message.ShouldBe(Refusal);
        answer.Rows.ShouldBeEmpty();
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task The_same_sum_is_answered_where_the_key_holds_and_where_nothing_is_joined(string engine)
    {
        using var sound = await Nursery.OpenAsync(engine, Tables + Sound, Catalog);
        using var doubled = await Nursery.OpenAsync(engine, Tables + Doubled, Catalog);
        (await sound.AskAsync(ByRegion)).Rows.ShouldBe([["North", 100L], ["South", 57L]]);
        (await doubled.AskAsync("""{"measures":[{"metric":"pots"}]}""")).Rows.ShouldBe([[157L]]);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task The_command_refuses_it_in_words_and_in_JSON(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Tables + Doubled, Catalog);
        var words = await nursery.CommandAsync("ask", "pots by region");
        var json = await nursery.CommandAsync("ask", "--query", ByRegion, "--json");

        words.Code.ShouldBe(3);
        words.Output.ReplaceLineEndings(" ").ShouldContain("2 of 3 rows share their value");
        json.Code.ShouldBe(3);
        json.Output.ShouldContain("\"disproved_key\"");
        json.Output.ShouldNotContain("257");
    }

    [Fact]
    public async Task Data_that_was_put_right_is_answered_again_and_data_that_went_wrong_no_longer()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Sound, Catalog);
        await using var workspace = nursery.Open();
        async Task<AnswerStatus> AskAsync() => (await Shop.AskAsync(workspace, ByRegion)).Status;

        (await AskAsync()).ShouldBe(AnswerStatus.Answered);
        await nursery.RunAsync("INSERT INTO growers VALUES (2, 'East', '2022-01-01');");
        (await AskAsync()).ShouldBe(AnswerStatus.Refused);
        await nursery.RunAsync("DELETE FROM growers WHERE region = 'East';");
        (await AskAsync()).ShouldBe(AnswerStatus.Answered);
    }

    [Fact]
    public async Task A_grower_who_asks_in_Korean_is_told_in_Korean()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Doubled, Catalog);
        var answer = await nursery.AskAsync(ByRegion, request => request with { Language = "ko" });

        answer.Issues.ShouldHaveSingleItem().Message.ShouldBe(
            "growers.grower_id은(는) 행마다 달라야 하지만 3행 가운데 2행이 다른 행과 값이 같습니다. 배송을(를) 이 값으로 재배자에 이으면 일부 행이 여러 번 계산되므로 답하지 않습니다. 재배자 없이 물어보시거나 데이터 담당자에게 알려 주세요.");
    }

    [Fact]
    public async Task How_many_rows_there_are_is_not_told_of_data_that_not_everyone_sees()
    {
        var catalog = Catalog.Replace("        primary_key: [grower_id]", "        primary_key: [grower_id]\n        row_access: [{role: clerk, filter: region = user.region}]", StringComparison.Ordinal);
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Doubled, catalog);
        var answer = await nursery.AskAsync(ByRegion, request => request with { As = Asker.Parse("clerk,region=South") });

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.ShouldHaveSingleItem().Message.ShouldStartWith("growers.grower_id is declared unique, but some rows share their value with another row. ");
    }

    [Fact]
    public async Task A_key_of_one_to_one_is_proven_against_its_direction_too()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Sound + "INSERT INTO permits VALUES (1, 1, 'wood'), (2, 1, 'water'), (3, 2, 'wood');", Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"grower_count"}],"group_by":[{"field":"permits.kind"}]}""");

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.ShouldHaveSingleItem().Message.ShouldStartWith("permits.grower_id is declared unique, but 2 of 3 rows share their value with another row.");
    }

    [Fact]
    public async Task A_filter_by_what_is_joined_over_a_key_that_repeats_is_refused_as_well()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Doubled, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots"}],"where":{"field":"growers.region","in":["North"]}}""");

        answer.Issues.ShouldHaveSingleItem().Message.ShouldBe(Refusal);
    }

    [Fact]
    public async Task Rows_that_are_stored_twice_are_counted_with_a_warning_once_they_are_known()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Doubled, Catalog);
        const string count = """{"measures":[{"metric":"grower_count"}]}""";
        (await nursery.AskAsync(count)).Warnings.ShouldNotContain(w => w.Code == "key_repeats");

        (await nursery.CheckAsync()).Code.ShouldBe(1);
        var answer = await nursery.AskAsync(count);

        answer.Rows.ShouldBe([[3L]]);
        answer.Warnings.ShouldContain(new AnswerWarning("key_repeats", "growers.grower_id is declared the primary key, but 2 of 3 rows share their value with another row. What is stored twice counts twice here."));
        (await nursery.AskAsync(count, request => request with { Language = "ko" })).Warnings.ShouldContain(w =>
            w.Message == "growers.grower_id은(는) 행마다 달라야 하지만 3행 가운데 2행이 다른 행과 값이 같습니다. 두 번 저장된 행은 여기서도 두 번 계산됩니다.");
    }

    [Fact]
    public async Task Rows_that_fall_out_of_a_join_are_counted_beside_the_answer_once_they_are_known()
    {
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Sound + "INSERT INTO deliveries VALUES (4, 9, '2024-03-04', 1), (5, NULL, '2024-03-05', 2);", Catalog);
        await nursery.CheckAsync();
        var answer = await nursery.AskAsync(ByRegion);

        answer.Rows.ShouldBe([["North", 100L], ["South", 57L]]);
        answer.Warnings.ShouldContain(new AnswerWarning("rows_left_out", "Of all data, 2 of 5 rows of deliveries find no row of growers and are left out here."));
        (await nursery.AskAsync(ByRegion, request => request with { Language = "ko" })).Warnings.ShouldContain(new AnswerWarning("rows_left_out", "배송 전체 5행 가운데 2행은 이어지는 재배자 행이 없어 여기에서 빠집니다."));
        (await nursery.AskAsync("""{"measures":[{"metric":"pots"}]}""")).Warnings.ShouldNotContain(w => w.Code == "rows_left_out");
    }

    [Fact]
    public async Task A_key_that_repeats_in_another_warehouse_is_refused_all_the_same()
    {
        var catalog = Catalog.Replace("to: growers, from_columns: [grower_id], to_columns: [grower_id]}", "to: registry.growers, from_columns: [grower_id], to_columns: [grower_id]}", StringComparison.Ordinal)
            .Replace("      - name: growers\n", "      - {name: unused, source: growers}\n  - name: registry\n    warehouse: people\n    datasets:\n      - name: growers\n", StringComparison.Ordinal)
            .Replace("      - name: deliveries\n", "  - name: nursery\n    datasets:\n      - name: deliveries\n", StringComparison.Ordinal);
        using var people = await Nursery.OpenAsync("duckdb", Tables + Doubled, Catalog);
        using var nursery = await Nursery.OpenAsync("sqlite", Tables + Sound, catalog);
        nursery.Others = [new NamedUrl("people", $"duckdb:{Path.Combine(people.Folder, "plants.duckdb")}")];

        (await nursery.AskAsync(ByRegion)).Issues.ShouldHaveSingleItem().Message.ShouldBe(Refusal);
    }

    [Fact]
    public async Task What_is_gathered_for_a_key_that_repeats_is_refused()
    {
        var catalog = Catalog.Replace("          - {name: joined_on, datatype: Date}", "          - {name: pots_ever, expression: SUM(deliveries.pots), rollup: true, datatype: Integer}", StringComparison.Ordinal);
        const string query = """{"measures":[{"aggregate":"sum","field":"growers.pots_ever"}]}""";
        using var sound = await Nursery.OpenAsync("sqlite", Tables + Sound, catalog);
        using var doubled = await Nursery.OpenAsync("sqlite", Tables + Doubled, catalog);

        (await sound.AskAsync(query)).Rows.ShouldBe([[157L]]);
        (await doubled.AskAsync(query)).Issues.ShouldHaveSingleItem().Code.ShouldBe("disproved_key");
    }

    [Fact]
    public async Task Over_HTTP_it_is_refused_with_the_same_words()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables + Doubled, Catalog);
        using var server = new WebServer(("BiAssistant__Catalog", Path.Combine(nursery.Folder, "catalog")), ("BiAssistant__Warehouses__plants", $"duckdb:{Path.Combine(nursery.Folder, "plants.duckdb")}"));
        await server.InitializeAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent($$"""{"query":{{ByRegion}}}""", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/ask", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        answer.RootElement.GetProperty("status").GetString().ShouldBe("refused");
        answer.RootElement.GetProperty("issues")[0].GetProperty("message").GetString().ShouldBe(Refusal);
    }
}
