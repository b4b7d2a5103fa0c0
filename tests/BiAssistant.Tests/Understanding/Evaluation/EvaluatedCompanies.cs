using BiAssistant.Answers;
using BiAssistant.Answers.Evaluation;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Tests.Carrier;
using BiAssistant.Tests.DemoCompany;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Understanding.Evaluation;

/// <summary>The companies, asked all their questions once for all tests.</summary>
public sealed class EvaluatedCompanies : IAsyncLifetime, IDisposable
{
    public const string Demo = "demo";
    public const string Carrier = "carrier";

    private readonly CarrierCompany _carrier = new();
    private DemoFolder? _demo;

    public static string Papers { get; } = Path.Combine(UnderstandingCatalogs.Folder, "Evaluation");

    /// <summary>What became of a company's questions.</summary>
    public Dictionary<string, EvaluationReport> Reports { get; } = [];

    public async Task InitializeAsync()
    {
        _demo = new DemoFolder();
        await using (var workspace = Open(_demo))
        {
            Reports[Demo] = await ExamineAsync(Demo, workspace);
        }

        await _carrier.InitializeAsync();
        Reports[Carrier] = await ExamineAsync(Carrier, await _carrier.OpenAsync("duckdb"));
        foreach (var name in ScriptedCompany.All)
        {
            using var company = new ScriptedCompany(name);
            await using var workspace = company.Open();
            Reports[name] = await ExamineAsync(name, workspace);
        }
    }

    public Task DisposeAsync() => _carrier.DisposeAsync();

    public void Dispose()
    {
        _carrier.Dispose();
        _demo?.Dispose();
    }

    private static async Task<EvaluationReport> ExamineAsync(string company, Workspace workspace)
    {
        var read = await QuestionFiles.ReadAsync([company], Papers, CancellationToken.None);
        var questions = read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Issues));
        return await new Examination(workspace, NullLogger.Instance).RunAsync(questions.Blocks, Asker.Anyone, CancellationToken.None);
    }

    private static Workspace Open(DemoFolder demo)
    {
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Path.Combine(Repository.Root, "semantic-models"), Path.Combine(Repository.Root, "metrics")],
                Warehouses = [new NamedUrl("operations", $"duckdb:{demo.Files.Operations}"), new NamedUrl("feedback", $"sqlite:{demo.Files.Feedback}")],
                Now = new DateTime(2024, 12, 31, 23, 59, 59),
                State = Path.Combine(demo.Path, "state.sqlite"),
                WorkingDirectory = demo.Path,
                ProgramFolder = demo.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }
}
