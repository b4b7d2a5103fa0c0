using BiAssistant.Answers;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Settings;
using BiAssistant.DemoCompany;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Benchmarks;

/// <summary>The demo company's catalog, warehouses and the questions that the tests prove to be understood.</summary>
internal static class Demo
{
    public static readonly BindingContext Today = new(Asker.Anyone, new DateTime(2024, 12, 31, 23, 59, 59));

    /// <summary>The repository.</summary>
    public static readonly string Root = FindRoot();

    private static string[] Lines => File.ReadAllLines(Path.Combine(Root, "tests", "BiAssistant.Tests", "Understanding", "Questions", "demo-understood.txt"));

    public static IReadOnlyList<string> Questions => [.. Lines.Where(l => l.Length > 0 && !l.StartsWith("=>", StringComparison.Ordinal) && !l.StartsWith('#'))];

    public static IReadOnlyList<SemanticQuery> Queries =>
        [.. Lines.Where(l => l.StartsWith("=> ", StringComparison.Ordinal)).Select(l => SemanticQueryJson.Read(l[3..]).Value ?? throw new InvalidDataException(l))];

    public static Outcome<WarehouseDialect> DialectOf(string warehouse) =>
        Outcome<WarehouseDialect>.Of(new WarehouseDialect(warehouse, warehouse == "feedback" ? SqlDialects.Sqlite : SqlDialects.DuckDb));

    public static Workspace Open()
    {
        var files = DemoWarehouses.EnsureCreated(Path.Combine(Root, "data"));
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Path.Combine(Root, "semantic-models"), Path.Combine(Root, "metrics")],
                Warehouses = [new NamedUrl("operations", $"duckdb:{files.Operations}"), new NamedUrl("feedback", $"sqlite:{files.Feedback}")],
                Now = Today.Now,
                State = Path.Combine(Root, "data", "benchmarks.sqlite"),
                WorkingDirectory = Root,
                ProgramFolder = Root,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "semantic-models")) && Directory.Exists(Path.Combine(folder, "tests")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("The benchmarks run inside the repository.");
    }
}
