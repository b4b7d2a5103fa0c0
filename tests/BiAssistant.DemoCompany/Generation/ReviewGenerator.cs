using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the reviews that guests leave on public sites in the weeks after their stay, and the house's replies.</summary>
internal static class ReviewGenerator
{
    private static readonly (string Value, int Weight)[] Sites = [("MAP", 38), ("AGY", 32), ("TRV", 19), ("BLG", 11)];
    private static readonly (string Value, int Weight)[] Languages = [("en", 58), ("ko", 20), ("ja", 12), ("de", 5), ("fr", 5)];

    public static IReadOnlyList<Review> Generate(Cluster cluster, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("reviews");
        var properties = cluster.Properties.ToDictionary(property => property.Code);
        return
        [
            .. bookings
                .Where(booking => booking.Status == BookingStatus.Completed && random.Chance(0.19))
                .Select(booking => Write(random, properties[booking.PropertyCode], booking.Departure))
                .Where(review => review.PostedOn <= DataPeriod.Last)
                .OrderBy(review => review.PostedOn)
                .ThenBy(review => review.PropertyCode, StringComparer.Ordinal)
                .Select((review, place) => review with { Id = cluster.KeysBefore + place + 1 }),
        ];
    }

    private static Review Write(RandomStream random, Property property, DateOnly departure)
    {
        var postedOn = departure.AddDays(random.Between(0, 24));
        var noise = Renovation.IsUnderWay(property.Code, departure) ? 1.4 : 0;
        var rating = (int)Math.Clamp(Math.Round((property.Quality / 2) - noise + (random.Bell() * 0.8), MidpointRounding.AwayFromZero), 1, 5);
        var repliedOn = postedOn.AddDays(random.Between(0, 12));
        // Houses answer the unhappy sooner than the happy.
        var replied = random.Chance(rating <= 2 ? 0.8 : 0.5) && repliedOn <= DataPeriod.Last;
        return new Review(0, property.Code, random.Pick(Sites), postedOn, rating, replied ? repliedOn : null, random.Chance(0.09) ? null : random.Pick(Languages));
    }
}
