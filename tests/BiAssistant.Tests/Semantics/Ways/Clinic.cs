using BiAssistant.Planning;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.Planning;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Semantics.Ways;

/// <summary>
/// A clinic whose people are patients or staff, whose staff are doctors or nurses, and whose visits lead to doctors, days and cities in several ways; its tables
/// stand in every real engine.
/// </summary>
public sealed class Clinic : RealEngines
{
    public static readonly DateTime Now = new(2024, 6, 1);

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Semantics", "Ways");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "clinic.yml"));

    public static Catalog Catalog { get; } = Load(Text);

    protected override string Script => File.ReadAllText(Path.Combine(Folder, "clinic.sql"));

    /// <summary>Plans bring their own lists.</summary>
    public override SqlAllowList Tables { get; } = new([]);

    /// <summary>The clinic's catalog with one text in place of another, which must be there once.</summary>
    public static Catalog With(string old, string replacement)
    {
        Text.Split(old).Length.ShouldBe(2);
        return Load(Text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public static Catalog Load(string text)
    {
        var load = CatalogLoader.Load([new CatalogText("clinic.yml", text)]);
        load.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return load.Catalog;
    }

    public static Outcome<BoundQuery> Bind(string json, Catalog? catalog = null, string? asker = null, string language = "en")
    {
        var query = SemanticQueryJson.Read(json);
        query.Issues.ShouldBeEmpty();
        var canonical = Canonicalizer.Canonicalize(query.Value.ShouldNotBeNull(), catalog ?? Catalog, Now);
        canonical.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return new Binder(catalog ?? Catalog).Bind(canonical.Value.ShouldNotBeNull(), new BindingContext(asker is null ? Asker.Anyone : Asker.Parse(asker), Now, language));
    }

    /// <summary>The relationships that a query's only source takes, in order.</summary>
    public static IEnumerable<string> Ways(string json, Catalog? catalog = null) =>
        Bound(json, catalog).Sources.ShouldHaveSingleItem().Joins.Steps.Select(s => s.Relationship.ShouldNotBeNull().Name);

    public static Issue Refused(string json, Catalog? catalog = null, string? asker = null, string language = "en")
    {
        var outcome = Bind(json, catalog, asker, language);
        outcome.Succeeded.ShouldBeFalse();
        return outcome.Issues[0];
    }

    public static BoundQuery Bound(string json, Catalog? catalog = null, string? asker = null)
    {
        var outcome = Bind(json, catalog, asker);
        outcome.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return outcome.Value.ShouldNotBeNull();
    }

    /// <summary>The rows of a query are those of SQL that a person wrote, on every engine that is here.</summary>
    public async Task ShouldGiveAsync(string json, string handWritten, Catalog? catalog = null, string? asker = null)
    {
        var plan = Planner.Plan(Bound(json, catalog, asker));
        plan.Issues.ShouldBeEmpty();
        var expected = await RowsAsync("duckdb", new ValidatedSql(new CompiledSql(DialectOf("duckdb"), handWritten, [], new SqlSelect([], null))));
        expected.ShouldNotBeEmpty();
        foreach (var engine in Names)
        {
            var (_, text) = PlannerCase.Texts(plan.Value.ShouldNotBeNull(), DialectOf(engine)).ShouldHaveSingleItem();
            (await RowsAsync(engine, text)).ShouldBe(expected, ignoreOrder: true, $"{engine}: {text.Sql.Text}");
        }
    }
}
