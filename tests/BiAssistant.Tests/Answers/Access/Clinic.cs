using BiAssistant.Answers;
using BiAssistant.Answers.Json;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers.Access;

/// <summary>
/// A clinic that keeps secrets: salaries, birthdays and complaints of its staff are for personnel (<c>hr</c>), budgets for <c>finance</c>, patients for doctors, visits for the doctor
/// who was seen. Every secret number has the digits 77, so that none can be told unnoticed.
/// </summary>
public static class Clinic
{
    public const string Secret = "77";

    public const string Script =
        """
        CREATE TABLE departments (department_id INTEGER, title VARCHAR(40), budget INTEGER);
        CREATE TABLE staff (badge INTEGER, nickname VARCHAR(40), department_id INTEGER, salary INTEGER, born_on DATE, complaint VARCHAR(10), hours INTEGER);
        CREATE TABLE patients (patient_id INTEGER, illness VARCHAR(40));
        CREATE TABLE visits (visit_id INTEGER, badge INTEGER, patient_id INTEGER, seen_on DATE, minutes INTEGER);
        INSERT INTO departments VALUES (1, 'Eyes', 77001), (2, 'Ears', 77002);
        INSERT INTO staff VALUES (77101, 'Kim', 1, 77501, '1977-01-01', 'H77', 40), (77102, 'Kim', 1, 77502, '1977-02-01', NULL, 30), (77103, 'Lee', 2, 77503, '1977-03-01', 'N77', 20);
        INSERT INTO patients VALUES (1, 'iritis'), (2, 'tinnitus');
        INSERT INTO visits VALUES (1, 77101, 1, '2024-03-01', 10), (2, 77101, 2, '2024-03-02', 20), (3, 77103, 2, '2024-03-03', 40);
        """;

    public const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: clinic
            warehouse: plants
            datasets:
              - name: departments
                source: departments
                primary_key: [department_id]
                entity: {singular: {en: department, ko: 부서}, plural: {en: departments, ko: 부서}}
                name_field: title
                fields:
                  - {name: title, datatype: String, label: {en: Department, ko: 부서}}
                  - {name: budget, datatype: Integer, access: [finance], label: {en: Budget, ko: 예산}}
                  - {name: payroll_cost, expression: SUM(staff.salary), rollup: true, label: {en: Payroll cost, ko: 인건비}}
              - name: staff
                source: staff
                primary_key: [badge]
                entity: {singular: {en: employee, ko: 직원}, plural: {en: employees, ko: 직원}}
                name_field: nickname
                fields:
                  - {name: badge, datatype: Integer, sensitive: true, access: [hr]}
                  - {name: nickname, datatype: String}
                  - {name: salary, datatype: Integer, sensitive: true, access: [hr], label: {en: Salary, ko: 급여}, adjectives: {high: [best paid], low: [worst paid]}}
                  - {name: salary_again, expression: salary, datatype: Integer}
                  - {name: monthly, expression: salary / 12, datatype: Decimal}
                  - {name: band, expression: "CASE WHEN staff.salary > 77501 THEN 'high' ELSE 'low' END", datatype: String}
                  - {name: born_on, datatype: Date, sensitive: true, access: [hr], label: {en: Birthday, ko: 생일}}
                  - {name: complaint, datatype: String, sensitive: true, access: [hr], null_label: never complained of, values: [{value: H77, label: {en: harassment, ko: 괴롭힘}}, {value: N77, label: noise}]}
                  - {name: hours, datatype: Integer, label: {en: Hours, ko: 시간}}
              - name: patients
                source: patients
                primary_key: [patient_id]
                access: [doctor]
                label: {en: Patients, ko: 환자}
                fields:
                  - {name: illness, datatype: String}
              - name: visits
                source: visits
                primary_key: [visit_id]
                default_time: seen_on
                label: {en: Visits, ko: 진료}
                row_access:
                  - {role: head, filter: "1 = 1"}
                  - {role: doctor, filter: seen_by.badge = user.badge}
                  - {role: deputy, filter: badge = user.badge}
                fields:
                  - {name: seen_on, datatype: Date}
                  - {name: badge, datatype: Integer, sensitive: true, access: [hr]}
                  - {name: minutes, datatype: Integer, label: {en: Minutes, ko: 분}}
                  - {name: doctor_pay, expression: seen_by.salary, datatype: Integer}
            relationships:
              - {name: works_in, from: staff, to: departments, from_columns: [department_id], to_columns: [department_id]}
              - {name: seen_by, from: visits, to: staff, from_columns: [badge], to_columns: [badge]}
              - {name: visit_patient, from: visits, to: patients, from_columns: [patient_id], to_columns: [patient_id]}
            glossary:
              - {term: {en: well paid, ko: 고액}, dataset: staff, filter: salary > 77501}
              - {term: pay list, query: {measures: [{count: staff}], group_by: [{field: staff.salary}]}}
              - {term: remuneration, field: staff.salary}
            metrics:
              - {name: headcount, label: {en: Headcount, ko: 직원 수}, expression: COUNT(*), dataset: staff}
              - {name: hours_worked, label: {en: Hours worked, ko: 근무 시간}, expression: SUM(staff.hours)}
              - {name: payroll, label: {en: Payroll, ko: 급여 총액}, expression: SUM(staff.salary)}
              - {name: top_salary, label: {en: Top salary, ko: 최고 급여}, expression: MAX(staff.salary), access: [manager]}
              - {name: troubled, label: {en: Troubled staff, ko: 민원 직원}, expression: COUNT(*), dataset: staff, filter: complaint = 'H77'}
              - {name: top_share, type: ratio, numerator: top_salary, denominator: payroll}
              - {name: top_twice, type: derived, expression: top_salary * 2}
              - {name: minutes_seen, label: {en: Minutes seen, ko: 진료 시간}, expression: SUM(visits.minutes)}
        """;

    public static Asker Clerk { get; } = new("clerk");

    internal static Task<Nursery> OpenAsync(string engine = "sqlite") => Nursery.OpenAsync(engine, Script, Catalog);

    /// <summary>Refused, and nothing secret in any part of what is said: rows, words, suggestions, choices.</summary>
    public static void ShouldTellNothing(this Answer answer, string because)
    {
        answer.Status.ShouldBeOneOf([AnswerStatus.Refused, AnswerStatus.Clarify], because);
        answer.Rows.ShouldBeEmpty(because);
        var offered = answer.Issues.SelectMany(i => i.Suggestions).Concat(answer.Clarification?.Choices.Select(c => c.Label) ?? []);
        offered.ShouldAllBe(text => !text.Contains("harassment") && !text.Contains("괴롭힘"), because);
        AnswerJson.Write(answer with { Question = null, Query = null }).ShouldNotContain("7750", Case.Sensitive, because);
    }
}
