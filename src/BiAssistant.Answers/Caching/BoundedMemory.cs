using System.Diagnostics.CodeAnalysis;

namespace BiAssistant.Answers.Caching;

/// <summary>Keeps what was used last, up to a number of bytes; safe for many at once.</summary>
public sealed class BoundedMemory<T>(long maxBytes)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _newestFirst = new();
    private long _bytes;

    public bool TryGet(string key, [NotNullWhen(true)] out T? value)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                value = null;
                return false;
            }

            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value; one that is larger than a quarter of the room is not kept.</summary>
    public void Set(string key, T value, long bytes)
    {
        if (bytes > maxBytes / 4)
        {
            return;
        }

        lock (_lock)
        {
            if (_byKey.Remove(key, out var old))
            {
                Forget(old);
            }

            _byKey[key] = _newestFirst.AddFirst(new Entry(key, value, bytes));
            _bytes += bytes;
            while (_bytes > maxBytes && _newestFirst.Last is { } last)
            {
                _byKey.Remove(last.Value.Key);
                Forget(last);
            }
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _newestFirst.Remove(node);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Entry(string Key, T Value, long Bytes);
}
