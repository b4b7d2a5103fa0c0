using System.Data.Common;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Access;
using BiAssistant.Sql;
using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>A company that sells software by subscription: customers and billing in DuckDB, its support desk in SQLite. A third database holds both, for SQL by hand.</summary>
public sealed class SubscriptionCompany() : ExaminedCompany(Papers, new DateTime(2025, 10, 15, 12, 0, 0))
{
    public const string Papers = "Subscriptions";

    protected override Seq<NamedUrl> Build()
    {
        var (crm, desk) = (Paper("crm.sql"), Paper("desk.sql"));
        DuckDbUnderTest.Write(FileOf("crm.duckdb"), crm);
        SqliteUnderTest.Write(FileOf("desk.sqlite"), desk);
        DuckDbUnderTest.Write(FileOf("both.duckdb"), crm + desk);
        return [new NamedUrl("crm", $"duckdb:{FileOf("crm.duckdb")}"), new NamedUrl("desk", $"sqlite:{FileOf("desk.sqlite")}")];
    }

    protected override DbConnection ForHand() => new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(FileOf("both.duckdb")).ToString());
}

/// <summary>Questions of business people about the company, some of them by people with a role, and SQL written by hand for each.</summary>
public sealed class SubscriptionsExaminationTests(SubscriptionCompany company) : IClassFixture<SubscriptionCompany>
{
    public static TheoryData<string, string, string> Questions()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (question, role, sql) in ExaminedCompany.QuestionsOf(SubscriptionCompany.Papers))
        {
            data.Add(question, role, sql);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string role, string sql) =>
        company.ExamineAsync(question, sql, role.Length == 0 ? Asker.Anyone : Asker.Parse(role));

    public static TheoryData<string> Outside() => ExaminedCompany.DeclinedOf(SubscriptionCompany.Papers);

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_the_catalog_does_not_know_or_the_asker_may_not_see_is_not_answered(string question) =>
        (await company.AskAsync(question, Asker.Anyone)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);
}
