namespace BiAssistant.DemoCompany.Records;

/// <summary>Somebody who works or worked in a house; the end is the first day no longer employed.</summary>
/// <param name="Load">The part of a full week that there is work for.</param>
internal sealed record Employee(
    int Id,
    string FullName,
    string PropertyCode,
    string Department,
    string JobTitle,
    int? SupervisorId,
    DateOnly HiredOn,
    DateOnly? LeftOn,
    string Contract,
    int HourlyWageCents,
    double Load)
{
    public const string FullTime = "F";
    public const string PartTime = "P";
    public const string Temporary = "T";

    public bool IsEmployed(DateOnly day) => HiredOn <= day && (LeftOn is null || day < LeftOn);
}

/// <summary>A day's work, in hundredths of an hour; overtime is part of the hours.</summary>
internal readonly record struct Shift(int EmployeeId, DateOnly Day, string Code, int Hours, int Overtime, int LaborCents);
