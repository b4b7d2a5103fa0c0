using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>The values that a row of an answer is told by; nulls are the same as nulls.</summary>
internal sealed class Key(IReadOnlyList<object?> values) : IEquatable<Key>
{
    public IReadOnlyList<object?> Values { get; } = values;

    public bool Equals(Key? other) => other is not null && Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as Key);

    public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);

    /// <summary>The same with another value in one place.</summary>
    public Key With(int place, object? value) => new([.. Values.Select((other, at) => at == place ? value : other)]);

    /// <summary>Whether both have the same values, except in the places that are free.</summary>
    public bool Agrees(Key other, IReadOnlyCollection<int> free)
    {
        for (var place = 0; place < Values.Count; place++)
        {
            if (!Equals(Values[place], other.Values[place]) && !free.Contains(place))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A row and the group that it belongs to.</summary>
internal sealed record KeyedRow(Row Row, Key Key);
