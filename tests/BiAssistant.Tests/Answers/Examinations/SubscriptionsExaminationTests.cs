using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>A company that sells software by subscription: customers and billing in DuckDB, its support desk in SQLite. A third database holds both, for SQL by hand.</summary>
public sealed class SubscriptionCompany : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Workspace? _workspace;

    public static string Papers { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Answers", "Examinations", "Subscriptions");

    private string Both => _folder.File("both.duckdb");

    public Task InitializeAsync()
    {
        var (crm, desk) = (File.ReadAllText(Path.Combine(Papers, "crm.sql")), File.ReadAllText(Path.Combine(Papers, "desk.sql")));
        DuckDbUnderTest.Write(_folder.File("crm.duckdb"), crm);
        SqliteUnderTest.Write(_folder.File("desk.sqlite"), desk);
        DuckDbUnderTest.Write(Both, crm + desk);
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Papers],
                Warehouses = [new NamedUrl("crm", $"duckdb:{_folder.File("crm.duckdb")}"), new NamedUrl("desk", $"sqlite:{_folder.File("desk.sqlite")}")],
                Now = new DateTime(2025, 10, 15, 12, 0, 0),
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

    public Task<Answer> AskAsync(string question, Asker asker) =>
        (_workspace ?? throw new InvalidOperationException("Not open yet.")).Pipeline.AskAsync(new AskRequest { Question = question, As = asker }, CancellationToken.None);

    /// <summary>The rows that a query written by hand gives, as comparable texts.</summary>
    public List<string> Rows(string sql)
    {
        using var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(Both).ToString());
        connection.Open();
        using var command = new DuckDbCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(InsuranceCompany.Row(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}

/// <summary>Questions of business people about the company, some of them by people with a role, and SQL written by hand for each.</summary>
public sealed class SubscriptionsExaminationTests(SubscriptionCompany company) : IClassFixture<SubscriptionCompany>
{
    public static TheoryData<string, string, string> Questions()
    {
        var data = new TheoryData<string, string, string>();
        var (role, question) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(SubscriptionCompany.Papers, "questions.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("=> ", StringComparison.Ordinal))
            {
                data.Add(question, role, line[3..]);
            }
            else
            {
                var end = line[0] == '[' ? line.IndexOf(']', StringComparison.Ordinal) : -1;
                (role, question) = end < 0 ? ("", line) : (line[1..end], line[(end + 2)..]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string role, string sql)
    {
        var answer = await company.AskAsync(question, role.Length == 0 ? Asker.Anyone : Asker.Parse(role));

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join("; ", answer.Issues.Select(i => i.Message)));
        answer.Rows.Select(r => InsuranceCompany.Row(r)).Order(StringComparer.Ordinal).ShouldBe(company.Rows(sql).Order(StringComparer.Ordinal), answer.Reading);
    }

    public static TheoryData<string> Outside() => [.. File.ReadLines(Path.Combine(SubscriptionCompany.Papers, "declined.txt")).Where(l => l.Length > 0)];

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_the_catalog_does_not_know_or_the_asker_may_not_see_is_not_answered(string question) =>
        (await company.AskAsync(question, Asker.Anyone)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);
}
