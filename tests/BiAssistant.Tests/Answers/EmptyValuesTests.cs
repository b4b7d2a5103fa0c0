using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Tests.Answers.DataChecks;

namespace BiAssistant.Tests.Answers;

/// <summary>What a catalog says counts as empty is empty in groups, averages, conditions and expressions alike.</summary>
public sealed class EmptyValuesTests
{
    private const string Catalog =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: nursery
            warehouse: plants
            datasets:
              - name: plants
                source: plants
                primary_key: [plant_id]
                fields:
                  - {name: plant_id, datatype: Integer}
                  - {name: colour, datatype: String, null_values: ['', '?']}
                  - {name: height, datatype: Integer, null_values: [-1]}
                  - {name: half, expression: plants.height / 2, datatype: Decimal}
        metrics:
          - {name: average_height, expression: AVG(plants.height)}
          - {name: measured, expression: COUNT(plants.height)}
        """;

    private const string Plants =
        """
        CREATE TABLE plants (plant_id INTEGER, colour VARCHAR(10), height INTEGER);
        INSERT INTO plants VALUES (1, 'red', 10), (2, '', 20), (3, '?', -1), (4, NULL, NULL), (5, 'red', -1);
        """;

    [Theory]
    [OnEngine("duckdb")]
    [OnEngine("sqlite")]
    [OnEngine("postgres")]
    public async Task It_is_one_group_and_lowers_no_average_and_is_not_counted(string engine)
    {
        using var nursery = await Nursery.OpenAsync(engine, Plants, Catalog);

        (await RowsAsync(nursery, """{"measures":[{"count":"plants"}],"group_by":[{"field":"plants.colour"}]}""")).ShouldBe(["none | 3", "red | 2"], ignoreOrder: true);
        (await RowsAsync(nursery, """{"measures":[{"metric":"average_height"},{"metric":"measured"},{"aggregate":"min","field":"plants.height"},{"aggregate":"sum","field":"plants.half"}]}""")).ShouldBe(["15 | 2 | 10 | 15"]);
        (await RowsAsync(nursery, """{"measures":[{"count":"plants"}],"where":{"field":"plants.colour","empty":true}}""")).ShouldBe(["3"]);
        (await RowsAsync(nursery, """{"measures":[{"count":"plants"}],"where":{"field":"plants.height","operator":"<","value":15}}""")).ShouldBe(["1"]);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(Nursery nursery, string query)
    {
        var answer = await nursery.AskAsync(query);
        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        return [.. answer.Rows.Select(row => string.Join(" | ", row.Select(c => c switch
        {
            null => "none",
            string text => text,
            _ => Convert.ToDouble(c, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        })))];
    }
}
