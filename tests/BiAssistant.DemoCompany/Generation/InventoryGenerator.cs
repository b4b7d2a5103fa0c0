using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Says for every night how many rooms of a type a property has and how many of them are out of order.</summary>
internal static class InventoryGenerator
{
    public static IReadOnlyList<InventoryNight> Generate(Cluster cluster, IReadOnlyList<Room> rooms) =>
    [
        .. rooms
            .GroupBy(room => (room.PropertyCode, room.RoomTypeCode))
            .SelectMany(group => Nights(cluster, cluster.PropertyOf(group.Key.PropertyCode), group.Key.RoomTypeCode, group.Count())),
    ];

    private static IEnumerable<InventoryNight> Nights(Cluster cluster, Property property, string type, int total)
    {
        var random = cluster.Stream($"inventory {property.Code} {type}");
        var repairedAfter = new int[total];
        foreach (var night in DataPeriod.Days(property.FirstDay, DataPeriod.LastArrival.AddDays(BookingGenerator.LongestStay)))
        {
            for (var room = 0; room < total; room++)
            {
                if (repairedAfter[room] > 0)
                {
                    repairedAfter[room]--;
                }
                else if (random.Chance(0.005))
                {
                    repairedAfter[room] = random.Between(1, 5);
                }
            }

            yield return new InventoryNight(property.Code, type, night, total, repairedAfter.Count(nights => nights > 0));
        }
    }
}
