using YamlDotNet.RepresentationModel;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company's semantic models and metrics as plain YAML, to hold them against the files that they describe.</summary>
internal static class DemoYaml
{
    private static readonly Lazy<IReadOnlyList<YamlMappingNode>> ModelParts = new(() => [.. Files("semantic-models").SelectMany(file => Items(Load(file), "semantic_model"))]);

    private static readonly Lazy<IReadOnlyList<YamlMappingNode>> AllMetrics = new(() => [.. Files("metrics").Select(file => (YamlMappingNode)Load(file)["metric"])]);

    public static string Root => Repository.Root;

    public static IEnumerable<YamlMappingNode> Models() => ModelParts.Value;

    /// <summary>Where a model's rows are: one of the files that make it says so.</summary>
    public static string Warehouse(YamlMappingNode part) =>
        Models().Where(model => Name(model) == Name(part)).Select(model => Text(model, "warehouse")).OfType<string>().ShouldHaveSingleItem();

    public static IEnumerable<YamlMappingNode> Datasets() => Models().SelectMany(model => Items(model, "datasets"));

    public static IEnumerable<YamlMappingNode> Metrics() => AllMetrics.Value;

    public static IEnumerable<string> MetricFiles() => Files("metrics");

    public static IEnumerable<YamlMappingNode> Items(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? ((YamlSequenceNode)value).Cast<YamlMappingNode>() : [];

    public static string? Text(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    public static string Name(YamlNode node) => Text(node, "name").ShouldNotBeNull();

    public static IReadOnlyList<string> Texts(YamlNode node, string key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var value)
        ? [.. value is YamlSequenceNode list ? list.Select(item => item.ToString()) : [value.ToString()]]
        : [];

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.ShouldHaveSingleItem().RootNode;
    }
}
