using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>"카드로 입금된 금액": the bare word for an amount of money, where no name of the catalog has it.</summary>
internal static class Amounts
{
    private const double Cost = 0.9;

    public static List<Phrase> In(List<Atom> atoms, IReadOnlyList<Phrase> phrases) =>
        [.. Enumerable.Range(0, Math.Max(0, atoms.Count - 1))
            .Where(i => KoreanWords.Amounts.Contains(atoms[i].Raw + atoms[i + 1].Raw) && !Grounder.IsMidWord(atoms, i) && !phrases.Any(p => p.Start <= i && i + 1 < p.End && p.Sense is FieldSense or MetricSense or EntitySense or ValueSense or VerbSense))
            .Select(i => new Phrase(i, i + 2, new AmountWordSense(), Cost))];
}
