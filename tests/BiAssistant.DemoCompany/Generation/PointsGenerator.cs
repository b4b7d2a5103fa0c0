using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the points that those members who collect them earn with stays and purchases, redeem when they have enough, and lose after a year without a stay. What would only be posted after the last day is not there.</summary>
internal static class PointsGenerator
{
    public static IReadOnlyList<PointsTransaction> Generate(Cluster cluster, IReadOnlyList<Member> members, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("points");
        var stays = bookings.Where(booking => booking.Status == BookingStatus.Completed).ToLookup(booking => booking.GuestId);
        return
        [
            .. members
                .Where(member => member.Collects)
                .SelectMany(member => Of(random, member, stays[member.Id]))
                .OrderBy(transaction => transaction.PostedOn)
                .ThenBy(transaction => transaction.MemberId)
                .Select((transaction, place) => transaction with { Id = cluster.KeysBefore + place + 1 }),
        ];
    }

    private static List<PointsTransaction> Of(RandomStream random, Member member, IEnumerable<Booking> stays)
    {
        var end = member.LeftOn?.AddDays(-1) ?? DataPeriod.Last;
        var earned = stays
            .Where(stay => stay.Departure >= member.JoinedOn && stay.Departure <= end)
            .Select(stay => Earn(random, member, stay.Departure, stay.TotalCents / 100 * Multiplier(member), stay.PropertyCode))
            .Concat(Purchases(random, member, end))
            .Where(transaction => transaction.PostedOn <= end)
            .ToList();
        return [.. earned, .. Spent(random, member, end, earned)];
    }

    private static PointsTransaction Earn(RandomStream random, Member member, DateOnly day, int points, string? property)
    {
        var late = random.Chance(0.05) ? random.Between(10, 45) : random.Between(0, 4);
        return new PointsTransaction(0, member.Id, day, day.AddDays(late), PointsTransaction.Earned, points, property);
    }

    /// <summary>What members earn elsewhere, every other month, and a welcome of 500 points.</summary>
    private static IEnumerable<PointsTransaction> Purchases(RandomStream random, Member member, DateOnly end)
    {
        if (random.Chance(0.4))
        {
            yield return new PointsTransaction(0, member.Id, member.JoinedOn, member.JoinedOn, PointsTransaction.Adjusted, 500, null);
        }

        for (var day = member.JoinedOn.AddDays(random.Between(5, 60)); day <= end; day = day.AddDays(random.Between(20, 100)))
        {
            yield return Earn(random, member, day, random.Between(2, 40) * 10, random.Chance(0.3) ? member.HomePropertyCode : null);
        }
    }

    /// <summary>Redemptions and expiries, never of more than what was posted by that day.</summary>
    private static List<PointsTransaction> Spent(RandomStream random, Member member, DateOnly end, IReadOnlyList<PointsTransaction> earned)
    {
        var spent = new List<PointsTransaction>();
        var tries = earned.Where(_ => random.Chance(0.3)).Select(one => (Day: one.PostedOn.AddDays(random.Between(1, 90)), Expiry: false)).ToList();
        tries.AddRange(Enumerable.Range(DataPeriod.First.Year, 3).Where(_ => random.Chance(0.25)).Select(year => (new DateOnly(year, 12, 31), true)));
        foreach (var (day, expiry) in tries.Where(one => one.Day <= end).OrderBy(one => one.Day).ThenBy(one => one.Expiry))
        {
            var held = earned.Where(one => one.PostedOn <= day).Sum(one => one.Points) + spent.Sum(one => one.Points);
            // Points live for a year: what was held a year ago and not spent since is lost.
            var old = earned.Where(one => one.PostedOn <= day.AddYears(-1)).Sum(one => one.Points) + spent.Sum(one => one.Points);
            var points = expiry ? Math.Max(0, old) : (int)(held * (0.3 + (0.6 * random.Unit()))) / 100 * 100;
            if (points > 0)
            {
                spent.Add(new PointsTransaction(0, member.Id, day, day, expiry ? PointsTransaction.Expired : PointsTransaction.Redeemed, -points, expiry || random.Chance(0.15) ? null : member.HomePropertyCode));
            }
        }

        return spent;
    }

    private static int Multiplier(Member member) => member.Tier switch
    {
        "P" => 4,
        "G" => 3,
        "S" => 2,
        _ => 1,
    };
}
