using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Understanding;

namespace BiAssistant.Tests.Semantics.Metrics;

/// <summary>A measure put together in a query is the metric that computes just that, and no other.</summary>
public sealed class MetricDefinitionsTests
{
    private static readonly MetricDefinitions Definitions = new(UnderstandingCatalogs.DemoCatalog);

    [Theory]
    [InlineData("""{"operator":"divide","left":{"metric":"bookings","filter":{"field":"bookings.status","in":["CXL"]}},"right":{"metric":"bookings"}}""", "cancellation_rate")]
    [InlineData("""{"shifted":{"metric":"revenue"},"by":{"count":1,"grain":"year"},"show":"percent_change"}""", "revenue_growth")]
    [InlineData("""{"shifted":{"metric":"revenue"},"by":{"count":1,"grain":"month"},"show":"change"}""", "revenue_change_on_month")]
    [InlineData("""{"aggregate":"median","field":"bookings.lead_time"}""", "typical_lead_time")]
    [InlineData("""{"to_date":{"metric":"revenue"},"grain":"fiscal_year"}""", "fiscal_year_to_date_revenue")]
    public void What_a_metric_computes_is_the_metric(string measure, string metric) => Of(measure).ShouldNotBeNull().Name.ShouldBe(metric);

    [Theory]
    [InlineData("""{"operator":"divide","left":{"metric":"bookings","filter":{"field":"bookings.status","in":["NSH"]}},"right":{"metric":"bookings"}}""")]
    [InlineData("""{"operator":"divide","left":{"metric":"bookings","filter":{"field":"bookings.status","in":["CXL","NSH"]}},"right":{"metric":"bookings"}}""")]
    [InlineData("""{"operator":"divide","left":{"metric":"bookings"},"right":{"metric":"bookings","filter":{"field":"bookings.status","in":["CXL"]}}}""")]
    [InlineData("""{"shifted":{"metric":"revenue"},"by":{"count":2,"grain":"year"},"show":"percent_change"}""")]
    [InlineData("""{"shifted":{"metric":"revenue"},"by":{"count":1,"grain":"year"},"show":"change"}""")]
    [InlineData("""{"shifted":{"metric":"revenue","filter":{"field":"bookings.channel","in":["OTA"]}},"by":{"count":1,"grain":"year"},"show":"percent_change"}""")]
    [InlineData("""{"aggregate":"median","field":"bookings.lead_time","filter":{"field":"bookings.status","in":["CXL"]}}""")]
    [InlineData("""{"aggregate":"percentile","field":"bookings.lead_time","argument":0.9}""")]
    public void What_differs_in_anything_is_not(string measure) => Of(measure).ShouldBeNull();

    private static Metric? Of(string measure)
    {
        var query = SemanticQueryJson.Read($$"""{"measures":[{{measure}}]}""");
        query.Succeeded.ShouldBeTrue(string.Join("\n", query.Issues));
        return Definitions.Of(query.Value.Measures[0]);
    }
}
