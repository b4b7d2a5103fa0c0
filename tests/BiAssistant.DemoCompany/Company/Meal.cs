namespace BiAssistant.DemoCompany.Company;

/// <summary>A time of the day at which an outlet serves.</summary>
/// <param name="FromHour">The first hour at which checks are opened, and with <paramref name="ToHour"/> the last.</param>
/// <param name="PerRoom">Checks for each occupied room of the house, in its restaurants and in its bars.</param>
/// <param name="Outside">Checks of people from outside for each room that the house has, in its restaurants.</param>
internal sealed record Meal(string Code, int FromHour, int ToHour, double PerRoom, double InBars, double Outside)
{
    public static IReadOnlyList<Meal> All { get; } =
    [
        new("B", 6, 9, 0.11, 0, 0),
        new("L", 11, 13, 0.06, 0.03, 0.035),
        new("D", 17, 20, 0.16, 0.09, 0.045),
        new("N", 21, 23, 0, 0.12, 0),
    ];
}
