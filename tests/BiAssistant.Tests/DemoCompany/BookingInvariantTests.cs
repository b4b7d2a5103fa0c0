namespace BiAssistant.Tests.DemoCompany;

/// <summary>What holds in every hotel, asked of the written files; each query finds the rows that break the rule.</summary>
public sealed class BookingInvariantTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public void No_more_rooms_are_sold_in_a_night_than_are_for_sale() => Breaches(
        """
        WITH sold AS (
            SELECT property_code, room_type_code, night, COUNT(*) AS nights
            FROM stay_nights JOIN bookings USING (booking_id)
            GROUP BY ALL)
        SELECT * FROM sold LEFT JOIN room_inventory USING (property_code, room_type_code, night)
        WHERE rooms_total IS NULL OR nights > rooms_total - rooms_out_of_order
        """);

    [Fact]
    public void The_house_is_full_in_some_nights_and_not_in_most()
    {
        var row = demo.Operations(
            """
            WITH sold AS (
                SELECT property_code, room_type_code, night, COUNT(*) AS nights
                FROM stay_nights JOIN bookings USING (booking_id)
                GROUP BY ALL)
            SELECT CAST(SUM(COALESCE(nights, 0)) AS DOUBLE) / SUM(rooms_total - rooms_out_of_order), COUNT(*) FILTER (WHERE nights = rooms_total)
            FROM room_inventory LEFT JOIN sold USING (property_code, room_type_code, night)
            """).ShouldHaveSingleItem();

        ((double)row[0]!).ShouldBeInRange(0.5, 0.85);
        ((long)row[1]!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_nights_of_a_completed_booking_add_up_to_its_total() => Breaches(
        """
        SELECT booking_id
        FROM bookings LEFT JOIN stay_nights USING (booking_id)
        WHERE status_code = 'OUT'
        GROUP BY booking_id, total_amount, nights, arrival_date, departure_date
        HAVING SUM(net_amount) IS DISTINCT FROM total_amount OR COUNT(net_amount) <> nights
            OR MIN(night) <> arrival_date OR MAX(night) <> departure_date - 1 OR COUNT(DISTINCT night) <> nights
        """);

    [Fact]
    public void A_booking_in_house_has_only_the_nights_up_to_today() => Breaches(
        """
        SELECT booking_id
        FROM bookings LEFT JOIN stay_nights USING (booking_id)
        WHERE status_code = 'INH'
        GROUP BY booking_id, total_amount, arrival_date
        HAVING COUNT(night) <> DATE '2025-01-01' - arrival_date OR SUM(net_amount) > total_amount
        """);

    [Fact]
    public void Only_guests_who_arrived_have_nights() => Breaches(
        "SELECT * FROM stay_nights JOIN bookings USING (booking_id) WHERE status_code NOT IN ('OUT', 'INH')");

    [Fact]
    public void A_night_is_worth_its_rate_less_its_discount() => Breaches(
        "SELECT * FROM stay_nights WHERE net_amount <> room_rate - discount_amount OR discount_amount < 0 OR net_amount <= 0");

    [Fact]
    public void Dates_of_a_booking_are_in_order_and_none_is_made_after_today() => Breaches(
        """
        SELECT * FROM bookings JOIN properties USING (property_code)
        WHERE booked_on > arrival_date OR departure_date - arrival_date <> nights OR nights < 1 OR arrival_date < opened_on
            OR booked_on > DATE '2024-12-31' OR booked_on < DATE '2022-01-01'
            OR (cancelled_on IS NOT NULL) <> (status_code = 'CXL') OR cancelled_on NOT BETWEEN booked_on AND arrival_date OR cancelled_on > DATE '2024-12-31'
            OR (status_code = 'CNF' AND arrival_date <= DATE '2024-12-31') OR (status_code IN ('OUT', 'INH', 'NSH') AND arrival_date > DATE '2024-12-31')
            OR (status_code = 'OUT' AND departure_date > DATE '2024-12-31') OR (status_code = 'INH' AND departure_date <= DATE '2024-12-31')
        """);

    [Fact]
    public void Rooms_hold_the_guests_that_are_booked_into_them() => Breaches(
        "SELECT * FROM bookings JOIN room_types USING (room_type_code) WHERE adults < 1 OR adults + children > max_guests");

    [Fact]
    public void A_guest_is_registered_with_the_first_booking_and_joins_later_if_ever() => Breaches(
        """
        SELECT guest_id FROM guests LEFT JOIN bookings USING (guest_id)
        GROUP BY guest_id, registered_on, joined_on, loyalty_tier
        HAVING MIN(booked_on) IS DISTINCT FROM registered_on OR joined_on < registered_on OR (joined_on IS NULL) <> (loyalty_tier IS NULL)
        """);

    [Fact]
    public void A_property_has_the_rooms_that_its_inventory_counts_from_its_opening_to_today() => Breaches(
        """
        WITH held AS (SELECT property_code, room_type_code, COUNT(*) AS rooms FROM rooms GROUP BY ALL),
        counted AS (
            SELECT property_code, room_type_code, MIN(rooms_total) AS least, MAX(rooms_total) AS most, COUNT(*) AS nights, MIN(night) AS first
            FROM room_inventory GROUP BY ALL)
        SELECT * FROM held FULL JOIN counted USING (property_code, room_type_code) JOIN properties USING (property_code)
        WHERE rooms IS DISTINCT FROM least OR rooms IS DISTINCT FROM most
            OR first <> GREATEST(opened_on, DATE '2022-01-01') OR nights <> DATE '2025-01-01' - first
        """);

    [Fact]
    public void A_survey_follows_a_completed_stay_in_the_same_property()
    {
        var stays = demo.Operations("SELECT booking_id, property_code, CAST(departure_date AS VARCHAR) FROM bookings WHERE status_code = 'OUT'")
            .ToDictionary(row => (long)(int)row[0]!, row => (Property: (string)row[1]!, Departure: (string)row[2]!));
        var surveys = demo.Feedback("SELECT booking_id, property_code, submitted_on FROM satisfaction_surveys");

        surveys.Count.ShouldBeGreaterThan(500);
        surveys.Where(row => !stays.TryGetValue((long)row[0]!, out var stay) || stay.Property != (string)row[1]!
                || string.CompareOrdinal((string)row[2]!, stay.Departure) <= 0 || string.CompareOrdinal((string)row[2]!, "2024-12-31") > 0)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Marketing_is_spent_on_open_properties_while_the_campaign_runs()
    {
        var opened = demo.Operations("SELECT property_code, CAST(opened_on AS VARCHAR) FROM properties").ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
        var spends = demo.Feedback(
            """
            SELECT property_code, spent_on, spend_cents > 0 AND spent_on >= started_on AND (ended_on IS NULL OR spent_on <= ended_on), typeof(spend_cents)
            FROM marketing_spend LEFT JOIN campaigns USING (campaign_code) LEFT JOIN marketing_channels USING (marketing_channel_code)
            """);

        spends.Count.ShouldBeGreaterThan(5_000);
        spends.Where(row => row[2] is not 1L || row[3] is not "integer" || string.CompareOrdinal((string)row[1]!, opened[(string)row[0]!]) < 0).ShouldBeEmpty();
    }

    [Fact]
    public void Amounts_are_exact_decimals_and_no_column_is_a_floating_number()
    {
        var types = demo.Operations("SELECT column_name, data_type FROM information_schema.columns").ToLookup(row => (string)row[0]!, row => (string)row[1]!);

        ((string[])["net_amount", "room_rate", "discount_amount", "total_amount", "amount", "cost", "rate", "price", "hourly_wage", "labor_cost"])
            .SelectMany(column => types[column]).Distinct().ShouldBe(["DECIMAL(12,2)"]);
        types.SelectMany(group => group).ShouldNotContain("DOUBLE");
    }

    private void Breaches(string sql) => demo.Operations(sql).ShouldBeEmpty();
}
