using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Texts for people, as a project has them.</summary>
internal static class DbtText
{
    private const int Longest = 4_000;

    /// <summary>A description; null where there is none, and where it calls for a text that the project does not hold.</summary>
    public static YamlScalar? Description(string? text) =>
        text is null || DbtTemplates.IsOpen(text) ? null : DraftYaml.TextOrNone(text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…");
}
