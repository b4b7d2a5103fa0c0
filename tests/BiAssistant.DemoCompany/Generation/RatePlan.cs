using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Prices the nights of a booking: dearer in season, at weekends of holiday places and from year to year.</summary>
internal static class RatePlan
{
    /// <param name="mood">The booking's own factor around 1, the same for all its nights.</param>
    public static IReadOnlyList<NightPrice> Price(Property property, RoomType type, DateOnly arrival, int nights, double mood, int discountPercent) =>
    [
        .. DataPeriod.Days(arrival, arrival.AddDays(nights - 1)).Select(night =>
        {
            var season = 0.55 + (0.45 * property.Climate.On(night));
            var rate = property.BaseRateCents * type.PriceFactor * season * Inflation(night) * mood;
            // Rates are set in half dollars; the discount is what may have odd cents.
            var rateCents = (int)Math.Round(rate / 50, MidpointRounding.AwayFromZero) * 50;
            var discountCents = (int)Math.Round(rateCents * discountPercent / 100.0, MidpointRounding.AwayFromZero);
            return new NightPrice(night, rateCents, discountCents);
        }),
    ];

    private static double Inflation(DateOnly night) => night.Year switch
    {
        <= 2022 => 1.00,
        2023 => 1.07,
        2024 => 1.11,
        _ => 1.14,
    };
}
