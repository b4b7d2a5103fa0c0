using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>Words that stand for something said before: "that year" is the only year that the question names, "the bank as a whole" all that there is.</summary>
internal static class Anaphora
{
    private const double Cost = 0.6;

    public static void Add(List<Phrase> phrases, List<Atom> atoms, Vocabulary vocabulary)
    {
        for (var i = 0; i + 1 < atoms.Count; i++)
        {
            AddThatYear(phrases, atoms, i);
            AddWhole(phrases, atoms, i, vocabulary);
        }
    }

    private static void AddThatYear(List<Phrase> phrases, List<Atom> atoms, int at)
    {
        var end = EnglishConstructions.ThatYear.Concat(KoreanConstructions.ThatYear).Where(words => Stands(atoms, at, words)).Select(words => at + words.Length).DefaultIfEmpty(-1).Max();
        if (end < 0)
        {
            return;
        }

        var years = phrases.Where(p => p.End <= at).Select(p => p.Sense).Where(s => s is DateSense { HasYear: true, Quarter: null, Month: null, Day: null, Half: null, Fiscal: false } or RelativePeriodSense { Period: { Grain: Semantics.Calendars.TimeGrain.Year, Count: 1 } }).Distinct().ToList();
        if (years is [var year])
        {
            phrases.Add(new Phrase(at, end, year, Cost));
        }
    }

    /// <summary>"the city as a whole", "the whole bank", of a word that names nothing in the catalog.</summary>
    private static void AddWhole(List<Phrase> phrases, List<Atom> atoms, int at, Vocabulary vocabulary)
    {
        if (atoms[at].Kind != AtomKind.Word || at == 0)
        {
            return;
        }

        if (EnglishConstructions.Whole.Contains(atoms[at].Key) && atoms[at - 1].Raw == "the" && IsUnnamed(atoms[at + 1]))
        {
            phrases.Add(new Phrase(at, at + 2, new WholeSense(), Cost));
        }

        if (atoms[at - 1].Raw == "the" && Stands(atoms, at + 1, ["as", "a", "whole"]) && IsUnnamed(atoms[at]))
        {
            phrases.Add(new Phrase(at, at + 4, new WholeSense(), Cost));
        }

        bool IsUnnamed(Atom noun) => noun.Kind == AtomKind.Word && !vocabulary.HasWord(noun.Key);
    }

    private static bool Stands(List<Atom> atoms, int at, string[] words) =>
        at + words.Length <= atoms.Count && words.Select((word, i) => atoms[at + i].Raw.Equals(word, StringComparison.OrdinalIgnoreCase)).All(same => same);
}
