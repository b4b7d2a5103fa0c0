namespace BiAssistant.Understanding.Grammar;

/// <summary>A sense over a span of atoms (the end is not included), what it costs to believe it, and what it was put together from.</summary>
internal sealed class Phrase(int start, int end, Sense sense, double cost, Phrase? left = null, Phrase? right = null)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public Sense Sense { get; } = sense;

    public double Cost { get; } = cost;

    public Phrase? Left { get; } = left;

    public Phrase? Right { get; } = right;

    /// <summary>Whether the words were corrected or completed to mean this.</summary>
    public bool Guessed { get; init; }

    public bool AnyGuessed => Guessed || Left is { AnyGuessed: true } || Right is { AnyGuessed: true };

    /// <summary>The phrases that words themselves stand for, left to right.</summary>
    public IEnumerable<Phrase> Leaves() =>
        Left is null ? [this] : Right is null ? Left.Leaves() : Left.Leaves().Concat(Right.Leaves());
}
