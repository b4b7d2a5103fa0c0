using BiAssistant.Answers;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers.Access;

/// <summary>What rights give: fields to their roles, rows to those whom a rule names, a metric's number to the metric's own roles.</summary>
public sealed class GrantedTests
{
    [Fact]
    public async Task A_role_of_a_sensitive_field_uses_it_and_what_is_computed_from_it()
    {
        using var clinic = await Clinic.OpenAsync();
        async Task<object?[]> AskAsync(string query) => [.. (await clinic.AskAsync(query, request => request with { As = new Asker("hr") })).Rows.SelectMany(r => r)];

        (await AskAsync("""{"measures":[{"metric":"payroll"}]}""")).ShouldBe([232_506L]);
        (await AskAsync("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.band"}]}""")).ShouldBe(["high", 2L, "low", 1L]);
        (await AskAsync("""{"measures":[{"metric":"headcount"}],"where":{"term":"well paid"}}""")).ShouldBe([2L]);
        (await AskAsync("""{"measures":[{"aggregate":"max","field":"departments.payroll_cost"}]}""")).ShouldBe([155_003L]);
        (await AskAsync("""{"measures":[{"metric":"troubled"}]}""")).ShouldBe([1L]);
    }

    [Fact]
    public async Task A_metric_with_roles_of_its_own_tells_its_number_and_nothing_else()
    {
        using var clinic = await Clinic.OpenAsync();
        Task<Answer> AskAsync(string query) => clinic.AskAsync(query, request => request with { As = new Asker("manager") });

        (await AskAsync("""{"measures":[{"metric":"top_salary"}]}""")).Rows.ShouldBe([[77_503L]]);
        (await AskAsync("""{"measures":[{"metric":"top_twice"}]}""")).Rows.ShouldBe([[155_006L]]);
        (await AskAsync("""{"measures":[{"metric":"top_share"}]}""")).ShouldTellNothing("payroll has no roles of its own");
        (await AskAsync("""{"measures":[{"metric":"top_salary"}],"where":{"field":"staff.salary","operator":"<","value":77502}}""")).ShouldTellNothing("a condition of the question");
        (await AskAsync("""{"measures":[{"metric":"top_salary"}],"group_by":[{"field":"staff.salary"}]}""")).ShouldTellNothing("a breakdown of the question");
        (await AskAsync("""{"measures":[{"metric":"top_salary"},{"aggregate":"min","field":"staff.salary"}]}""")).ShouldTellNothing("another aggregate beside it");
    }

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task A_row_rule_over_a_field_that_may_not_be_seen_still_holds(string engine)
    {
        using var clinic = await Nursery.OpenAsync(engine, Clinic.Script, Clinic.Catalog);
        Task<Answer> AskAsync(string role) => clinic.AskAsync("""{"measures":[{"metric":"minutes_seen"}]}""", request => request with { As = Asker.Parse(role) });

        (await AskAsync("head")).Rows.ShouldBe([[70L]]);
        (await AskAsync("doctor,badge=77101")).Rows.ShouldBe([[30L]]);
        (await AskAsync("deputy,badge=77103")).Rows.ShouldBe([[40L]]);
        (await AskAsync("deputy,badge=1 OR 1=1")).ShouldTellNothing("an attribute that is no number");
        (await AskAsync("deputy,badge=")).ShouldTellNothing("an attribute without a value");
        (await AskAsync("deputy")).ShouldTellNothing("a missing attribute");
        (await AskAsync("deputy,Badge=77103")).ShouldTellNothing("another attribute");
        (await AskAsync("nurse,badge=77101")).ShouldTellNothing("no rule for the role");
        (await AskAsync("DOCTOR,badge=77101")).ShouldTellNothing("roles are told by their exact name");
    }

    [Fact]
    public async Task A_number_of_what_one_may_see_says_so()
    {
        using var clinic = await Clinic.OpenAsync();
        Task<Answer> AskAsync(string role, string language) => clinic.AskAsync("""{"measures":[{"metric":"minutes_seen"}]}""", request => request with { As = Asker.Parse(role), Language = language });

        (await AskAsync("doctor,badge=77101", "en")).Warnings.ShouldBe([new AnswerWarning("partly_hidden", "Of Visits, only the rows that you may see count here.")]);
        (await AskAsync("doctor,badge=77101", "ko")).Warnings.ShouldBe([new AnswerWarning("partly_hidden", "진료 가운데 볼 수 있는 행만 계산했습니다.")]);
        (await AskAsync("head", "en")).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dataset_and_row_rights_hold_together()
    {
        using var clinic = await Clinic.OpenAsync();
        const string query = """{"measures":[{"metric":"minutes_seen"}],"group_by":[{"field":"patients.illness"}]}""";

        (await clinic.AskAsync(query, request => request with { As = Asker.Parse("doctor,badge=77101") })).Rows.ShouldBe([["tinnitus", 20L], ["iritis", 10L]]);
        (await clinic.AskAsync(query, request => request with { As = new Asker("head") })).ShouldTellNothing("patients are for doctors");
    }
}
