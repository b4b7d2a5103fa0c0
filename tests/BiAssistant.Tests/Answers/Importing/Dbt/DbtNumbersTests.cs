using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Tests.Answers.Importing.Dbt;

/// <summary>The same shop in both forms of dbt's semantic layer, imported and asked; every figure is worked out by hand from the rows in <see cref="PotteryShop"/>.</summary>
public sealed class DbtNumbersTests
{
    /// <summary>A metric, how it is asked, and what dbt's definition of it gives.</summary>
    private static readonly (string Metric, string Grain, string Expected)[] Numbers =
    [
        ("revenue", "", "800.5"),
        ("revenue", "month", "2024-01-01 | 300; 2024-02-01 | 350.5; 2024-03-01 | 150"),
        ("order_count", "", "6"),
        ("net_revenue", "", "770.5"),
        ("gift_orders", "", "2"),
        ("average_order", "", "200.083333"),
        ("median_order", "", "175"),
        ("upper_quartile_order", "", "275"),
        ("largest_order", "", "400"),
        ("buyers", "", "4"),
        ("shipped_revenue", "", "1200.5"),
        ("shipped_revenue", "month", "2024-01-01 | 100; 2024-02-01 | 500; 2024-03-01 | 50.5; null | 550"),
        ("quantity_sold", "", "21"),
        ("home_quantity", "", "15"),
        ("home_revenue", "", "550"),
        ("packed_by_kim", "", "800"),
        ("february_revenue", "", "350.5"),
        ("refunds", "month", "2024-02-01 | 50"),
        ("revenue_per_order", "", "160.1"),
        ("web_share", "", "0.687071"),
        ("revenue_after_refunds", "month", "2024-01-01 | 300; 2024-02-01 | 300.5; 2024-03-01 | 150"),
        ("revenue_after_bare_refunds", "month", "2024-01-01 | null; 2024-02-01 | 300.5; 2024-03-01 | null"),
        ("revenue_growth", "month", "2024-01-01 | null; 2024-02-01 | 0.168333; 2024-03-01 | -0.57204"),
        ("running_revenue", "month", "2024-01-01 | 300; 2024-02-01 | 650.5; 2024-03-01 | 800.5"),
        ("first_week_buyers", "", "0.5"),
        ("first_week_buyers", "month", "2024-01-01 | 0.5; 2024-02-01 | 0.5"),
        ("plan_fees", "month", "2024-01-01 | 30; 2024-02-01 | 37"),
        ("opening_plan_fees", "month", "2024-01-01 | 30; 2024-02-01 | 25"),
    ];

    [Theory]
    [InlineData("older", "sqlite")]
    [InlineData("current", "duckdb")]
    public async Task Every_metric_gives_the_number_that_dbt_defines(string form, string engine)
    {
        using var shop = await PotteryShop.OpenAsync(form, engine);
        var wrong = new List<string>();
        foreach (var (metric, grain, expected) in Numbers)
        {
            var by = grain.Length == 0 ? "" : $$""","group_by":[{"time":"{{grain}}"}]""";
            var rows = string.Join("; ", await shop.QueryAsync($$"""{"measures":[{"metric":"{{metric}}"}]{{by}}}"""));
            if (rows != expected)
            {
                wrong.Add($"{metric} by {grain}: {rows}, not {expected}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("older", "duckdb")]
    [InlineData("current", "sqlite")]
    public async Task A_week_that_rolls_has_the_seven_days_that_end_with_its_day_and_a_month_to_date_begins_with_the_month(string form, string engine)
    {
        using var shop = await PotteryShop.OpenAsync(form, engine);

        var rows = await shop.QueryAsync("""{"measures":[{"metric":"weekly_revenue"},{"metric":"revenue_month_to_date"}],"group_by":[{"time":"day"}],"period":{"from":"2024-02-05","to":"2024-02-13"}}""");

        rows.ShouldBe(["2024-02-05 | 400 | 400", "2024-02-06 | 700 | 700", "2024-02-07 | 700 | 700", "2024-02-08 | 700 | 700", "2024-02-09 | 700 | 700", "2024-02-10 | 700 | 700", "2024-02-11 | 700 | 700", "2024-02-12 | 300 | 700"]);
    }

    [Theory]
    [InlineData("older")]
    [InlineData("current")]
    public async Task People_ask_the_imported_catalog_in_their_own_words(string form)
    {
        using var shop = await PotteryShop.OpenAsync(form, "sqlite");

        (await shop.AskAsync("What was revenue in February 2024?")).ShouldBe(["350.5"]);
        (await shop.AskAsync("turnover by country")).ShouldBe(["KR | 550", "US | 200", "DE | 50.5"]);
        (await shop.AskAsync("quantity sold by category")).ShouldBe(["decoration | 10", "tableware | 11"], ignoreOrder: true);
        (await shop.AskAsync("How many customers are there in each country?")).ShouldBe(["KR | 2", "DE | 1", "US | 1"], ignoreOrder: true);
        (await shop.AskAsync("web share in January 2024")).ShouldBe(["0.333333"]);
        (await shop.AskAsync("number of orders by packer")).ShouldBe(["Kim | 3", "Lee | 2", "null | 1"], ignoreOrder: true);
        (await shop.AskAsync("2024년 2월 매출", "ko")).ShouldBe(["350.5"]);
        (await shop.AskAsync("고객은 몇 명인가요?", "ko")).ShouldBe(["4"]);
        (await shop.AskAsync("국가별 매출액", "ko")).ShouldBe(["KR | 550", "US | 200", "DE | 50.5"]);
    }

    [Fact]
    public async Task Both_forms_of_one_project_make_the_same_model()
    {
        var older = await PotteryShop.DraftAsync(PotteryShop.ProjectOf("older"));
        var current = await PotteryShop.DraftAsync(PotteryShop.ProjectOf("current"));

        // Only what is summed of orders is called after the measure in one form and after the metric in the other.
        ModelOf(current).Replace("net_revenue", "net_total", StringComparison.Ordinal).ShouldBe(ModelOf(older));
    }

    [Theory]
    [InlineData("older")]
    [InlineData("current")]
    public async Task What_dbt_means_in_another_way_is_left_out_by_name(string form)
    {
        var draft = await PotteryShop.DraftAsync(PotteryShop.ProjectOf(form));
        var leftOut = draft.Remarks.Where(remark => remark.Kind == RemarkKind.LeftOut).Select(remark => remark.Message).ToList();

        foreach (var metric in (string[])["revenue_since_month_began", "revenue_week_to_date", "orders_after_signup", "loyal_revenue"])
        {
            leftOut.ShouldContain(message => message.StartsWith($"The metric '{metric}' is left out: ", StringComparison.Ordinal));
            draft.Files.ShouldNotContain(file => file.Path.EndsWith($"/{metric}.yml", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("older")]
    [InlineData("current")]
    public async Task The_catalog_loads_without_a_word_of_complaint(string form)
    {
        var draft = await PotteryShop.DraftAsync(PotteryShop.ProjectOf(form));

        CatalogLoader.Load(draft.Files.Select(file => new CatalogText(file.Path, file.Text))).Issues.ShouldBeEmpty();
    }

    private static string ModelOf(ImportDraft draft) => draft.Files.First(file => file.Path.StartsWith("semantic-models/", StringComparison.Ordinal)).Text;
}
