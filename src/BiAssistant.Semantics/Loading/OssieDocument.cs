using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Whether a document is a valid Ossie document and nothing more. Such a document loads whatever its texts say: an expression that cannot be read or a name
/// that stands for nothing takes one element out and is a warning, because the document is right by its own rules.
/// </summary>
internal static class OssieDocument
{
    private static readonly string[] Dialects = ["ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"];

    private static readonly string[] Datatypes = ["String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque"];

    public static bool IsValid(YamlMap document) =>
        Has(document, ["version", "semantic_model"], [])
        && IsWord(document.Find("version"), [DocumentReader.KnownVersion])
        && AreMaps(document.Find("semantic_model"), 0, Model);

    private static bool Model(YamlMap model) =>
        Has(model, ["name", "datasets"], ["description", "ai_context", "relationships", "metrics", "custom_extensions"])
        && Common(model)
        && AreMaps(model.Find("datasets"), 1, Dataset)
        && AreMaps(model.Find("relationships"), 0, Relationship)
        && AreMaps(model.Find("metrics"), 0, metric =>
            Has(metric, ["name", "expression"], ["description", "datatype", "ai_context", "custom_extensions"]) && Common(metric) && Expression(metric.Find("expression")));

    private static bool Dataset(YamlMap dataset) =>
        Has(dataset, ["name", "source"], ["primary_key", "unique_keys", "description", "ai_context", "fields", "custom_extensions"])
        && Common(dataset)
        && IsText(dataset.Find("source"))
        && AreTexts(dataset.Find("primary_key"), 0)
        && dataset.Find("unique_keys") is null or YamlList
        && (dataset.Find("unique_keys") as YamlList)?.Items.TrueForAll(key => AreTexts(key, 0)) != false
        && AreMaps(dataset.Find("fields"), 0, field =>
            Has(field, ["name", "expression"], ["dimension", "label", "description", "datatype", "ai_context", "custom_extensions"])
            && Common(field) && Expression(field.Find("expression")) && IsText(field.Find("label")) && Dimension(field.Find("dimension")));

    private static bool Relationship(YamlMap relationship) =>
        Has(relationship, ["name", "from", "to", "from_columns", "to_columns"], ["ai_context", "custom_extensions"])
        && Common(relationship)
        && IsText(relationship.Find("from"))
        && IsText(relationship.Find("to"))
        && AreTexts(relationship.Find("from_columns"), 1)
        && AreTexts(relationship.Find("to_columns"), 1);

    /// <summary>Keys that have the same shape wherever they stand.</summary>
    private static bool Common(YamlMap element) =>
        IsText(element.Find("name"))
        && IsText(element.Find("description"))
        && IsWord(element.Find("datatype"), Datatypes)
        && (IsText(element.Find("ai_context")) || element.Find("ai_context") is YamlMap context && IsText(context.Find("instructions")) && AreTexts(context.Find("synonyms"), 0) && AreTexts(context.Find("examples"), 0))
        && AreMaps(element.Find("custom_extensions"), 0, extension => Has(extension, ["vendor_name", "data"], []) && IsText(extension.Find("vendor_name")) && IsText(extension.Find("data")));

    private static bool Expression(YamlNode? node) =>
        node is YamlMap expression
        && Has(expression, ["dialects"], [])
        && AreMaps(expression.Find("dialects"), 1, item => Has(item, ["dialect", "expression"], []) && IsWord(item.Find("dialect"), Dialects) && IsText(item.Find("expression")));

    private static bool Dimension(YamlNode? node) =>
        node is null || (node is YamlMap dimension && dimension.Pairs.TrueForAll(p => p is { Key.Text: "is_time", Value: YamlScalar { Style: YamlStyle.Plain, Text: "true" or "false" } }));

    private static bool Has(YamlMap map, string[] required, string[] optional) =>
        Array.TrueForAll(required, key => map.Find(key) is not null) && map.Pairs.TrueForAll(p => required.Contains(p.Key.Text) || optional.Contains(p.Key.Text));

    private static bool AreMaps(YamlNode? node, int least, Predicate<YamlMap> holds) =>
        node is null || (node is YamlList list && list.Items.Count >= least && list.Items.TrueForAll(item => item is YamlMap map && holds(map)));

    private static bool AreTexts(YamlNode? node, int least) => node is null || (node is YamlList list && list.Items.Count >= least && list.Items.TrueForAll(IsText));

    private static bool IsWord(YamlNode? node, string[] words) => node is null || (node is YamlScalar text && words.Contains(text.Text));

    private static bool IsText(YamlNode? node) => node is null || (node is YamlScalar text && !ExactJson.IsMoreThanText(text));
}
