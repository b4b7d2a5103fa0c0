using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Dbt;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Tests.Semantics.Importing.Dbt;

/// <summary>Semantic models as datasets: their tables, keys, ways and expressions.</summary>
public sealed class DbtModelTests
{
    [Fact]
    public void A_manifest_says_where_tables_are_and_whose_sql_the_expressions_are()
    {
        var manifest = DbtTexts.Manifest(
            """
            {"metadata": {"adapter_type": "duckdb"}, "nodes": {
              "model.shop.orders": {"resource_type": "model", "name": "orders", "database": "wh", "schema": "marts", "alias": "fact_orders", "columns": {"x": {"name": "x"}}},
              "model.shop.customers.v1": {"resource_type": "model", "name": "customers", "database": "wh", "schema": "marts", "alias": "customers_v1", "version": 1, "latest_version": 2},
              "model.shop.customers.v2": {"resource_type": "model", "name": "customers", "database": "wh", "schema": "marts", "alias": "customers_v2", "version": 2, "latest_version": 2},
              "test.shop.t": {"resource_type": "test", "name": "orders", "schema": "tests"}}, "sources": {}}
            """);
        var draft = DbtTexts.Draft(DbtTexts.Shop.Replace("expr: amount}", "expr: \"ifnull(amount, 0)::decimal(12, 2)\", create_metric: true}", StringComparison.Ordinal), change: source => source with { Manifest = manifest });

        draft.Model().ShouldContain("source: marts.fact_orders");
        draft.Model().ShouldContain("source: marts.customers_v2");
        draft.Model().ShouldContain("CAST(COALESCE(amount, 0) AS NUMERIC(12, 2))");
        draft.Said(RemarkKind.Guessed).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_manifest_tables_are_called_like_their_models_in_the_schema_that_is_said_and_the_report_says_guessed()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop, new DbtOptions { Schema = "marts" });

        draft.Model().ShouldContain("source: marts.orders");
        draft.Said(RemarkKind.Guessed).ShouldContain(message => message.Contains("marts.orders, marts.customers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("iff(amount > 0, amount, 0)", "snowflake", "CASE WHEN amount > 0 THEN amount ELSE 0 END")]
    [InlineData("amount / 100", "snowflake", "amount / 100")]
    [InlineData("amount::decimal(12, 2)", null, "CAST(amount AS NUMERIC(12, 2))")]
    [InlineData("case when amount > 0 then amount end", null, "CASE WHEN amount > 0 THEN amount END")]
    public void Sql_becomes_portable_by_its_dialect_or_by_what_every_engine_means(string expression, string? dialect, string expected)
    {
        var options = new DbtOptions { Dialect = dialect is null ? null : SqlDialects.Find(dialect) };

        DbtTexts.Draft(DbtTexts.Shop.Replace("expr: amount}", $"expr: \"{expression}\", create_metric: true}}", StringComparison.Ordinal), options).Model().ShouldContain(expected);
    }

    [Fact]
    public void Sql_that_nobody_can_read_leaves_out_what_is_made_of_it()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop.Replace("expr: amount}", "expr: \"my_udf(amount)\", create_metric: true}", StringComparison.Ordinal));

        draft.HasMetric("total").ShouldBeFalse();
        draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.StartsWith("The metric of the measure 'total' of orders is left out: its SQL cannot be said in portable SQL", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_are_words_of_sql_or_hold_odd_signs_make_a_catalog_that_loads()
    {
        var draft = DbtTexts.Draft(
            """
            semantic_models:
              - name: order
                model: ref('Order Lines')
                defaults: {agg_time_dimension: date}
                entities: [{name: order, type: primary, expr: end}]
                dimensions:
                  - {name: date, type: time}
                  - {name: group, type: categorical, expr: 'case when "from" > 1 then ''x'' end'}
                  - {name: where.it.is, type: categorical, expr: place}
                measures: [{name: select, agg: sum, expr: value, create_metric: true}]
            metrics:
              - {name: limit, type: simple, type_params: {measure: select}, filter: "{{ Dimension('order__group') }} = 'x'"}
            """);

        CatalogLoader.Load(draft.Files.Select(file => new CatalogText(file.Path, file.Text))).Issues.ShouldBeEmpty();
        draft.Metric("limit").ShouldContain("order");
        draft.HasMetric("select").ShouldBeTrue();
        draft.Model().ShouldContain("source: \"\\\"Order Lines\\\"\"");
        draft.Model().ShouldContain("name: where_it_is");
    }

    [Fact]
    public void Names_that_differ_only_by_a_dot_stay_two()
    {
        var draft = DbtTexts.Draft(
            """
            semantic_models:
              - {name: shop.orders, model: ref('a'), entities: [{name: x, type: primary, expr: id}]}
              - {name: shop_orders, model: ref('b'), entities: [{name: y, type: primary, expr: id}]}
            """);

        draft.Model().ShouldContain("- name: shop_orders\n        source: a");
        draft.Model().ShouldContain("- name: shop_orders_\n        source: b");
        CatalogLoader.Load(draft.Files.Select(file => new CatalogText(file.Path, file.Text))).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Several_homes_of_one_key_are_each_reached_and_no_second_way_joins_them()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
              - name: scores
                model: ref('scores')
                entities: [{name: customer, type: primary, expr: person_id}]
                dimensions: [{name: score, type: categorical}]
                measures: [{name: scored, agg: count, expr: "*"}]
            metrics:
              - {name: m, type: simple, type_params: {measure: total}, filter: "{{ Dimension('customer__score') }} > 5"}
            """);

        draft.Metric("m").ShouldContain("filter: scores.score > 5");
        draft.Model().ShouldContain("name: orders_customer_scores\n        from: orders\n        to: scores\n        from_columns: [customer_id]\n        to_columns: [person_id]\n");
        draft.Model().ShouldNotContain("one_to_one");
        draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.StartsWith("No way is made between scores and customers", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_keys_of_one_entity_that_nobody_points_to_are_one_to_one()
    {
        var draft = DbtTexts.Draft(
            """
            semantic_models:
              - name: customers
                model: ref('customers')
                entities: [{name: customer, type: primary, expr: id}]
                dimensions: [{name: region, type: categorical}]
              - name: scores
                model: ref('scores')
                entities: [{name: customer, type: primary, expr: person_id}]
                measures: [{name: scored, agg: count, expr: "*", create_metric: true}]
            """);

        draft.Model().ShouldContain("one_to_one: true");
    }

    [Fact]
    public void Partitions_are_a_part_of_the_key_on_both_sides()
    {
        var draft = DbtTexts.Draft(
            """
            semantic_models:
              - name: visits
                model: ref('visits')
                entities:
                  - {name: visit, type: primary, expr: visit_id}
                  - {name: account, type: foreign, expr: account_id}
                dimensions:
                  - {name: ds, type: time, is_partition: true, expr: load_day}
              - name: accounts
                model: ref('accounts')
                entities: [{name: account, type: primary, expr: account_id}]
                dimensions:
                  - {name: ds, type: time, is_partition: true}
                  - {name: tier, type: categorical}
              - name: calls
                model: ref('calls')
                entities:
                  - {name: call, type: primary, expr: call_id}
                  - {name: account, type: foreign, expr: account_id}
            """);

        draft.Model().ShouldContain("from_columns: [account_id, load_day]\n        to_columns: [account_id, ds]");
        draft.Model().ShouldContain("primary_key: [account_id, ds]");
        draft.Said(RemarkKind.LeftOut).ShouldHaveSingleItem().ShouldStartWith("The way from calls to accounts by 'account' is left out");
    }

    [Fact]
    public void A_key_that_is_an_expression_joins_nothing_and_says_so()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop.Replace("{name: customer, type: foreign, expr: customer_id}", "{name: customer, type: foreign, expr: \"area || '-' || nr\"}", StringComparison.Ordinal));

        draft.Model().ShouldNotContain("relationships:");
        draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.StartsWith("The way from orders to customers by 'customer' is left out: its key is an expression", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_file_is_said_with_its_line_and_loses_only_what_stands_in_it()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop, change: source => source with
        {
            Properties = [.. source.Properties, new CatalogText("models/broken.yml", "metrics:\n  - name: x\n   type: y\n"), new CatalogText("models/list.yml", "- a\n- b\n"), new CatalogText("models/empty.yml", "\n")],
        });

        var first = draft.Remarks.Where(remark => remark.Kind == RemarkKind.LookFirst).ToList();
        first.Select(remark => remark.Place).ShouldBe(["models/broken.yml:3", "models/list.yml:1"]);
        draft.Model().ShouldContain("name: orders");
    }

    [Fact]
    public void A_project_without_semantic_models_is_no_import()
    {
        var draft = DbtTexts.Read("models:\n  - name: orders\n    columns: [{name: id}]\n");

        draft.Value.ShouldBeNull();
        draft.Issues.ShouldHaveSingleItem().Code.ShouldBe("dbt_nothing");
    }

    [Fact]
    public void The_same_project_makes_the_same_draft()
    {
        DbtTexts.Draft(DbtTexts.Shop).ShouldBe(DbtTexts.Draft(DbtTexts.Shop));
    }

    [Fact]
    public void A_compiled_semantic_manifest_alone_is_enough()
    {
        const string Compiled =
            """
            {"semantic_models": [{"name": "orders", "node_relation": {"alias": "orders", "schema_name": "marts", "database": "wh", "relation_name": "\"wh\".\"marts\".\"orders\""},
                "defaults": {"agg_time_dimension": "ordered_on"}, "primary_entity": null,
                "entities": [{"name": "order", "type": "primary", "expr": "order_id"}],
                "measures": [{"name": "total", "agg": "sum", "expr": "amount", "agg_params": null, "non_additive_dimension": null, "agg_time_dimension": null}],
                "dimensions": [{"name": "ordered_on", "type": "time", "is_partition": false, "type_params": {"time_granularity": "day", "validity_params": null}, "expr": null},
                  {"name": "status", "type": "categorical", "type_params": null, "expr": null}]}],
             "metrics": [
               {"name": "total", "type": "simple", "type_params": {"measure": {"name": "total", "filter": null, "alias": null, "join_to_timespine": false, "fill_nulls_with": null}, "numerator": null},
                "filter": {"where_filters": [{"where_sql_template": "{{ Dimension('order__status') }} = 'open'"}]}, "label": "Total", "config": {"meta": {}}},
               {"name": "rolling", "type": "cumulative", "type_params": {"measure": {"name": "total"}, "window": null, "cumulative_type_params": {"window": {"count": 7, "granularity": "day"}, "grain_to_date": null, "period_agg": "last"}}, "filter": null}]}
            """;
        var draft = DbtTexts.Draft("", change: source => source with { SemanticManifest = new CatalogText("target/semantic_manifest.json", Compiled) });

        draft.Model().ShouldContain("source: marts.orders");
        draft.Metric("total").ShouldContain("orders.status = 'open'");
        draft.Metric("rolling").ShouldContain("window: \"7 days\"");
        draft.Said(RemarkKind.LookFirst).ShouldBeEmpty();
    }
}
