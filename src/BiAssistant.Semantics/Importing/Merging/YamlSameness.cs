using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>Whether two values say the same, however they are written; the order of keys says nothing, that of lists does.</summary>
internal static class YamlSameness
{
    public static bool Same(YamlNode? first, YamlNode? second) => (first, second) switch
    {
        (null, null) => true,
        (YamlScalar one, YamlScalar other) => one.IsNull ? other.IsNull : one.Text == other.Text && ExactJson.IsMoreThanText(one) == ExactJson.IsMoreThanText(other),
        (YamlList one, YamlList other) => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => Same(pair.First, pair.Second)),
        (YamlMap one, YamlMap other) => one.Pairs.Count == other.Pairs.Count && one.Pairs.TrueForAll(pair => other.Find(pair.Key.Text) is { } value && Same(pair.Value, value)),
        _ => false,
    };
}
