using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>Who works where, and when.</summary>
internal static class StaffTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Departments(data), Employees(data), Shifts(data)];

    private static Table<Department> Departments(ClusterData data) => new Table<Department>("departments", data.Once(Department.All))
        .Text("department_code", department => department.Code)
        .Text("name", department => department.Name);

    private static Table<Employee> Employees(ClusterData data) => new Table<Employee>("employees", data.Employees)
        .Whole("employee_id", employee => employee.Id)
        .Text("full_name", employee => employee.FullName)
        .Text("property_code", employee => employee.PropertyCode)
        .Text("department_code", employee => employee.Department)
        .Text("job_title", employee => employee.JobTitle)
        .WholeOrNull("supervisor_id", employee => employee.SupervisorId)
        .Day("hired_on", employee => employee.HiredOn)
        .DayOrNull("left_on", employee => employee.LeftOn)
        .Text("contract_code", employee => employee.Contract)
        .Money("hourly_wage", employee => employee.HourlyWageCents);

    private static Table<Shift> Shifts(ClusterData data) => new Table<Shift>("shifts", ShiftGenerator.Generate(data.Cluster, data.Employees, data.Occupancy))
        .Whole("employee_id", shift => shift.EmployeeId)
        .Day("shift_date", shift => shift.Day)
        .Text("shift_code", shift => shift.Code)
        .Number("hours", shift => shift.Hours)
        .Number("overtime_hours", shift => shift.Overtime)
        .Money("labor_cost", shift => shift.LaborCents);
}
