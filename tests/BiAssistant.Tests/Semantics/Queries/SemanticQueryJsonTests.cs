using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class SemanticQueryJsonTests
{
    [Fact]
    public void A_query_reads_as_an_analyst_would_write_it()
    {
        const string Json = """
            {
              "measures": [
                {"metric": "revenue"},
                {"aggregate": "average", "field": "orders.delay_days", "filter": {"term": "big order"}},
                {"count": "orders", "as": "how_many"},
                {"operator": "divide", "left": {"metric": "revenue"}, "right": {"count": "orders"}}],
              "group_by": [{"time": "month"}, {"field": "stores.region", "via": "sold_in"}],
              "where": {"all": [
                {"field": "stores.region", "in": ["Asia"], "negated": true},
                {"field": "orders.amount", "operator": ">=", "value": 10.50},
                {"field": "orders.ordered_on", "operator": "<", "value": {"date": "2024-02-29"}},
                {"any": [{"field": "stores.city", "starts_with": "New"}, {"not": {"field": "stores.city", "empty": true}}]},
                {"field": "customers.joined_on", "period": {"relative": "last", "count": 3, "grain": "fiscal_quarter"}}]},
              "period": {"from": "2024-01-01", "to": "2025-01-01"},
              "having": {"measure": "revenue", "operator": ">", "value": 1000},
              "order_by": [{"by": "revenue", "direction": "desc"}],
              "top": {"count": 5, "per": ["month"]}
            }
            """;
        SemanticQueryJson.Read(Json).Value.ShouldBe(new SemanticQuery
        {
            Measures =
            [
                new MetricMeasure("revenue"),
                new AggregateMeasure(AggregateFunction.Average, "orders.delay_days") { Filter = new TermCondition("big order") },
                new CountMeasure("orders") { As = "how_many" },
                new ArithmeticMeasure(MeasureOperator.Divide, new MetricMeasure("revenue"), new CountMeasure("orders")),
            ],
            GroupBy = [new TimeGrouping(TimeGrain.Month), new FieldGrouping("stores.region", "sold_in")],
            Where = new AllOf(
            [
                new FieldIn("stores.region", [new SqlText("Asia")], Negated: true),
                new FieldComparison("orders.amount", ComparisonOperator.GreaterOrEqual, new SqlNumber(10.50m)),
                new FieldComparison("orders.ordered_on", ComparisonOperator.Less, new SqlDate(new DateOnly(2024, 2, 29))),
                new AnyOf([new FieldText("stores.city", TextMatch.StartsWith, "New"), new Not(new FieldEmpty("stores.city"))]),
                new FieldPeriod("customers.joined_on", new RelativePeriod(RelativePeriodKind.Last, 3, TimeGrain.FiscalQuarter)),
            ]),
            Period = new AbsolutePeriod(At("2024-01-01"), At("2025-01-01")),
            Having = new MeasureComparison("revenue", ComparisonOperator.Greater, 1000),
            OrderBy = [new Ordering("revenue", true)],
            Top = new Top(5, ["month"]),
        });
    }

    [Fact]
    public void What_is_written_has_no_defaults_and_keeps_Korean_readable() =>
        SemanticQueryJson.Write(new SemanticQuery { Measures = [new MetricMeasure("매출")], Where = new FieldIn("stores.region", [new SqlText("아시아")]) })
            .ShouldBe("""{"measures":[{"metric":"매출"}],"where":{"field":"stores.region","in":["아시아"]}}""");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Every_query_reads_back_as_it_was_written(int use)
    {
        var random = new RandomQueries(GeneratedCases.SeedFor(use));
        for (var i = 0; i < GeneratedCases.Scale(500); i++)
        {
            var query = random.Any();
            var json = SemanticQueryJson.Write(query);
            var read = SemanticQueryJson.Read(json);
            read.Issues.ShouldBeEmpty(json);
            read.Value.ShouldBe(query, json);
            SemanticQueryJson.Write(query).ShouldBe(json);
        }
    }

    [Theory]
    [InlineData("""{"measures": "revenue"}""", "$.measures", "expected a list")]
    [InlineData("""{"measures": [{"metric": 7}]}""", "$.measures[0].metric", "expected a text, found 7")]
    [InlineData("""{"measures": [{"metrik": "revenue"}]}""", "$.measures[0].metrik", "there is no property \"metrik\"")]
    [InlineData("""{"measures": [{"metric": "a", "count": "b"}]}""", "$.measures[0]", "only one of")]
    [InlineData("""{"measures": [{"metric": "a", "field": "b"}]}""", "$.measures[0].field", "does not belong here")]
    [InlineData("""{"group_by": []}""", "$", "\"measures\" is missing")]
    [InlineData("""{"measures": [], "top": {"count": "5"}}""", "$.top.count", "expected a whole number from 1 to 100000, found \"5\"")]
    [InlineData("""{"measures": [], "top": {"count": 5.5}}""", "$.top.count", "whole number")]
    [InlineData("""{"measures": [], "top": {"count": 0}}""", "$.top.count", "whole number")]
    [InlineData("""{"measures": [], "period": {}}""", "$.period", "\"from\" and \"to\"")]
    [InlineData("""{"measures": [], "period": {"from": "31.12.2024"}}""", "$.period.from", "expected a date such as")]
    [InlineData("""{"measures": [], "period": {"from": "2023-02-29"}}""", "$.period.from", "expected a date such as")]
    [InlineData("""{"measures": [], "where": {"field": "a.b", "in": [1, [2]]}}""", "$.where.in[1]", "found a list")]
    [InlineData("""{"measures": [], "where": {"field": "a.b", "operator": "like", "value": 1}}""", "$.where.operator", "expected one of \"=\"")]
    [InlineData("""{"measures": [], "where": {"field": "a.b", "operator": "=", "value": 1, "negated": true}}""", "$.where.negated", "does not belong here")]
    [InlineData("""{"measures": [], "where": {"all": [{"not": null}]}}""", "$.where.all[0].not", "expected an object, found null")]
    [InlineData("""{"measures": [], "group_by": [{"time": "fortnight"}]}""", "$.group_by[0].time", "expected one of \"hour\"")]
    [InlineData("""{"measures": [], "having": {"measure": "a", "operator": ">", "value": "9"}}""", "$.having.value", "expected a number")]
    [InlineData("""{"measures": [], "having": {"measure": "a", "operator": ">", "value": 0.12345678901234567890123456789}}""", "$.having.value", "at most 28 digits")]
    [InlineData("""{"measures": [{"aggregate": "percentile", "field": "a.b"}]}""", "$.measures[0]", "\"argument\" is missing")]
    [InlineData("""{"measures": [{"aggregate": "sum", "field": "a.b", "argument": 0.5}]}""", "$.measures[0].argument", "only \"percentile\" has")]
    [InlineData("""[]""", "$", "expected an object, found a list")]
    public void What_is_wrong_is_named_by_its_place_and_what_was_expected(string json, string path, string message)
    {
        var outcome = SemanticQueryJson.Read(json);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Issues.ShouldContain(i => i.Element == path && i.Message.Contains(message), string.Join("\n", outcome.Issues));
    }

    [Fact]
    public void Every_problem_is_told_at_once() =>
        SemanticQueryJson.Read("""{"measures": [{"metric": 1}, {"count": true}], "top": {}}""").Issues.Select(i => i.Element)
            .ShouldBe(["$.measures[0].metric", "$.measures[1].count", "$.top"]);

    [Fact]
    public void A_misspelt_property_gets_the_nearest_one() =>
        SemanticQueryJson.Read("""{"measures": [], "gruop_by": []}""").Issues.ShouldHaveSingleItem().Suggestions.ShouldBe(["group_by"]);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("SELECT 1")]
    [InlineData("""{"measures": []} {}""")]
    public void What_is_no_JSON_is_one_issue_with_its_place(string text)
    {
        var issue = SemanticQueryJson.Read(text).Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe("wrong_json");
        issue.At.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(45)]
    [InlineData(5_000)]
    public void Bottomless_nesting_is_refused(int levels)
    {
        var nested = string.Concat(Enumerable.Repeat("""{"not":""", levels)) + """{"field":"a.b","empty":true}""" + new string('}', levels);
        SemanticQueryJson.Read($$"""{"measures":[],"where":{{nested}}}""").Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void A_query_beyond_a_million_characters_is_refused() =>
        SemanticQueryJson.Read($$"""{"measures":[{"metric":"{{new string('x', 1_000_001)}}"}]}""").Issues.ShouldHaveSingleItem().Code.ShouldBe("json_too_large");
}
