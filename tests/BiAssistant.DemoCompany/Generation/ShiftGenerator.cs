using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the shifts that everybody worked while employed: five in a full week, three in half a week, with overtime when the house is full.</summary>
internal static class ShiftGenerator
{
    public static IEnumerable<Shift> Generate(Cluster cluster, IReadOnlyList<Employee> employees, Occupancy occupancy)
    {
        var shifts = Department.All.ToDictionary(department => department.Code, department => department.Shifts);
        foreach (var employee in employees)
        {
            var random = cluster.Stream($"shifts {employee.Id}");
            var property = cluster.PropertyOf(employee.PropertyCode);
            var last = DataPeriod.Earlier(DataPeriod.Last, (employee.LeftOn ?? DateOnly.MaxValue).AddDays(-1));
            foreach (var day in DataPeriod.Days(DataPeriod.Later(DataPeriod.First, employee.HiredOn), last))
            {
                var full = day < property.OpenedOn ? 0 : occupancy.Rate(property, day);
                var days = employee.Contract == Employee.PartTime ? 3 : 5;
                // About one day in six is a holiday or an illness; a full house keeps people in.
                if (random.Chance(employee.Load * days / 7 * (0.76 + (0.11 * full))))
                {
                    yield return Worked(random, employee, day, random.Pick(shifts[employee.Department]), full);
                }
            }
        }
    }

    private static Shift Worked(RandomStream random, Employee employee, DateOnly day, string code, double full)
    {
        var ordinary = employee.Contract == Employee.PartTime ? random.Between(8, 12) * 50 : 800;
        var overtime = random.Chance(0.03 + (0.22 * full * full)) ? random.Between(1, 6) * 50 : 0;
        // An hour of overtime is paid one and a half times.
        var cost = Pricing.Rounded((ordinary + (1.5 * overtime)) * employee.HourlyWageCents / 100, 1);
        return new Shift(employee.Id, day, code, ordinary + overtime, overtime, cost);
    }
}
