using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;
using TemporaryFolder = BiAssistant.Tests.Answers.TemporaryFolder;

namespace BiAssistant.Tests.Understanding.Evaluation;

/// <summary>A company that is there to be asked about: a folder with its catalog, its data as a script of SQLite, and the name of its warehouse and the time in <c>company.txt</c>.</summary>
internal sealed class ScriptedCompany(string name) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Folder { get; } = Path.Combine(EvaluatedCompanies.Papers, "Companies");

    public static IReadOnlyList<string> All { get; } = [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public Workspace Open()
    {
        var papers = Path.Combine(Folder, name);
        var says = File.ReadLines(Path.Combine(papers, "company.txt")).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var data = _folder.File("data.sqlite");
        SqliteUnderTest.Write(data, File.ReadAllText(Path.Combine(papers, "data.sql")));
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [papers],
                Warehouses = [new NamedUrl(says["warehouse"], $"sqlite:{data}")],
                Now = DateTime.Parse(says["now"], CultureInfo.InvariantCulture),
                State = _folder.File("state.sqlite"),
                WorkingDirectory = _folder.Path,
                ProgramFolder = _folder.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    public void Dispose() => _folder.Dispose();
}
