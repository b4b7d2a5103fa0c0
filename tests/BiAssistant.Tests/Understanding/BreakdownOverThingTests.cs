using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Tests.Understanding;

/// <summary>Two things named one after the other are a way, or a word that is not understood; never one of the two.</summary>
public sealed class BreakdownOverThingTests
{
    private const string Shop = """
        semantic_model:
          - name: shop
            warehouse: shop
            datasets:
              - {name: orders, source: orders, primary_key: [id], entity: {singular: order, plural: orders}, fields: [{name: amount, expression: amount, datatype: decimal, default_aggregate: sum}]}
              - {name: customers, source: customers, primary_key: [id], name_field: name, entity: {singular: customer, plural: customers}, fields: [{name: name, expression: name, datatype: text}]}
              - {name: stores, source: stores, primary_key: [id], name_field: name, entity: {singular: store, plural: stores}, fields: [{name: name, expression: name, datatype: text}]}
              - {name: regions, source: regions, primary_key: [id], name_field: name, entity: {singular: region, plural: regions}, fields: [{name: name, expression: name, datatype: text}]}
            relationships:
              - {name: order_customer, from: orders, to: customers, from_columns: [customer_id], to_columns: [id]}
              - {name: order_store, from: orders, to: stores, from_columns: [store_id], to_columns: [id]}
              - {name: customer_region, from: customers, to: regions, from_columns: [region_id], to_columns: [id]}
              - {name: store_region, from: stores, to: regions, from_columns: [region_id], to_columns: [id]}
        """;

    private static readonly Understander Understander = Read();

    [Theory]
    [InlineData("amount by customer region", "order_customer")]
    [InlineData("amount by store region", "order_store")]
    [InlineData("amount per customer region", "order_customer")]
    [InlineData("amount by region of the store", "order_store")]
    public void What_a_thing_leads_to_is_reached_over_it(string question, string via)
    {
        var meant = Understander.Understand(new Question(question), UnderstandingCatalogs.Today).ShouldBeOfType<Understood>();
        meant.Query.GroupBy.ShouldBe([new FieldGrouping("regions.name", via)]);
    }

    [Theory]
    [InlineData("amount by customer store")]
    [InlineData("amount by store customer")]
    public void What_it_does_not_lead_to_is_not_left_out(string question) =>
        Understander.Understand(new Question(question), UnderstandingCatalogs.Today).ShouldNotBeOfType<Understood>();

    private static Understander Read()
    {
        var load = CatalogLoader.Load([new CatalogText("shop.yml", Shop)]);
        load.HasErrors.ShouldBeFalse();
        return new Understander(load.Catalog, ValueIndex.Empty);
    }
}
