using System.Text;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing;

/// <summary>The name of an import, which is also the default name of the model that it makes: letters, digits, '-' and '_', so that it can name a folder anywhere.</summary>
public static class ImportName
{
    private const int Longest = 60;

    /// <summary>The name itself when it can be one.</summary>
    public static Outcome<string> Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= Longest && name.All(IsAllowed) && name[0] is not '-'
            ? Outcome<string>.Of(name)
            : Outcome<string>.Failed(new Issue("import_name", $"'{name}' cannot name an import: letters, digits, '-' and '_' make a name, {Longest} of them at most.") { Suggestions = [Of(name)] });
    }

    /// <summary>A name out of any text, such as that of a file: what cannot stand in a name becomes '_'.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = new StringBuilder();
        foreach (var c in text.Normalize())
        {
            if (IsAllowed(c) && (name.Length > 0 || c is not ('-' or '_')))
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        var trimmed = name.ToString(0, Math.Min(name.Length, Longest)).TrimEnd('_', '-');
        return trimmed.Length == 0 ? "imported" : trimmed;
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
