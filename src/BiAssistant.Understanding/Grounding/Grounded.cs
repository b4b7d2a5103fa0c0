using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>The question's atoms and every meaning of every span of them, overlaps and all.</summary>
internal sealed record Grounded(string Text, IReadOnlyList<Atom> Atoms, IReadOnlyList<Phrase> Phrases)
{
    public string TextOf(int start, int end) => Text[Atoms[start].Start..Atoms[end - 1].End];
}
