using static BiAssistant.Semantics.Format.Shapes;

namespace BiAssistant.Semantics.Format;

/// <summary>The catalog format as data: every key that a file may have, its shape and what it means. The readers take exactly these keys; a test holds them to it.</summary>
internal static class CatalogFormat
{
    public static readonly FormatElement Document = new("Catalog", "A file of the catalog: semantic models, metrics, or both.",
    [
        Key("version", Text, "The version of the Ossie specification: 0.2.0.dev0."),
        Key("semantic_model", Maps(ModelFormat.Model), "What the tables mean."),
        Key("metric", Maps(MetricFormat.Metric), "What a number means."),
        Key("metrics", Maps(MetricFormat.Metric), "What several numbers mean."),
    ]);

    /// <summary>The document and everything that stands in it, each once.</summary>
    public static IReadOnlyList<FormatElement> Elements { get; } = Collect();

    private static List<FormatElement> Collect()
    {
        var found = new List<FormatElement>();
        var pending = new Queue<FormatElement>([Document]);
        while (pending.TryDequeue(out var element))
        {
            if (!found.Contains(element))
            {
                found.Add(element);
                foreach (var inner in element.Keys.Concat(element.Types.SelectMany(t => t.Keys)).SelectMany(key => Inner(key.Shape)))
                {
                    pending.Enqueue(inner);
                }
            }
        }

        return found;
    }

    private static IEnumerable<FormatElement> Inner(FormatShape shape) => shape switch
    {
        MapShape map => [map.Element],
        MapsShape maps => [maps.Element],
        TextsOrMapsShape values => [values.Element],
        EitherShape either => either.Shapes.SelectMany(Inner),
        _ => [],
    };
}
