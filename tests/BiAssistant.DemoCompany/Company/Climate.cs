namespace BiAssistant.DemoCompany.Company;

/// <summary>How demand moves with the months and the days of the week at one kind of place.</summary>
/// <param name="Months">Demand from January to December against the year's average.</param>
/// <param name="Weekdays">Demand for nights from Sunday to Saturday against the week's average.</param>
internal sealed record Climate(IReadOnlyList<double> Months, IReadOnlyList<double> Weekdays)
{
    private static readonly double[] CityWeek = [0.86, 0.95, 1.02, 1.04, 1.02, 1.06, 1.08];
    private static readonly double[] HolidayWeek = [0.88, 0.86, 0.88, 0.92, 0.98, 1.20, 1.24];

    public static Climate Korea { get; } = new([0.84, 0.84, 0.95, 1.06, 1.10, 1.03, 1.02, 1.04, 1.05, 1.14, 1.00, 0.99], CityWeek);

    public static Climate Beach { get; } = new([0.78, 0.76, 0.86, 1.00, 1.08, 1.04, 1.28, 1.34, 1.02, 1.06, 0.88, 0.90], HolidayWeek);

    public static Climate Japan { get; } = new([0.84, 0.88, 1.12, 1.20, 1.06, 0.90, 0.95, 0.98, 0.94, 1.10, 1.16, 1.00], CityWeek);

    public static Climate Tropics { get; } = new([1.18, 1.16, 1.08, 0.98, 0.86, 0.84, 0.94, 0.96, 0.82, 0.92, 1.12, 1.20], CityWeek);

    public static Climate Europe { get; } = new([0.78, 0.80, 0.92, 1.02, 1.12, 1.16, 1.10, 1.04, 1.16, 1.08, 0.88, 0.98], CityWeek);

    public static Climate America { get; } = new([0.80, 0.84, 0.96, 1.04, 1.08, 1.10, 1.04, 1.04, 1.08, 1.10, 0.98, 1.02], CityWeek);

    public double On(DateOnly night) => Months[night.Month - 1] * Weekdays[(int)night.DayOfWeek] * (night is { Month: 12, Day: >= 24 } ? 1.15 : 1);
}
