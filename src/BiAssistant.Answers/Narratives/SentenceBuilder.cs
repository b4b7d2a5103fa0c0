using System.Text;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Narratives;

/// <summary>Puts a sentence together out of words and bound pieces; a sentence with a piece that says nothing is none.</summary>
public sealed class SentenceBuilder(NarrativeFacts facts)
{
    private readonly StringBuilder _text = new();
    private readonly List<SentenceSpan> _spans = [];
    private bool _broken;

    public SentenceBuilder Words(string words)
    {
        _text.Append(words);
        return this;
    }

    /// <param name="particle">Chooses a particle by the sound that the piece ends in, and gives both; null for none.</param>
    public SentenceBuilder Say(SpanSource source, Func<string, string>? particle = null)
    {
        if (facts.Say(source) is not { Length: > 0 } said)
        {
            _broken = true;
            return this;
        }

        _spans.Add(new SentenceSpan(_text.Length, said.Length, source));
        _text.Append(particle is null ? said : particle(said));
        return this;
    }

    /// <summary>Several pieces with commas between them; the particle follows the last.</summary>
    public SentenceBuilder SayAll(IReadOnlyList<SpanSource> sources, Func<string, string>? particle = null)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            _ = (i == 0 ? this : Words(", ")).Say(sources[i], i == sources.Count - 1 ? particle : null);
        }

        return this;
    }

    /// <summary>The sentence; null when a piece said nothing.</summary>
    public NarrativeSentence? Done() => _broken ? null : new NarrativeSentence(_text.ToString(), _spans.ToSeq());
}
