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
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Planning.Gathered;

/// <summary>A music label's tables on every real engine, and a catalog full of rollups and bridges over them.</summary>
public sealed class MusicLabel : RealEngines
{
    private static readonly Lazy<Catalog> Loaded = new(() => Load(File.ReadAllText(Path.Combine(Folder, "label.yml"))));

    public static DateTime Now { get; } = new(2024, 12, 31);

    internal static Catalog Catalog => Loaded.Value;

    protected override string Script => File.ReadAllText(Path.Combine(Folder, "label.sql"));

    public override SqlAllowList Tables { get; } = new([]);

    private static string Folder => Path.Combine(PlannerCase.Root, "Gathered");

    internal static Catalog Load(string text)
    {
        var load = CatalogLoader.Load([new CatalogText("label.yml", text)]);
        load.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return load.Catalog;
    }

    internal static Outcome<BoundQuery> Bind(string json, Asker? asker = null, Catalog? catalog = null)
    {
        var query = SemanticQueryJson.Read(json);
        query.Issues.ShouldBeEmpty();
        var canonical = Canonicalizer.Canonicalize(query.Value.ShouldNotBeNull(), catalog ?? Catalog, Now);
        canonical.Issues.ShouldBeEmpty();
        return new Binder(catalog ?? Catalog).Bind(canonical.Value.ShouldNotBeNull(), new BindingContext(asker ?? Asker.Anyone, Now));
    }

    internal static BoundQuery Bound(string json, Asker? asker = null, Catalog? catalog = null)
    {
        var bound = Bind(json, asker, catalog);
        bound.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return bound.Value.ShouldNotBeNull();
    }

    /// <summary>Every engine that is here gives the rows of SQL that a person wrote for DuckDB, in whatever order.</summary>
    internal async Task ShouldBeAsync(string json, string byHand, Asker? asker = null, Catalog? catalog = null)
    {
        var plan = Planner.Plan(Bound(json, asker, catalog)).Value.ShouldNotBeNull();
        var expected = await RowsAsync("duckdb", new ValidatedSql(new CompiledSql(DialectOf("duckdb"), byHand, [], new SqlSelect([], null))));
        foreach (var engine in Names)
        {
            var (_, text) = PlannerCase.Texts(plan, DialectOf(engine)).ShouldHaveSingleItem();
            (await RowsAsync(engine, text)).ShouldBe(expected, ignoreOrder: true, customMessage: $"{engine}:\n{text.Sql.Text}");
        }
    }
}
