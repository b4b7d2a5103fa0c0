using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Queries;

/// <summary>Amounts whose unit is in the data are never added across units.</summary>
public sealed class UnitsInDataTests
{
    private const string Invoices = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: billing
            datasets:
              - name: invoices
                source: invoices
                primary_key: [id]
                default_time: sent_on
                fields:
                  - {name: sent_on, expression: sent_on, datatype: date}
                  - {name: currency, expression: currency, datatype: text}
                  - {name: customer, expression: customer, datatype: text}
                  - {name: amount, expression: amount, datatype: decimal, unit_field: currency}
                  - {name: rate, expression: rate, datatype: decimal}
        metrics:
          - {name: billed, expression: SUM(invoices.amount)}
          - {name: billed_in_won, expression: SUM(invoices.amount), filter: invoices.currency = 'KRW', unit: KRW}
          - {name: invoices, expression: COUNT(*), dataset: invoices}
          - {name: billed_in_euros, expression: SUM(invoices.amount / invoices.rate), unit: EUR}
          - {name: euros_an_invoice, type: ratio, numerator: billed_in_euros, denominator: invoices}
          - {name: billed_as_if_euros, expression: SUM(invoices.amount), unit: EUR}
          - {name: billed_by_rate, expression: SUM(invoices.amount * invoices.rate)}
        """;

    [Theory]
    [InlineData("""{"measures":[{"metric":"billed"}]}""", true)]
    [InlineData("""{"measures":[{"aggregate":"average","field":"invoices.amount"}],"group_by":[{"field":"invoices.customer"}]}""", true)]
    [InlineData("""{"measures":[{"metric":"billed"}],"group_by":[{"field":"invoices.currency"}]}""", false)]
    [InlineData("""{"measures":[{"metric":"billed"}],"where":{"field":"invoices.currency","in":["EUR"]}}""", false)]
    [InlineData("""{"measures":[{"metric":"billed_in_won"}]}""", false)]
    [InlineData("""{"measures":[{"metric":"invoices"}]}""", false)]
    [InlineData("""{"measures":[{"metric":"billed_in_euros"}]}""", false)]
    [InlineData("""{"measures":[{"metric":"euros_an_invoice"}]}""", false)]
    [InlineData("""{"measures":[{"metric":"billed_as_if_euros"}]}""", true)]
    [InlineData("""{"measures":[{"metric":"billed_by_rate"}]}""", true)]
    [InlineData("""{"measures":[{"running":{"metric":"billed"}}]}""", true)]
    [InlineData("""{"measures":[{"shifted":{"metric":"billed"},"by":{"count":1,"grain":"year"},"filter":{"field":"invoices.currency","in":["EUR"]}}]}""", false)]
    public void They_are_split_unless_one_unit_is_named(string json, bool split)
    {
        var load = CatalogLoader.Load([new CatalogText("billing.yml", Invoices)]);
        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        var query = SemanticQueryJson.Read(json).Value.ShouldNotBeNull();

        var canonical = Canonicalizer.Canonicalize(query, load.Catalog, new DateTime(2024, 6, 1));

        canonical.Value.ShouldNotBeNull().GroupBy.Contains(new FieldGrouping("invoices.currency")).ShouldBe(split || json.Contains("group_by\":[{\"field\":\"invoices.currency", StringComparison.Ordinal));
        canonical.Issues.Select(i => i.Code).ShouldBe(split ? ["split_by_unit"] : []);
        canonical.Issues.ShouldAllBe(i => i.Severity == IssueSeverity.Note);
    }

    [Theory]
    [InlineData("""{"measures":[{"share":{"metric":"billed"}}],"group_by":[{"field":"invoices.customer"}]}""")]
    [InlineData("""{"measures":[{"share":{"metric":"billed"}}],"group_by":[{"field":"invoices.customer"},{"field":"invoices.currency"}]}""")]
    public void A_share_is_of_the_total_in_its_own_unit(string json) =>
        Canonical(json).Value.ShouldNotBeNull().Measures[0].ShouldBe(new ShareMeasure(new MetricMeasure("billed"), [new FieldGrouping("invoices.currency")]));

    [Theory]
    [InlineData("", "mixed_units")]
    [InlineData(""","group_by":[{"column":"currency"}]""", null)]
    public void Numbers_of_an_inner_query_are_put_together_in_one_unit_alone(string grouping, string? code)
    {
        var outcome = Canonical($$"""{"measures":[{"aggregate":"average","column":"billed"}]{{grouping}},"over":{"measures":[{"metric":"billed"}],"group_by":[{"field":"invoices.customer"}]} }""");
        outcome.Issues.Where(i => i.Severity == IssueSeverity.Error).Select(i => i.Code).ShouldBe(code is null ? [] : [code]);
    }

    private static Outcome<SemanticQuery> Canonical(string json) =>
        Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), CatalogLoader.Load([new CatalogText("billing.yml", Invoices)]).Catalog, new DateTime(2024, 6, 1));
}
