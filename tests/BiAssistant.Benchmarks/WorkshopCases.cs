using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Benchmarks;

/// <summary>The planner's golden cases, a query of each form: the catalog that they ask, and each with the SQL that a person wrote for it.</summary>
internal static class WorkshopCases
{
    private static readonly BindingContext Today = new(Asker.Anyone, new DateTime(2025, 3, 1));

    private static readonly string Folder = Path.Combine(Demo.Root, "tests", "BiAssistant.Tests", "Planning");

    private static readonly Catalog Catalog = CatalogLoader.Load([new CatalogText("workshop.yml", File.ReadAllText(Path.Combine(Folder, "workshop.yml")))]).Catalog;

    /// <summary>Statements that make the tables and their few rows.</summary>
    public static string Script => File.ReadAllText(Path.Combine(Folder, "workshop.sql"));

    public static IEnumerable<WorkshopCase> All => Directory.GetDirectories(Path.Combine(Folder, "Cases")).Order(StringComparer.Ordinal).Select(folder => new WorkshopCase(
        Path.GetFileName(folder),
        SemanticQueryJson.Read(File.ReadAllText(Path.Combine(folder, "query.json"))).Value ?? throw new InvalidDataException(folder),
        File.ReadAllText(Path.Combine(folder, "expected.sql"))));

    /// <summary>From the query to texts that may run. A compiler remembers; this one is new.</summary>
    public static ReadyQuery Compile(WorkshopCase asked)
    {
        var compiled = new QueryCompiler(Catalog, name => Outcome<WarehouseDialect>.Of(new WarehouseDialect(name, SqlDialects.DuckDb)), TimeProvider.System).Compile(asked.Query, Today);
        return compiled.Ready ?? throw new InvalidOperationException($"{asked.Name}: {string.Join('\n', compiled.Issues)}");
    }
}

/// <summary>A golden case.</summary>
internal sealed record WorkshopCase(string Name, SemanticQuery Query, string HandWritten)
{
    /// <summary>Whether its SQL was written for any rows: some cases state the few that the small tables give.</summary>
    public bool HoldsForAnyRows => !HandWritten.Contains("VALUES", StringComparison.OrdinalIgnoreCase) && HandWritten.Contains("FROM", StringComparison.OrdinalIgnoreCase);
}
