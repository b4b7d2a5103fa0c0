using BiAssistant.Semantics.Exporting;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>Writes a value into one line, as it stands between brackets and braces.</summary>
internal static class FlowYaml
{
    public static string Write(YamlNode node) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Pairs.Select(pair => $"{Scalar(pair.Key)}: {Write(pair.Value)}"))}}}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        YamlScalar scalar => Scalar(scalar),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Scalar(YamlScalar scalar) => YamlTextWriter.InBrackets(scalar);
}
