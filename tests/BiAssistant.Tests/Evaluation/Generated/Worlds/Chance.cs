namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>Choices drawn from a seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A whole number from the first to the second, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>True as often as this in a hundred.</summary>
    public bool In100(int often) => _random.Next(100) < often;

    public T From<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Some of them, each once, at most so many.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int most)
    {
        var all = choices.ToArray();
        _random.Shuffle(all);
        return [.. all.Take(most)];
    }
}
