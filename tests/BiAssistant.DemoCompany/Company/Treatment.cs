namespace BiAssistant.DemoCompany.Company;

/// <summary>What a spa does, the same in every house that has one.</summary>
internal sealed record Treatment(string Code, string Name, string Category, int Minutes, int PriceCents, int Weight)
{
    public static IReadOnlyList<(Treatment Value, int Weight)> All { get; } =
    [
        .. new Treatment[]
        {
            new("MSW", "Swedish Massage", "MAS", 60, 9000, 18),
            new("MDT", "Deep Tissue Massage", "MAS", 90, 13500, 12),
            new("MHS", "Hot Stone Massage", "MAS", 90, 15000, 8),
            new("MFT", "Foot Massage", "MAS", 45, 5500, 16),
            new("FCL", "Classic Facial", "FAC", 60, 8500, 10),
            new("FAG", "Anti-Ageing Facial", "FAC", 75, 12500, 6),
            new("BSC", "Body Scrub", "BOD", 45, 7000, 9),
            new("BWR", "Seaweed Wrap", "BOD", 60, 9500, 5),
            new("HBT", "Herbal Bath", "BTH", 30, 4000, 9),
            new("ONS", "Private Onsen", "BTH", 60, 7500, 7),
        }.Select(treatment => (treatment, treatment.Weight)),
    ];
}
