using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the extras that guests add to their bookings, whatever becomes of these; each of a kind once in a booking.</summary>
internal static class BookingExtraGenerator
{
    public static IEnumerable<BookedExtra> Generate(Cluster cluster, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("booking extras");
        foreach (var booking in bookings)
        {
            var wanted = random.Unit() switch
            {
                < 0.80 => 0,
                < 0.95 => 1,
                < 0.99 => 2,
                _ => 3,
            };
            var chosen = Enumerable.Range(0, wanted).Select(_ => random.Pick(Extra.All)).DistinctBy(extra => extra.Code).ToList();
            foreach (var extra in chosen)
            {
                var quantity = extra.Nightly ? booking.Nights : random.Chance(0.1) ? 2 : 1;
                yield return new BookedExtra(booking.Id, extra.Code, quantity, quantity * extra.PriceCents);
            }
        }
    }
}
