using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.Tests.Carrier;
using BiAssistant.Tests.DemoCompany;
using BiAssistant.Tests.Understanding.Evaluation;
using Microsoft.Extensions.Logging.Abstractions;
using TemporaryFolder = BiAssistant.Tests.Answers.TemporaryFolder;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>Both companies with their values, learnt once for all tests.</summary>
public sealed class LearntCompanies : IAsyncLifetime
{
    private readonly Dictionary<string, LearntCompany> _companies = [];

    internal LearntCompany Of(string name) => _companies[name];

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var files = DemoWarehouses.EnsureCreated(folder.Path, DemoFolder.Seed, CompanySize.FewestRows);
        var state = folder.File("state.sqlite");
        var now = new DateTime(2024, 12, 31, 23, 59, 59);
        string[] demo = [Path.Combine(Repository.Root, "semantic-models"), Path.Combine(Repository.Root, "metrics")];
        await using (var workspace = Open(folder, demo, [new NamedUrl("operations", $"duckdb:{files.Operations}"), new NamedUrl("feedback", $"sqlite:{files.Feedback}")], now, state))
        {
            _companies[EvaluatedCompanies.Demo] = await LearntCompany.LearnAsync(EvaluatedCompanies.Demo, workspace, state, now);
        }

        using var carrier = new CarrierCompany();
        await carrier.InitializeAsync();
        var freight = await carrier.OpenAsync("duckdb");
        _companies[EvaluatedCompanies.Carrier] = await LearntCompany.LearnAsync(EvaluatedCompanies.Carrier, freight, Path.Combine(carrier.Folder, "state.duckdb"), CarrierCompany.Now);
        await carrier.DisposeAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static Workspace Open(TemporaryFolder folder, string[] catalog, NamedUrl[] warehouses, DateTime now, string state)
    {
        var opened = Workspace.Open(
            new WorkspaceOptions { CatalogPaths = [.. catalog], Warehouses = [.. warehouses], Now = now, State = state, WorkingDirectory = folder.Path, ProgramFolder = folder.Path },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }
}

/// <summary>Tests over the companies as they were learnt.</summary>
[CollectionDefinition(Name)]
public sealed class LearntCompaniesCollection : ICollectionFixture<LearntCompanies>
{
    public const string Name = "learnt companies";
}
