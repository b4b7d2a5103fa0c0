using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>What a field without a datatype is, by what the catalog says of it otherwise.</summary>
public sealed class TypeEvidenceTests
{
    [Theory]
    [InlineData("weight", SqlTypeKind.Decimal)]
    [InlineData("price", SqlTypeKind.Decimal)]
    [InlineData("fee", SqlTypeKind.Decimal)]
    [InlineData("rebate", SqlTypeKind.Decimal)]
    [InlineData("kind", SqlTypeKind.Text)]
    [InlineData("urgent", SqlTypeKind.Boolean)]
    [InlineData("remark", SqlTypeKind.Unknown)]
    [InlineData("sent_at", SqlTypeKind.Unknown)]
    public void A_unit_a_format_a_metric_and_values_tell_what_a_field_is(string field, SqlTypeKind expected)
    {
        var load = CatalogExamples.Load("""
            semantic_model:
              - name: post
                datasets:
                  - name: parcels
                    source: parcels
                    primary_key: [id]
                    fields:
                      - {name: id, datatype: integer}
                      - {name: weight, unit: kg}
                      - {name: price, format: money}
                      - {name: fee}
                      - {name: rebate}
                      - {name: kind, values: [{value: E, label: Express}, {value: S, label: Standard}]}
                      - {name: urgent, values: [{value: true, label: urgent}, {value: false, label: regular}]}
                      - {name: remark}
                      - {name: sent_at}
                      - {name: received_at}
            metrics:
              - {name: fees, label: Fees, expression: "SUM(parcels.fee * parcels.rebate)"}
              - {name: span, label: Span, expression: "AVG(parcels.received_at - parcels.sent_at)"}
            """);

        load.Catalog.FindField($"parcels.{field}").ShouldNotBeNull().Type.Kind.ShouldBe(expected);
    }
}
