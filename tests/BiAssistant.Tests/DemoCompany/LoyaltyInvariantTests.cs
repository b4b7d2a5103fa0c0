namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class LoyaltyInvariantTests(WholeCompany company)
{
    [Fact]
    public void The_members_are_the_guests_who_have_a_tier() => company.Breaches(
        """
        SELECT * FROM (SELECT * FROM guests WHERE loyalty_tier IS NOT NULL) AS enrolled FULL JOIN loyalty_members ON guest_id = member_id
        WHERE guest_id IS NULL OR member_id IS NULL OR loyalty_members.joined_on <> enrolled.joined_on
            OR left_on <= loyalty_members.joined_on OR left_on > DATE '2024-12-31' OR (left_on IS NOT NULL) <> (status_code = 'L')
        """);

    [Fact]
    public void Tiers_follow_one_another_upwards_from_joining_to_the_one_of_today() => company.Breaches(
        """
        WITH ordered AS (
            SELECT *, LEAD(valid_from) OVER (PARTITION BY member_id ORDER BY valid_from) AS next_from,
                LAG(POSITION(tier_code IN 'MSGP')) OVER (PARTITION BY member_id ORDER BY valid_from) AS rank_before,
                FIRST(valid_from) OVER (PARTITION BY member_id ORDER BY valid_from) AS first_from
            FROM loyalty_tiers)
        SELECT * FROM loyalty_members JOIN guests ON guest_id = member_id LEFT JOIN ordered USING (member_id)
        WHERE valid_to <= valid_from OR first_from IS DISTINCT FROM loyalty_members.joined_on OR rank_before >= POSITION(tier_code IN 'MSGP')
            OR valid_to IS DISTINCT FROM COALESCE(next_from, left_on) OR (next_from IS NULL AND tier_code <> loyalty_tier)
        """);

    [Fact]
    public void A_balance_is_the_sum_of_what_was_posted_up_to_its_day() => company.Breaches(
        """
        SELECT * FROM (
            SELECT loyalty_balances.member_id, month_end, loyalty_balances.points, COALESCE(SUM(loyalty_transactions.points), 0) AS posted
            FROM loyalty_balances LEFT JOIN loyalty_transactions
                ON loyalty_transactions.member_id = loyalty_balances.member_id AND posted_on <= month_end
            GROUP BY ALL)
        WHERE points <> posted OR points < 0
        """);

    [Fact]
    public void Who_has_points_has_a_balance_for_every_month_from_joining_on() => company.Breaches(
        """
        WITH held AS (SELECT member_id, COUNT(*) AS months, MIN(month_end) AS first FROM loyalty_balances GROUP BY ALL),
        wanted AS (
            SELECT member_id, LAST_DAY(joined_on) AS first,
                DATE_DIFF('month', joined_on, COALESCE(left_on, DATE '2025-01-01')) AS months
            FROM loyalty_members WHERE member_id IN (SELECT member_id FROM loyalty_transactions))
        SELECT * FROM wanted LEFT JOIN held USING (member_id) WHERE wanted.months > 0 AND (held.months IS DISTINCT FROM wanted.months OR held.first <> wanted.first)
        """);

    [Fact]
    public void Points_are_posted_when_they_came_or_up_to_45_days_later_and_never_after_the_last_day()
    {
        company.Breaches(
            """
            SELECT * FROM loyalty_transactions LEFT JOIN loyalty_members USING (member_id)
            WHERE happened_on < joined_on OR posted_on < happened_on OR posted_on > happened_on + 45 OR posted_on > DATE '2024-12-31' OR posted_on >= left_on
                OR joined_on IS NULL OR (points < 0) <> (kind_code IN ('RDM', 'EXP')) OR points = 0
            """);
        company.Number("SELECT COUNT(*) FROM loyalty_transactions WHERE posted_on > happened_on + 30").ShouldBeGreaterThan(0);
        company.Number("SELECT COUNT(*) FROM loyalty_transactions WHERE property_code IS NULL").ShouldBeGreaterThan(0);
    }
}
