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
