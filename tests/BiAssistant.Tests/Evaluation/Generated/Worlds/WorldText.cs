using System.Globalization;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A world as a catalog's YAML.</summary>
internal static class WorldText
{
    public static string Of(World world)
    {
        var metrics = world.Metrics.Count == 0 ? "" : $"metrics:\n{string.Join('\n', world.Metrics.Select(metric => $"  - {{name: {metric.Name}, {metric.Yaml}}}"))}\n";
        return $"""
            version: "0.2.0.dev0"
            semantic_model:
            {Model(world, elsewhere: false)}{Model(world, elsewhere: true)}{metrics}
            """;
    }

    /// <summary>What is kept in one warehouse is one model; a link into the other is told where it begins.</summary>
    private static string Model(World world, bool elsewhere)
    {
        var things = world.Things.Where(thing => world.Elsewhere.Contains(thing.Name) == elsewhere).ToList();
        if (things.Count == 0)
        {
            return "";
        }

        var links = world.Links.Where(link => world.Elsewhere.Contains(link.From) == elsewhere).Select(link => string.Create(
            CultureInfo.InvariantCulture,
            $"      - {{name: {link.Name}, from: {link.From}, to: {(world.Elsewhere.Contains(link.To) == elsewhere ? "" : $"{NameOf(!elsewhere)}.")}{link.To}, from_columns: [{string.Join(", ", link.Columns)}], to_columns: [{string.Join(", ", world.Thing(link.To).Key)}]{(link.Optional ? ", optional: true" : "")}{(link.Preferred ? ", preferred: true" : "")}}}")).ToList();
        var relationships = links.Count == 0 ? "" : $"    relationships:\n{string.Join('\n', links)}\n";
        var terms = world.Terms.Where(term => world.Elsewhere.Contains(term.Thing) == elsewhere).Select(term => $"      - {{term: {term.Name}, dataset: {term.Thing}, filter: \"{term.Sql}\"}}").ToList();
        var glossary = terms.Count == 0 ? "" : $"    glossary:\n{string.Join('\n', terms)}\n";
        var weeks = world.Calendar.Weeks is var (first, second, third) ? string.Create(CultureInfo.InvariantCulture, $", pattern: {first}-{second}-{third}") : "";
        return $$"""
              - name: {{NameOf(elsewhere)}}
                warehouse: {{(elsewhere ? "other" : "main")}}
                calendar: {fiscal_year_start: {{world.Calendar.StartMonth}}, week_start: {{world.Calendar.WeekStart.ToString().ToLowerInvariant()}}{{weeks}}}
                datasets:
            {{string.Join('\n', things.Select(thing => string.Join('\n', Lines(thing))))}}
            {{relationships}}{{glossary}}
            """;
    }

    private static string NameOf(bool elsewhere) => elsewhere ? "branch" : "business";

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
