namespace BiAssistant.DemoCompany.Company;

/// <summary>Under which conditions a room is sold.</summary>
/// <param name="MealPlan">Room only, bed and breakfast, half board.</param>
/// <param name="DiscountHundredths">What it takes off the published rate: 1250 is 12.5 %.</param>
internal sealed record RatePlan(string Code, string Name, string MealPlan, bool Refundable, int DiscountHundredths)
{
    public static RatePlan Flexible { get; } = new("FLX", "Flexible", "RO", true, 0);

    public static RatePlan AdvanceSaver { get; } = new("ADV", "Advance Saver", "RO", false, 1250);

    public static RatePlan BreakfastIncluded { get; } = new("BBI", "Breakfast Included", "BB", true, 0);

    public static RatePlan HalfBoard { get; } = new("HBD", "Half Board", "HB", true, 500);

    public static RatePlan Corporate { get; } = new("COR", "Corporate Rate", "RO", true, 1000);

    public static RatePlan Group { get; } = new("GRP", "Group Rate", "RO", true, 1500);

    public static IReadOnlyList<RatePlan> All { get; } = [Flexible, AdvanceSaver, BreakfastIncluded, HalfBoard, Corporate, Group];
}
