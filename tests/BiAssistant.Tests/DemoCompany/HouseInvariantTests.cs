namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class HouseInvariantTests(WholeCompany company)
{
    [Fact]
    public void Published_rates_follow_one_another_without_gap_or_overlap() => company.Breaches(
        """
        WITH ordered AS (
            SELECT *, LEAD(valid_from) OVER (PARTITION BY property_code, room_type_code ORDER BY valid_from) AS next_from,
                FIRST(valid_from) OVER (PARTITION BY property_code, room_type_code ORDER BY valid_from) AS first_from
            FROM published_rates)
        SELECT * FROM ordered JOIN properties USING (property_code)
        WHERE valid_to IS DISTINCT FROM next_from - 1 OR valid_to < valid_from OR rate <= 0 OR first_from <> GREATEST(opened_on, DATE '2022-01-01')
        """);

    [Fact]
    public void Every_kind_of_room_that_a_house_has_is_published() => company.Breaches(
        "SELECT DISTINCT property_code, room_type_code FROM rooms EXCEPT SELECT property_code, room_type_code FROM published_rates");

    [Fact]
    public void The_terms_of_a_property_follow_one_another_and_end_with_what_its_row_says() => company.Breaches(
        """
        WITH ordered AS (
            SELECT *, LEAD(valid_from) OVER (PARTITION BY property_code ORDER BY valid_from) AS next_from,
                ROW_NUMBER() OVER (PARTITION BY property_code ORDER BY valid_from) AS place
            FROM property_terms)
        SELECT * FROM properties LEFT JOIN ordered USING (property_code)
        WHERE valid_from IS NULL OR valid_to IS DISTINCT FROM next_from OR (place = 1 AND valid_from <> opened_on)
            OR (valid_to IS NULL AND (ordered.stars <> properties.stars OR manager_name IS DISTINCT FROM general_manager))
        """);

    [Fact]
    public void Some_terms_changed_while_the_data_was_kept_and_one_house_has_no_manager()
    {
        company.Number("SELECT COUNT(*) FROM property_terms WHERE valid_to > DATE '2022-01-01'").ShouldBeGreaterThan(4);
        company.Query("SELECT property_code FROM property_terms WHERE valid_to IS NULL AND manager_name IS NULL").ShouldHaveSingleItem()[0].ShouldBe("HAN");
    }

    [Fact]
    public void Every_month_in_which_a_house_is_open_has_its_budget_up_to_the_fiscal_years_end() => company.Breaches(
        """
        WITH months AS (SELECT UNNEST(GENERATE_SERIES(DATE '2022-01-01', DATE '2025-03-01', INTERVAL 1 MONTH))::DATE AS month),
        wanted AS (
            SELECT property_code, month, line_code
            FROM properties, months, (VALUES ('ROM'), ('FNB'), ('SPA')) AS lines (line_code)
            WHERE month >= DATE_TRUNC('month', opened_on)
                AND (line_code <> 'SPA' OR property_code IN (SELECT property_code FROM outlets WHERE kind_code = 'SPA')))
        SELECT * FROM wanted FULL JOIN budgets USING (property_code, month, line_code) WHERE budgets.amount IS NULL OR wanted.month IS NULL OR amount <= 0
        """);

    [Fact]
    public void Budgets_lie_near_what_came_in()
    {
        var share = company.Number(
            """
            SELECT (SELECT SUM(net_amount) FROM stay_nights) / (SELECT SUM(amount) FROM budgets WHERE line_code = 'ROM' AND month <= DATE '2024-12-01')
            """);
        share.ShouldBeInRange(0.9, 1.1);
    }

    [Fact]
    public void Every_month_in_which_a_house_is_open_has_its_meter_readings() => company.Breaches(
        """
        SELECT property_code, opened_on FROM properties LEFT JOIN utility_readings USING (property_code)
        GROUP BY property_code, opened_on
        HAVING COUNT(*) <> 3 * (DATE_DIFF('month', GREATEST(DATE_TRUNC('month', opened_on), DATE '2022-01-01'), DATE '2024-12-01') + 1)
            OR MIN(quantity) <= 0 OR MIN(cost) <= 0 OR BOOL_OR((kind_code = 'ELE') <> (unit = 'kWh'))
        """);

    [Fact]
    public void Repairs_are_of_open_houses_and_end_after_they_began_if_at_all()
    {
        company.Breaches(
            """
            SELECT * FROM work_orders LEFT JOIN rooms USING (room_id) LEFT JOIN properties USING (property_code)
            WHERE opened_on IS NULL OR opened_at < opened_on OR closed_at <= opened_at OR closed_at >= TIMESTAMP '2025-01-01' OR opened_at >= TIMESTAMP '2025-01-01'
                OR (closed_at IS NULL AND cost IS NOT NULL)
            """);
        company.Number("SELECT COUNT(*) FROM work_orders WHERE closed_at IS NULL").ShouldBeGreaterThan(0);
        company.Number("SELECT AVG(CASE WHEN cost IS NULL THEN 1 ELSE 0 END) FROM work_orders").ShouldBeInRange(0.08, 0.2);
    }

    [Fact]
    public void Awards_are_won_once_a_year_by_houses_that_were_open() => company.Breaches(
        """
        SELECT property_code, year, award_name FROM property_awards JOIN properties USING (property_code)
        GROUP BY ALL HAVING COUNT(*) > 1 OR MIN(year - YEAR(opened_on)) <= 0
        """);
}
