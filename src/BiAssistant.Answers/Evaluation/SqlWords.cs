using System.Text;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Parsing;

namespace BiAssistant.Answers.Evaluation;

/// <summary>Words that stand for SQL in a file of questions. A word knows those above it, so none can mean itself, and what all of them spell out to is bounded.</summary>
internal sealed partial class SqlWords
{
    /// <summary>All SQL of one file, spelled out.</summary>
    private const int MostCharacters = 20_000_000;

    private readonly Dictionary<string, string> _meanings = [];
    private int _spelled;

    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>What is wrong with the definition; null when nothing is.</summary>
    public string? Define(string name, string sql)
    {
        var (spelled, problem) = Spell(sql);
        return problem ?? (_meanings.TryAdd(name, spelled ?? "") ? null : $"The word {{{name}}} is defined above already.");
    }

    /// <summary>The text with every word in braces replaced, or what is wrong with it.</summary>
    public (string? Sql, string? Problem) Spell(string sql)
    {
        var (spelled, from) = (new StringBuilder(), 0);
        foreach (var word in Braces().EnumerateMatches(sql))
        {
            var name = sql.Substring(word.Index + 1, word.Length - 2);
            if (!_meanings.TryGetValue(name, out var meaning))
            {
                return (null, $"The word {{{name}}} is not defined above.{Nearest.Question(Nearest.To(name, _meanings.Keys))}");
            }

            spelled.Append(sql, from, word.Index - from).Append(meaning);
            from = word.Index + word.Length;
            if (spelled.Length > SqlParser.MaximumLength)
            {
                break;
            }
        }

        spelled.Append(sql, from, sql.Length - from);
        _spelled += spelled.Length;
        return spelled.Length > SqlParser.MaximumLength ? (null, $"Spelled out, this SQL has more than {SqlParser.MaximumLength} characters.")
            : _spelled > MostCharacters ? (null, $"Spelled out, the SQL of this file has more than {MostCharacters} characters.")
            : (spelled.ToString(), null);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{[a-z][a-z0-9_]*\}")]
    private static partial Regex Braces();
}
