using System.Text.Json;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>What a node of a plan reads of a relation.</summary>
/// <param name="IsWhole">Each time all of it is read, whatever the node then finds.</param>
/// <param name="Rows">Rows of one time; null where the node passes over rows and does not say how many.</param>
/// <param name="Cost">Of one of the sharers' part of one time, in the planner's unit; null where it does not tell how many rows were passed over.</param>
/// <param name="Sharers">Among how many workers one time is divided.</param>
/// <param name="Times">How often, by all workers together; below one where not all is wanted.</param>
internal sealed record PostgresScan(string Schema, string Relation, bool IsWhole, double? Rows, double? Cost, double Sharers, double Times);

/// <summary>
/// Walks a plan as EXPLAIN (VERBOSE, FORMAT JSON) writes it. A node says what it finds in one of its runs by one of the workers; what is read is that of all runs and
/// workers, and of a LIMIT without order as much as it takes.
/// </summary>
internal static class PostgresPlan
{
    /// <summary>What the starting process itself takes on of the workers' share: nearly all of one's with one worker, none with four, as the planner has it.</summary>
    private const double LeaderLosesPerWorker = 0.3;

    public static bool Writes(JsonElement plan) => Text(plan, "Node Type") == "ModifyTable" || Children(plan).Any(Writes);

    public static IEnumerable<PostgresScan> Scans(JsonElement plan) => Scans(plan, new Place(Times: 1, Workers: 1, Part: 1));

    private static IEnumerable<PostgresScan> Scans(JsonElement node, Place place)
    {
        if (Text(node, "Relation Name") is { } relation && Own(node, relation, place) is { } own)
        {
            yield return own;
        }

        var outer = Children(node).FirstOrDefault(child => Text(child, "Parent Relationship") == "Outer");
        foreach (var scan in Children(node).SelectMany(child => Scans(child, Inside(node, outer, child, place))))
        {
            yield return scan;
        }
    }

    private static PostgresScan? Own(JsonElement node, string relation, Place place)
    {
        var (schema, rows, cost) = (Text(node, "Schema") ?? "", Number(node, "Plan Rows"), Number(node, "Total Cost"));
        var passesOver = node.TryGetProperty("Filter", out _);
        var sharers = node.TryGetProperty("Parallel Aware", out var aware) && aware.ValueKind == JsonValueKind.True ? place.Workers : 1;
        var times = place.Times * place.Part;
        return Text(node, "Node Type") switch
        {
            "ModifyTable" => null,
            "Seq Scan" or "Sample Scan" => new(schema, relation, IsWhole: true, passesOver ? null : rows * sharers, cost, sharers, times / sharers),
            "Foreign Scan" or "Custom Scan" => new(schema, relation, IsWhole: true, passesOver ? null : rows * sharers, Cost: null, sharers, times / sharers),
            "Bitmap Heap Scan" => new(schema, relation, IsWhole: false, Children(node).Sum(child => Number(child, "Plan Rows")), cost, Sharers: 1, times),
            _ => new(schema, relation, IsWhole: false, passesOver ? null : rows, cost, Sharers: 1, times),
        };
    }

    private static Place Inside(JsonElement node, JsonElement outer, JsonElement child, Place place)
    {
        var kind = Text(node, "Node Type");
        if (Text(child, "Subplan Name") is { } subplan)
        {
            var repeated = Text(child, "Parent Relationship") == "SubPlan" && !subplan.StartsWith("CTE ", StringComparison.Ordinal) && !node.GetRawText().Contains($"hashed {subplan}", StringComparison.Ordinal);
            return place with { Times = repeated ? place.Times * Math.Max(1, outer.ValueKind == JsonValueKind.Object ? Number(outer, "Plan Rows") : Number(node, "Plan Rows")) : 1, Workers = repeated ? place.Workers : 1, Part = 1 };
        }

        return kind switch
        {
            "Gather" or "Gather Merge" => new Place(place.Times * Share(Number(node, "Workers Planned")), Share(Number(node, "Workers Planned")), place.Part),
            "Nested Loop" when Text(child, "Parent Relationship") == "Inner" => place with { Times = place.Times * Math.Max(1, Number(outer, "Plan Rows")), Part = 1 },
            "Materialize" or "Hash" => place with { Times = Math.Min(place.Times, place.Workers), Part = 1 },
            "Limit" => place with { Part = place.Part * Math.Min(1, Number(node, "Plan Rows") / Math.Max(1, Number(child, "Plan Rows"))) },
            "Append" or "Merge Append" or "Subquery Scan" or "Result" or "Nested Loop" => place,
            _ => place with { Part = 1 },
        };
    }

    private static double Share(double workers) => workers + Math.Max(0, 1 - (LeaderLosesPerWorker * workers));

    private static JsonElement.ArrayEnumerator Children(JsonElement node) => node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray() : default;

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    /// <summary>How a node is run: how often by all workers together, among how many workers' shares it is divided, and which part of it is wanted.</summary>
    private sealed record Place(double Times, double Workers, double Part);
}
