using System.Text.Json;
using BiAssistant.Tests.Cli;

namespace BiAssistant.Tests.Answers.Importing.Databases;

/// <summary>A catalog folder into which a database is imported by the command, and asked.</summary>
internal sealed class ImportedDatabase(string connection) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The report of the last import.</summary>
    public string Report { get; private set; } = "";

    public string File(string name) => _folder.File(name);

    public string Model => System.IO.File.ReadAllText(_folder.File("catalog/semantic-models/main.yml"));

    /// <summary>Imports, and holds the catalog against its own rules and against the data.</summary>
    public async Task ImportAsync(params string[] options)
    {
        var run = await Run.OfAsync(_folder.Path, "", ["import", "database", connection, "--catalog", "catalog", "--all", .. options]);
        run.Code.ShouldBe(0, run.Error);
        Report = run.Output;
        var check = await Run.OfAsync(_folder.Path, "", "check", "--catalog", "catalog", "--against-data", "--warehouse", connection, "--state", _folder.File("state.sqlite"));
        check.Code.ShouldBe(0, check.Output + check.Error);
        check.Output.ShouldContain("0 errors, 0 warnings; version");
        check.Output.ShouldEndWith("hold; 0 errors, 0 warnings\n");
    }

    /// <summary>The rows of an answer as texts, cells apart by a bar; the answer's own words where there are no rows.</summary>
    public async Task<string[]> AskAsync(string question)
    {
        var run = await Run.OfAsync(_folder.Path, "", "ask", question, "--json", "--catalog", "catalog", "--warehouse", connection, "--now", "2024-12-31T00:00:00", "--state", _folder.File("state.sqlite"));
        using var answer = JsonDocument.Parse(run.Output);
        var root = answer.RootElement;
        return root.GetProperty("status").GetString() == "answered"
            ? [.. root.GetProperty("rows").EnumerateArray().Select(row => string.Join(" | ", row.EnumerateArray().Select(cell => cell.ToString())))]
            : [run.Output];
    }

    /// <summary>Edits the model as a person would.</summary>
    public void Edit(string from, string to)
    {
        Model.ShouldContain(from);
        System.IO.File.WriteAllText(_folder.File("catalog/semantic-models/main.yml"), Model.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
