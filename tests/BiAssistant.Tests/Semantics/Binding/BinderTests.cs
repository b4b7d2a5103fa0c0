using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Semantics.Binding;

/// <summary>What binding chooses, refuses and lets nobody see.</summary>
public sealed class BinderTests
{
    private const string Freight = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: freight
            warehouse: freight
            datasets:
              - name: ports
                source: ports
                primary_key: [code]
                entity: {singular: port, plural: ports}
                name_field: port_name
                fields:
                  - {name: port_name, expression: name, datatype: text}
                  - {name: country, expression: country, datatype: text}
              - name: ships
                source: ships
                primary_key: [ship_id]
                row_access:
                  - {role: fleet, filter: "owner = user.company"}
                  - {role: auditor, filter: "1 = 1"}
                fields:
                  - {name: ship_name, expression: name, datatype: text}
                  - {name: owner, expression: owner, datatype: text}
              - name: voyages
                source: voyages
                primary_key: [voyage_id]
                filter: "deleted = 0"
                default_time: left_at
                entity: {singular: voyage, plural: voyages}
                fields:
                  - {name: left_at, expression: left_at, datatype: timestamp, dimension: {is_time: true}}
                  - {name: due_on, expression: due_on, datatype: date}
                  - {name: arrived_on, expression: arrived_on, datatype: date}
                  - {name: days_late, expression: "arrived_on - due_on", datatype: integer}
                  - {name: since_left, expression: "left_at - left_at"}
                  - {name: cargo, expression: cargo, datatype: decimal, unit: tonnes}
                  - {name: rate, expression: rate, datatype: decimal, default_aggregate: none}
                  - {name: captain, expression: captain, datatype: text, sensitive: true, access: [crewing]}
                  - {name: age_days, expression: "DATE_DIFF('day', left_at, CURRENT_DATE)", datatype: integer}
              - name: inspections
                source: inspections
                primary_key: [inspection_id]
                entity: {singular: inspection, plural: inspections}
                fields:
                  - {name: findings, expression: findings, datatype: integer}
            relationships:
              - {name: origin, from: voyages, to: ports, from_columns: [from_port], to_columns: [code], role: {singular: departure port, plural: departure ports}}
              - {name: destination, from: voyages, to: ports, from_columns: [to_port], to_columns: [code], role: {singular: arrival port, plural: arrival ports}}
              - {name: voyage_ship, from: voyages, to: ships, from_columns: [ship_id], to_columns: [ship_id]}
              - {name: inspected, from: inspections, to: voyages, from_columns: [voyage_id], to_columns: [voyage_id]}
        metrics:
          - {name: cargo, expression: SUM(voyages.cargo), unit: tonnes}
          - {name: voyages, expression: COUNT(*), dataset: voyages}
          - {name: fleet_size, expression: COUNT(*), dataset: ships, timeless: true}
          - {name: margin, expression: SUM(voyages.rate), status: draft, owner: finance}
        """;

    private static readonly DateTime Now = new(2025, 3, 1, 12, 0, 0);

    private static readonly Catalog Catalog = Load();

    [Fact]
    public void Two_ways_that_differ_in_meaning_are_asked_about_in_the_roles_words()
    {
        var issue = Refused("""{"measures":[{"metric":"cargo"}],"group_by":[{"field":"ports.country"}]}""");
        issue.Code.ShouldBe("two_ways");
        issue.Suggestions.ShouldBe(["departure port", "arrival port"]);
    }

    [Fact]
    public void Naming_the_relationship_decides_between_two_ways()
    {
        var bound = Bound("""{"measures":[{"metric":"cargo"}],"group_by":[{"field":"ports.country","via":"destination"}]}""");
        bound.Sources[0].Joins.Steps.Select(s => s.Relationship.ShouldNotBeNull().Name).ShouldBe(["destination"]);
    }

    [Fact]
    public void A_breakdown_that_would_multiply_rows_is_refused()
    {
        Refused("""{"measures":[{"metric":"cargo"}],"group_by":[{"field":"inspections.findings"}]}""").Code.ShouldBe("no_join_path");
    }

    [Fact]
    public void The_rows_that_a_dataset_never_shows_are_filtered_in_every_query()
    {
        var source = Bound("""{"measures":[{"metric":"voyages"}]}""").Sources[0];
        source.Filters.ShouldBe([new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("voyages", "deleted"), new SqlNumber(0))]);
    }

    [Fact]
    public void A_joined_dataset_brings_its_own_filter_into_the_join()
    {
        var step = Bound("""{"measures":[{"aggregate":"sum","field":"inspections.findings"}],"where":{"field":"voyages.cargo","operator":">","value":5}}""").Sources[0].Joins.Steps.ShouldHaveSingleItem();
        step.On.ToString().ShouldContain("deleted");
    }

    [Fact]
    public void Without_a_matching_role_rows_with_rules_are_not_shown_at_all()
    {
        Refused("""{"measures":[{"metric":"voyages"}],"where":{"field":"ships.ship_name","in":["Aurora"]}}""", "sales").Code.ShouldBe("not_allowed");
    }

    [Fact]
    public void A_row_rule_compares_with_the_askers_attribute_as_a_parameter()
    {
        var step = Bound("""{"measures":[{"metric":"voyages"}],"group_by":[{"field":"ships.ship_name"}]}""", "fleet,company=Hanse; DROP TABLE ships").Sources[0].Joins.Steps[0];
        SqlAnalysis.Parameters(step.On).Select(p => p.Value).ShouldBe([new SqlText("Hanse; DROP TABLE ships")]);
    }

    [Fact]
    public void A_missing_attribute_denies()
    {
        Refused("""{"measures":[{"metric":"voyages"}],"group_by":[{"field":"ships.ship_name"}]}""", "fleet").Code.ShouldBe("not_allowed");
    }

    [Fact]
    public void A_sensitive_field_is_for_its_roles_alone()
    {
        const string ByCaptain = """{"measures":[{"metric":"voyages"}],"group_by":[{"field":"voyages.captain"}]}""";
        Refused(ByCaptain).Code.ShouldBe("not_allowed");
        Refused(ByCaptain, "fleet,company=x").Code.ShouldBe("not_allowed");
        Bound(ByCaptain, "crewing").Groups[0].Name.ShouldBe("captain");
    }

    [Fact]
    public void A_draft_metric_answers_its_owner_and_says_what_it_is()
    {
        const string Margin = """{"measures":[{"metric":"margin"}]}""";
        Refused(Margin).Code.ShouldBe("not_allowed");
        Bound(Margin, "finance").Facts.Notes.ShouldHaveSingleItem().Code.ShouldBe("draft_metric");
    }

    [Fact]
    public void A_period_on_a_metric_without_a_clock_is_refused_not_dropped()
    {
        Refused("""{"measures":[{"count":"inspections"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""").Code.ShouldBe("no_time");
        Refused("""{"measures":[{"metric":"fleet_size"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""", "auditor").Code.ShouldBe("timeless");
    }

    [Fact]
    public void A_sum_that_means_nothing_is_refused()
    {
        Refused("""{"measures":[{"aggregate":"sum","field":"voyages.rate"}]}""").Code.ShouldBe("not_summable");
        Refused("""{"measures":[{"aggregate":"average","field":"ports.country"}]}""").Code.ShouldBe("wrong_type");
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_refused()
    {
        Refused("""{"measures":[{"metric":"cargo"}],"where":{"field":"voyages.cargo","in":["heavy"]}}""").Code.ShouldBe("wrong_type");
    }

    [Fact]
    public void After_a_day_means_from_the_next_midnight_on_a_timestamp()
    {
        var source = Bound("""{"measures":[{"metric":"cargo"}],"where":{"field":"voyages.left_at","operator":">","value":{"date":"2024-05-03"}}}""").Sources[0];
        source.Filters[^1].ShouldBe(new SqlBinary(
            SqlBinaryOperator.GreaterOrEqual,
            new SqlColumn("voyages", "left_at"),
            new SqlParameter("", new SqlDate(new DateOnly(2024, 5, 4)))));
    }

    [Fact]
    public void A_date_less_a_date_is_a_number_of_days_on_every_engine()
    {
        var bound = Bound("""{"measures":[{"aggregate":"average","field":"voyages.days_late"}]}""");
        var late = bound.Measures[0].Formula.ShouldBeOfType<BiAssistant.Semantics.Metrics.SourceAggregate>().Call.Arguments[0];
        late.ShouldBe(new SqlDateDiff(SqlTimeUnit.Day, new SqlColumn("voyages", "due_on"), new SqlColumn("voyages", "arrived_on")));
        Refused("""{"measures":[{"aggregate":"max","field":"voyages.since_left"}]}""").Message.ShouldContain("DATE_DIFF");
    }

    [Fact]
    public void A_field_that_reads_the_clock_depends_on_the_day()
    {
        var bound = Bound("""{"measures":[{"aggregate":"average","field":"voyages.age_days"}]}""");
        bound.Facts.Elements.ShouldContain("clock:2025-03-01");
    }

    [Fact]
    public void Issues_speak_the_askers_language()
    {
        var query = Canonical("""{"measures":[{"count":"inspections"}],"period":{"from":"2024-01-01","to":"2025-01-01"}}""");
        var issue = new Binder(Catalog).Bind(query, new BindingContext(Asker.Anyone, Now, "ko")).Issues.ShouldHaveSingleItem();
        issue.Message.ShouldContain("기준 날짜가 없어");
    }

    private static BoundQuery Bound(string json, string? asker = null)
    {
        var outcome = Bind(json, asker);
        outcome.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return outcome.Value.ShouldNotBeNull();
    }

    private static Issue Refused(string json, string? asker = null)
    {
        var outcome = Bind(json, asker);
        outcome.Succeeded.ShouldBeFalse();
        return outcome.Issues[0];
    }

    private static Outcome<BoundQuery> Bind(string json, string? asker) =>
        new Binder(Catalog).Bind(Canonical(json), new BindingContext(asker is null ? Asker.Anyone : Asker.Parse(asker), Now));

    private static SemanticQuery Canonical(string json)
    {
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), Catalog, Now);
        canonical.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return canonical.Value.ShouldNotBeNull();
    }

    private static Catalog Load()
    {
        var load = CatalogLoader.Load([new CatalogText("freight.yml", Freight)]);
        load.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        return load.Catalog;
    }
}
