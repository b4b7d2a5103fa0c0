using System.Text.Json;
using BiAssistant.Warehouses.MySql;

namespace BiAssistant.Tests.Warehouses;

/// <summary>Plans in MySQL's way, made from its documentation: no MySQL has been asked for them. MariaDB's are asked of a server by the warehouse specification.</summary>
public sealed class MySqlPlanTests
{
    [Fact]
    public void A_nested_loop_reads_its_inner_table_once_for_each_row_that_passes_outside()
    {
        var plan = Parse(
            """
            {"query_block": {"select_id": 1, "cost_info": {"query_cost": "123.45"}, "nested_loop": [
              {"table": {"table_name": "o", "access_type": "ALL", "rows_examined_per_scan": 1000, "rows_produced_per_join": 100, "filtered": "10.00", "cost_info": {"read_cost": "1.00"}}},
              {"table": {"table_name": "c", "access_type": "eq_ref", "rows_examined_per_scan": 1, "rows_produced_per_join": 100, "filtered": "100.00"}}]}}
            """);

        MySqlPlan.Scans(plan).ShouldBe([new MySqlScan("o", 1_000), new MySqlScan("c", 100)]);
        MySqlPlan.Cost(plan).ShouldBe(123.45);
    }

    [Fact]
    public void A_derived_table_is_read_once_and_a_subquery_that_looks_outside_for_each_row()
    {
        var plan = Parse(
            """
            {"query_block": {"select_id": 1, "grouping_operation": {"using_filesort": true,
              "table": {"table_name": "x", "access_type": "ALL", "rows_examined_per_scan": 50, "filtered": "100.00",
                "materialized_from_subquery": {"query_block": {"select_id": 2, "table": {"table_name": "lines", "access_type": "ALL", "rows_examined_per_scan": 3000, "filtered": "100.00"}}},
                "attached_subqueries": [
                  {"dependent": true, "query_block": {"select_id": 3, "table": {"table_name": "p", "access_type": "ref", "rows_examined_per_scan": 4, "filtered": "100.00"}}},
                  {"dependent": false, "query_block": {"select_id": 4, "table": {"table_name": "q", "access_type": "ALL", "rows_examined_per_scan": 7, "filtered": "100.00"}}}]}}}}
            """);

        MySqlPlan.Scans(plan).ShouldBe([new MySqlScan("x", 50), new MySqlScan("lines", 3_000), new MySqlScan("p", 200), new MySqlScan("q", 7)], ignoreOrder: true);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
