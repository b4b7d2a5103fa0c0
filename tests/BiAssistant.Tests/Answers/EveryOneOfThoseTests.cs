using BiAssistant.Answers;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers;

/// <summary>
/// "Who was supplied by every grower of the north?": which growers are meant is told of the growers, whatever else the deliveries lead to. Ash and Birch grow in the north, Cedar in the
/// south; the first buyer was supplied by both northern growers, in the south; the second by Ash and Cedar, in the north.
/// </summary>
public sealed class EveryOneOfThoseTests
{
    private const string Tables =
        """
        CREATE TABLE regions (region_id INTEGER, region VARCHAR(10));
        INSERT INTO regions VALUES (1, 'north'), (2, 'south');
        CREATE TABLE growers (grower_id INTEGER, grower VARCHAR(10), region_id INTEGER);
        INSERT INTO growers VALUES (1, 'Ash', 1), (2, 'Birch', 1), (3, 'Cedar', 2);
        CREATE TABLE buyers (buyer_id INTEGER, buyer VARCHAR(10));
        INSERT INTO buyers VALUES (1, 'first'), (2, 'second');
        CREATE TABLE deliveries (delivery_id INTEGER, buyer_id INTEGER, grower_id INTEGER, region_id INTEGER);
        INSERT INTO deliveries VALUES (1, 1, 1, 2), (2, 1, 2, 2), (3, 2, 1, 1), (4, 2, 3, 1);
        """;

    [Theory]
    [InlineData("")]
    [InlineData(", preferred: true")]
    public async Task Those_who_are_meant_are_told_by_themselves_and_not_by_what_is_counted(string preferred)
    {
        using var nursery = await Nursery.OpenAsync("duckdb", Tables, Catalog(preferred));

        var answer = await nursery.AskAsync(
            """{"measures":[{"count":"buyers"}],"group_by":[{"field":"buyers.buyer"}],"where":{"every":"growers.grower","has":{"dataset":"deliveries"},"among":{"field":"regions.region","in":["north"]}}}""");

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        answer.Rows.Select(row => row[0]).ShouldBe(["first"]);
    }

    private static string Catalog(string preferred) =>
        $$"""
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            datasets:
              - {name: regions, source: regions, primary_key: [region_id], fields: [{name: region_id, datatype: Integer}, {name: region, datatype: String}]}
              - {name: growers, source: growers, primary_key: [grower_id], fields: [{name: grower_id, datatype: Integer}, {name: grower, datatype: String}, {name: region_id, datatype: Integer}]}
              - {name: buyers, source: buyers, primary_key: [buyer_id], fields: [{name: buyer_id, datatype: Integer}, {name: buyer, datatype: String}]}
              - {name: deliveries, source: deliveries, primary_key: [delivery_id], fields: [{name: delivery_id, datatype: Integer}]}
            relationships:
              - {name: grown_in, from: growers, to: regions, from_columns: [region_id], to_columns: [region_id]}
              - {name: bought_by, from: deliveries, to: buyers, from_columns: [buyer_id], to_columns: [buyer_id]}
              - {name: grown_by, from: deliveries, to: growers, from_columns: [grower_id], to_columns: [grower_id]}
              - {name: delivered_in, from: deliveries, to: regions, from_columns: [region_id], to_columns: [region_id]{{preferred}}}
        """;
}
