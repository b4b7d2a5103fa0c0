namespace BiAssistant.DemoCompany.Company;

/// <summary>Something that a guest may add to a booking.</summary>
/// <param name="Nightly">It is taken for each night of the stay rather than once.</param>
internal sealed record Extra(string Code, string Name, string Category, int PriceCents, bool Nightly, int Weight)
{
    public static IReadOnlyList<(Extra Value, int Weight)> All { get; } =
    [
        .. new Extra[]
        {
            new("TRA", "Airport Transfer", "TRF", 4500, false, 30),
            new("LIM", "Limousine Transfer", "TRF", 12000, false, 6),
            new("PRK", "Parking", "PRK", 1800, true, 26),
            new("VAL", "Valet Parking", "PRK", 3500, true, 8),
            new("PET", "Pet Stay", "PET", 3000, true, 5),
            new("LTE", "Late Checkout", "LTE", 4000, false, 18),
            new("CAK", "Celebration Cake", "CEL", 3800, false, 8),
            new("FLW", "Flowers and Champagne", "CEL", 9500, false, 5),
        }.Select(extra => (extra, extra.Weight)),
    ];
}
