using System.Data.Common;
using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Examinations;

/// <summary>A company that no rule was written for: its papers (catalog, data, questions with SQL by hand) in a folder of its name, opened in one workspace.</summary>
public abstract class ExaminedCompany(string name, DateTime now) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Workspace? _workspace;

    public static string PapersOf(string name) => Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Answers", "Examinations", name);

    /// <summary>Questions, what stands in brackets before them, and their SQL.</summary>
    public static IEnumerable<(string Question, string Role, string Sql)> QuestionsOf(string name)
    {
        var (role, question) = ("", "");
        foreach (var line in File.ReadLines(Path.Combine(PapersOf(name), "questions.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("=> ", StringComparison.Ordinal))
            {
                yield return (question, role, line[3..]);
            }
            else
            {
                var end = line[0] == '[' ? line.IndexOf(']', StringComparison.Ordinal) : -1;
                (role, question) = end < 0 ? ("", line) : (line[1..end], line[(end + 2)..]);
            }
        }
    }

    public static TheoryData<string> DeclinedOf(string name) => [.. File.ReadLines(Path.Combine(PapersOf(name), "declined.txt")).Where(l => l.Length > 0)];

    public Task InitializeAsync()
    {
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [PapersOf(name)],
                Warehouses = Build(),
                Now = now,
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

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task<Answer> AskAsync(string question, Asker? asker = null) =>
        (_workspace ?? throw new InvalidOperationException("Not open yet.")).Pipeline.AskAsync(new AskRequest { Question = question, As = asker ?? Asker.Anyone }, CancellationToken.None);

    /// <summary>Asks and holds the rows against those of SQL written by hand, whatever the order of rows and columns.</summary>
    public async Task ExamineAsync(string question, string sql, Asker? asker = null)
    {
        var answer = await AskAsync(question, asker);

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join("; ", answer.Issues.Select(i => i.Message)));
        answer.Rows.Select(Row).Order(StringComparer.Ordinal).ShouldBe(Rows(sql).Order(StringComparer.Ordinal), answer.Reading);
    }

    /// <summary>Writes the company's databases and says where they are.</summary>
    protected abstract Seq<NamedUrl> Build();

    /// <summary>A closed connection to a database that holds everything, for SQL by hand.</summary>
    protected abstract DbConnection ForHand();

    protected string FileOf(string file) => _folder.File(file);

    protected string Paper(string file) => File.ReadAllText(Path.Combine(PapersOf(name), file));

    private List<string> Rows(string sql)
    {
        using var connection = ForHand();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Row(Enumerable.Range(0, reader.FieldCount).Select(object? (i) => reader.GetValue(i)).ToSeq()));
        }

        return rows;
    }

    /// <summary>A row as a text in which numbers are rounded and the order of columns does not matter.</summary>
    private static string Row(Seq<object?> cells) => string.Join(" | ", cells.Select(Cell).Order(StringComparer.Ordinal));

    private static string Cell(object? cell) => cell switch
    {
        null or DBNull => "(null)",
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IConvertible number => Math.Round(Convert.ToDecimal(number, CultureInfo.InvariantCulture), 5).ToString("0.#####", CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
