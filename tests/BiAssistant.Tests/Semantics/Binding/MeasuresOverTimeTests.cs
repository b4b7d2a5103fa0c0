using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Planning;

namespace BiAssistant.Tests.Semantics.Binding;

/// <summary>A measure that looks at another time is bound as the metric of that kind is, which is proven against figures by hand.</summary>
public sealed class MeasuresOverTimeTests
{
    private const string Cost = """{"metric":"parts_cost"}""";

    [Theory]
    [InlineData("cost_running", """{"running":{"metric":"parts_cost"}}""")]
    [InlineData("tickets_90_days", """{"rolling":{"metric":"tickets"},"window":{"count":90,"grain":"day"}}""")]
    [InlineData("open_share_to_date", """{"to_date":{"metric":"open_share"},"grain":"fiscal_year"}""")]
    [InlineData("cost_growth", """{"shifted":{"metric":"parts_cost"},"by":{"count":1,"grain":"month"},"show":"percent_change"}""")]
    [InlineData("cost_growth", """{"shifted":{"metric":"parts_cost"},"show":"percent_change"}""")]
    [InlineData("cost_change", """{"shifted":{"metric":"parts_cost"},"by":{"count":1,"grain":"month"},"show":"change"}""")]
    [InlineData("pieces_change", """{"shifted":{"metric":"pieces"},"by":{"count":1,"grain":"month"},"show":"change"}""")]
    [InlineData("running_change", """{"shifted":{"metric":"cost_running"},"by":{"count":1,"grain":"month"},"show":"change"}""")]
    public void It_is_what_a_metric_of_that_kind_is(string metric, string measure)
    {
        const string Rest = """ "group_by":[{"time":"month"},{"field":"sites.region"}],"period":{"from":"2024-01-01","to":"2024-06-01"}""";
        var asMetric = Bound($$"""{"measures":[{"metric":"{{metric}}"}],{{Rest}} }""");
        var asMeasure = Bound($$"""{"measures":[{{measure}}],{{Rest}} }""");
        asMeasure.Measures[0].Formula.ShouldBe(asMetric.Measures[0].Formula);
        asMeasure.Sources.ShouldBe(asMetric.Sources);
        (asMeasure.Measures[0].Format, asMeasure.Measures[0].Additive).ShouldBe((asMetric.Measures[0].Format, asMetric.Measures[0].Additive && metric != "cost_running"));
    }

    [Fact]
    public void A_condition_around_it_narrows_the_number_inside()
    {
        const string Filter = """{"field":"tickets.status","in":["open"]}""";
        var around = Bound($$"""{"measures":[{"running":{{Cost}},"filter":{{Filter}} }],"group_by":[{"time":"month"}]}""");
        var inside = Bound($$"""{"measures":[{"running":{"metric":"parts_cost","filter":{{Filter}} } }],"group_by":[{"time":"month"}]}""");
        around.Sources.ShouldBe(inside.Sources);
        var quotient = Bound($$"""{"measures":[{"operator":"divide","left":{"running":{{Cost}} },"right":{"number":2},"filter":{{Filter}} }],"group_by":[{"time":"month"}]}""");
        quotient.Sources.ShouldBe(inside.Sources);
    }

    [Fact]
    public void Its_heading_says_what_it_is_in_both_languages()
    {
        var growth = Bound($$"""{"measures":[{"shifted":{{Cost}},"by":{"count":1,"grain":"year"},"show":"percent_change"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-06-01"} }""").Measures[0];
        (growth.Name, growth.Label.In("en"), growth.Label.In("ko")).ShouldBe(("parts_cost_growth", "Growth of parts cost from 1 year earlier", "1년 전 대비 Parts cost 증감률"));
        growth.Metric.ShouldBeNull();
    }

    [Fact]
    public void A_given_number_for_each_group_and_nothing_beside_it_is_refused_by_its_name()
    {
        var issue = Bind("""{"measures":[{"running":{"operator":"add","left":{"number":5},"right":{"number":6}}}],"group_by":[{"time":"month"}]}""").Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Element).ShouldBe(("not_supported_yet", "number"));
    }

    [Fact]
    public void An_average_of_twelve_months_is_none_of_one_year() =>
        Canonicalizer.Canonicalize(SemanticQueryJson.Read("""{"measures":[{"rolling":{"metric":"parts_cost"},"window":{"count":12,"grain":"month"},"take":"average"}],"group_by":[{"time":"month"}]}""").Value.ShouldNotBeNull(), PlannerCase.Catalog, PlannerCase.Now)
            .Value.ShouldNotBeNull().Measures[0].ShouldBeOfType<RollingMeasure>().Window.ShouldBe(new Span(12, BiAssistant.Semantics.Calendars.TimeGrain.Month));

    [Fact]
    public void A_rolling_average_of_what_does_not_add_up_covers_as_many_periods_as_can_be_computed_one_by_one() =>
        Bind("""{"measures":[{"rolling":{"metric":"open_share"},"window":{"count":32,"grain":"day"},"take":"average"}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-06-01"}}""").Issues[0].Code.ShouldBe("too_many_periods");

    [Fact]
    public void Fields_of_different_kinds_are_not_compared() =>
        Bind("""{"measures":[{"metric":"tickets"}],"where":{"field":"tickets.opened_on","operator":">","other":"tickets.hours"}}""").Issues[0].Code.ShouldBe("wrong_type");

    [Fact]
    public void A_timeless_number_has_no_earlier_one()
    {
        var issue = Bind("""{"measures":[{"shifted":{"count":"stock"},"by":{"count":1,"grain":"year"}}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2024-06-01"}}""").Issues[0];
        issue.Code.ShouldBe("no_time");
    }

    private static BoundQuery Bound(string json)
    {
        var bound = Bind(json);
        bound.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return bound.Value.ShouldNotBeNull();
    }

    private static Outcome<BoundQuery> Bind(string json)
    {
        Catalog catalog = PlannerCase.Catalog;
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), catalog, PlannerCase.Now);
        canonical.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return new Binder(catalog).Bind(canonical.Value.ShouldNotBeNull(), new BindingContext(Asker.Anyone, PlannerCase.Now));
    }
}
