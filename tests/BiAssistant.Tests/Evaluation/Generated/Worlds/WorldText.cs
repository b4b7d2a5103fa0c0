using System.Globalization;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A world as a catalog's YAML.</summary>
internal static class WorldText
{
    public static string Of(World world)
    {
        var datasets = world.Things.Select(thing => string.Join('\n', Lines(thing)));
        var links = world.Links.Select(link => string.Create(
            CultureInfo.InvariantCulture,
            $"      - {{name: {link.Name}, from: {link.From}, to: {link.To}, from_columns: [{string.Join(", ", link.Columns)}], to_columns: [{string.Join(", ", world.Thing(link.To).Key)}]{(link.Optional ? ", optional: true" : "")}{(link.Preferred ? ", preferred: true" : "")}}}"));
        var relationships = world.Links.Count == 0 ? "" : $"    relationships:\n{string.Join('\n', links)}\n";
        var metrics = world.Metrics.Count == 0 ? "" : $"metrics:\n{string.Join('\n', world.Metrics.Select(metric => $"  - {{name: {metric.Name}, {metric.Yaml}}}"))}\n";
        var glossary = world.Terms.Count == 0 ? "" : $"    glossary:\n{string.Join('\n', world.Terms.Select(term => $"      - {{term: {term.Name}, dataset: {term.Thing}, filter: \"{term.Sql}\"}}"))}\n";
        var weeks = world.Calendar.Weeks is var (first, second, third) ? string.Create(CultureInfo.InvariantCulture, $", pattern: {first}-{second}-{third}") : "";
        return $$"""
            version: "0.2.0.dev0"
            semantic_model:
              - name: business
                warehouse: main
                calendar: {fiscal_year_start: {{world.Calendar.StartMonth}}, week_start: {{world.Calendar.WeekStart.ToString().ToLowerInvariant()}}{{weeks}}}
                datasets:
            {{string.Join('\n', datasets)}}
            {{relationships}}{{glossary}}{{metrics}}
            """;
    }

    private static IEnumerable<string> Lines(Thing thing)
    {
        yield return $"      - name: {thing.Name}";
        yield return $"        source: {thing.Name}";
        yield return $"        primary_key: [{string.Join(", ", thing.Key)}]";
        if (thing.Label is { } label)
        {
            yield return $"        name_field: {label}";
        }

        if (thing.Clock is { } clock)
        {
            yield return $"        default_time: {clock}";
        }

        yield return "        fields:";
        foreach (var column in thing.Columns)
        {
            yield return $"          - {{name: {column.Name}, expression: {column.Name}, datatype: {TypeOf(column.Kind)}{(column.IsTime ? ", dimension: {is_time: true}" : "")}}}";
        }
    }

    private static string TypeOf(Kind kind) => kind switch
    {
        Kind.Whole => "integer",
        Kind.Decimal => "decimal",
        Kind.Text => "text",
        Kind.Date => "date",
        Kind.Timestamp => "timestamp",
        _ => "boolean",
    };
}
