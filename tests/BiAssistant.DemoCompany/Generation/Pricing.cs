using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Prices the nights of a booking: dearer in season, at weekends of holiday places and from year to year.</summary>
internal static class Pricing
{
    /// <param name="mood">The booking's own factor around 1, the same for all its nights.</param>
    public static IReadOnlyList<NightPrice> Price(Property property, RoomType type, DateOnly arrival, int nights, double mood, int discountPercent) =>
    [
        .. DataPeriod.Days(arrival, arrival.AddDays(nights - 1)).Select(night =>
        {
            var rate = Rate(property, type, night) * mood;
            // Rates are set in half dollars; the discount is what may have odd cents.
            var rateCents = Rounded(rate, 50);
            var discountCents = (int)Math.Round(rateCents * discountPercent / 100.0, MidpointRounding.AwayFromZero);
            return new NightPrice(night, rateCents, discountCents);
        }),
    ];

    /// <summary>What a room of the type is worth in a night, in cents.</summary>
    public static double Rate(Property property, RoomType type, DateOnly night)
    {
        var season = 0.55 + (0.45 * property.Climate.On(night));
        return property.BaseRateCents * type.PriceFactor * season * Inflation(night);
    }

    /// <summary>Prices of one year against those of 2022.</summary>
    public static double Inflation(DateOnly night) => night.Year switch
    {
        <= 2022 => 1.00,
        2023 => 1.07,
        2024 => 1.11,
        _ => 1.14,
    };

    /// <summary>Cents in whole steps, half a step rounded up.</summary>
    public static int Rounded(double cents, int step) => (int)Math.Round(cents / step, MidpointRounding.AwayFromZero) * step;
}
