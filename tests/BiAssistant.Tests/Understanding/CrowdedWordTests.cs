using System.Text;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Tests.Understanding;

/// <summary>In a catalog of many tables the same plain word names a field in most of them.</summary>
public sealed class CrowdedWordTests
{
    private static readonly Catalog Many = Load(tables: 80);

    [Theory]
    [InlineData("takings 7 by status and month for the last 3 months")]
    [InlineData("takings 7 by month and status for the last 3 months")]
    public void A_word_of_every_table_means_the_one_that_the_number_leads_to(string question)
    {
        var understood = new Understander(Many, ValueIndex.Empty)
            .Understand(new Question(question), new BindingContext(Asker.Anyone, new DateTime(2024, 6, 15)))
            .ShouldBeOfType<Understood>();

        SemanticQueryJson.Write(understood.Query).ShouldBe(
            """{"measures":[{"metric":"takings_7"}],"group_by":[{"time":"month"},{"field":"ledger_7.status"}],"period":{"from":"2024-03-01","to":"2024-06-01"}}""");
    }

    private static Catalog Load(int tables)
    {
        var yaml = new StringBuilder("version: \"0.2.0.dev0\"\nsemantic_model:\n  - name: chain\n    datasets:\n");
        for (var i = 0; i < tables; i++)
        {
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                      - name: ledger_{{i}}
                        source: ledger_{{i}}
                        primary_key: [id]
                        default_time: day
                        fields:
                          - {name: day, datatype: date}
                          - {name: status, datatype: text, label: Status}
                          - {name: amount, datatype: decimal, label: Amount {{i}}}

                """);
        }

        yaml.Append("metrics:\n");
        for (var i = 0; i < tables; i++)
        {
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{name: takings_{i}, label: Takings {i}, expression: SUM(ledger_{i}.amount)}}\n");
        }

        var load = CatalogLoader.Load([new CatalogText("chain.yml", yaml.ToString())]);
        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        return load.Catalog;
    }
}
