using System.Globalization;
using System.Text.Json;

namespace BiAssistant.Warehouses.MySql;

/// <summary>What a node of a plan reads of a table.</summary>
/// <param name="Name">The table's name in the text, which may be an alias.</param>
/// <param name="Rows">Of all its runs together.</param>
internal sealed record MySqlScan(string Name, double Rows);

/// <summary>
/// Walks a plan as EXPLAIN FORMAT=JSON writes it, in MariaDB's and in MySQL's way. A node says what one of its runs reads; in a nested loop it is run for each row of what stands
/// before it, and a subquery that looks at the row outside for each of those.
/// </summary>
internal static class MySqlPlan
{
    /// <summary>Rows that a join buffer holds at the least; the table behind it is read once for each filling.</summary>
    private const double RowsInBuffer = 1_000;

    private static readonly string[] Subqueries =
        ["subqueries", "attached_subqueries", "select_list_subqueries", "having_subqueries", "group_by_subqueries", "order_by_subqueries", "optimized_away_subqueries"];

    public static IEnumerable<MySqlScan> Scans(JsonElement plan) => Scans(plan, times: 1);

    /// <summary>The engine's cost of the whole; null where it tells none.</summary>
    public static double? Cost(JsonElement plan) => plan.TryGetProperty("query_block", out var block)
        ? Number(block, "cost") ?? (block.TryGetProperty("cost_info", out var info) ? Number(info, "query_cost") : null)
        : null;

    private static IEnumerable<MySqlScan> Scans(JsonElement node, double times)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(item => Scans(item, times));
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var produced = Produced(node);
        return node.EnumerateObject().SelectMany(part => part.Name switch
        {
            "nested_loop" => Loop(part.Value, times),
            "block-nl-join" => Scans(part.Value, Math.Ceiling(times / RowsInBuffer)),
            "table" => Table(part.Value, times),
            "materialized" or "materialized_from_subquery" => Scans(part.Value, times: 1),
            _ when Subqueries.Contains(part.Name) => part.Value.EnumerateArray().SelectMany(query => Scans(query, LooksOutside(query) ? times * produced : 1)),
            _ => Scans(part.Value, times),
        });
    }

    private static IEnumerable<MySqlScan> Loop(JsonElement steps, double times)
    {
        foreach (var step in steps.EnumerateArray())
        {
            foreach (var scan in Scans(step, times))
            {
                yield return scan;
            }

            times *= Math.Max(1, Passed(step));
        }
    }

    private static IEnumerable<MySqlScan> Table(JsonElement table, double times)
    {
        if (table.TryGetProperty("table_name", out var name) && name.GetString() is { } read && !read.StartsWith('<'))
        {
            yield return new MySqlScan(read, (Number(table, "rows_examined_per_scan") ?? Number(table, "rows") ?? 0) * (table.TryGetProperty("using_join_buffer", out _) ? Math.Ceiling(times / RowsInBuffer) : times));
        }

        foreach (var scan in Scans(table, times))
        {
            yield return scan;
        }
    }

    /// <summary>Rows that a node hands on for each run, as far as it says: those of its own loop or table.</summary>
    private static double Produced(JsonElement node)
    {
        if (node.TryGetProperty("nested_loop", out var steps))
        {
            return steps.EnumerateArray().Aggregate(1.0, static (rows, step) => rows * Math.Max(1, Passed(step)));
        }

        // Of a table itself: a subquery beside it is put to each of its rows.
        return Math.Max(1, node.TryGetProperty("table_name", out _) ? Number(node, "rows_examined_per_scan") ?? Number(node, "rows") ?? 0 : Passed(node));
    }

    /// <summary>Rows of a step that pass its conditions; the step's table may stand deeper, as behind a buffer or a sort.</summary>
    private static double Passed(JsonElement step)
    {
        if (step.ValueKind != JsonValueKind.Object)
        {
            return 0;
        }

        return step.TryGetProperty("table", out var table)
            ? (Number(table, "rows_examined_per_scan") ?? Number(table, "rows") ?? 0) * (Number(table, "filtered") ?? 100) / 100
            : step.EnumerateObject().Where(part => !Subqueries.Contains(part.Name)).Select(part => part.Name == "nested_loop" ? Produced(step) : Passed(part.Value)).DefaultIfEmpty().Max();
    }

    private static bool LooksOutside(JsonElement query) =>
        query.TryGetProperty("expression_cache", out _) || (query.TryGetProperty("dependent", out var dependent) && dependent.ValueKind == JsonValueKind.True);

    /// <summary>MySQL writes some numbers as texts.</summary>
    private static double? Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) switch
    {
        false => null,
        true when value.ValueKind == JsonValueKind.Number => value.GetDouble(),
        true => double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
