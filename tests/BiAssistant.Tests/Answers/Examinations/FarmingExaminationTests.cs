using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>A cooperative of farms whose catalog says little: no synonyms, no name fields, and labels in one language only.</summary>
public sealed class FarmingCooperative : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Workspace? _workspace;

    public static string Papers { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Answers", "Examinations", "Farming");

    private string Database => _folder.File("farming.sqlite");

    public Task InitializeAsync()
    {
        SqliteUnderTest.Write(Database, File.ReadAllText(Path.Combine(Papers, "data.sql")));
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Papers],
                Warehouses = [new NamedUrl("main", $"sqlite:{Database}")],
                Now = new DateTime(2024, 8, 13),
                State = _folder.File("state.sqlite"),
                WorkingDirectory = _folder.Path,
                ProgramFolder = _folder.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        _workspace = opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_workspace is not null)
        {
            await _workspace.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    public Task<Answer> AskAsync(string question) =>
        (_workspace ?? throw new InvalidOperationException("Not open yet.")).Pipeline.AskAsync(new AskRequest { Question = question }, CancellationToken.None);

    /// <summary>The rows that a query written by hand gives, as comparable texts.</summary>
    public List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(InsuranceCompany.Row(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}

/// <summary>Questions of business people about the farms, and SQL written by hand for each.</summary>
public sealed class FarmingExaminationTests(FarmingCooperative cooperative) : IClassFixture<FarmingCooperative>
{
    public static TheoryData<string, string> Questions()
    {
        var lines = File.ReadLines(Path.Combine(FarmingCooperative.Papers, "questions.txt")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var data = new TheoryData<string, string>();
        foreach (var pair in lines.Chunk(2))
        {
            data.Add(pair[0], pair[1]["=> ".Length..]);
        }

        return data;
    }

    public static TheoryData<string> Outside() => [.. File.ReadLines(Path.Combine(FarmingCooperative.Papers, "declined.txt")).Where(l => l.Length > 0)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string sql)
    {
        var answer = await cooperative.AskAsync(question);

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join("; ", answer.Issues.Select(i => i.Message)));
        answer.Rows.Select(r => InsuranceCompany.Row(r)).Order(StringComparer.Ordinal).ShouldBe(cooperative.Rows(sql).Order(StringComparer.Ordinal), answer.Reading);
    }

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
