using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the record of each cancelled booking: a saver's price is kept whole, a late cancellation costs the first night, and what was paid in advance goes back.</summary>
internal static class CancellationGenerator
{
    private static readonly (string Value, int Weight)[] Reasons = [("PLN", 46), ("PRI", 22), ("ILL", 14), ("WTH", 8), ("DUP", 10)];

    public static IEnumerable<Cancellation> Generate(Cluster cluster, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("cancellations");
        foreach (var booking in bookings)
        {
            if (booking.CancelledOn is { } day)
            {
                yield return Cancelled(random, booking, day);
            }
        }
    }

    private static Cancellation Cancelled(RandomStream random, Booking booking, DateOnly day)
    {
        var fee = booking.RatePlanCode == RatePlan.AdvanceSaver.Code ? booking.TotalCents
            : booking.Arrival.DayNumber - day.DayNumber <= 2 ? booking.Prices[0].NetCents
            : 0;
        var at = day.ToDateTime(new TimeOnly(random.Between(0, 23), random.Below(60), random.Below(60)));
        var reason = random.Chance(0.14) ? null : random.Pick(Reasons);
        var refundedOn = day.AddDays(random.Between(2, 14));
        var paidInAdvance = random.Chance(0.35);
        return new Cancellation(booking.Id, at, reason, fee, paidInAdvance && fee < booking.TotalCents && refundedOn <= DataPeriod.Last ? refundedOn : null);
    }
}
