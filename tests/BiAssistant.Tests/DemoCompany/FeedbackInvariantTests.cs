namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class FeedbackInvariantTests(WholeCompany company)
{
    [Fact]
    public void Who_complains_is_in_the_house_and_the_complaint_is_resolved_after_it_was_made_if_at_all()
    {
        company.Breaches(
            """
            SELECT * FROM complaints
            WHERE resolved_at < opened_at OR resolved_at >= TIMESTAMP '2025-01-01' OR compensation_cents <= 0
                OR (guest_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM bookings
                    WHERE bookings.guest_id = complaints.guest_id AND bookings.property_code = complaints.property_code
                        AND CAST(opened_at AS DATE) >= arrival_date AND CAST(opened_at AS DATE) < departure_date))
            """);
        company.Number("SELECT COUNT(*) FROM complaints WHERE resolved_at IS NULL").ShouldBeGreaterThan(0);
        company.Number("SELECT AVG(CASE WHEN guest_id IS NULL THEN 1 ELSE 0 END) FROM complaints").ShouldBeInRange(0.08, 0.2);
        company.Number("SELECT AVG(CASE WHEN compensation_cents IS NULL THEN 1 ELSE 0 END) FROM complaints").ShouldBeInRange(0.4, 0.8);
    }

    [Fact]
    public void A_complaint_has_one_to_three_topics_each_once() => company.Breaches(
        """
        SELECT complaint_id FROM complaints FULL JOIN complaint_topic_links USING (complaint_id) LEFT JOIN complaint_topics USING (topic_code)
        GROUP BY complaint_id HAVING COUNT(DISTINCT name) NOT BETWEEN 1 AND 3 OR COUNT(*) <> COUNT(DISTINCT topic_code) OR COUNT(severity_code) = 0
        """);

    [Fact]
    public void A_survey_names_the_guest_of_its_booking_or_nobody()
    {
        company.Breaches("SELECT * FROM satisfaction_surveys JOIN bookings USING (booking_id) WHERE satisfaction_surveys.guest_id <> bookings.guest_id");
        company.Number("SELECT AVG(CASE WHEN guest_id IS NULL THEN 1 ELSE 0 END) FROM satisfaction_surveys").ShouldBeInRange(0.08, 0.16);
    }

    [Fact]
    public void Reviews_are_posted_while_the_house_is_open_and_answered_later_if_at_all()
    {
        company.Breaches(
            """
            SELECT * FROM reviews LEFT JOIN properties USING (property_code)
            WHERE opened_on IS NULL OR posted_on < opened_on OR posted_on > DATE '2024-12-31' OR replied_on < posted_on OR replied_on > DATE '2024-12-31' OR rating NOT BETWEEN 1 AND 5
            """);
        company.Number("SELECT AVG(CASE WHEN replied_on IS NULL THEN 1 ELSE 0 END) FROM reviews").ShouldBeInRange(0.3, 0.6);
        company.Number("SELECT COUNT(*) FROM reviews WHERE language_code IS NULL").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Each_step_on_the_web_is_taken_by_no_more_than_the_one_before() => company.Breaches(
        """
        SELECT * FROM web_traffic JOIN properties USING (property_code)
        WHERE visits < 1 OR searches > visits OR bookings_started > searches OR bookings_completed > bookings_started OR day < opened_on OR day > DATE '2024-12-31'
        """);

    [Fact]
    public void No_more_bookings_are_completed_on_the_web_in_a_day_than_are_made_directly() => company.Breaches(
        """
        WITH web AS (SELECT property_code, day, SUM(bookings_completed) AS completed FROM web_traffic GROUP BY ALL),
        direct AS (SELECT property_code, booked_on AS day, COUNT(*) AS booked FROM bookings WHERE channel_code = 'DIR' GROUP BY ALL)
        SELECT * FROM web LEFT JOIN direct USING (property_code, day) WHERE completed > COALESCE(booked, 0)
        """);

    [Fact]
    public void Goals_are_set_for_every_quarter_from_2023_on_that_a_house_begins_open() => company.Breaches(
        """
        WITH quarters AS (SELECT UNNEST(GENERATE_SERIES(DATE '2023-01-01', DATE '2024-10-01', INTERVAL 3 MONTH))::DATE AS quarter_start),
        wanted AS (SELECT property_code, quarter_start FROM properties, quarters WHERE opened_on <= quarter_start)
        SELECT * FROM wanted FULL JOIN service_goals USING (property_code, quarter_start)
        WHERE goal_tenths IS NULL OR wanted.property_code IS NULL OR goal_tenths NOT BETWEEN 50 AND 100
        """);
}
