namespace BiAssistant.DemoCompany.Company;

/// <summary>A way on which bookings come in, with the habits of those who use it.</summary>
/// <param name="LongestLead">The longest usual time from booking to arrival, in days.</param>
/// <param name="CancelChance">How likely a booking is cancelled when made a usual time ahead.</param>
/// <param name="DiscountChance">How likely a booking has a discount, of <paramref name="LeastDiscount"/> to <paramref name="MostDiscount"/> percent.</param>
internal sealed record Channel(string Code, int Weight, int LongestLead, double CancelChance, double BusinessShare, double DiscountChance, int LeastDiscount, int MostDiscount)
{
    public static IReadOnlyList<(Channel Value, int Weight)> All { get; } =
    [
        .. new Channel[]
        {
            new("OTA", 41, 120, 0.23, 0.22, 0.32, 5, 20),
            new("DIR", 30, 90, 0.12, 0.30, 0.40, 5, 10),
            new("COR", 15, 40, 0.14, 0.94, 0.90, 8, 15),
            new("GRP", 9, 150, 0.10, 0.25, 0.95, 10, 20),
            new("WLK", 5, 0, 0, 0.35, 0, 0, 0),
        }.Select(channel => (channel, channel.Weight)),
    ];
}
