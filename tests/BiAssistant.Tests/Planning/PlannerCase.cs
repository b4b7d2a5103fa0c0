using BiAssistant.Planning;
using BiAssistant.Planning.Lowering;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Planning;

/// <summary>A folder with a query, the text that each dialect is expected to get, and hand-written SQL whose rows must come out.</summary>
internal sealed record PlannerCase(string Name)
{
    public static readonly DateTime Now = new(2025, 3, 1);

    private static readonly Lazy<Catalog> Workshop = new(() => Load(text => text));
    private static readonly Lazy<Catalog> Together = new(() => Load(text => text.Replace("warehouse: opinions", "warehouse: workshop", StringComparison.Ordinal)));

    public static string Root { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Planning");

    public static IEnumerable<string> Names => Directory.GetDirectories(Path.Combine(Root, "Cases")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    public static Catalog Catalog => Workshop.Value;

    public string File(string name) => Path.Combine(Root, "Cases", Name, name);

    public QueryPlan Plan() => Plan(System.IO.File.ReadAllText(File("query.json")));

    /// <summary>The plan that there would be if everything were in one warehouse.</summary>
    public QueryPlan PlanInOneWarehouse() => Plan(System.IO.File.ReadAllText(File("query.json")), Together.Value);

    public static QueryPlan Plan(string json) => Plan(json, Catalog);

    private static QueryPlan Plan(string json, Catalog catalog)
    {
        var query = SemanticQueryJson.Read(json);
        query.Issues.ShouldBeEmpty();
        var canonical = Canonicalizer.Canonicalize(query.Value.ShouldNotBeNull(), catalog, Now);
        canonical.Issues.ShouldBeEmpty();
        var bound = new Binder(catalog).Bind(canonical.Value.ShouldNotBeNull(), new BindingContext(Asker.Anyone, Now));
        bound.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        var plan = Planner.Plan(bound.Value.ShouldNotBeNull());
        plan.Issues.ShouldBeEmpty();
        return plan.Value.ShouldNotBeNull();
    }

    /// <summary>Every text of a plan, written and through the gate; the merge is always for the embedded engine.</summary>
    public static IEnumerable<(string Name, ValidatedSql Sql)> Texts(QueryPlan plan, SqlDialect dialect)
    {
        foreach (var fragment in plan.Fragments)
        {
            yield return (fragment.Name, Validated(fragment.Root, dialect, fragment.Reads));
        }

        if (plan.Merge is { } merge)
        {
            var tables = plan.Fragments.Select(f => new AllowedTable([f.Name], f.Columns.Select(c => c.Name).ToSeq())).ToSeq();
            yield return ("merge", Validated(merge, SqlDialects.DuckDb, new SqlAllowList(tables)));
        }
    }

    private static ValidatedSql Validated(PlanNode node, SqlDialect dialect, SqlAllowList reads)
    {
        var compiled = SqlWriter.Write(Lowering.Lower(node, dialect.TellsTextsApart), dialect);
        compiled.Issues.ShouldBeEmpty();
        var validated = SqlValidator.Validate(compiled.Value.ShouldNotBeNull(), reads);
        validated.Issues.ShouldBeEmpty();
        return validated.Value.ShouldNotBeNull();
    }

    private static Catalog Load(Func<string, string> changed)
    {
        var load = CatalogLoader.Load([new CatalogText("workshop.yml", changed(System.IO.File.ReadAllText(Path.Combine(Root, "workshop.yml"))))]);
        load.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return load.Catalog;
    }
}
