using BiAssistant.Answers;

namespace BiAssistant.Tests.Answers.DataChecks;

/// <summary>Data that is too old says nothing of today: a warning first, then a refusal; a period that the data covers is answered all the same. The newest delivery is of 30 March.</summary>
public sealed class FreshnessTests
{
    private const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            datasets:
              - name: deliveries
                source: deliveries
                primary_key: [delivery_id]
                default_time: arrived_on
                label: {en: Deliveries, ko: 배송}
                freshness: {field: arrived_on, warn_after: 24 hours, error_after: 3 days}
                fields:
                  - {name: arrived_on, datatype: Date}
                  - {name: pots, datatype: Integer}
            metrics:
              - {name: pots, expression: SUM(deliveries.pots)}
        """;

    private const string Script =
        """
        CREATE TABLE deliveries (delivery_id INTEGER, arrived_on DATE, pots INTEGER);
        INSERT INTO deliveries VALUES (1, '2024-02-01', 100), (2, '2024-03-30', 50);
        """;

    private const string All = """{"measures":[{"metric":"pots"}]}""";
    private const string February = """{"measures":[{"metric":"pots"}],"period":{"from":"2024-02-01","to":"2024-03-01"}}""";

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Fresh_data_is_answered_without_a_word(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Script, Catalog);
        var answer = await nursery.AskAsync(All, now: "2024-03-31T23:00:00");

        answer.Rows.ShouldBe([[150L]]);
        answer.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Old_data_is_answered_with_a_warning(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Script, Catalog);
        var answer = await nursery.AskAsync(All, now: "2024-04-01T06:00:00");

        answer.Rows.ShouldBe([[150L]]);
        answer.Warnings.ShouldBe([new AnswerWarning("stale_data", "The newest data of Deliveries is of 2024-03-30, 30 hours ago; 24 hours are allowed.")]);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Data_that_is_too_old_is_refused(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Script, Catalog);
        var answer = await nursery.AskAsync(All, now: "2024-04-10T00:00:00");

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.ShouldHaveSingleItem().Message.ShouldBe(
            "The newest data of Deliveries is of 2024-03-30, 10 days ago; 3 days are allowed. So nothing is said of the time up to now; ask for a period that ends before 2024-03-30.");
        (await nursery.AskAsync(All, request => request with { Language = "ko" }, now: "2024-04-10T00:00:00")).Issues.ShouldHaveSingleItem().Message.ShouldBe(
            "배송의 가장 최근 데이터는 2024-03-30 것으로 10일 지났습니다. 허용된 것은 3일입니다. 그래서 지금에 대해서는 답하지 않습니다. 2024-03-30보다 먼저 끝나는 기간으로 물어봐 주세요.");
    }

    [Fact]
    public async Task A_period_that_the_data_covers_is_answered_however_old_the_data_is()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Script, Catalog);
        var answer = await nursery.AskAsync(February, now: "2025-04-10T00:00:00");

        answer.Rows.ShouldBe([[100L]]);
        answer.Warnings.ShouldNotContain(w => w.Code == "stale_data");
    }
}
