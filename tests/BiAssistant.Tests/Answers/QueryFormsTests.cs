using BiAssistant.Answers;
using BiAssistant.Semantics.Access;

namespace BiAssistant.Tests.Answers;

/// <summary>Forms of queries as people read their answers: columns, words and rows, worked out by hand.</summary>
public sealed class QueryFormsTests(Shop shop) : IClassFixture<Shop>
{
    [Theory]
    [InlineData("en", "under 60", "60 to under 400", "400 or more")]
    [InlineData("ko", "60 미만", "60 이상 400 미만", "400 이상")]
    public async Task A_range_is_read_by_its_bounds(string language, string low, string middle, string high) =>
        Rows(await shop.AskAsync("""{"measures":[{"count":"sales"}],"group_by":[{"bucket":"sales.amount","edges":[60,400]}]}""", r => r with { Language = language }))
            .ShouldBe([$"{low} | 2", $"{middle} | 2", $"{high} | 2"], ignoreOrder: true);

    [Fact]
    public async Task A_number_alone_is_itself_whatever_the_warehouses_hold() =>
        Rows(await shop.AskAsync("""{"measures":[{"operator":"multiply","left":{"number":6},"right":{"number":7}}]}""")).ShouldBe(["42"]);

    [Fact]
    public async Task A_range_of_whole_numbers_ends_with_the_last_of_them() =>
        Rows(await shop.AskAsync("""{"measures":[{"count":"stores"}],"group_by":[{"measure":{"count":"sales"},"per":{"field":"stores.name"},"edges":[1,2,4]}]}"""))
            .ShouldBe(["1 | 2", "2 to 3 | 2"], ignoreOrder: true);

    [Fact]
    public async Task Rows_are_listed_with_the_key_of_what_is_called_the_same_and_without_their_own()
    {
        var answer = await shop.AskAsync("""{"list":{"rows_of":"sales","fields":[{"field":"stores.name"},{"field":"sales.amount"}]},"where":{"field":"sales.amount","operator":"<","value":150},"order_by":[{"by":"amount","direction":"desc"}]}""");
        answer.Columns.Select(c => c.Name).ShouldBe(["name", "store_id", "amount"]);
        Rows(answer).ShouldBe(["Main Street | 1 | 100.1", "Main Street | 2 | 50", "Old Mill | 4 | 50"]);
    }

    [Fact]
    public async Task What_the_asker_may_not_see_of_a_sensitive_field_is_masked_in_a_listing_and_nowhere_told()
    {
        shop.Write("staff/staff.yml", """
            semantic_model:
              - name: staff
                warehouse: sales
                datasets:
                  - name: shops
                    source: stores
                    primary_key: [store_id]
                    fields:
                      - {name: region, expression: region, datatype: String}
                      - {name: kind, expression: kind, datatype: String, sensitive: true, access: [manager]}
            """);
        const string listing = """{"list":{"rows_of":"shops","fields":[{"field":"shops.region"},{"field":"shops.kind"}]},"where":{"field":"shops.region","operator":"=","value":"North"}}""";
        Rows(await AskAsync(listing, "clerk")).ShouldBe(["North | •••", "North | •••"]);
        Rows(await AskAsync(listing, "manager")).ShouldBe(["North | K", "North | S"]);
        (await AskAsync("""{"list":{"rows_of":"shops","fields":[{"field":"shops.region"}]},"where":{"field":"shops.kind","operator":"=","value":"S"}}""", "clerk")).Status.ShouldBe(AnswerStatus.Refused);

        Task<Answer> AskAsync(string query, string role) => shop.AskAsync(
            query,
            r => r with { As = Asker.Parse(role) },
            o => o with { CatalogPaths = ["staff"], Warehouses = [shop.Warehouses[0]] });
    }

    [Fact]
    public async Task A_share_is_of_what_the_asker_may_see()
    {
        const string shares = """{"measures":[{"aggregate":"sum","field":"visits.visitors"},{"share":{"aggregate":"sum","field":"visits.visitors"}}],"group_by":[{"field":"visits.region"}]}""";
        Rows(await shop.AskAsync(shares, r => r with { As = Asker.Parse("manager") })).ShouldBe(["North | 70 | 70", "South | 30 | 30"]);
        Rows(await shop.AskAsync(shares, r => r with { As = Asker.Parse("clerk,region=South") })).ShouldBe(["South | 30 | 100"]);
    }

    [Fact]
    public async Task The_number_of_a_query_in_another_warehouse_stands_beside_each_group() =>
        Rows(await shop.AskAsync(
            """{"measures":[{"metric":"turnover"},{"query":{"measures":[{"aggregate":"sum","field":"visits.visitors"}]}}],"group_by":[{"field":"stores.kind"}]}""",
            r => r with { As = Asker.Parse("manager") })).ShouldBe(["S | 1450 | 100", "K | 350.3 | 100"]);

    [Fact]
    public async Task An_average_over_results_is_called_after_what_they_hold()
    {
        var answer = await shop.AskAsync("""{"measures":[{"aggregate":"average","column":"sales_count"},{"rows":true}],"over":{"measures":[{"count":"sales"}],"group_by":[{"field":"stores.name"}]}}""");
        answer.Columns[0].Label.ShouldBe("Average number of sales");
        Rows(answer).ShouldBe(["1.5 | 4"]);
    }

    [Fact]
    public async Task Numbers_stand_beside_those_of_another_period()
    {
        var answer = await shop.AskAsync("""{"measures":[{"metric":"turnover"}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-01-01","to":"2024-04-01"},"compare":{"period":{"from":"2023-10-01","to":"2024-01-01"}}}""");
        answer.Columns.Select(c => c.Name).ShouldBe(["region", "turnover", "turnover_before", "turnover_change"]);
        Rows(answer).ShouldBe(["South | 450 | 1000 | -550", "North | 350.3 | 0 | 350.3"]);
    }

    private static IEnumerable<string> Rows(Answer answer)
    {
        answer.Issues.ShouldBeEmpty();
        return answer.Rows.Select(row => string.Join(" | ", row.Select(cell => System.FormattableString.Invariant($"{cell}"))));
    }
}
