using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>"which invoice has the highest amount", "legs with number, start and cost": the last word of a field's name, where the things that have it are named and no other field of theirs is called so.</summary>
internal static class OwnHeads
{
    private const double Cost = 1.4;
    private const int ShortestWord = 4;

    public static List<Phrase> In(List<Atom> atoms, IReadOnlyList<Phrase> phrases, Visibility visibility)
    {
        var named = phrases.Select(p => p.Sense).OfType<EntitySense>().Where(e => e.Via is null).Select(e => e.Dataset).Distinct().ToList();
        var result = new List<Phrase>();
        for (var i = 0; i < atoms.Count; i++)
        {
            // Where it is listed, or said to be the highest: elsewhere "number" and "cost" are words like others.
            if (atoms[i] is not { Kind: AtomKind.Word, Key.Length: >= ShortestWord } word || i == 0 || !(atoms[i - 1].Raw is "," or ":" or "and" or "with" or "which" or "their" or "its" || atoms[i - 1].Raw.EndsWith("est", StringComparison.Ordinal)) || phrases.Any(p => p.Start <= i && i < p.End && p.Sense is FieldSense or MetricSense or EntitySense or ValueSense) || (i > 0 && EnglishWords.Doers.Contains(atoms[i - 1].Key)))
            {
                continue;
            }

            foreach (var of in named)
            {
                var called = of.Fields.Concat(of.Derived).Where(f => !f.Hidden && f.Label.Words.Concat(f.Synonyms.Words).Any(l => l.Text.Split(' ') is { Length: > 1 } parts && WordForms.Fold(parts[^1]) == word.Key && !parts.Any(EnglishWords.Function.Contains))).ToList();
                if (called is [var field] && visibility.Sees(new FieldSense(field)))
                {
                    result.Add(new Phrase(i, i + 1, new FieldSense(field), Cost));
                }
            }
        }

        return result;
    }
}
