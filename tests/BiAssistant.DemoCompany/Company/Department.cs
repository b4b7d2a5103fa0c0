namespace BiAssistant.DemoCompany.Company;

/// <summary>A part of a house in which people work.</summary>
/// <param name="PerRoom">How many people it takes for each room of the house.</param>
/// <param name="WageCents">What an hour of ordinary work costs at a place that is neither dear nor cheap.</param>
/// <param name="Shifts">Its shifts by how often they are worked: day, evening, night.</param>
internal sealed record Department(string Code, string Name, string Head, IReadOnlyList<string> Jobs, double PerRoom, int WageCents, IReadOnlyList<(string Value, int Weight)> Shifts)
{
    public const string Dining = "FNB";
    public const string Spa = "SPA";
    public const string Administration = "ADM";

    public static IReadOnlyList<Department> All { get; } =
    [
        new("FRO", "Front Office", "Front Office Manager", ["Receptionist", "Concierge", "Night Auditor"], 0.16, 1900, [("D", 45), ("E", 35), ("N", 20)]),
        new("HSK", "Housekeeping", "Executive Housekeeper", ["Room Attendant", "Room Attendant", "Laundry Attendant"], 0.22, 1500, [("D", 85), ("E", 15)]),
        new(Dining, "Food and Beverage", "Food and Beverage Manager", ["Server", "Cook", "Bartender", "Server"], 0.26, 1600, [("D", 45), ("E", 50), ("N", 5)]),
        new(Spa, "Spa", "Spa Manager", ["Therapist"], 0.08, 2000, [("D", 60), ("E", 40)]),
        new("ENG", "Engineering", "Chief Engineer", ["Technician", "Electrician"], 0.07, 2200, [("D", 70), ("E", 20), ("N", 10)]),
        new(Administration, "Administration", "Finance Manager", ["Accountant", "Sales Manager", "HR Officer"], 0.06, 2600, [("D", 100)]),
    ];
}
