using System.Data.Common;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Sql;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>A cooperative of farms whose catalog says little: no synonyms, no name fields, and labels in one language only.</summary>
public sealed class FarmingCooperative() : ExaminedCompany(Papers, new DateTime(2024, 8, 13))
{
    public const string Papers = "Farming";

    private string Database => FileOf("farming.sqlite");

    protected override Seq<NamedUrl> Build()
    {
        SqliteUnderTest.Write(Database, Paper("data.sql"));
        return [new NamedUrl("main", $"sqlite:{Database}")];
    }

    protected override DbConnection ForHand() =>
        new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
}

/// <summary>Questions of business people about the farms, and SQL written by hand for each.</summary>
public sealed class FarmingExaminationTests(FarmingCooperative cooperative) : IClassFixture<FarmingCooperative>
{
    public static TheoryData<string, string> Questions()
    {
        var data = new TheoryData<string, string>();
        foreach (var (question, _, sql) in ExaminedCompany.QuestionsOf(FarmingCooperative.Papers))
        {
            data.Add(question, sql);
        }

        return data;
    }

    public static TheoryData<string> Outside() => ExaminedCompany.DeclinedOf(FarmingCooperative.Papers);

    [Theory]
    [MemberData(nameof(Questions))]
    public Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string sql) => cooperative.ExamineAsync(question, sql);

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_the_catalog_does_not_know_is_not_answered(string question) =>
        (await cooperative.AskAsync(question)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);

    [Fact]
    public async Task A_period_of_rows_that_go_by_no_date_is_asked_about_with_each_date_that_they_have()
    {
        var answer = await cooperative.AskAsync("visit hours by month in 2023");

        answer.Status.ShouldBe(AnswerStatus.Clarify);
        answer.Clarification.ShouldNotBeNull().Choices.Select(c => c.Label).ShouldBe(
            ["Visit hours by month of visited on, where visited on in 2023", "Visit hours by month of reported on, where reported on in 2023"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("how many buyers since 2022", "No date is set for this to go by. Do you mean this one?", "Number of buyers, where since date since 2022-01-01, all data")]
    [InlineData("올해 구매처는 몇 개인가요?", "기준 날짜가 정해져 있지 않습니다. 이 날짜를 기준으로 할까요?", "전체 기간 구매처 건수 (거래 시작일: 2024-01-01 ~ 2024-08-13)")]
    public async Task The_only_date_of_rows_is_not_taken_for_what_they_go_by(string question, string back, string choice)
    {
        var asked = (await cooperative.AskAsync(question)).Clarification.ShouldNotBeNull();

        asked.Question.ShouldBe(back);
        asked.Choices.Select(c => c.Label).ShouldBe([choice]);
    }

    [Fact]
    public async Task Where_labels_are_in_another_language_names_in_words_stand_for_them()
    {
        (await cooperative.AskAsync("rejection rate by crop")).Reading.ShouldBe("Rejection rate by crop name, all data");
        (await cooperative.AskAsync("작물별 반품률")).Reading.ShouldBe("전체 기간 작물 이름별 반품률");
    }

    [Fact]
    public async Task A_question_that_is_suggested_can_be_answered()
    {
        var refused = await cooperative.AskAsync("visit hours of bananas");

        var suggested = refused.Issues.SelectMany(i => i.Suggestions).ToList();
        suggested.ShouldContain("visit hours by farm name");
        foreach (var question in suggested)
        {
            (await cooperative.AskAsync(question)).Status.ShouldBe(AnswerStatus.Answered, question);
        }
    }
}
