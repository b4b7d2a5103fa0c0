namespace BiAssistant.Tests.DemoCompany;

/// <summary>What an analyst is to find in the data: seasons, weekends, growth, and the house that is being renovated.</summary>
[Collection(WholeCompany.Name)]
public sealed class StoryTests(WholeCompany company)
{
    [Fact]
    public void Beach_houses_are_full_in_summer_and_eat_and_complain_more_then()
    {
        Ratio("stay_nights JOIN bookings USING (booking_id) WHERE property_code IN ('PUS', 'CJU')", "night", "7, 8", "1, 2").ShouldBeGreaterThan(1.2);
        Ratio("restaurant_checks JOIN outlets USING (outlet_id) WHERE property_code IN ('PUS', 'CJU')", "opened_at", "7, 8", "1, 2").ShouldBeGreaterThan(1.1);
        Ratio("complaints WHERE TRUE", "opened_at", "7, 8", "1, 2").ShouldBeGreaterThan(1.4);
    }

    [Fact]
    public void Spas_are_sought_in_the_cold_months_and_at_weekends()
    {
        Ratio("spa_visits WHERE TRUE", "started_at", "11, 12, 1, 2", "6, 7, 8, 9").ShouldBeGreaterThan(1.1);
        company.Number("SELECT COUNT(*) FILTER (DAYOFWEEK(started_at) IN (0, 6)) / COUNT(*) FROM spa_visits").ShouldBeGreaterThan(0.33);
    }

    [Fact]
    public void Gas_is_burnt_in_winter_and_electricity_in_summer()
    {
        company.Number("SELECT SUM(quantity) FILTER (MONTH(month) IN (12, 1, 2)) / SUM(quantity) FILTER (MONTH(month) IN (6, 7, 8)) FROM utility_readings WHERE kind_code = 'GAS'").ShouldBeGreaterThan(3);
        company.Number("SELECT SUM(quantity) FILTER (MONTH(month) IN (6, 7, 8)) / SUM(quantity) FILTER (MONTH(month) IN (12, 1, 2)) FROM utility_readings WHERE kind_code = 'ELE'").ShouldBeGreaterThan(1.1);
    }

    [Fact]
    public void Business_grows_from_year_to_year()
    {
        foreach (var (table, amount, day) in (ReadOnlySpan<(string, string, string)>)[("stay_nights", "net_amount", "night"), ("restaurant_checks", "net_amount", "opened_at"), ("spa_visits", "amount_cents", "started_at")])
        {
            company.Number($"SELECT SUM({amount}) FILTER (YEAR({day}) = 2024) / SUM({amount}) FILTER (YEAR({day}) = 2022) FROM {table}").ShouldBeGreaterThan(1.15, table);
        }
    }

    [Fact]
    public void Visits_to_the_pages_run_ahead_of_the_bookings() => company.Number(
        """
        WITH visited AS (SELECT DATE_TRUNC('week', day) AS week, SUM(visits) AS visits FROM web_traffic GROUP BY ALL),
        booked AS (SELECT DATE_TRUNC('week', booked_on) AS week, COUNT(*) AS bookings FROM bookings WHERE channel_code = 'DIR' GROUP BY ALL)
        SELECT CORR(visits, bookings) FROM visited JOIN booked USING (week)
        """).ShouldBeGreaterThan(0.6);

    [Fact]
    public void From_May_2024_on_a_renovation_brings_noise_complaints_and_worse_reviews()
    {
        const string before = "BETWEEN DATE '2023-05-01' AND DATE '2023-12-31'";
        const string since = "BETWEEN DATE '2024-05-01' AND DATE '2024-12-31'";
        company.Number($"SELECT COUNT(*) FILTER (CAST(opened_at AS DATE) {since}) / COUNT(*) FILTER (CAST(opened_at AS DATE) {before}) FROM work_orders JOIN rooms USING (room_id) WHERE property_code = 'SFO'").ShouldBeGreaterThan(2.5);
        company.Number($"SELECT COUNT(*) FILTER (CAST(opened_at AS DATE) {since}) / COUNT(*) FILTER (CAST(opened_at AS DATE) {before}) FROM complaints JOIN complaint_topic_links USING (complaint_id) WHERE property_code = 'SFO' AND topic_code = 'NOI'").ShouldBeGreaterThan(4);
        company.Number($"SELECT AVG(rating) FILTER (posted_on {before}) - AVG(rating) FILTER (posted_on {since}) FROM reviews WHERE property_code = 'SFO'").ShouldBeGreaterThan(0.8);
        company.Number($"SELECT AVG(rating) FILTER (posted_on {before}) - AVG(rating) FILTER (posted_on {since}) FROM reviews WHERE property_code <> 'SFO'").ShouldBeInRange(-0.3, 0.3);
    }

    private double Ratio(string rows, string day, string months, string others) =>
        company.Number($"SELECT COUNT(*) FILTER (MONTH({day}) IN ({months})) / COUNT(*) FILTER (MONTH({day}) IN ({others})) FROM {rows}");
}
