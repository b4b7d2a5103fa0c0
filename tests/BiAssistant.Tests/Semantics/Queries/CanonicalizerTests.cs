using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class CanonicalizerTests
{
    private static readonly DateTime Now = At("2024-05-15");
    private static readonly SemanticQuery Revenue = new() { Measures = [new MetricMeasure("revenue")] };

    [Fact]
    public void Names_become_the_shortest_that_the_catalog_has()
    {
        var canonical = Canonical(Revenue with
        {
            Measures = [new CountMeasure("shop.orders"), new CountMeasure("shop.targets")],
            GroupBy = [new FieldGrouping("shop.stores.city"), new FieldGrouping("tier")],
        });
        canonical.Measures.ShouldBe([new CountMeasure("orders"), new CountMeasure("shop.targets")]);
        canonical.GroupBy.ShouldBe([new FieldGrouping("customers.tier"), new FieldGrouping("stores.city")]);
    }

    [Fact]
    public void Unknown_names_get_the_nearest_known_ones()
    {
        var issues = Canonicalizer.Canonicalize(
            new SemanticQuery
            {
                Measures = [new MetricMeasure("revenu"), new CountMeasure("order"), new AggregateMeasure(AggregateFunction.Sum, "orders.amounts")],
                GroupBy = [new FieldGrouping("region"), new FieldGrouping("customers.tax_numbr", "bought")],
                Where = new TermCondition("big orders"),
            },
            SampleCatalog.Default,
            Now).Issues;
        issues.Select(i => (i.Code, i.Element, i.Suggestions.FirstOrDefault())).ShouldBe(
            [
                ("unknown_metric", "revenu", "revenue"),
                ("unknown_dataset", "order", "orders"),
                ("unknown_field", "orders.amounts", "orders.amount"),
                ("ambiguous_field", "region", "stores.region"),
                ("unknown_field", "customers.tax_numbr", null),
                ("unknown_relationship", "bought", "bought_by"),
                ("unknown_term", "big orders", "big order"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_term_is_known_by_any_of_its_words_and_kept_by_its_first() =>
        Canonical(Revenue with { Where = new Not(new TermCondition("대형 주문")) }).Where.ShouldBe(new TermCondition("big order", Negated: true));

    [Fact]
    public void A_metric_that_is_no_longer_in_use_answers_with_a_note()
    {
        var outcome = Canonicalizer.Canonicalize(new SemanticQuery { Measures = [new MetricMeasure("sales_count")] }, SampleCatalog.Default, Now);
        outcome.Succeeded.ShouldBeTrue();
        var note = outcome.Issues.ShouldHaveSingleItem();
        (note.Code, note.Severity, note.Suggestions).ShouldBe(("deprecated_metric", IssueSeverity.Note, ["orders"]));
    }

    [Fact]
    public void Relative_periods_follow_the_calendar_of_the_first_measures_model()
    {
        var catalog = SampleCatalog.Build(new BusinessCalendar { FiscalYearStartMonth = 4 });
        var lastFiscalYear = new RelativePeriod(RelativePeriodKind.Last, 1, TimeGrain.FiscalYear);
        SemanticQuery Ask(params string[] metrics) => new() { Measures = metrics.Select(m => (Measure)new MetricMeasure(m)).ToSeq(), Period = lastFiscalYear };
        Canonicalizer.Canonicalize(Ask("revenue", "visits"), catalog, Now).Value?.Period.ShouldBe(new AbsolutePeriod(At("2023-04-01"), At("2024-04-01")));
        Canonicalizer.Canonicalize(Ask("visits", "revenue"), catalog, Now).Value?.Period.ShouldBe(new AbsolutePeriod(At("2023-01-01"), At("2024-01-01")));
    }

    [Fact]
    public void A_metrics_own_period_applies_when_none_is_said()
    {
        Canonical(new SemanticQuery { Measures = [new MetricMeasure("recent_orders")] }).Period.ShouldBe(new AbsolutePeriod(At("2023-05-01"), At("2024-05-01")));
        Canonical(new SemanticQuery { Measures = [new MetricMeasure("open_orders")] }).Period.ShouldBeNull();
        Canonical(Revenue).Period.ShouldBeNull();
    }

    [Fact]
    public void All_data_stays_said_only_where_it_overrides_a_metrics_own_period()
    {
        var everything = new AbsolutePeriod(null, null);
        Canonical(new SemanticQuery { Measures = [new MetricMeasure("recent_orders")], Period = everything }).Period.ShouldBe(everything);
        Canonical(Revenue with { Period = everything }).Period.ShouldBeNull();
    }

    [Fact]
    public void A_period_of_one_metric_that_holds_for_another_is_noted() =>
        Canonicalizer.Canonicalize(new SemanticQuery { Measures = [new MetricMeasure("revenue"), new MetricMeasure("recent_orders")] }, SampleCatalog.Default, Now)
            .Issues.ShouldHaveSingleItem().Code.ShouldBe("default_period_shared");

    public static TheoryData<string, string> EqualMeanings => new()
    {
        { """{"field":"stores.region","operator":"=","value":"Asia"}""", """{"field":"shop.stores.region","in":["Asia","Asia"]}""" },
        { """{"field":"stores.region","operator":"<>","value":"Asia"}""", """{"not":{"field":"stores.region","in":["Asia"]}}""" },
        { """{"not":{"not":{"field":"stores.city","empty":true}}}""", """{"field":"stores.city","operator":"=","value":null}""" },
        { """{"field":"orders.amount","in":[2,10.0,1.50]}""", """{"any":[{"field":"orders.amount","operator":"=","value":10},{"field":"orders.amount","in":[1.5,2]}]}""" },
        { """{"all":[{"field":"stores.region","in":["Asia","Europe"]},{"field":"stores.region","in":["Europe","Africa"]}]}""", """{"field":"stores.region","operator":"=","value":"Europe"}""" },
        { """{"all":[{"field":"stores.region","in":["Asia","Europe"]},{"field":"stores.region","operator":"<>","value":"Asia"}]}""", """{"field":"stores.region","in":["Europe"]}""" },
        { """{"all":[{"field":"stores.region","operator":"<>","value":"A"},{"field":"stores.region","operator":"<>","value":"B"}]}""", """{"field":"stores.region","in":["B","A"],"negated":true}""" },
        { """{"not":{"any":[{"field":"stores.region","in":["A"]},{"term":"big order"}]}}""", """{"all":[{"term":"large order","negated":true},{"field":"stores.region","operator":"<>","value":"A"}]}""" },
        { """{"all":[{"term":"big order"},{"all":[{"term":"big order"},{"field":"stores.city","in":["X"]}]}]}""", """{"all":[{"field":"stores.city","in":["X"]},{"term":"big order"}]}""" },
        { """{"all":[{"term":"big order"},{"any":[{"term":"big order"},{"field":"stores.city","in":["X"]}]}]}""", """{"term":"big order"}""" },
        { """{"field":"stores.city","in":["X",null],"negated":true}""", """{"all":[{"field":"stores.city","empty":false},{"field":"stores.city","operator":"<>","value":"X"}]}""" },
        { """{"field":"orders.ordered_on","period":{"relative":"current","grain":"month"}}""", """{"field":"orders.ordered_on","period":{"from":"2024-05-01","to":"2024-05-16"}}""" },
    };

    [Theory]
    [MemberData(nameof(EqualMeanings))]
    public void Conditions_that_mean_the_same_are_equal(string one, string other)
    {
        static SemanticQuery Where(string condition) => SemanticQueryJson.Read($$"""{"measures":[{"metric":"revenue"}],"where":{{condition}}}""").Value ?? Revenue;
        var canonical = Canonical(Where(one));
        canonical.Where.ShouldNotBeNull();
        canonical.ShouldBe(Canonical(Where(other)));
    }

    [Fact]
    public void An_order_comparison_is_not_turned_round_because_empty_values_meet_neither_side()
    {
        var cheap = new FieldComparison("orders.amount", ComparisonOperator.Less, new SqlNumber(5));
        Canonical(Revenue with { Where = new Not(cheap) }).Where.ShouldBe(new Not(cheap));
    }

    [Fact]
    public void Two_bounds_of_a_range_both_stay()
    {
        var above = new FieldComparison("orders.amount", ComparisonOperator.Greater, new SqlNumber(5));
        var below = new FieldComparison("orders.amount", ComparisonOperator.Less, new SqlNumber(9));
        Canonical(Revenue with { Where = new AllOf([above, below]) }).Where.ShouldBe(new AllOf([below, above]));
    }

    [Fact]
    public void A_contradiction_is_an_issue() =>
        Failed(Revenue with { Where = new AllOf([new FieldIn("stores.region", [new SqlText("Asia")]), new FieldIn("stores.region", [new SqlText("Europe")])]) })
            .Message.ShouldBe("No value of \"stores.region\" can meet both conditions on it.");

    [Fact]
    public void Times_stand_before_fields_and_nothing_twice() =>
        Canonical(Revenue with
        {
            Measures = [new MetricMeasure("revenue"), new CountMeasure("orders"), new MetricMeasure("revenue")],
            GroupBy = [new FieldGrouping("stores.region"), new FieldGrouping("customers.tier"), new TimeGrouping(TimeGrain.Month), new FieldGrouping("stores.region")],
        }).ShouldBe(Revenue with
        {
            Measures = [new MetricMeasure("revenue"), new CountMeasure("orders")],
            GroupBy = [new TimeGrouping(TimeGrain.Month), new FieldGrouping("customers.tier"), new FieldGrouping("stores.region")],
        });

    [Fact]
    public void A_name_that_a_number_would_have_anyway_is_dropped_and_another_stays()
    {
        var average = new AggregateMeasure(AggregateFunction.Average, "orders.delay_days");
        Canonical(new SemanticQuery { Measures = [average with { As = "avg_delay_days" }] }).Measures.ShouldBe([average]);
        Canonical(new SemanticQuery { Measures = [average with { As = "delay" }] }).Measures.ShouldBe([average with { As = "delay" }]);
    }

    [Fact]
    public void The_natural_order_need_not_be_said()
    {
        var byRegion = Revenue with { GroupBy = [new FieldGrouping("stores.region")] };
        Canonical(byRegion with { OrderBy = [new Ordering("revenue", true)] }).ShouldBe(byRegion);
        Canonical(byRegion with { OrderBy = [new Ordering("revenue", false)] }).OrderBy.ShouldBe([new Ordering("revenue", false)]);
        var byMonth = Revenue with { GroupBy = [new TimeGrouping(TimeGrain.Month)] };
        Canonical(byMonth with { OrderBy = [new Ordering("month", false), new Ordering("revenue", true)] }).ShouldBe(byMonth);
        Canonical(Revenue with { OrderBy = [new Ordering("revenue", false)] }).ShouldBe(Revenue);
    }

    [Fact]
    public void The_first_so_many_are_the_highest_unless_said_otherwise()
    {
        var top = Revenue with { GroupBy = [new TimeGrouping(TimeGrain.Month)], Top = new Top(5) };
        Canonical(top).ShouldBe(top with { OrderBy = [new Ordering("revenue", true)] });
        Canonical(top with { OrderBy = [new Ordering("month", false)] }).OrderBy.ShouldBe([new Ordering("month", false)]);
    }

    [Fact]
    public void A_column_may_be_called_by_its_field_where_order_and_top_refer_to_it()
    {
        var query = Revenue with { GroupBy = [new FieldGrouping("stores.region")], OrderBy = [new Ordering("stores.region", false)], Top = new Top(2, ["stores.region"]) };
        var canonical = Canonical(query);
        canonical.OrderBy.ShouldBe([new Ordering("region", false)]);
        canonical.Top.ShouldBe(new Top(2, ["region"]));
    }

    [Theory]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"order_by":[{"by":"revenu"}]}""", "unknown_output")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"having":{"measure":"profit","operator":">","value":1}}""", "unknown_output")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"having":{"measure":"region","operator":">","value":1}}""", "having_group")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"top":{"count":3}}""", "top_without_groups")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"top":{"count":3,"per":["revenue"]}}""", "top_per_number")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"period":{"from":"2024-02-01","to":"2024-01-01"}}""", "empty_period")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"where":{"field":"orders.amount","operator":">","value":null}}""", "comparison_with_nothing")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"where":{"field":"orders.amount","in":[]}}""", "no_values")]
    [InlineData("""{"measures":[{"metric":"revenue","as":"x"},{"metric":"visits","as":"x"}]}""", "duplicate_name")]
    [InlineData("""{"measures":[]}""", "nothing_asked")]
    public void What_cannot_be_meant_is_an_issue(string json, string code) =>
        Failed(SemanticQueryJson.Read(json).Value ?? Revenue).Code.ShouldBe(code);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Canonicalising_twice_changes_nothing_and_neither_does_the_order_of_what_has_none(int use)
    {
        var random = new RandomQueries(GeneratedCases.SeedFor(use));
        var succeeded = 0;
        for (var i = 0; i < GeneratedCases.Scale(600); i++)
        {
            var query = random.Any();
            var canonical = Canonicalizer.Canonicalize(query, SampleCatalog.Default, Now).Value;
            var otherwise = query with
            {
                GroupBy = query.OrderBy.IsEmpty && query.Top is null ? random.Shuffled(query.GroupBy) : query.GroupBy,
                Where = query.Where is null ? null : new Not(new AllOf([Scrambled(query.Where, random, negated: true)])),
            };
            Canonicalizer.Canonicalize(otherwise, SampleCatalog.Default, Now).Value.ShouldBe(canonical, SemanticQueryJson.Write(query));
            if (canonical is not null)
            {
                succeeded++;
                Canonicalizer.Canonicalize(canonical, SampleCatalog.Default, Now).Value.ShouldBe(canonical, SemanticQueryJson.Write(query));
                SemanticQueryJson.Read(SemanticQueryJson.Write(canonical)).Value.ShouldBe(canonical);
            }
        }

        succeeded.ShouldBeGreaterThan(200);
    }

    /// <summary>The same (or the opposite) meaning: parts in another order, De Morgan's laws applied, conditions wrapped.</summary>
    private static Condition Scrambled(Condition condition, RandomQueries random, bool negated) => condition switch
    {
        AllOf all when negated => new AnyOf(random.Shuffled(all.Conditions).Select(c => Scrambled(c, random, true)).ToSeq()),
        AllOf all => new AllOf(random.Shuffled(all.Conditions).Select(c => Scrambled(c, random, false)).ToSeq()),
        AnyOf any when negated => new AllOf(random.Shuffled(any.Conditions).Select(c => Scrambled(c, random, true)).ToSeq()),
        AnyOf any => new AnyOf(random.Shuffled(any.Conditions).Select(c => Scrambled(c, random, false)).ToSeq()),
        Not not => Scrambled(not.Condition, random, !negated),
        FieldIn values => values with { Negated = values.Negated != negated, Values = random.Shuffled(values.Values).AddRange(values.Values) },
        _ => negated ? new Not(new AnyOf([condition])) : new AllOf([condition, condition]),
    };

    private static SemanticQuery Canonical(SemanticQuery query)
    {
        var outcome = Canonicalizer.Canonicalize(query, SampleCatalog.Default, Now);
        outcome.Succeeded.ShouldBeTrue(string.Join("\n", outcome.Issues));
        return outcome.Value;
    }

    private static Issue Failed(SemanticQuery query)
    {
        var outcome = Canonicalizer.Canonicalize(query, SampleCatalog.Default, Now);
        outcome.Succeeded.ShouldBeFalse();
        return outcome.Issues.ShouldHaveSingleItem();
    }
}
