using System.Globalization;
using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the rooms of every property; a small scale keeps at least one standard room in each.</summary>
internal static class RoomGenerator
{
    public static IReadOnlyList<Room> Generate(Cluster cluster)
    {
        var random = cluster.Stream("rooms");
        var rooms = new List<Room>();
        foreach (var (house, property) in cluster.Properties.Index())
        {
            var count = 0;
            foreach (var (type, place) in RoomType.All.Select((type, place) => (type, place)))
            {
                for (var left = RoomCount(property, house, place, cluster.Scale); left > 0; left--)
                {
                    var floor = 2 + (count / 8);
                    var number = (floor * 100) + (count % 8) + 1;
                    count++;
                    rooms.Add(new Room(
                        cluster.KeysBefore + rooms.Count + 1,
                        property.Code,
                        type.Code,
                        number.ToString(CultureInfo.InvariantCulture),
                        floor,
                        random.Chance(0.06),
                        random.Chance(0.45) && property.OpenedOn.Year < 2020 ? new DateOnly(random.Between(2019, 2024), random.Between(1, 12), random.Between(1, 28)) : null));
                }
            }
        }

        return rooms;
    }

    /// <summary>How many rooms of the type at this place a property has. Each house rounds at another point, so that a company grows room by room and not all houses at once.</summary>
    public static int RoomCount(Property property, int house, int type, double scale)
    {
        var point = 0.618034 * ((house * RoomType.All.Count) + type) % 1;
        return Math.Max((int)((property.RoomCounts[type] * scale) + point), type == 0 ? 1 : 0);
    }
}
