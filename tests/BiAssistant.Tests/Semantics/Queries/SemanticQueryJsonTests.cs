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
    [InlineData("""{"measures": [{"rows": false}]}""", "$.measures[0].rows", "expected true")]
    [InlineData("""{"measures": [{"number": "5"}]}""", "$.measures[0].number", "expected a number, found \"5\"")]
    [InlineData("""{"measures": [{"shifted": {"metric": "a"}, "by": {"count": 0, "grain": "month"}}]}""", "$.measures[0].by.count", "whole number from 1")]
    [InlineData("""{"measures": [{"shifted": {"metric": "a"}, "by": "1 year"}]}""", "$.measures[0].by", "expected an object, found \"1 year\"")]
    [InlineData("""{"measures": [{"shifted": "revenue"}]}""", "$.measures[0].shifted", "expected an object")]
    [InlineData("""{"measures": [{"rolling": {"metric": "a"}}]}""", "$.measures[0]", "\"window\" is missing")]
    [InlineData("""{"measures": [{"to_date": {"metric": "a"}, "grain": "decade"}]}""", "$.measures[0].grain", "expected one of \"hour\"")]
    [InlineData("""{"measures": [{"share": {"metric": "a"}, "within": "region"}]}""", "$.measures[0].within", "expected a list")]
    [InlineData("""{"measures": [{"share": {"metric": "a"}, "ascending": true}]}""", "$.measures[0].ascending", "does not belong here")]
    [InlineData("""{"measures": [{"aggregate": "sum", "field": "a.b", "by": "a.c"}]}""", "$.measures[0].by", "only \"first\" and \"last\"")]
    [InlineData("""{"measures": [{"aggregate": "sum", "field": "a.b", "column": "c"}]}""", "$.measures[0].field", "does not belong here")]
    [InlineData("""{"measures": [{"of_member": {"metric": "a"}, "group": {"field": "a.b"}}]}""", "$.measures[0]", "\"member\" is missing")]
    [InlineData("""{"measures": [], "group_by": [{"bucket": "a.b"}]}""", "$.group_by[0]", "one of the properties \"edges\", \"width\"")]
    [InlineData("""{"measures": [], "group_by": [{"bucket": "a.b", "edges": ["1"]}]}""", "$.group_by[0].edges[0]", "expected a number")]
    [InlineData("""{"measures": [], "group_by": [{"bucket": "a.b", "edges": []}]}""", "$.group_by[0].edges", "at least one bound")]
    [InlineData("""{"measures": [], "group_by": [{"bucket": "a.b", "width": 0}]}""", "$.group_by[0].width", "a number above zero")]
    [InlineData("""{"measures": [], "group_by": [{"column": "a", "start": 5}]}""", "$.group_by[0].start", "only a width has")]
    [InlineData("""{"measures": [], "group_by": [{"measure": {"metric": "a"}, "per": "customers"}]}""", "$.group_by[0].per", "expected an object")]
    [InlineData("""{"measures": [], "where": {"exists": "orders"}}""", "$.where.exists", "expected an object")]
    [InlineData("""{"measures": [], "where": {"count": {"dataset": "orders"}, "operator": ">=", "value": "3"}}""", "$.where.value", "a whole number from 0")]
    [InlineData("""{"measures": [], "where": {"every": "a.b"}}""", "$.where", "\"has\" is missing")]
    [InlineData("""{"measures": [], "where": {"field": "a.b", "operator": ">", "value": 1, "other": "a.c"}}""", "$.where.value", "does not belong here")]
    [InlineData("""{"measures": [], "where": {"field": "a.b", "in_query": {}}}""", "$.where.in_query", "\"measures\" is missing")]
    [InlineData("""{"measures": [], "having": {"left": {"metric": "a"}, "operator": ">", "right": 5}}""", "$.having.right", "expected an object, found 5")]
    [InlineData("""{"measures": [], "compare": "last year"}""", "$.compare", "expected an object")]
    [InlineData("""{"measures": [], "compare": {"with": "last_year"}}""", "$.compare.with", "\"same_period_last_year\"")]
    [InlineData("""{"list": {"rows_of": "orders", "fields": ["orders.amount"]}}""", "$.list.fields[0]", "expected an object")]
    [InlineData("""{"measures": [], "over": []}""", "$.over", "expected an object, found a list")]
    [InlineData("""{"measures": [], "analysis": {"type": "guess"}}""", "$.analysis.type", "expected one of \"trend\"")]
    [InlineData("""{"measures": [], "analysis": {"type": "trend", "level": 0.9}}""", "$.analysis.level", "does not belong here")]
    [InlineData("""{"measures": [], "analysis": {"type": "forecast", "horizon": {"count": 3, "grain": "month"}, "level": 1}}""", "$.analysis.level", "between 0 and 1")]
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
    public void A_misspelt_property_far_inside_gets_the_nearest_one_too() =>
        SemanticQueryJson.Read("""{"measures": [{"rows": true}], "over": {"measures": [{"share": {"metric": "a"}, "withn": []}]}}""").Issues.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(i => i.Element.ShouldBe("$.over.measures[0].withn"), i => i.Suggestions[0].ShouldBe("within"));

    [Fact]
    public void Queries_inside_queries_without_end_are_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"measures":[{"rows":true}],"over":""", 45)) + """{"measures":[{"metric":"a"}]}""" + new string('}', 45);
        SemanticQueryJson.Read(nested).Issues.ShouldContain(i => i.Message.Contains("at most 40 levels"));
    }

    [Theory]
    [InlineData("measures", """{"metric":"a"}""", 200)]
    [InlineData("group_by", """{"field":"a.b"}""", 50)]
    public void More_columns_than_anyone_reads_are_refused(string list, string item, int most)
    {
        string Query(int count) => list == "measures"
            ? $$"""{"measures":[{{string.Join(',', Enumerable.Repeat(item, count))}}]}"""
            : $$"""{"measures":[],"{{list}}":[{{string.Join(',', Enumerable.Repeat(item, count))}}]}""";
        SemanticQueryJson.Read(Query(most)).Issues.ShouldBeEmpty();
        SemanticQueryJson.Read(Query(most + 1)).Issues.ShouldHaveSingleItem().Message.ShouldContain($"at most {most} items");
    }

    [Theory]
    [InlineData("""{"measures":[{"metric":"revenue"},{"aggregate":"percentile","field":"orders.amount","argument":0.9},{"count":"orders","as":"n","filter":{"term":"big order","negated":true}},{"operator":"divide","left":{"metric":"revenue"},"right":{"count":"orders"}}],"group_by":[{"time":"month","field":"orders.ordered_on"},{"field":"stores.region","via":"sold_in"}],"where":{"all":[{"field":"orders.amount","operator":"\u003E=","value":10.50,"via":"x"},{"field":"stores.city","in":["A",null],"negated":true},{"field":"stores.city","contains":"b"},{"any":[{"field":"stores.city","empty":false},{"not":{"field":"customers.joined_on","period":{"relative":"last","count":3,"grain":"month"}}}]}]},"period":{"from":"2024-01-01","to":null},"having":{"all":[{"measure":"revenue","operator":"\u003E","value":5}]},"order_by":[{"by":"revenue","direction":"desc"}],"top":{"count":5,"per":["month"]}}""")]
    [InlineData("""{"measures":[],"group_by":[{"field":"stores.region"}]}""")]
    public void What_earlier_versions_wrote_is_written_the_same(string json) =>
        SemanticQueryJson.Write(SemanticQueryJson.Read(json).Value.ShouldNotBeNull()).ShouldBe(json);

    [Fact]
    public void A_query_beyond_a_million_characters_is_refused() =>
        SemanticQueryJson.Read($$"""{"measures":[{"metric":"{{new string('x', 1_000_001)}}"}]}""").Issues.ShouldHaveSingleItem().Code.ShouldBe("json_too_large");
}
