using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Tests.Planning;

/// <summary>What a number of none is: zero where it is a sum or a count, not known where rows were left out or a part of it is not known.</summary>
public sealed class NumbersOfNoneTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public Task What_another_query_has_left_out_is_not_known_and_no_zero() => HasRows(
        """{"measures":[{"count":"customers"}],"group_by":[{"query":{"measures":[{"count":"tickets","as":"raised"}],"group_by":[{"field":"customers.customer_name"}],"having":{"measure":"raised","operator":">=","value":3}},"column":"raised"}]}""",
        "SELECT CASE WHEN n >= 3 THEN n END, COUNT(*) FROM (SELECT (SELECT COUNT(*) FROM tickets t WHERE t.customer_id = c.customer_id) AS n FROM customers c) GROUP BY 1");

    [Fact]
    public Task A_field_is_above_a_count_of_no_rows() => HasRows(
        """{"measures":[{"count":"contracts"}],"where":{"field":"contracts.seats","operator":">","measure":{"count":"stock"},"within":[{"field":"sites.site_name"}]}}""",
        "SELECT COUNT(*) FROM contracts c WHERE c.seats > (SELECT COUNT(*) FROM stock s WHERE s.site_id = c.site_id)");

    [Fact]
    public Task A_sum_that_is_missing_less_a_count_that_is_not_is_no_zero() => HasRows(
        """{"measures":[{"count":"customers"}],"group_by":[{"measure":{"operator":"subtract","left":{"aggregate":"sum","field":"tickets.hours","filter":{"field":"sites.region","operator":"=","value":"South"}},"right":{"count":"tickets"},"as":"spare"},"per":{"field":"customers.customer_name"}}]}""",
        "SELECT n, COUNT(*) FROM (SELECT (SELECT SUM(CASE WHEN t.site_id = 3 THEN t.hours END) - COUNT(*) FROM tickets t WHERE t.customer_id = c.customer_id) AS n FROM customers c) GROUP BY n");

    [Fact]
    public Task A_second_number_of_months_that_are_kept_for_the_first_is_zero_where_there_is_none_of_it() => HasRows(
        """{"measures":[{"aggregate":"count","column":"spent"}],"over":{"measures":[{"count":"tickets","as":"raised"},{"aggregate":"sum","field":"parts.amount","as":"spent"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-04-01"},"having":{"measure":"raised","operator":">","value":0}}}""",
        "SELECT COUNT(DISTINCT MONTH(opened_on)) FROM tickets WHERE opened_on >= '2024-01-01' AND opened_on < '2024-04-01'");

    [Fact]
    public void A_change_between_two_months_without_rows_is_zero()
    {
        var query = SemanticQueryJson.Read("""{"measures":[{"count":"tickets"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"compare":{"with":"same_period_last_year"}}""").Value.ShouldNotBeNull();
        var canonical = Canonicalizer.Canonicalize(query, PlannerCase.Catalog, PlannerCase.Now).Value.ShouldNotBeNull();

        var bound = new Binder(PlannerCase.Catalog).Bind(canonical, new BindingContext(Asker.Anyone, PlannerCase.Now)).Value.ShouldNotBeNull();

        bound.Periods.ShouldNotBeNull().Periods.ShouldAllBe(period => period.IsZero.All(zero => zero));
    }

    [Fact]
    public Task How_a_change_has_changed_is_told_of_months_without_rows_too() => HasRows(
        """{"measures":[{"shifted":{"count":"tickets"},"by":{"count":1,"grain":"month"},"show":"change","as":"growing"}],"group_by":[{"time":"month"}],"period":{"from":"2024-07-01","to":"2024-10-01"},"compare":{"with":"previous_period"}}""",
        """
        WITH counted AS (SELECT m, (SELECT COUNT(*) FROM tickets WHERE date_trunc('month', opened_on) = m) AS n FROM (SELECT unnest(range(DATE '2024-03-01', DATE '2024-10-01', INTERVAL 1 MONTH))::DATE AS m)),
          changed AS (SELECT m, n - LAG(n) OVER (ORDER BY m) AS c FROM counted),
          beside AS (SELECT m, c, LAG(c, 3) OVER (ORDER BY m) AS b FROM changed)
        SELECT m, c, b, c - b FROM beside WHERE m >= '2024-07-01'
        """);

    [Fact]
    public Task By_the_quarters_of_a_field_each_number_stands_beside_all_of_the_other_period() => HasRows(
        """{"measures":[{"count":"tickets"}],"group_by":[{"time":"quarter","field":"tickets.opened_on"}],"period":{"from":"2024-01-01","to":"2024-07-01"},"compare":{"period":{"from":"2023-10-01","to":"2024-07-01"}}}""",
        "SELECT date_trunc('quarter', opened_on)::DATE, COUNT(*) FILTER (opened_on >= '2024-01-01'), COUNT(*), COUNT(*) FILTER (opened_on >= '2024-01-01') - COUNT(*) FROM tickets WHERE opened_on >= '2023-10-01' AND opened_on < '2024-07-01' GROUP BY 1");

    [Fact]
    public Task A_week_stands_beside_a_period_that_is_no_number_of_weeks_earlier() => HasRows(
        """{"measures":[{"count":"tickets"}],"period":{"from":"2024-04-01","to":"2024-04-08"},"compare":{"period":{"from":"2024-03-01","to":"2024-03-08"}}}""",
        "SELECT COUNT(*) FILTER (opened_on >= '2024-04-01' AND opened_on < '2024-04-08') AS a, COUNT(*) FILTER (opened_on >= '2024-03-01' AND opened_on < '2024-03-08') AS b, a - b FROM tickets");

    [Fact]
    public Task A_rolling_number_keeps_its_own_condition_on_the_time_beside_one_that_has_none() => HasRows(
        """{"measures":[{"rolling":{"count":"tickets"},"window":{"count":3,"grain":"month"},"filter":{"field":"tickets.opened_on","period":{"from":"2024-01-20","to":"2024-03-01"}},"as":"some"},{"rolling":{"count":"tickets"},"window":{"count":2,"grain":"month"},"as":"all"}],"group_by":[{"time":"month"}],"period":{"from":"2024-02-01","to":"2024-05-01"}}""",
        """
        SELECT m, (SELECT COUNT(*) FROM tickets WHERE opened_on >= m - INTERVAL 2 MONTH AND opened_on < m + INTERVAL 1 MONTH AND opened_on >= '2024-01-20' AND opened_on < '2024-03-01'),
          (SELECT COUNT(*) FROM tickets WHERE opened_on >= m - INTERVAL 1 MONTH AND opened_on < m + INTERVAL 1 MONTH)
        FROM (SELECT unnest(range(DATE '2024-02-01', DATE '2024-05-01', INTERVAL 1 MONTH))::DATE AS m)
        """);

    [Fact]
    public Task A_total_beside_another_number_says_which_groups_there_are() => HasRows(
        """{"measures":[{"operator":"subtract","left":{"overall":{"count":"tickets"}},"right":{"query":{"measures":[{"count":"stock"}]}}}],"group_by":[{"field":"sites.region"}]}""",
        "SELECT s.region, (SELECT COUNT(*) FROM tickets) - (SELECT COUNT(*) FROM stock) FROM tickets JOIN sites s USING (site_id) GROUP BY 1");

    [Theory]
    [InlineData(
        """{"measures":[{"query":{"measures":[{"count":"calls"}]}}],"group_by":[{"field":"sites.region"}]}""",
        "A given number for each group, and nothing of the business beside it, cannot be computed yet. What comes closest: a number of the business beside it.")]
    [InlineData(
        """{"measures":[{"share":{"of_member":{"count":"tickets"},"group":{"field":"sites.region"},"member":"North"}}],"group_by":[{"field":"sites.region"}]}""",
        "'Number of tickets for region North' is of one member, and a whole that is not broken down by that field has none.")]
    public void What_no_group_has_is_refused(string json, string message)
    {
        var query = SemanticQueryJson.Read(json).Value.ShouldNotBeNull();
        var canonical = Canonicalizer.Canonicalize(query, PlannerCase.Catalog, PlannerCase.Now).Value.ShouldNotBeNull();

        new Binder(PlannerCase.Catalog).Bind(canonical, new BindingContext(Asker.Anyone, PlannerCase.Now)).Issues.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public Task A_number_about_results_beside_another_period_is_about_the_results_of_that_period() => HasRows(
        """{"measures":[{"aggregate":"max","column":"raised","as":"most"}],"compare":{"with":"same_period_last_year"},"over":{"measures":[{"count":"tickets","as":"raised"}],"group_by":[{"field":"sites.site_name"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}}""",
        "SELECT a, b, a - b FROM (SELECT (SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM tickets WHERE YEAR(opened_on) = 2024 GROUP BY site_id)) AS a, (SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM tickets WHERE YEAR(opened_on) = 2023 GROUP BY site_id)) AS b)");

    [Theory]
    [InlineData("""{"running":{"aggregate":"sum","column":"raised"}}""")]
    [InlineData("""{"shifted":{"rows":true},"by":{"count":1,"grain":"year"}}""")]
    [InlineData("""{"rolling":{"aggregate":"sum","column":"raised"},"window":{"count":3,"grain":"month"},"take":"average"}""")]
    public void A_number_about_results_is_not_moved_to_other_times(string measure)
    {
        var query = SemanticQueryJson.Read($$"""{"measures":[{{measure}}],"over":{"measures":[{"count":"tickets","as":"raised"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2025-01-01"} } }""").Value.ShouldNotBeNull();
        var canonical = Canonicalizer.Canonicalize(query, PlannerCase.Catalog, PlannerCase.Now).Value.ShouldNotBeNull();

        new Binder(PlannerCase.Catalog).Bind(canonical, new BindingContext(Asker.Anyone, PlannerCase.Now)).Issues.ShouldHaveSingleItem().Code.ShouldBe("not_supported_yet");
    }

    private async Task HasRows(string query, string expected)
    {
        var text = PlannerCase.Texts(PlannerCase.Plan(query), workshop.DialectOf("duckdb")).ShouldHaveSingleItem();

        (await workshop.RowsAsync("duckdb", text.Sql)).ShouldBe(await workshop.HandWrittenAsync(expected), ignoreOrder: true);
    }
}
