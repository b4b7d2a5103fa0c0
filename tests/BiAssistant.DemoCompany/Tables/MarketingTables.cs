using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>What marketing spent, and what came to the company's pages.</summary>
internal static class MarketingTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Channels(data), Campaigns(data), Spends(data), WebTraffic(data)];

    private static Table<MarketingChannel> Channels(ClusterData data) => new Table<MarketingChannel>("marketing_channels", data.Once(MarketingChannel.All))
        .Text("marketing_channel_code", channel => channel.Code)
        .Text("name", channel => channel.Name)
        .Text("kind_code", channel => channel.Kind);

    private static Table<Campaign> Campaigns(ClusterData data) => new Table<Campaign>("campaigns", data.Once(Campaign.All))
        .Text("campaign_code", campaign => campaign.Code)
        .Text("name", campaign => campaign.Name)
        .Text("marketing_channel_code", campaign => campaign.Channel)
        .Day("started_on", campaign => campaign.StartedOn)
        .DayOrNull("ended_on", campaign => campaign.EndedOn);

    private static Table<Spend> Spends(ClusterData data) => new Table<Spend>("marketing_spend", MarketingGenerator.Generate(data.Cluster, data.Rooms))
        .Whole("spend_id", spend => spend.Id)
        .Text("property_code", spend => spend.PropertyCode)
        .Text("campaign_code", spend => spend.CampaignCode)
        .Day("spent_on", spend => spend.SpentOn)
        .Whole("spend_cents", spend => spend.Cents)
        .WholeOrNull("impressions", spend => spend.Impressions)
        .Whole("clicks", spend => spend.Clicks);

    private static Table<Traffic> WebTraffic(ClusterData data) =>
        new Table<Traffic>("web_traffic", TrafficGenerator.Generate(data.Cluster, data.Bookings, data.Occupancy))
            .Text("property_code", traffic => traffic.PropertyCode)
            .Day("day", traffic => traffic.Day)
            .Text("device_code", traffic => traffic.Device)
            .Whole("visits", traffic => traffic.Visits)
            .Whole("searches", traffic => traffic.Searches)
            .Whole("bookings_started", traffic => traffic.Started)
            .Whole("bookings_completed", traffic => traffic.Completed);
}
