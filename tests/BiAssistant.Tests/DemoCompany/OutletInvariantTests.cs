namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class OutletInvariantTests(WholeCompany company)
{
    [Fact]
    public void The_lines_of_a_check_add_up_to_its_gross_amount() => company.Breaches(
        """
        SELECT check_id FROM restaurant_checks LEFT JOIN check_lines USING (check_id)
        GROUP BY check_id, gross_amount
        HAVING SUM(amount) IS DISTINCT FROM gross_amount OR COUNT(*) <> MAX(line_number) OR MIN(line_number) <> 1
        """);

    [Fact]
    public void Every_line_has_its_check() => company.Breaches("SELECT * FROM check_lines ANTI JOIN restaurant_checks USING (check_id)");

    [Fact]
    public void A_check_is_worth_its_gross_amount_less_its_discount() => company.Breaches(
        "SELECT * FROM restaurant_checks WHERE net_amount <> gross_amount - discount_amount OR discount_amount < 0 OR net_amount <= 0 OR covers < 1 OR tip_amount < 0");

    [Fact]
    public void A_check_is_opened_while_its_outlet_is_open_and_serves_food_or_drink() => company.Breaches(
        """
        SELECT * FROM restaurant_checks LEFT JOIN outlets USING (outlet_id)
        WHERE kind_code IS NULL OR kind_code = 'SPA' OR CAST(opened_at AS DATE) < opened_on OR CAST(opened_at AS DATE) >= closed_on
        """);

    [Fact]
    public void A_room_charge_is_of_a_guest_who_is_in_the_house() => company.Breaches(
        """
        SELECT * FROM restaurant_checks
        JOIN outlets USING (outlet_id)
        LEFT JOIN bookings ON bookings.booking_id = restaurant_checks.booking_id
        WHERE restaurant_checks.booking_id IS NOT NULL
            AND (bookings.property_code IS DISTINCT FROM outlets.property_code OR status_code NOT IN ('INH', 'OUT')
                OR CAST(opened_at AS DATE) < arrival_date OR CAST(opened_at AS DATE) >= departure_date)
        """);

    [Fact]
    public void Who_serves_or_treats_is_employed_there_on_that_day() => company.Breaches(
        """
        WITH work AS (
            SELECT outlet_id, server_id AS employee_id, CAST(opened_at AS DATE) AS day, 'FNB' AS department FROM restaurant_checks
            UNION ALL SELECT outlet_id, therapist_id, CAST(started_at AS DATE), 'SPA' FROM spa_visits)
        SELECT * FROM work JOIN outlets USING (outlet_id) LEFT JOIN employees USING (employee_id)
        WHERE department_code IS DISTINCT FROM department OR employees.property_code <> outlets.property_code OR day < hired_on OR day >= left_on
        """);

    [Fact]
    public void Spa_visits_cost_only_who_came_or_did_not_say_that_they_would_not() => company.Breaches(
        """
        SELECT * FROM spa_visits LEFT JOIN outlets USING (outlet_id) LEFT JOIN treatments USING (treatment_code)
        WHERE kind_code IS DISTINCT FROM 'SPA' OR list_price IS NULL OR CAST(started_at AS DATE) < opened_on OR spa_visits.minutes < treatments.minutes
            OR amount_cents < 0 OR (status_code = 'CXL' AND amount_cents <> 0) OR (status_code = 'DON' AND amount_cents = 0)
        """);

    [Fact]
    public void Some_no_shows_pay_and_some_visitors_do_not_stay_in_the_house()
    {
        company.Number("SELECT AVG(CASE WHEN amount_cents > 0 THEN 1 ELSE 0 END) FROM spa_visits WHERE status_code = 'NSH'").ShouldBeInRange(0.3, 0.7);
        company.Number("SELECT AVG(CASE WHEN guest_id IS NULL THEN 1 ELSE 0 END) FROM spa_visits").ShouldBeInRange(0.2, 0.5);
        company.Breaches("SELECT guest_id FROM spa_visits ANTI JOIN guests USING (guest_id) WHERE guest_id IS NOT NULL");
    }

    [Theory]
    [InlineData("restaurant_checks", "opened_at")]
    [InlineData("spa_visits", "started_at")]
    public void What_happened_is_posted_on_that_day_or_later_some_of_it_much_later_and_never_after_the_last_day(string table, string moment)
    {
        company.Breaches($"SELECT * FROM {table} WHERE posted_on < CAST({moment} AS DATE) OR posted_on > DATE '2024-12-31' OR posted_on > CAST({moment} AS DATE) + 30");
        company.Number($"SELECT AVG(CASE WHEN posted_on > CAST({moment} AS DATE) + 1 THEN 1 ELSE 0 END) FROM {table}").ShouldBeInRange(0.02, 0.04);
        company.Number($"SELECT AVG(CASE WHEN posted_on = CAST({moment} AS DATE) THEN 1 ELSE 0 END) FROM {table}").ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void Outlets_of_several_houses_have_one_name_and_one_has_closed()
    {
        company.Query("SELECT name FROM outlets GROUP BY name HAVING COUNT(DISTINCT property_code) > 1").Select(row => row[0]).ShouldContain("Lobby Bar");
        company.Query("SELECT name FROM outlets WHERE closed_on <= DATE '2024-12-31'").ShouldHaveSingleItem();
        company.Breaches("SELECT * FROM outlets WHERE (seats IS NULL) <> (kind_code = 'SPA')");
    }
}
