using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Who of a department is employed in a house on a day.</summary>
internal sealed class Roster
{
    private readonly ILookup<(string Property, string Department), Employee> people;

    public Roster(IReadOnlyList<Employee> employees) => people = employees.ToLookup(employee => (employee.PropertyCode, employee.Department));

    public IReadOnlyList<Employee> On(Property property, string department, DateOnly day) =>
        [.. people[(property.Code, department)].Where(employee => employee.IsEmployed(day))];
}
