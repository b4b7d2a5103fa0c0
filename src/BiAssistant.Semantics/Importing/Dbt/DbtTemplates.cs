using System.Text.RegularExpressions;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Puts variables and the texts of docs where a project's YAML calls for them; every other call stays as it is written.</summary>
internal sealed partial class DbtTemplates(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string> docs)
{
    /// <summary>Longest text that one value may become, so that values that hold values cannot grow without end.</summary>
    private const int Longest = 1_000_000;

    public static DbtTemplates Of(DbtSource source)
    {
        var docs = new Dictionary<string, string>();
        foreach (var match in source.Docs.SelectMany(text => Doc().Matches(text.Text)))
        {
            docs.TryAdd(match.Groups[1].Value, match.Groups[2].Value.Trim());
        }

        return new DbtTemplates(source.Project.Variables, docs);
    }

    public string Fill(string text) => !text.Contains("{{", StringComparison.Ordinal) ? text : Call().Replace(text, call => JinjaCallReader.Read(call.Groups[1].Value) switch
    {
        { Name: "var", Then: null } named when named.Text(0, "name") is { } name => variables.GetValueOrDefault(name) ?? named.Text(1, "default") ?? call.Value,
        { Name: "env_var", Then: null } named when named.Text(1, "default") is { } otherwise => otherwise,
        { Name: "doc", Then: null, Arguments: [.., { Key: null, Values: [var name] }] } when docs.GetValueOrDefault(name) is { Length: < Longest } doc => doc,
        _ => call.Value,
    });

    /// <summary>Whether something of it only dbt can compute.</summary>
    public static bool IsOpen(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

    /// <summary>Each call of a template, and what stands between the braces.</summary>
    [GeneratedRegex(@"\{\{-?(.*?)-?\}\}", RegexOptions.Singleline)]
    public static partial Regex Call();

    [GeneratedRegex(@"\{%-?\s*docs\s+(\w+)\s*-?%\}(.*?)\{%-?\s*enddocs\s*-?%\}", RegexOptions.Singleline)]
    private static partial Regex Doc();
}
