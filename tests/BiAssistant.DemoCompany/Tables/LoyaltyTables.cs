using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>The loyalty programme: its members, their tiers and their points.</summary>
internal static class LoyaltyTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Members(data), Tiers(data), Transactions(data), Balances(data)];

    private static Table<Member> Members(ClusterData data) => new Table<Member>("loyalty_members", data.Members)
        .Whole("member_id", member => member.Id)
        .Day("joined_on", member => member.JoinedOn)
        .DayOrNull("left_on", member => member.LeftOn)
        .TextOrNull("home_property_code", member => member.HomePropertyCode)
        .Flag("newsletter", member => member.Newsletter)
        .Text("status_code", member => member.Status);

    private static Table<TierInterval> Tiers(ClusterData data) => new Table<TierInterval>("loyalty_tiers", TierGenerator.Generate(data.Cluster, data.Members))
        .Whole("member_id", interval => interval.MemberId)
        .Text("tier_code", interval => interval.Tier)
        .Day("valid_from", interval => interval.ValidFrom)
        .DayOrNull("valid_to", interval => interval.ValidTo);

    private static Table<PointsTransaction> Transactions(ClusterData data) => new Table<PointsTransaction>("loyalty_transactions", data.Points)
        .Whole("transaction_id", transaction => transaction.Id)
        .Whole("member_id", transaction => transaction.MemberId)
        .Day("happened_on", transaction => transaction.HappenedOn)
        .Day("posted_on", transaction => transaction.PostedOn)
        .Text("kind_code", transaction => transaction.Kind)
        .Whole("points", transaction => transaction.Points)
        .TextOrNull("property_code", transaction => transaction.PropertyCode);

    private static Table<PointsBalance> Balances(ClusterData data) => new Table<PointsBalance>("loyalty_balances", BalanceGenerator.Generate(data.Members, data.Points))
        .Whole("member_id", balance => balance.MemberId)
        .Day("month_end", balance => balance.MonthEnd)
        .Whole("points", balance => balance.Points);
}
