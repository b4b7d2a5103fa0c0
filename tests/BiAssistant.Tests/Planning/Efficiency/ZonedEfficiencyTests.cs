using BiAssistant.Planning;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Dialects;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Planning.Efficiency;

/// <summary>A day of local time is found by what an engine knows of the stored moments.</summary>
public sealed class ZonedEfficiencyTests
{
    private const string Town = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: town
            time_zone: Europe/Paris
            datasets:
              - name: rings
                source: rings
                default_time: rang_at
                fields:
                  - {name: rang_at, expression: rang_at, datatype: timestamptz}
        metrics:
          - {name: rings, expression: COUNT(*), dataset: rings}
        """;

    private const string Script = "CREATE TABLE rings (rang_at TIMESTAMPTZ); INSERT INTO rings VALUES ('2024-05-01 12:00:00+00')";

    private const string InMay = """{"measures":[{"metric":"rings"}],"period":{"from":"2024-05-01","to":"2024-06-01"}}""";

    [PostgresFact]
    public async Task PostgreSQL_reads_one_partition_by_its_index()
    {
        await using var engine = await PostgresPlans.OpenAsync(Script, [("rings", "rang_at")]);
        var plan = await engine.OfAsync(PlannerCase.Texts(Plan(), SqlDialects.PostgreSql).ShouldHaveSingleItem().Sql.Sql);
        plan.ToString().ShouldBe("rings[1/17](| rang_at by index rang_at)");
    }

    [Fact]
    public void DuckDB_compares_stored_moments_while_it_reads()
    {
        using var engine = new DuckDbPlans(Script);
        var scan = engine.Of(PlannerCase.Texts(Plan(), SqlDialects.DuckDb).ShouldHaveSingleItem().Sql.Sql).Scans.ShouldHaveSingleItem();
        scan.Conditions.ShouldContain(c => c.Contains("2024-04-30", StringComparison.Ordinal) && c.Contains("2024-06-02", StringComparison.Ordinal));
    }

    private static QueryPlan Plan()
    {
        var catalog = CatalogLoader.Load([new CatalogText("town.yml", Town)]).Catalog;
        var now = new DateTime(2024, 12, 1);
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(InMay).Value.ShouldNotBeNull(), catalog, now).Value.ShouldNotBeNull();
        return Planner.Plan(new Binder(catalog).Bind(canonical, new BindingContext(Asker.Anyone, now)).Value.ShouldNotBeNull()).Value.ShouldNotBeNull();
    }
}
