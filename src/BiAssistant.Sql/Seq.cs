using System.Collections;
using System.Runtime.CompilerServices;

namespace BiAssistant.Sql;

/// <summary>An immutable sequence that equals another when its items do, in order; records that hold one compare by content.</summary>
[CollectionBuilder(typeof(Seq), nameof(Seq.Create))]
public readonly struct Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    private readonly T[]? _items;

    internal Seq(T[] items) => _items = items;

    public static Seq<T> Empty => default;

    public int Count => _items?.Length ?? 0;

    public bool IsEmpty => Count == 0;

    public T this[int index] => AsSpan()[index];

    public ReadOnlySpan<T> AsSpan() => _items;

    public Seq<T> Add(T item) => new([.. this, item]);

    public Seq<T> AddRange(IEnumerable<T> items) => new([.. this, .. items]);

    public bool Equals(Seq<T> other)
    {
        if (ReferenceEquals(_items, other._items))
        {
            return true;
        }

        return AsSpan().SequenceEqual(other.AsSpan());
    }

    public override bool Equals(object? obj) => obj is Seq<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public static bool operator ==(Seq<T> left, Seq<T> right) => left.Equals(right);

    public static bool operator !=(Seq<T> left, Seq<T> right) => !left.Equals(right);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", this)}]";
}

/// <summary>Makes sequences.</summary>
public static class Seq
{
    public static Seq<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    public static Seq<T> ToSeq<T>(this IEnumerable<T> items) => items is Seq<T> same ? same : new(items.ToArray());
}
