using BiAssistant.Answers;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers;

/// <summary>Metrics over time through the whole way, where a query says no period and the data must be asked when it begins; figures worked out by hand.</summary>
public sealed class MetricsOverTimeTests
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
                fields:
                  - {name: delivery_id, datatype: Integer}
                  - {name: arrived_on, datatype: Date}
                  - {name: kind, datatype: String}
                  - {name: pots, datatype: Integer}
        metrics:
          - {name: pots, expression: SUM(deliveries.pots), unit: pots, good: up}
          - {name: pots_so_far, label: pots so far, type: cumulative, metric: pots, running: true}
          - {name: pots_to_date, label: pots to date, type: cumulative, metric: pots, to_date: year}
          - {name: pots_change, label: change of pots, type: comparison, metric: pots, offset: 1 month, show: change}
          - {name: pots_change_to_date, label: change of pots in the quarter to date, type: cumulative, metric: pots_change, to_date: quarter}
          - {name: pots_pace, label: pace of pots, type: target, metric: pots, target: pots, show: pace}
          - {name: pots_pace_to_date, label: pace of pots in the year to date, type: cumulative, metric: pots_pace, to_date: year}
          - {name: pots_growth, label: growth of pots, type: comparison, metric: pots, offset: 1 month, show: percent_change}
        """;

    private const string Deliveries =
        """
        CREATE TABLE deliveries (delivery_id INTEGER, arrived_on DATE, kind VARCHAR(10), pots INTEGER);
        INSERT INTO deliveries VALUES (1, '2023-12-05', 'fern', 10), (2, '2023-12-31', 'rose', 5), (3, '2024-01-01', 'fern', 20), (4, '2024-03-31', 'rose', 7);
        """;

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_running_total_by_month_begins_with_the_data_and_ends_with_now(string engine) =>
        (await RowsAsync(engine, """{"measures":[{"metric":"pots_so_far"}],"group_by":[{"time":"month"}]}"""))
            .ShouldBe(["2023-12-01 | 15", "2024-01-01 | 35", "2024-02-01 | 35", "2024-03-01 | 42"]);

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_change_against_a_time_before_all_data_is_empty_and_no_rise_from_nothing(string engine) =>
        (await RowsAsync(engine, """{"measures":[{"metric":"pots_change"},{"metric":"pots_growth"}],"group_by":[{"time":"month"}]}"""))
            .ShouldBe(["2023-12-01 | null | null", "2024-01-01 | 5 | 33.333333", "2024-02-01 | -20 | -100", "2024-03-01 | 7 | null"]);

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task The_year_to_date_without_a_period_is_that_of_now_and_says_so(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Deliveries, Catalog);
        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots_to_date"}]}""");

        answer.Rows.ShouldHaveSingleItem().ShouldHaveSingleItem().ShouldBe(27L);
        answer.Reading.ShouldBe("Pots to date, Q1 2024");
    }

    /// <summary>1 January 2024 is a Monday.</summary>
    [Theory]
    [InlineData("pots_change_to_date", "week", "2024-01-15", new[] { "2024-01-01 | 10", "2024-01-08 | 10" })]
    [InlineData("pots_change", "month", "2024-01-08", new[] { "2024-01-01 | 10" })]
    public async Task Seven_days_of_a_quarter_or_of_a_month_are_no_week(string metric, string grain, string to, string[] rows) =>
        (await RowsAsync("duckdb", $$$"""{"measures":[{"metric":"{{{metric}}}"}],"group_by":[{"time":"{{{grain}}}"}],"period":{"from":"2024-01-01","to":"{{{to}}}"}}""")).ShouldBe(rows);

    [Fact]
    public async Task A_week_has_none_a_month_earlier()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Deliveries, Catalog);

        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots_change"}],"group_by":[{"time":"week"}],"period":{"from":"2024-01-01","to":"2024-01-15"}}""");

        answer.Issues.ShouldHaveSingleItem().Code.ShouldBe("no_such_period");
    }

    /// <summary>At the end of March 91 of 366 days of a year with a target of 27 so far have passed.</summary>
    [Fact]
    public async Task The_pace_of_a_year_to_date_is_against_what_was_due_by_then() =>
        (await RowsAsync("duckdb", """{"measures":[{"metric":"pots_pace_to_date"}],"group_by":[{"time":"month"}],"period":{"from":"2023-12-01","to":"2024-04-01"}}"""))
            .ShouldBe(["2023-12-01 | 1", "2024-01-01 | 1", "2024-02-01 | 1", "2024-03-01 | 4.021978"]);

    [Fact]
    public async Task A_comparison_without_a_period_is_declined_for_there_is_nothing_to_compare_all_data_with()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Deliveries, Catalog);

        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots_growth"}]}""");

        answer.Status.ShouldBe(AnswerStatus.Refused);
        answer.Issues.ShouldHaveSingleItem().Code.ShouldBe("no_such_period");
    }

    [Fact]
    public async Task More_periods_than_anyone_reads_are_declined()
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Deliveries, Catalog);

        var answer = await nursery.AskAsync("""{"measures":[{"metric":"pots_so_far"}],"group_by":[{"time":"hour"}]}""");

        answer.Issues.ShouldHaveSingleItem().Code.ShouldBe("too_many_periods");
    }

    private static async Task<List<string>> RowsAsync(string engine, string query)
    {
        using var nursery = await Nursery.OpenAsync(engine, Deliveries, Catalog);
        var answer = await nursery.AskAsync(query);
        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        return answer.Rows.Select(row => string.Join(" | ", row.Select(Shown))).ToList();
    }

    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        double number => Math.Round(number, 6).ToString(System.Globalization.CultureInfo.InvariantCulture),
        decimal number => Math.Round(number, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
