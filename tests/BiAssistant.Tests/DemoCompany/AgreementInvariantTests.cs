namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class AgreementInvariantTests(WholeCompany company)
{
    [Fact]
    public void Every_cancelled_booking_and_no_other_has_its_cancellation_on_that_day() => company.Breaches(
        """
        SELECT * FROM bookings FULL JOIN cancellations USING (booking_id)
        WHERE (status_code IS NOT DISTINCT FROM 'CXL') <> (cancelled_at IS NOT NULL) OR CAST(cancelled_at AS DATE) <> cancelled_on
        """);

    [Fact]
    public void A_cancellation_costs_at_most_the_booking_and_only_the_rest_is_refunded()
    {
        company.Breaches(
            """
            SELECT * FROM cancellations JOIN bookings USING (booking_id)
            WHERE fee_amount < 0 OR fee_amount > total_amount OR (fee_amount = total_amount AND refunded_on IS NOT NULL)
                OR refunded_on < cancelled_on OR refunded_on > DATE '2024-12-31'
            """);
        company.Number("SELECT COUNT(*) FROM cancellations WHERE reason_code IS NULL").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Only_guests_at_corporate_rates_have_a_company_and_it_was_under_contract()
    {
        company.Breaches(
            """
            SELECT * FROM bookings LEFT JOIN companies USING (company_id)
            WHERE company_id IS NOT NULL AND (channel_code <> 'COR' OR contracted_on IS NULL OR booked_on < contracted_on OR booked_on > ended_on)
            """);
        company.Number("SELECT AVG(CASE WHEN company_id IS NULL THEN 1 ELSE 0 END) FROM bookings WHERE channel_code = 'COR'").ShouldBeInRange(0.02, 0.06);
    }

    [Fact]
    public void Whose_breakfast_is_included_by_the_rate_plan_has_it_in_the_booking() => company.Breaches(
        """
        SELECT * FROM bookings LEFT JOIN rate_plans USING (rate_plan_code)
        WHERE name IS NULL OR (meal_plan_code <> 'RO' AND NOT breakfast_included) OR (channel_code = 'COR') <> (rate_plan_code = 'COR')
        """);

    [Fact]
    public void An_extra_is_booked_once_and_costs_its_price() => company.Breaches(
        """
        SELECT booking_id, extra_code FROM booking_extras LEFT JOIN extras USING (extra_code) LEFT JOIN bookings USING (booking_id)
        GROUP BY booking_id, extra_code
        HAVING COUNT(*) > 1 OR COUNT(price) = 0 OR COUNT(status_code) = 0 OR MIN(quantity) < 1 OR BOOL_OR(amount <> quantity * price)
        """);

    [Fact]
    public void Several_guests_bear_one_name() => company.Number(
        "SELECT COUNT(*) FROM (SELECT full_name FROM guests GROUP BY full_name HAVING COUNT(*) > 1)").ShouldBeGreaterThan(10);
}
