using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Says under which rate plan each booking was made and, for those at corporate rates, which company's contract it was; sometimes nobody noted the company.</summary>
internal static class AgreementGenerator
{
    public static IReadOnlyList<Booking> Generate(Cluster cluster, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("agreements");
        return [.. bookings.Select(booking => booking with { RatePlanCode = PlanOf(random, booking).Code, CompanyId = CompanyOf(random, booking) })];
    }

    private static RatePlan PlanOf(RandomStream random, Booking booking) => booking.Channel switch
    {
        "COR" => RatePlan.Corporate,
        "GRP" => RatePlan.Group,
        _ when booking.Breakfast => random.Chance(0.15) ? RatePlan.HalfBoard : RatePlan.BreakfastIncluded,
        _ when booking.Prices[0].DiscountCents > 0 => RatePlan.AdvanceSaver,
        _ => RatePlan.Flexible,
    };

    private static int? CompanyOf(RandomStream random, Booking booking)
    {
        if (booking.Channel != "COR" || random.Chance(0.04))
        {
            return null;
        }

        var clients = CorporateClient.All.Where(client => client.IsUnderContract(booking.BookedOn)).ToList();
        // Squared, because a few large clients send most of the guests.
        var place = random.Unit();
        return clients[(int)(place * place * clients.Count)].Id;
    }
}
