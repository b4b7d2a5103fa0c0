using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the visits to the properties' pages, which run ahead of the direct bookings; four in five of these are completed there. A day without a visit from a kind of device has no row.</summary>
internal static class TrafficGenerator
{
    private const int Ahead = 7;

    private static readonly (string Code, double Share)[] Devices = [("DSK", 0.33), ("MOB", 0.57), ("TAB", 0.10)];

    public static IReadOnlyList<Traffic> Generate(Cluster cluster, IReadOnlyList<Booking> bookings, Occupancy occupancy)
    {
        var traffic = new List<Traffic>();
        var direct = bookings.Where(booking => booking.Channel == "DIR").ToLookup(booking => booking.PropertyCode);
        foreach (var property in cluster.Properties)
        {
            var random = cluster.Stream($"traffic {property.Code}");
            var booked = new int[DataPeriod.Length + Ahead];
            foreach (var booking in direct[property.Code])
            {
                booked[DataPeriod.Place(booking.BookedOn)]++;
            }

            // The days after the last are as busy as those before it.
            Array.Copy(booked, DataPeriod.Length - Ahead, booked, DataPeriod.Length, Ahead);
            foreach (var day in DataPeriod.Days(property.FirstDay, DataPeriod.Last))
            {
                var place = DataPeriod.Place(day);
                var interest = (booked.AsSpan(place, Ahead).ToArray().Average() * 38) + (0.22 * occupancy.Rooms(property));
                traffic.AddRange(Visits(random, property, day, interest, booked[place]));
            }
        }

        return traffic;
    }

    private static IEnumerable<Traffic> Visits(RandomStream random, Property property, DateOnly day, double interest, int booked)
    {
        var completed = new int[Devices.Length];
        for (var booking = 0; booking < booked; booking++)
        {
            if (random.Chance(0.8))
            {
                completed[random.Unit() switch { < 0.5 => 0, < 0.94 => 1, _ => 2 }]++;
            }
        }

        for (var place = 0; place < Devices.Length; place++)
        {
            var weekend = day.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday ? 1.2 : 0.92;
            var started = completed[place] + (int)((completed[place] * 1.1) + (interest * Devices[place].Share * 0.02) + random.Unit());
            var searches = started + (int)((interest * Devices[place].Share * 0.45 * weekend) + random.Unit());
            var visits = searches + (int)((interest * Devices[place].Share * 0.55 * weekend * (0.8 + (0.4 * random.Unit()))) + random.Unit());
            if (visits > 0)
            {
                yield return new Traffic(property.Code, day, Devices[place].Code, visits, searches, started, completed[place]);
            }
        }
    }
}
