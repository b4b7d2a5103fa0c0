namespace BiAssistant.Understanding.Grammar;

/// <summary>What a span of the question can mean: a word by itself, or a phrase that rules have put together. Equal when it means the same.</summary>
internal abstract record Sense
{
    private protected Sense()
    {
    }

    /// <summary>Whether the sense can stand as a part of the question by itself; a number or a preposition cannot.</summary>
    public virtual bool StandsAlone => false;

    /// <summary>What the words mean, for a person who looks over the reading; empty for words that only join others.</summary>
    public virtual string Describe(string language) => "";
}
