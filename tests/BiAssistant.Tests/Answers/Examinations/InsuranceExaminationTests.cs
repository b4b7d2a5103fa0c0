using System.Data.Common;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Sql;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>An insurer, in one workspace over SQLite.</summary>
public sealed class InsuranceCompany() : ExaminedCompany(Papers, new DateTime(2024, 8, 15))
{
    public const string Papers = "Insurance";

    private string Database => FileOf("insurance.sqlite");

    protected override Seq<NamedUrl> Build()
    {
        SqliteUnderTest.Write(Database, Paper("data.sql"));
        return [new NamedUrl("core", $"sqlite:{Database}")];
    }

    protected override DbConnection ForHand() =>
        new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
}

/// <summary>Questions of business people about the insurer, and SQL written by hand for each.</summary>
public sealed class InsuranceExaminationTests(InsuranceCompany company) : IClassFixture<InsuranceCompany>
{
    public static TheoryData<string, string> Questions()
    {
        var data = new TheoryData<string, string>();
        foreach (var (question, _, sql) in ExaminedCompany.QuestionsOf(InsuranceCompany.Papers))
        {
            data.Add(question, sql);
        }

        return data;
    }

    public static TheoryData<string> Outside() => ExaminedCompany.DeclinedOf(InsuranceCompany.Papers);

    [Theory]
    [MemberData(nameof(Questions))]
    public Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string sql) => company.ExamineAsync(question, sql);

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_the_catalog_does_not_know_is_not_answered(string question) =>
        (await company.AskAsync(question)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);

    [Fact]
    public async Task Sums_of_whole_hundredths_are_not_called_inexact_and_sums_of_floating_point_numbers_are()
    {
        (await company.AskAsync("premium income in 2023")).Warnings.ShouldNotContain(w => w.Code == "inexact");
        (await company.AskAsync("underwriting result in 2023")).Warnings.ShouldNotContain(w => w.Code == "inexact");
        (await company.AskAsync("total claimed amount in 2023")).Warnings.ShouldContain(w => w.Code == "inexact");
    }

    [Fact]
    public async Task A_limit_that_several_fields_could_mean_is_asked_about()
    {
        var answer = await company.AskAsync("How many claims over $5,000 were reported in 2024?");

        answer.Status.ShouldBe(AnswerStatus.Clarify);
        answer.Clarification.ShouldNotBeNull().Choices.Select(c => c.Label).ShouldBe(
            ["Claims reported, where claimed amount is more than 5,000 USD, 2024", "Claims reported, where paid amount is more than 5,000 USD, 2024"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("premium income by month this year", "Of the whole periods only: Premium income went from ", "(July 2024)")]
    [InlineData("올해 월별 수입보험료", "온전한 기간만 비교하면 다음과 같습니다. 수입보험료는 ", "2024년 7월")]
    public async Task A_period_that_is_not_over_is_not_set_against_whole_ones(string question, string beginning, string lastWhole)
    {
        var answer = await company.AskAsync(question);

        answer.Rows.Count.ShouldBe(8);
        var told = answer.Narrative.ShouldNotBeNull();
        told.ShouldStartWith(beginning);
        told.ShouldContain(lastWhole);
        told.ShouldNotContain("August 2024");
        told.ShouldNotContain("2024년 8월 2");
    }
}
