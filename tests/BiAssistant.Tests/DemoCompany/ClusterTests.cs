using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Tables;

namespace BiAssistant.Tests.DemoCompany;

public sealed class ClusterTests
{
    private const double Smallest = 0.02;

    private static readonly string[] Lists =
    [
        "properties", "room_types", "rooms", "guests", "rate_plans", "companies", "property_terms", "outlets", "menu_items", "treatments", "departments", "employees", "extras",
        "property_awards", "marketing_channels", "campaigns", "complaint_topics", "loyalty_members", "loyalty_tiers", "service_goals",
    ];

    private static readonly string[] Keys =
    [
        "properties(property_code)", "properties(name)", "rooms(room_id)", "guests(guest_id)", "bookings(booking_id)", "outlets(outlet_id)", "restaurant_checks(check_id)",
        "check_lines(check_id, line_number)", "spa_visits(visit_id)", "employees(employee_id)", "shifts(employee_id, shift_date)", "work_orders(work_order_id)",
        "budgets(property_code, month, line_code)", "companies(company_id)", "menu_items(menu_item_id)", "departments(department_code)", "satisfaction_surveys(survey_id)",
        "marketing_spend(spend_id)", "campaigns(campaign_code)", "complaints(complaint_id)", "loyalty_members(member_id)", "loyalty_transactions(transaction_id)",
        "loyalty_balances(member_id, month_end)", "web_traffic(property_code, day, device_code)", "reviews(review_id)",
    ];

    [Theory]
    [InlineData(100_000)]
    [InlineData(300_000)]
    [InlineData(1_000_000)]
    public void A_company_has_about_the_rows_that_were_asked_for(int rows)
    {
        var facts = CompanySize.Clusters(DemoWarehouses.DefaultSeed, rows).Select(ClusterData.Generate)
            .Sum(data => OperationsTables.Of(data).Concat(FeedbackTables.Of(data)).Where(table => !Lists.Contains(table.Name)).Sum(table => table.WriteTo(new NoCells())));

        facts.ShouldBeInRange((long)(rows * 0.9), (long)(rows * 1.1));
    }

    [Fact]
    public void A_larger_company_has_the_named_houses_first_and_further_clusters_after_them()
    {
        var clusters = CompanySize.Clusters(DemoWarehouses.DefaultSeed, 3_400_000).ToList();

        clusters.Select(cluster => cluster.Number).ShouldBe([0, 1, 2, 3]);
        clusters.Take(3).ShouldAllBe(cluster => cluster.Scale.Equals(1.0));
        clusters[3].Scale.ShouldBeInRange(0.3, 0.5);
        clusters[0].ShouldBe(CompanySize.Clusters(DemoWarehouses.DefaultSeed, DemoWarehouses.DefaultRows).ShouldHaveSingleItem());
    }

    [Fact]
    public void Keys_and_names_of_houses_are_unique_over_all_clusters()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("company.duckdb");
        using (var file = new DuckDbFile(path))
        {
            foreach (var number in (int[])[0, 1, 99])
            {
                var data = ClusterData.Generate(new Cluster(DemoWarehouses.DefaultSeed, number, Smallest));
                file.Append(OperationsTables.Of(data));
                file.Append(FeedbackTables.Of(data));
            }

            file.Complete();
        }

        WarehouseFile.Query(path, "SELECT COUNT(*) FROM properties").ShouldHaveSingleItem()[0].ShouldBe(36L);
        foreach (var key in Keys)
        {
            var (table, columns) = (key[..key.IndexOf('(')], key[(key.IndexOf('(') + 1)..^1]);
            WarehouseFile.Query(path, $"SELECT {columns} FROM {table} GROUP BY ALL HAVING COUNT(*) > 1").ShouldBeEmpty(key);
        }
    }

    /// <summary>Takes cells and keeps none.</summary>
    private sealed class NoCells : ICells
    {
        public void Text(string? value)
        {
        }

        public void Whole(int? value)
        {
        }

        public void Hundredths(int? value)
        {
        }

        public void Day(DateOnly? value)
        {
        }

        public void Moment(DateTime? value)
        {
        }

        public void Flag(bool? value)
        {
        }

        public void EndRow()
        {
        }
    }
}
