using BiAssistant.Answers;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers.Access;

/// <summary>An asker without rights tries every way there is to learn a salary, a budget, an illness.</summary>
public sealed class HostileAskerTests : IAsyncLifetime, IDisposable
{
    private Nursery? _clinic;

    public async Task InitializeAsync() => _clinic = await Clinic.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clinic?.Dispose();

    [Theory]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"staff.salary","operator":">","value":77501}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"staff.salary","in":[77501]}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"not":{"field":"staff.salary","in":[77501]}}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"any":[{"field":"staff.hours","operator":">","value":0},{"field":"staff.salary","operator":">","value":77501}]}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"staff.salary","empty":true}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"staff.complaint","starts_with":"H"}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"staff.born_on","period":{"from":"1977-01-01","to":"1977-02-01"}}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"term":"well paid"}}""")]
    [InlineData("""{"measures":[{"metric":"headcount","filter":{"field":"staff.salary","operator":">","value":77501}}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.salary_again"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.monthly"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.band"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"staff.badge"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"time":"year","field":"staff.born_on"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"departments.payroll_cost"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"group_by":[{"field":"departments.budget"}]}""")]
    [InlineData("""{"measures":[{"metric":"headcount"}],"where":{"field":"departments.budget","operator":">","value":0}}""")]
    [InlineData("""{"measures":[{"aggregate":"sum","field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"average","field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"min","field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"max","field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"median","field":"staff.monthly"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"count","field":"staff.complaint"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"count_distinct","field":"staff.salary"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"max","field":"staff.born_on"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"sum","field":"departments.payroll_cost"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"max","field":"visits.doctor_pay"}]}""")]
    [InlineData("""{"measures":[{"aggregate":"max","field":"staff.salary","as":"top"}],"group_by":[{"field":"staff.nickname"}],"having":{"measure":"top","operator":">","value":77501}}""")]
    [InlineData("""{"measures":[{"metric":"headcount"},{"aggregate":"max","field":"staff.salary","as":"top"}],"group_by":[{"field":"staff.nickname"}],"order_by":[{"by":"top","direction":"desc"}]}""")]
    [InlineData("""{"measures":[{"operator":"divide","left":{"aggregate":"sum","field":"staff.salary"},"right":{"metric":"headcount"}}]}""")]
    [InlineData("""{"measures":[{"metric":"payroll"}]}""")]
    [InlineData("""{"measures":[{"metric":"top_salary"}]}""")]
    [InlineData("""{"measures":[{"metric":"top_share"}]}""")]
    [InlineData("""{"measures":[{"metric":"top_twice"}]}""")]
    [InlineData("""{"measures":[{"metric":"troubled"}]}""")]
    [InlineData("""{"measures":[{"count":"patients"}]}""")]
    [InlineData("""{"measures":[{"metric":"minutes_seen"}]}""")]
    [InlineData("""{"measures":[{"metric":"minutes_seen"}],"group_by":[{"field":"patients.illness"}]}""")]
    public async Task A_query_that_touches_a_secret_is_not_allowed(string query)
    {
        var answer = await Open().AskAsync(query, request => request with { As = Clinic.Clerk });

        answer.ShouldTellNothing(query);
        answer.Issues.ShouldAllBe(i => i.Code == "not_allowed");
    }

    [Theory]
    [InlineData("average salary by department")]
    [InlineData("highest salary")]
    [InlineData("headcount by salary")]
    [InlineData("employees with salary above 77501")]
    [InlineData("headcount of well paid employees")]
    [InlineData("best paid employee")]
    [InlineData("pay list")]
    [InlineData("average remuneration")]
    [InlineData("payroll by department")]
    [InlineData("top salary")]
    [InlineData("headcount by complaint")]
    [InlineData("headcount with harassment")]
    [InlineData("employees with harassmnt")]
    [InlineData("harasment")]
    [InlineData("average slary")]
    [InlineData("total budget")]
    [InlineData("budget by department")]
    [InlineData("how many patients with tinnitus")]
    [InlineData("patients")]
    [InlineData("minutes seen by doctor")]
    [InlineData("employees born in 1977")]
    [InlineData("oldest employee")]
    [InlineData("부서별 평균 급여")]
    [InlineData("급여가 가장 높은 직원")]
    [InlineData("괴롭힘 직원 수")]
    [InlineData("고액 직원 수")]
    [InlineData("총 예산")]
    [InlineData("진료 시간")]
    public async Task A_question_about_a_secret_is_not_answered(string question)
    {
        await using var workspace = Open().Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = question, As = Clinic.Clerk }, CancellationToken.None);

        answer.ShouldTellNothing(question);
    }

    [Fact]
    public async Task That_a_masked_field_may_not_be_seen_is_said_in_the_language_of_the_question()
    {
        await using var workspace = Open().Open();
        async Task<string> SayAsync(string question) => (await workspace.Pipeline.AskAsync(new AskRequest { Question = question, As = Clinic.Clerk }, CancellationToken.None)).Issues.ShouldHaveSingleItem().Message;

        (await SayAsync("average salary by department")).ShouldBe("You may not see 'Salary'.");
        (await SayAsync("부서별 평균 급여")).ShouldBe("'급여'을(를) 볼 권한이 없습니다.");
    }

    [Theory]
    [InlineData("salry")]
    [InlineData("budgt")]
    [InlineData("harassmen")]
    [InlineData("patient")]
    [InlineData("top salry")]
    public async Task A_slip_of_the_pen_is_not_corrected_into_a_secret(string question)
    {
        await using var workspace = Open().Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = question, As = Clinic.Clerk }, CancellationToken.None);
        var offered = answer.Issues.SelectMany(i => i.Suggestions).Concat(answer.Clarification?.Choices.Select(c => c.Label) ?? []).ToList();

        answer.Status.ShouldNotBe(AnswerStatus.Answered);
        offered.ShouldAllBe(s => !s.Contains("alary") && !s.Contains("udget") && !s.Contains("arass") && !s.Contains("tient"));
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("hr")]
    public async Task Values_of_a_sensitive_field_are_not_known_by_name_to_anyone(string role)
    {
        await using var workspace = Open().Open();
        var answer = await workspace.Pipeline.AskAsync(new AskRequest { Question = "headcount in low", As = new Asker(role) }, CancellationToken.None);

        workspace.Catalog.FindField("staff.band").ShouldNotBeNull().Sensitive.ShouldBeTrue();
        answer.Issues.ShouldHaveSingleItem().Code.ShouldBe("unknown_words");
    }

    [Fact]
    public async Task What_is_no_secret_is_answered_without_one()
    {
        var answer = await Open().AskAsync("""{"measures":[{"metric":"hours_worked"}],"group_by":[{"field":"staff.nickname"}]}""", request => request with { As = Clinic.Clerk });

        answer.Columns.Select(c => c.Name).ShouldBe(["nickname", "hours_worked"]);
        answer.Rows.ShouldBe([["Kim", 40L], ["Kim", 30L], ["Lee", 20L]]);
        answer.Narrative.ShouldNotBeNull().ShouldNotContain(Clinic.Secret);
    }

    [Fact]
    public async Task Who_may_see_a_key_is_shown_it_where_names_repeat()
    {
        var answer = await Open().AskAsync("""{"measures":[{"metric":"hours_worked"}],"group_by":[{"field":"staff.nickname"}]}""", request => request with { As = new Asker("hr") });

        answer.Rows.ShouldBe([["Kim", 77101L, 40L], ["Kim", 77102L, 30L], ["Lee", 77103L, 20L]]);
    }

    private Nursery Open() => _clinic ?? throw new InvalidOperationException("Not open yet.");
}
