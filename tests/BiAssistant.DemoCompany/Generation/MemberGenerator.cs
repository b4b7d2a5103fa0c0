using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the memberships of the guests who joined the loyalty programme: some have left it, and who has not stayed for long is dormant. The higher the tier, the more of them collect points.</summary>
internal static class MemberGenerator
{
    private const int DormantAfter = 540;

    public static IReadOnlyList<Member> Generate(Cluster cluster, IReadOnlyList<Guest> guests, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("members");
        var stays = bookings.Where(booking => booking.IsStay).ToLookup(booking => booking.GuestId);
        var firstHouses = bookings.DistinctBy(booking => booking.GuestId).ToDictionary(booking => booking.GuestId, booking => booking.PropertyCode);
        var members = new List<Member>();
        foreach (var guest in guests)
        {
            if (guest is { JoinedOn: { } joinedOn, LoyaltyTier: { } tier })
            {
                members.Add(Join(random, guest, joinedOn, tier, firstHouses[guest.Id], stays[guest.Id].Select(stay => stay.Departure).DefaultIfEmpty().Max()));
            }
        }

        return members;
    }

    private static Member Join(RandomStream random, Guest guest, DateOnly joinedOn, string tier, string firstHouse, DateOnly lastStay)
    {
        var leftOn = joinedOn.AddDays(random.Between(60, 900));
        var left = random.Chance(0.07) && leftOn <= DataPeriod.Last && leftOn > lastStay;
        var seenOn = DataPeriod.Later(joinedOn, lastStay);
        return new Member(
            guest.Id,
            joinedOn,
            left ? leftOn : null,
            random.Chance(0.11) ? null : firstHouse,
            random.Chance(0.62),
            left ? "L" : DataPeriod.Last.DayNumber - seenOn.DayNumber > DormantAfter ? "D" : "A",
            tier,
            random.Chance(tier switch
            {
                "P" => 0.9,
                "G" => 0.7,
                "S" => 0.2,
                _ => 0.09,
            }));
    }
}
