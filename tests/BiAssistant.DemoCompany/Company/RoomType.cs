namespace BiAssistant.DemoCompany.Company;

/// <summary>A category of rooms, sold under the same name in every property.</summary>
/// <param name="PriceFactor">Its price against the standard room's.</param>
internal sealed record RoomType(string Code, string Name, int MaxGuests, int SizeSqm, double PriceFactor)
{
    public static IReadOnlyList<RoomType> All { get; } =
    [
        new("STD", "Standard", 2, 22, 1.00),
        new("DLX", "Deluxe", 2, 28, 1.32),
        new("FAM", "Family", 4, 36, 1.55),
        new("EXE", "Executive", 2, 34, 1.80),
        new("STE", "Suite", 3, 55, 2.90),
    ];
}
