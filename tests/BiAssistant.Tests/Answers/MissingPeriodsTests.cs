using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers;

/// <summary>
/// Periods without rows: zero where the number adds up and there can be data, empty where it does not or cannot, the running one marked; figures worked out by hand. Now is noon of 31 March
/// 2024 unless a test says otherwise.
/// </summary>
public sealed class MissingPeriodsTests
{
    private const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            calendar: {fiscal_year_start: 2, fiscal_year_named_by: start, week_start: sunday, pattern: 4-4-5}
            datasets:
              - name: deliveries
                source: deliveries
                primary_key: [delivery_id]
                default_time: arrived_on
                fields:
                  - {name: delivery_id, datatype: Integer}
                  - {name: arrived_on, datatype: Date}
                  - {name: kind, datatype: String}
                  - {name: pots, datatype: Integer}
              - name: orders
                source: orders
                primary_key: [order_id]
                default_time: ordered_at
                fields:
                  - {name: order_id, datatype: Integer}
                  - {name: ordered_at, datatype: Timestamp}
        metrics:
          - {name: pots, expression: SUM(deliveries.pots), unit: pots}
          - {name: known_pots, expression: SUM(deliveries.pots), missing: unknown}
          - {name: arrivals, expression: COUNT(*), dataset: deliveries}
          - {name: orders, expression: COUNT(*), dataset: orders}
          - {name: pots_per_arrival, type: ratio, numerator: pots, denominator: arrivals}
          - {name: pots_so_far, type: cumulative, metric: pots, running: true}
          - {name: pots_on_average, type: cumulative, metric: pots, window: 2 months}
        """;

    /// <summary>Nothing came in February; roses came twice. Orders are known for January only.</summary>
    private const string Tables =
        """
        CREATE TABLE deliveries (delivery_id INTEGER, arrived_on DATE, kind VARCHAR(10), pots INTEGER);
        INSERT INTO deliveries VALUES (1, '2023-12-05', 'fern', 10), (2, '2023-12-31', 'rose', 5), (3, '2024-01-01', 'fern', 20), (4, '2024-03-04', 'rose', 7);
        CREATE TABLE orders (order_id INTEGER, ordered_at TIMESTAMP);
        INSERT INTO orders VALUES (1, '2024-01-10 09:15:00'), (2, '2024-01-10 12:00:00'), (3, '2024-01-30 10:00:00');
        """;

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_month_without_rows_is_zero_where_the_number_adds_up_and_empty_where_it_does_not(string engine) =>
        (await RowsAsync("""{"measures":[{"metric":"pots"},{"metric":"arrivals"},{"metric":"pots_per_arrival"},{"metric":"known_pots"},{"aggregate":"max","field":"deliveries.pots"}],"group_by":[{"time":"month"}]}""", engine))
            .ShouldBe(["2023-12-01 | 15 | 2 | 7.5 | 15 | 10", "2024-01-01 | 20 | 1 | 20 | 20 | 20", "2024-02-01 | 0 | 0 | null | null | null", "2024-03-01 | 7 | 1 | 7 | 7 | 7"]);

    [Fact]
    public async Task Before_the_first_data_and_after_the_last_there_is_no_data_and_no_zero_and_what_has_not_begun_is_not_there()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"arrivals"},{"metric":"orders"}],"group_by":[{"time":"month"}],"period":{"from":"2023-10-01","to":"2024-12-01"}}""");

        Shown(answer).ShouldBe(["2023-10-01 | null | null", "2023-11-01 | null | null", "2023-12-01 | 2 | null", "2024-01-01 | 1 | 3", "2024-02-01 | 0 | null", "2024-03-01 | 1 | null"]);
    }

    [Fact]
    public async Task Periods_after_the_last_data_are_said_to_be_without_data()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"orders"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}""");

        Shown(answer).ShouldBe(["2024-01-01 | 3", "2024-02-01 | null", "2024-03-01 | null"]);
        answer.Warnings.ShouldContain(w => w.Code == "data_ends" && w.Message == "The data ends on 2024-01-30; periods after it are without data, not zero.");
    }

    [Fact]
    public async Task A_period_wholly_after_the_last_data_has_no_rows()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"orders"}],"group_by":[{"time":"month"}],"period":{"from":"2024-02-01","to":"2024-04-01"}}""");

        answer.Rows.ShouldBeEmpty();
        answer.Warnings.ShouldContain(w => w.Code == "no_data");
    }

    [Fact]
    public async Task Every_group_that_has_a_row_has_every_period() =>
        (await RowsAsync("""{"measures":[{"metric":"pots"},{"metric":"pots_per_arrival"}],"group_by":[{"time":"month"},{"field":"deliveries.kind"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}"""))
            .ShouldBe([
                "2024-01-01 | fern | 20 | 20", "2024-01-01 | rose | 0 | null", "2024-02-01 | fern | 0 | null", "2024-02-01 | rose | 0 | null", "2024-03-01 | fern | 0 | null", "2024-03-01 | rose | 7 | 7"]);

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_condition_a_cut_a_rank_and_a_mean_look_at_months_without_rows_too(string engine)
    {
        (await RowsAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}],"having":{"measure":"pots","operator":"<","value":10}}""", engine))
            .ShouldBe(["2024-02-01 | 0", "2024-03-01 | 7"]);
        (await RowsAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}],"order_by":[{"by":"pots","direction":"asc"}],"top":{"count":1}}""", engine))
            .ShouldBe(["2024-02-01 | 0"]);
        (await RowsAsync("""{"measures":[{"metric":"pots"},{"rank":{"metric":"pots"}},{"member_average":{"metric":"pots"}}],"group_by":[{"time":"month"}]}""", engine))
            .ShouldBe(["2023-12-01 | 15 | 2 | 10.5", "2024-01-01 | 20 | 1 | 10.5", "2024-02-01 | 0 | 4 | 10.5", "2024-03-01 | 7 | 3 | 10.5"]);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_change_in_months_after_the_last_data_is_not_known_where_a_rank_looks_at_them_too(string engine) =>
        (await RowsAsync("""{"measures":[{"metric":"orders"},{"shifted":{"metric":"orders"},"by":{"count":1,"grain":"month"},"show":"change","as":"change"},{"rank":{"metric":"orders"},"as":"rank"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"}}""", engine))
            .ShouldBe(["2024-01-01 | 3 | null | 1", "2024-02-01 | null | null | null", "2024-03-01 | null | null | null"]);

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task An_average_over_months_or_days_counts_those_without_rows(string engine)
    {
        (await RowsAsync("""{"measures":[{"aggregate":"average","column":"pots"},{"rows":true}],"over":{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}]}}""", engine)).ShouldBe(["10.5 | 4"]);
        (await RowsAsync("""{"measures":[{"aggregate":"sum","column":"arrivals"},{"rows":true}],"over":{"measures":[{"metric":"arrivals"}],"group_by":[{"time":"day"}],"period":{"from":"2023-12-01","to":"2024-04-01"}}}""", engine)).ShouldBe(["4 | 122"]);
        (await RowsAsync("""{"measures":[{"aggregate":"average","column":"pots"},{"rows":true}],"group_by":[{"column":"kind"}],"over":{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"},{"field":"deliveries.kind"}]}}""", engine))
            .ShouldBe(["fern | 7.5 | 4", "rose | 3 | 4"], ignoreOrder: true);
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task Hours_without_rows_are_there_in_the_order_of_the_clock(string engine)
    {
        (await RowsAsync("""{"measures":[{"metric":"orders"}],"group_by":[{"time":"hour"}],"period":{"from":"2024-01-10T09:00:00","to":"2024-01-10T14:00:00"}}""", engine))
            .ShouldBe(["2024-01-10 09 | 1", "2024-01-10 10 | 0", "2024-01-10 11 | 0", "2024-01-10 12 | 1", "2024-01-10 13 | 0"]);
        (await RowsAsync("""{"measures":[{"metric":"orders"}],"group_by":[{"time":"hour"}],"period":{"from":"2024-01-10T09:00:00","to":"2024-01-10T14:00:00"},"having":{"measure":"orders","operator":"<","value":1}}""", engine))
            .ShouldBe(["2024-01-10 10 | 0", "2024-01-10 11 | 0", "2024-01-10 13 | 0"]);
        (await RowsAsync("""{"measures":[{"rows":true}],"over":{"measures":[{"metric":"orders"}],"group_by":[{"time":"hour"}],"period":{"from":"2024-01-10","to":"2024-01-20"}}}""", engine)).ShouldBe(["240"]);
    }

    [Theory]
    [InlineData("fiscal_month", "2024-01-28", "2023-11-26 | 1", "2023-12-24 | 2", "2024-02-04 | 0", "2024-03-03 | 1")]
    [InlineData("week", "2024-02-18", "2024-02-18 | 0", "2024-02-25 | 0", "2024-03-03 | 1", "2024-03-10 | null", "2024-03-17 | null", "2024-03-24 | null", "2024-03-31 | null")]
    [InlineData("quarter", "2023-07-01", "2023-07-01 | null", "2023-10-01 | 2", "2024-01-01 | 2")]
    public async Task Periods_follow_the_calendar(string grain, string from, params string[] rows)
    {
        var period = grain == "fiscal_month" ? "" : $$""","period":{"from":"{{from}}","to":"2025-01-01"}""";
        (await RowsAsync($$"""{"measures":[{"metric":"arrivals"}],"group_by":[{"time":"{{grain}}"}]{{period}}}""")).ShouldBe(rows);
    }

    [Fact]
    public async Task A_condition_on_the_clock_bounds_the_periods_as_a_period_does()
    {
        (await RowsAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}],"where":{"field":"deliveries.arrived_on","period":{"from":"2024-01-01","to":"2024-03-01"}}}"""))
            .ShouldBe(["2024-01-01 | 20", "2024-02-01 | 0"]);
        (await RowsAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}],"where":{"not":{"field":"deliveries.arrived_on","period":{"from":"2023-12-31","to":"2024-02-01"}}}}"""))
            .ShouldBe(["2023-12-01 | 10", "2024-03-01 | 7"]);
    }

    [Fact]
    public async Task What_looks_back_from_each_period_is_zero_or_known_where_the_period_itself_has_no_rows() =>
        (await RowsAsync("""{"measures":[{"metric":"pots_so_far"},{"metric":"pots_on_average"},{"shifted":{"metric":"pots"},"by":{"count":1,"grain":"month"}}],"group_by":[{"time":"month"}],"period":{"from":"2023-11-01","to":"2024-04-01"}}"""))
            .ShouldBe(["2023-11-01 | null | null | null", "2023-12-01 | 15 | 15 | null", "2024-01-01 | 35 | 35 | 15", "2024-02-01 | 35 | 20 | 20", "2024-03-01 | 42 | 7 | 0"]);

    [Fact]
    public async Task Beside_another_period_what_was_none_is_zero_in_the_number_and_in_its_change() =>
        (await RowsAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"},"compare":{"with":"previous_period"}}"""))
            .ShouldBe(["2024-01-01 | 20 | null | null", "2024-02-01 | 0 | null | null", "2024-03-01 | 7 | 15 | -8"]);

    [Theory]
    [InlineData("en", "March 2024: not over yet, so its numbers are of a part only.")]
    [InlineData("ko", "2024년 3월: 아직 끝나지 않은 기간입니다.")]
    public async Task The_running_period_is_marked_whether_a_period_was_said_or_not(string language, string message)
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}]}""", r => r with { Now = new DateTime(2024, 3, 14, 9, 0, 0), Language = language });

        answer.Columns[0].Incomplete.ShouldBe(["2024-03-01"]);
        answer.Warnings.ShouldContain(w => w.Code == "incomplete_period" && w.Message == message);
        (await nursery.AskAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"month"}]}""")).Columns[0].Incomplete.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_all_periods_of_all_groups_are_more_rows_than_are_shown_those_without_rows_are_left_out_and_told()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots"}],"group_by":[{"time":"hour"},{"field":"deliveries.kind"}],"period":{"from":"2023-01-01","to":"2024-01-01"}}""");

        answer.Rows.Count.ShouldBe(2);
        answer.Warnings.ShouldContain(w => w.Code == "sparse_periods");
    }

    private static async Task<List<string>> RowsAsync(string query, string engine = "duckdb")
    {
        using var nursery = await Nursery.OpenAsync(engine, Tables, Catalog);
        return Shown(await nursery.AskAsync(query));
    }

    private static List<string> Shown(Answer answer)
    {
        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        return answer.Rows.Select(row => string.Join(" | ", row.Select(Shown))).ToList();
    }

    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture),
        decimal number => Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
