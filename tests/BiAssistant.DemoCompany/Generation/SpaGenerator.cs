using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the appointments of the spas, most of them in the cold months and at weekends. Only who was treated pays, and of those who did not come every second pays half.</summary>
internal static class SpaGenerator
{
    private static readonly (string Value, int Weight)[] Outcomes = [("DON", 87), ("CXL", 8), ("NSH", 5)];

    public static IReadOnlyList<SpaVisit> Generate(Cluster cluster, IReadOnlyList<Outlet> outlets, Occupancy occupancy, Roster roster)
    {
        var visits = new List<SpaVisit>();
        foreach (var spa in outlets.Where(outlet => outlet.Kind == Outlet.Spa))
        {
            var property = cluster.PropertyOf(spa.PropertyCode);
            var random = cluster.Stream($"spa {property.Code}");
            foreach (var day in DataPeriod.Days(DataPeriod.Later(DataPeriod.First, spa.OpenedOn), DataPeriod.Last))
            {
                var therapists = roster.On(property, Department.Spa, day);
                for (var left = (int)(Expected(property, occupancy, day) + random.Unit()); left > 0; left--)
                {
                    var visit = Visit(random, property, spa, day, random.Pick(therapists), occupancy.InHouse(property, day));
                    if (visit.PostedOn <= DataPeriod.Last)
                    {
                        visits.Add(visit with { Id = cluster.KeysBefore + 1 + visits.Count });
                    }
                }
            }
        }

        return visits;
    }

    private static double Expected(Property property, Occupancy occupancy, DateOnly day)
    {
        var season = day.Month is 11 or 12 or 1 or 2 ? 1.3 : day.Month is 6 or 7 or 8 ? 0.8 : 1;
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.35 : 0.87;
        return ((occupancy.InHouse(property, day).Count * 0.12) + (occupancy.Rooms(property) * 0.045)) * season * weekend;
    }

    private static SpaVisit Visit(RandomStream random, Property property, Outlet spa, DateOnly day, Employee therapist, IReadOnlyList<Booking> guests)
    {
        var treatment = random.Pick(Treatment.All);
        var status = random.Pick(Outcomes);
        var price = Pricing.Rounded(treatment.PriceCents * property.Dearness * Pricing.Inflation(day), 100);
        var paid = status switch
        {
            "DON" => price,
            "NSH" when random.Chance(0.5) => price / 2,
            _ => 0,
        };
        return new SpaVisit(
            0,
            spa.Id,
            treatment.Code,
            guests.Count > 0 && random.Chance(0.68) ? random.Pick(guests).GuestId : null,
            therapist.Id,
            day.ToDateTime(new TimeOnly(random.Between(10, 20), random.Below(4) * 15)),
            random.Chance(0.08) ? treatment.Minutes + 15 : treatment.Minutes,
            paid,
            status,
            Lateness.PostedOn(random, day));
    }
}
