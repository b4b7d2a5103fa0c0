using BiAssistant.Answers;
using BiAssistant.Tests.Answers.DataChecks;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Answers;

/// <summary>Names that are made of many words stay within what an engine keeps of a name.</summary>
public sealed class LongNamesTests
{
    [PostgresFact]
    public async Task What_is_found_by_a_number_with_a_long_name_has_a_shorter_one()
    {
        using var nursery = await Nursery.OpenAsync(
            "postgres",
            "CREATE TABLE plants (plant_id INTEGER, kind VARCHAR(10), number_of_flowers INTEGER); INSERT INTO plants VALUES (1, 'rose', 3), (2, 'fern', 0), (3, 'rose', 1);",
            """
            version: "0.2.0.dev0"
            semantic_model:
              - name: nursery
                warehouse: plants
                datasets:
                  - {name: plants, source: plants, primary_key: [plant_id], fields: [{name: plant_id, datatype: Integer}, {name: kind, datatype: String}, {name: number_of_flowers, datatype: Integer}]}
            """);

        var answer = await nursery.AskAsync(
            """
            {"measures":[{"count":"plants"}],"where":{"field":"plants.kind","column":"kind","in_query":{"group_by":[{"field":"plants.kind"}],"having":{"measure":"m","operator":">","value":0},
             "measures":[{"operator":"multiply","left":{"aggregate":"average","field":"plants.number_of_flowers"},"right":{"aggregate":"count_distinct","field":"plants.number_of_flowers"},"as":"m"}]}}}
            """);

        answer.Status.ShouldBe(AnswerStatus.Answered, string.Join('\n', answer.Issues));
        answer.Rows.ShouldHaveSingleItem()[0].ShouldBe(2L);
    }
}
