namespace BiAssistant.DemoCompany.Company;

/// <summary>A medium that marketing money is spent on.</summary>
/// <param name="CostPerThousand">What a thousand impressions cost, in cents.</param>
/// <param name="ClickPerMille">Clicks for each thousand impressions.</param>
internal sealed record MarketingChannel(string Code, string Name, string Kind, int CostPerThousand, double ClickPerMille)
{
    public static IReadOnlyList<MarketingChannel> All { get; } =
    [
        new("SEA", "Search advertising", "PAID", 3200, 28),
        new("SOC", "Social media", "PAID", 900, 9),
        new("DSP", "Display advertising", "PAID", 450, 3),
        new("EML", "E-mail", "OWND", 350, 19),
        new("PRT", "Partners", "PAID", 1800, 14),
    ];
}

/// <summary>A marketing campaign on one channel; without an end it is still running.</summary>
/// <param name="WeeklyCentsPerRoom">What it spends in an ordinary week for each room of a property.</param>
internal sealed record Campaign(string Code, string Name, string Channel, DateOnly StartedOn, DateOnly? EndedOn, int WeeklyCentsPerRoom)
{
    public static IReadOnlyList<Campaign> All { get; } =
    [
        new("A-SEA", "Always-on Search", "SEA", new(2022, 1, 1), null, 1500),
        new("A-SOC", "Always-on Social", "SOC", new(2022, 1, 1), null, 700),
        new("A-DSP", "Brand Display", "DSP", new(2022, 1, 1), new(2023, 9, 30), 500),
        new("A-EML", "Member Newsletter", "EML", new(2022, 3, 1), null, 120),
        new("A-PRT", "Airline Partnership", "PRT", new(2023, 2, 1), null, 450),
        .. new[] { 2022, 2023, 2024 }.SelectMany(Seasonal),
    ];

    public bool IsRunning(DateOnly day) => StartedOn <= day && (EndedOn is null || day <= EndedOn);

    private static IEnumerable<Campaign> Seasonal(int year) =>
    [
        new($"SPR{year}", $"Spring Blossom {year}", "SOC", new(year, 2, 15), new(year, 4, 15), 650),
        new($"SUM{year}", $"Summer Escape {year}", "DSP", new(year, 5, 15), new(year, 8, 15), 800),
        new($"AUT{year}", $"Autumn City Breaks {year}", "SEA", new(year, 9, 1), new(year, 10, 31), 550),
        new($"YEN{year}", $"Year-End Celebration {year}", "EML", new(year, 11, 15), new(year, 12, 31), 220),
    ];
}
