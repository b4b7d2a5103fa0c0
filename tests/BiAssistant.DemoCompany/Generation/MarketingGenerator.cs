using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes what every running campaign cost for every open property, week by week, dated on Mondays.</summary>
internal static class MarketingGenerator
{
    public static IReadOnlyList<Spend> Generate(Cluster cluster, IReadOnlyList<Room> rooms)
    {
        var random = cluster.Stream("marketing");
        var channels = MarketingChannel.All.ToDictionary(channel => channel.Code);
        var roomCounts = rooms.GroupBy(room => room.PropertyCode).ToDictionary(group => group.Key, group => group.Count());
        var spends = new List<Spend>();
        foreach (var monday in DataPeriod.Days(DataPeriod.First, DataPeriod.Last).Where(day => day.DayOfWeek == DayOfWeek.Monday))
        {
            foreach (var property in cluster.Properties.Where(property => property.OpenedOn <= monday))
            {
                foreach (var campaign in Campaign.All.Where(campaign => campaign.IsRunning(monday)))
                {
                    spends.Add(Week(random, cluster.KeysBefore + spends.Count + 1, monday, property, roomCounts[property.Code], campaign, channels[campaign.Channel]));
                }
            }
        }

        return spends;
    }

    private static Spend Week(RandomStream random, int id, DateOnly monday, Property property, int rooms, Campaign campaign, MarketingChannel channel)
    {
        var cents = (int)Math.Round(campaign.WeeklyCentsPerRoom * rooms * property.Dearness * (0.75 + (0.5 * random.Unit())), MidpointRounding.AwayFromZero);
        var impressions = (int)(1000.0 * cents / channel.CostPerThousand * (0.85 + (0.3 * random.Unit())));
        var clicks = (int)(impressions * channel.ClickPerMille / 1000 * (0.8 + (0.4 * random.Unit())));
        // Partners report clicks but no impressions.
        return new Spend(id, property.Code, campaign.Code, monday, cents, channel.Code == "PRT" ? null : impressions, clicks);
    }
}
