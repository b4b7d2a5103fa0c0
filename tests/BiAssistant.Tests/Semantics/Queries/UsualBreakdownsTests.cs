using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class UsualBreakdownsTests
{
    private const string Yard = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: yard
            datasets:
              - name: loads
                source: loads
                primary_key: [id]
                fields:
                  - {name: carrier, expression: carrier, datatype: text}
                  - {name: gate, expression: gate, datatype: text}
                  - {name: tons, expression: tons, datatype: decimal}
        metrics:
          - {name: tons, expression: SUM(loads.tons), default_by: [loads.carrier, loads.gate]}
          - {name: loads, expression: COUNT(*), dataset: loads, default_by: [loads.gate]}
        """;

    [Theory]
    [InlineData("""{"measures":[{"metric":"tons"}]}""", "loads.carrier, loads.gate")]
    [InlineData("""{"measures":[{"metric":"loads"},{"metric":"tons"}]}""", "loads.gate, loads.carrier")]
    [InlineData("""{"measures":[{"running":{"metric":"tons"}}],"group_by":[{"field":"loads.carrier"}]}""", "loads.gate")]
    [InlineData("""{"measures":[{"aggregate":"max","field":"loads.tons"}]}""", "")]
    public void They_are_those_of_the_metrics_that_the_query_does_not_have_yet(string json, string fields)
    {
        var catalog = CatalogLoader.Load([new CatalogText("yard.yml", Yard)]).Catalog;
        var query = SemanticQueryJson.Read(json).Value.ShouldNotBeNull();
        string.Join(", ", UsualBreakdowns.Of(query, catalog).Select(g => g.Field)).ShouldBe(fields);
        Canonicalizer.Canonicalize(query, catalog, new DateTime(2024, 6, 1)).Value.ShouldNotBeNull().GroupBy.Count.ShouldBe(query.GroupBy.Count);
    }
}
