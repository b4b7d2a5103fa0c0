using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Says for every night how many rooms of a type a property has and how many of them are out of order.</summary>
internal static class InventoryGenerator
{
    public static IReadOnlyList<InventoryNight> Generate(int seed, IReadOnlyList<Room> rooms) =>
    [
        .. rooms
            .GroupBy(room => (room.PropertyCode, room.RoomTypeCode))
            .SelectMany(group => Nights(seed, group.Key.PropertyCode, group.Key.RoomTypeCode, group.Count())),
    ];

    private static IEnumerable<InventoryNight> Nights(int seed, string property, string type, int total)
    {
        var random = new RandomStream(seed, $"inventory {property} {type}");
        var opened = DataPeriod.Later(DataPeriod.First, Property.All.Single(one => one.Code == property).OpenedOn);
        var repairedAfter = new int[total];
        foreach (var night in DataPeriod.Days(opened, DataPeriod.LastArrival.AddDays(BookingGenerator.LongestStay)))
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

            yield return new InventoryNight(property, type, night, total, repairedAfter.Count(nights => nights > 0));
        }
    }
}
