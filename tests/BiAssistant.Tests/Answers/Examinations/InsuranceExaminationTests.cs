using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Tests.Warehouses;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>An insurer that no rule was written for, in one workspace over SQLite.</summary>
public sealed class InsuranceCompany : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Workspace? _workspace;

    public static string Papers { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Answers", "Examinations", "Insurance");

    private string Database => _folder.File("insurance.sqlite");

    public Task InitializeAsync()
    {
        SqliteUnderTest.Write(Database, File.ReadAllText(Path.Combine(Papers, "data.sql")));
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Papers],
                Warehouses = [new NamedUrl("core", $"sqlite:{Database}")],
                Now = new DateTime(2024, 8, 15),
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
            rows.Add(Row(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    /// <summary>A row as a text in which numbers are rounded and the order of columns does not matter.</summary>
    public static string Row(IEnumerable<object?> cells) => string.Join(" | ", cells.Select(Cell).Order(StringComparer.Ordinal));

    private static string Cell(object? cell) => cell switch
    {
        null or DBNull => "(null)",
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IConvertible number => Math.Round(Convert.ToDecimal(number, CultureInfo.InvariantCulture), 5).ToString("0.#####", CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}

/// <summary>Questions of business people about the insurer, and SQL written by hand for each.</summary>
public sealed class InsuranceExaminationTests(InsuranceCompany company) : IClassFixture<InsuranceCompany>
{
    public static TheoryData<string, string> Questions()
    {
        var data = new TheoryData<string, string>();
        var question = "";
        foreach (var line in File.ReadLines(Path.Combine(InsuranceCompany.Papers, "questions.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("=> ", StringComparison.Ordinal))
            {
                data.Add(question, line[3..]);
            }
            else
            {
                question = line;
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_gives_the_rows_that_the_SQL_by_hand_gives(string question, string sql)
    {
        var answer = await company.AskAsync(question);

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join("; ", answer.Issues.Select(i => i.Message)));
        answer.Rows.Select(r => InsuranceCompany.Row(r)).Order(StringComparer.Ordinal).ShouldBe(company.Rows(sql).Order(StringComparer.Ordinal), answer.Reading);
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task What_the_catalog_does_not_know_is_not_answered(string question) =>
        (await company.AskAsync(question)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);

    public static TheoryData<string> Outside() => [.. File.ReadLines(Path.Combine(InsuranceCompany.Papers, "declined.txt")).Where(l => l.Length > 0)];

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
            ["Number of claims, where claimed amount is more than 5,000 USD, 2024", "Number of claims, where paid amount is more than 5,000 USD, 2024"], ignoreOrder: true);
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
