using System.Globalization;
using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the rooms of every property; a scale below 1 keeps at least one standard room in each.</summary>
internal static class RoomGenerator
{
    public static IReadOnlyList<Room> Generate(int seed, double scale)
    {
        var random = new RandomStream(seed, "rooms");
        var rooms = new List<Room>();
        foreach (var property in Property.All)
        {
            var count = 0;
            foreach (var (type, place) in RoomType.All.Select((type, place) => (type, place)))
            {
                var wanted = (int)Math.Round(property.RoomCounts[place] * scale, MidpointRounding.AwayFromZero);
                for (var left = Math.Max(wanted, place == 0 ? 1 : 0); left > 0; left--)
                {
                    var floor = 2 + (count / 8);
                    var number = (floor * 100) + (count % 8) + 1;
                    count++;
                    rooms.Add(new Room(
                        rooms.Count + 1,
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
}
