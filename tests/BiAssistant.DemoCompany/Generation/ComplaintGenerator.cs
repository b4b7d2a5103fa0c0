using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes what guests complain about: the fuller the house and the hotter the month the more, in worse houses more than in better ones, and most of all next to a renovation.</summary>
internal static class ComplaintGenerator
{
    private static readonly (int Value, int Weight)[] Severities = [(1, 42), (2, 36), (3, 17), (4, 5)];
    private static readonly (string Value, int Weight)[] Sources = [("FRT", 48), ("EML", 26), ("TEL", 16), ("SOC", 10)];

    public static IReadOnlyList<Complaint> Generate(Cluster cluster, Occupancy occupancy)
    {
        var complaints = new List<Complaint>();
        foreach (var property in cluster.Properties)
        {
            var random = cluster.Stream($"complaints {property.Code}");
            foreach (var day in DataPeriod.Days(property.FirstDay, DataPeriod.Last))
            {
                var guests = occupancy.InHouse(property, day);
                for (var left = (int)((guests.Count * Share(property, occupancy, day)) + random.Unit()); left > 0; left--)
                {
                    complaints.Add(Complain(random, property, day, random.Pick(guests)));
                }
            }
        }

        return [.. complaints.OrderBy(complaint => complaint.OpenedAt).ThenBy(complaint => complaint.PropertyCode, StringComparer.Ordinal).Select((complaint, place) => complaint with { Id = cluster.KeysBefore + place + 1 })];
    }

    /// <summary>Complaints for each occupied room and night.</summary>
    private static double Share(Property property, Occupancy occupancy, DateOnly day)
    {
        var summer = day.Month is 7 or 8 ? 1.5 : day.Month is 6 or 9 ? 1.2 : 0.9;
        var crowd = 0.6 + (0.6 * occupancy.Rate(property, day));
        return 0.033 * summer * crowd * (1 + ((8.3 - property.Quality) * 0.35)) * (Renovation.IsUnderWay(property.Code, day) ? 3.5 : 1);
    }

    private static Complaint Complain(RandomStream random, Property property, DateOnly day, Booking booking)
    {
        var openedAt = day.ToDateTime(new TimeOnly(random.Between(0, 23), random.Below(60), random.Below(60)));
        var severity = random.Pick(Severities);
        var slow = random.Unit();
        var resolvedAt = openedAt.AddMinutes(15 + (int)(severity * 9000 * slow * slow * slow));
        var isOpen = resolvedAt >= DataPeriod.Last.AddDays(1).ToDateTime(TimeOnly.MinValue) || random.Chance(0.02);
        var compensation = Pricing.Rounded(severity * (1000 + (6000 * random.Unit())) * property.Dearness, 500);
        return new Complaint(
            0,
            property.Code,
            random.Chance(0.13) ? null : booking.GuestId,
            openedAt,
            isOpen ? null : resolvedAt,
            severity,
            random.Pick(Sources),
            random.Chance(0.12 + (severity * 0.16)) && !isOpen ? compensation : null,
            TopicsOf(random, Renovation.IsUnderWay(property.Code, day)));
    }

    private static List<string> TopicsOf(RandomStream random, bool renovation)
    {
        var wanted = random.Unit() switch
        {
            < 0.55 => 1,
            < 0.87 => 2,
            _ => 3,
        };
        var first = renovation && random.Chance(0.75) ? ComplaintTopic.Noise : random.Pick(ComplaintTopic.All);
        return [.. Enumerable.Range(1, wanted).Select(place => place == 1 ? first.Code : random.Pick(ComplaintTopic.All).Code).Distinct()];
    }
}
