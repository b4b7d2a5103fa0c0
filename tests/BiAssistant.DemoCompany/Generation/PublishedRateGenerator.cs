using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the rates that each property publishes for its room types: a new one about every month, each to the day before the next, the last without an end.</summary>
internal static class PublishedRateGenerator
{
    public static IEnumerable<PublishedRate> Generate(Cluster cluster, IReadOnlyList<Room> rooms) =>
        rooms.Select(room => (room.PropertyCode, room.RoomTypeCode)).Distinct().SelectMany(pair =>
            RatesOf(cluster, cluster.PropertyOf(pair.PropertyCode), RoomType.All.Single(type => type.Code == pair.RoomTypeCode)));

    private static IEnumerable<PublishedRate> RatesOf(Cluster cluster, Property property, RoomType type)
    {
        var random = cluster.Stream($"published rates {property.Code} {type.Code}");
        PublishedRate? last = null;
        foreach (var month in DataPeriod.Months(property.FirstDay, DataPeriod.Last))
        {
            if (last is not null && random.Chance(0.12))
            {
                continue;
            }

            var from = last is null ? property.FirstDay : month.AddDays(random.Chance(0.3) ? 14 : 0);
            // The list price stands above what most guests pay, and is in whole dollars.
            var rate = Pricing.Rounded(Pricing.Rate(property, type, month.AddDays(14)) * (1.12 + (0.06 * random.Unit())), 100);
            if (last is not null)
            {
                yield return last with { ValidTo = from.AddDays(-1) };
            }

            last = new PublishedRate(property.Code, type.Code, from, null, rate);
        }

        if (last is not null)
        {
            yield return last;
        }
    }
}
