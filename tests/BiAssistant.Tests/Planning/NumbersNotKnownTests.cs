using BiAssistant.Planning;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Sql;
using BiAssistant.Warehouses;
using Cells = BiAssistant.Tests.Evaluation.Library.Cells;

namespace BiAssistant.Tests.Planning;

/// <summary>What is not known is empty and what is known to be none is zero, by what the data says of when there is any.</summary>
public sealed class NumbersNotKnownTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly Lazy<Catalog> WithPairs = new(() => CatalogLoader.Load(
        [new CatalogText("workshop.yml", $"{File.ReadAllText(Path.Combine(PlannerCase.Root, "workshop.yml")).TrimEnd()}\n  - {{name: pairs, type: derived, expression: tickets * open_tickets}}\n")]).Catalog);

    [Fact]
    public Task A_number_of_a_period_of_its_own_stands_in_months_before_all_data_too() => HasRows(
        """{"measures":[{"rows":true,"as":"months"},{"aggregate":"average","column":"opened","as":"mean"}],"over":{"measures":[{"in_period":{"count":"tickets"},"period":{"from":"2024-01-01","to":"2024-02-01"},"as":"opened"}],"group_by":[{"time":"month"}],"where":{"field":"tickets.opened_on","period":{"from":"2023-10-01","to":null}}}}""",
        "SELECT 16, COUNT(*) FROM tickets WHERE opened_on >= '2024-01-01' AND opened_on < '2024-02-01'");

    [Fact]
    public Task Months_that_a_condition_on_the_clock_leaves_out_are_none_of_the_answer() => HasRows(
        """{"measures":[{"running":{"count":"tickets"}},{"in_period":{"count":"tickets"},"period":{"from":"2024-01-01","to":"2024-04-01"}},{"count":"tickets"}],"group_by":[{"time":"month"}],"where":{"field":"tickets.opened_on","period":{"from":"2024-02-10","to":"2024-04-05"}}}""",
        """
        WITH asked AS (SELECT opened_on FROM tickets WHERE opened_on >= '2024-02-10' AND opened_on < '2024-04-05')
        SELECT m, (SELECT COUNT(*) FROM asked WHERE opened_on < m + INTERVAL 1 MONTH), (SELECT COUNT(*) FROM asked WHERE opened_on < '2024-04-01'), NULLIF((SELECT COUNT(*) FROM asked WHERE date_trunc('month', opened_on) = m), 0)
        FROM (SELECT unnest(range(DATE '2024-02-01', DATE '2024-05-01', INTERVAL 1 MONTH))::DATE AS m)
        """);

    [Fact]
    public Task A_condition_on_the_clock_that_leaves_nothing_of_the_period_gives_no_rows_and_is_no_mistake() => HasRows(
        """{"measures":[{"shifted":{"count":"tickets"},"by":{"count":1,"grain":"month"}}],"group_by":[{"time":"month"}],"period":{"from":"2024-02-01","to":"2024-04-01"},"where":{"field":"tickets.opened_on","period":{"from":"2025-01-01","to":"2025-02-01"}}}""",
        "SELECT opened_on FROM tickets WHERE FALSE");

    [Fact]
    public Task A_change_of_a_number_is_not_known_where_a_part_of_the_number_is_not() => HasRows(
        """{"measures":[{"operator":"add","left":{"count":"tickets"},"right":{"count":"deliveries"},"as":"both"}],"period":{"from":"2024-06-01","to":"2024-07-01"},"compare":{"with":"previous_period"}}""",
        "SELECT NULL, NULL, NULL");

    [Fact]
    public Task A_sum_of_no_values_is_no_zero_in_a_whole_of_an_answer_by_two_times() => HasRows(
        """{"measures":[{"overall":{"aggregate":"sum","field":"tickets.hours"},"within":[{"time":"month"}]}],"group_by":[{"time":"month"},{"time":"quarter"}]}""",
        "SELECT date_trunc('month', opened_on)::DATE, date_trunc('quarter', opened_on)::DATE, SUM(hours) FROM tickets GROUP BY 1, 2");

    [Fact]
    public Task A_product_of_counts_is_zero_in_months_that_have_none() => HasRows(
        """{"measures":[{"metric":"pairs"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-08-01"},"having":{"measure":"pairs","operator":"<","value":2}}""",
        "SELECT m, CASE WHEN m IN ('2024-02-01') THEN 1 ELSE 0 END FROM (SELECT unnest(range(DATE '2024-02-01', DATE '2024-08-01', INTERVAL 1 MONTH))::DATE AS m)");

    [Fact]
    public Task A_product_of_counts_is_not_known_before_all_data() => HasRows(
        """{"measures":[{"rows":true,"as":"months"},{"aggregate":"count","column":"product","as":"known"},{"aggregate":"sum","column":"product","as":"total"}],"over":{"measures":[{"metric":"pairs","as":"product"},{"running":{"count":"tickets"}}],"group_by":[{"time":"month"}],"period":{"from":"2023-10-01","to":"2024-03-01"}}}""",
        "SELECT 5, 3, 3");

    [Fact]
    public Task What_holds_on_is_known_after_the_last_row_whatever_else_goes_by_its_clock() => HasRows(
        """{"measures":[{"metric":"first_ticket_share"},{"shifted":{"metric":"seats"},"by":{"count":1,"grain":"month"},"show":"change"}],"group_by":[{"time":"month"}],"period":{"from":"2025-02-01","to":"2025-06-01"}}""",
        "SELECT * FROM (VALUES (DATE '2025-02-01', 0, 4), (DATE '2025-03-01', NULL, 0), (DATE '2025-04-01', NULL, 0), (DATE '2025-05-01', NULL, 0))",
        new DateTime(2025, 6, 15));

    private async Task HasRows(string json, string expected, DateTime? now = null)
    {
        var (binder, asked) = (new Binder(WithPairs.Value), new BindingContext(Asker.Anyone, now ?? PlannerCase.Now));
        var query = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), WithPairs.Value, asked.Now).Value.ShouldNotBeNull();
        if (binder.Extents(query, asked) is { } extents)
        {
            var row = (await TableAsync(extents.Query)).Rows.ShouldHaveSingleItem();
            asked = asked with { Extents = extents.Clocks.Select((clock, i) => clock with { First = Cells.Time(row[2 * i]), Last = Cells.Time(row[(2 * i) + 1]) }).ToSeq() };
        }

        RealEngines.Rows(await TableAsync(binder.Bind(query, asked).Value.ShouldNotBeNull())).ShouldBe(await workshop.HandWrittenAsync(expected), ignoreOrder: true);
    }

    private Task<ResultTable> TableAsync(BoundQuery bound) =>
        workshop.TableAsync("duckdb", PlannerCase.Texts(Planner.Plan(bound).Value.ShouldNotBeNull(), workshop.DialectOf("duckdb")).ShouldHaveSingleItem().Sql);
}
