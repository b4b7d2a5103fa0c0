namespace BiAssistant.Tests.DemoCompany;

[Collection(WholeCompany.Name)]
public sealed class StaffInvariantTests(WholeCompany company)
{
    [Fact]
    public void Nobody_works_before_being_hired_or_from_the_day_of_leaving_on() => company.Breaches(
        """
        SELECT * FROM shifts LEFT JOIN employees USING (employee_id)
        WHERE hired_on IS NULL OR shift_date < hired_on OR shift_date >= left_on OR shift_date NOT BETWEEN DATE '2022-01-01' AND DATE '2024-12-31'
        """);

    [Fact]
    public void Overtime_is_part_of_the_hours_and_paid_one_and_a_half_times() => company.Breaches(
        """
        SELECT * FROM shifts JOIN employees USING (employee_id)
        WHERE overtime_hours < 0 OR overtime_hours >= hours OR ABS(labor_cost - (hours + overtime_hours / 2) * hourly_wage) > 0.01
        """);

    [Fact]
    public void Everybody_but_a_general_manager_has_a_superior_of_the_same_house() => company.Breaches(
        """
        SELECT * FROM employees LEFT JOIN employees AS superior ON superior.employee_id = employees.supervisor_id
        WHERE (employees.supervisor_id IS NULL) <> (employees.job_title = 'General Manager')
            OR superior.property_code <> employees.property_code OR (superior.employee_id IS NULL AND employees.supervisor_id IS NOT NULL)
        """);

    [Fact]
    public void Who_left_left_after_being_hired_and_not_in_the_future() => company.Breaches(
        "SELECT * FROM employees WHERE left_on <= hired_on OR left_on > DATE '2024-12-31' OR hired_on > DATE '2024-12-31' OR hourly_wage <= 0");

    [Fact]
    public void People_come_and_go_and_the_resorts_have_help_in_summer()
    {
        company.Number("SELECT COUNT(*) FROM employees WHERE left_on >= DATE '2024-01-01'").ShouldBeGreaterThan(5);
        company.Number("SELECT COUNT(*) FROM employees WHERE left_on IS NULL").ShouldBeGreaterThan(60);
        company.Breaches("SELECT * FROM employees WHERE contract_code = 'T' AND (MONTH(hired_on) <> 6 OR MONTH(left_on) <> 9)");
    }

    [Fact]
    public void A_manager_of_a_house_is_one_of_its_employees_for_as_long() => company.Breaches(
        """
        WITH managed AS (
            SELECT property_code, manager_name, MIN(valid_from) AS since, MAX(COALESCE(valid_to, DATE '9999-12-31')) AS until
            FROM property_terms WHERE manager_name IS NOT NULL GROUP BY ALL)
        SELECT * FROM managed LEFT JOIN employees ON employees.property_code = managed.property_code AND full_name = manager_name AND job_title = 'General Manager'
        WHERE hired_on IS DISTINCT FROM since OR COALESCE(left_on, DATE '9999-12-31') <> until
        """);
}
