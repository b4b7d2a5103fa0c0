using System.Collections.Frozen;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>Texts that a question puts in quotation marks: they are meant letter by letter.</summary>
internal static class Quotations
{
    private static readonly FrozenDictionary<char, char> Marks = new Dictionary<char, char>
    {
        ['"'] = '"', ['“'] = '”', ['‘'] = '’', ['\''] = '\'', ['「'] = '」', ['『'] = '』', ['«'] = '»', ['`'] = '`',
    }.ToFrozenDictionary();

    /// <summary>The quoted texts and the atoms inside the marks; an apostrophe inside a word opens nothing.</summary>
    public static IEnumerable<(int Start, int End, string Text)> In(string text, IReadOnlyList<Atom> atoms)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Marks.TryGetValue(text[i], out var closing) || (i > 0 && char.IsLetterOrDigit(text[i - 1]) && closing is '\'' or '’' && !IsSyllable(text[i - 1])))
            {
                continue;
            }

            var end = text.IndexOf(closing, i + 1);
            if (end < 0)
            {
                continue;
            }

            var said = text[(i + 1)..end].Trim();
            var inside = Enumerable.Range(0, atoms.Count).Where(a => atoms[a].Start > i && atoms[a].End <= end).ToList();
            if (said.Length > 0 && inside.Count > 0)
            {
                yield return (inside[0], inside[^1] + 1, said);
            }

            i = end;
        }
    }

    private static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
