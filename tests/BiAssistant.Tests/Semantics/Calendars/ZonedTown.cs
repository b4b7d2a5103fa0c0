using BiAssistant.Planning;
using BiAssistant.Planning.Lowering;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Semantics.Calendars;

/// <summary>A catalog of rings of a bell, stored in universal time and heard in a zone.</summary>
internal sealed record ZonedTown(string Table, string Zone)
{
    private static readonly DateTime Now = new(2024, 12, 1);

    private string Catalog => $$"""
        version: "0.2.0.dev0"
        semantic_model:
          - name: town
            time_zone: {{Zone}}
            datasets:
              - name: rings
                source: {{Table}}
                default_time: rang_at
                fields:
                  - {name: rang_at, expression: rang_at, datatype: timestamptz}
                  - {name: late, expression: "EXTRACT(HOUR FROM rang_at) >= 22", datatype: boolean}
        metrics:
          - {name: rings, expression: COUNT(*), dataset: rings}
          - {name: late_rings, expression: COUNT(*), dataset: rings, filter: rings.late = TRUE}
        """;

    public (Outcome<CompiledSql> Sql, SqlAllowList Reads) Write(string json, string engine)
    {
        var catalog = CatalogLoader.Load([new CatalogText("town.yml", Catalog)]).Catalog;
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), catalog, Now).Value.ShouldNotBeNull();
        var bound = new Binder(catalog).Bind(canonical, new BindingContext(Asker.Anyone, Now));
        bound.Issues.ShouldBeEmpty();
        var fragment = Planner.Plan(bound.Value.ShouldNotBeNull()).Value.ShouldNotBeNull().Fragments.ShouldHaveSingleItem();
        return (SqlWriter.Write(Lowering.Lower(fragment.Root), SqlDialects.Find(engine).ShouldNotBeNull()), fragment.Reads);
    }

    public ValidatedSql Validated(string json, string engine)
    {
        var (written, reads) = Write(json, engine);
        var valid = SqlValidator.Validate(written.Value.ShouldNotBeNull(), reads);
        valid.Issues.ShouldBeEmpty();
        return valid.Value.ShouldNotBeNull();
    }
}
