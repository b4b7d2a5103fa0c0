using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>A value of a field as stored, the text people know it by, and how many rows have it.</summary>
public sealed record IndexedValue(Field Field, SqlLiteral Value, string Text, long Count);

/// <summary>
/// The values of dimension fields, found by their whole text or by the words it begins with; immutable, built once per data version. A look-up costs
/// the same however many values there are.
/// </summary>
public sealed class ValueIndex
{
    /// <summary>A beginning that more values than this share tells none of them apart.</summary>
    public const int MostPartial = 5;

    private const int LongestPhrase = 24;

    private readonly Field[] _fields;
    private readonly int[] _fieldOf;
    private readonly SqlLiteral[] _values;
    private readonly string[] _texts;
    private readonly int[] _next;
    private readonly Dictionary<ulong, int> _whole;
    private readonly Dictionary<ulong, Beginning> _beginnings;
    private readonly HashSet<ulong> _words;

    private ValueIndex(Builder builder)
    {
        _fields = builder.Fields.ToArray();
        _fieldOf = builder.FieldOf.ToArray();
        _values = builder.Values.ToArray();
        _texts = builder.Texts.ToArray();
        _next = builder.Next.ToArray();
        _whole = builder.Whole;
        _beginnings = builder.Beginnings;
        _words = builder.Words;
        MaxAtoms = builder.MaxAtoms;
    }

    public static ValueIndex Empty { get; } = new(new Builder());

    public int Count => _values.Length;

    internal int MaxAtoms { get; }

    /// <summary>Builds the index from a stream of values. Sensitive fields, and fields that are not to be indexed, are left out.</summary>
    public static ValueIndex Build(Catalog catalog, IEnumerable<IndexedValue> values)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var known = catalog.Fields.Where(f => !f.Sensitive && !f.Hidden && f.IndexValues != false).ToHashSet();
        var builder = new Builder();
        foreach (var value in values)
        {
            if (known.Contains(value.Field))
            {
                builder.Add(value);
            }
        }

        return new ValueIndex(builder);
    }

    internal bool HasWord(ulong word) => _words.Contains(word);

    internal IEnumerable<(Field Field, SqlLiteral Value, string Text)> Find(ulong phrase)
    {
        for (var i = _whole.TryGetValue(phrase, out var first) ? first : -1; i >= 0; i = _next[i])
        {
            yield return (_fields[_fieldOf[i]], _values[i], _texts[i]);
        }
    }

    /// <summary>Values that begin with the phrase and go on; nothing when too many do.</summary>
    internal IEnumerable<(Field Field, SqlLiteral Value, string Text)> FindBeginning(ulong phrase)
    {
        if (_beginnings.TryGetValue(phrase, out var beginning) && beginning.Count <= MostPartial)
        {
            foreach (var i in beginning.Items.Take(beginning.Count))
            {
                yield return (_fields[_fieldOf[i]], _values[i], _texts[i]);
            }
        }
    }

    private struct Beginning
    {
        public int Count;
        public int[] Items;
    }

    private sealed class Builder
    {
        private readonly Dictionary<Field, int> _fieldIds = [];

        public List<Field> Fields { get; } = [];

        public List<int> FieldOf { get; } = [];

        public List<SqlLiteral> Values { get; } = [];

        public List<string> Texts { get; } = [];

        public List<int> Next { get; } = [];

        public Dictionary<ulong, int> Whole { get; } = [];

        public Dictionary<ulong, Beginning> Beginnings { get; } = [];

        public HashSet<ulong> Words { get; } = [];

        public int MaxAtoms { get; private set; }

        public void Add(IndexedValue value)
        {
            var atoms = Tokenizer.Read(value.Text).Where(a => !a.Ignorable).ToList();
            if (atoms.Count is 0 or > LongestPhrase)
            {
                return;
            }

            if (!_fieldIds.TryGetValue(value.Field, out var field))
            {
                _fieldIds[value.Field] = field = Fields.Count;
                Fields.Add(value.Field);
            }

            var id = Values.Count;
            var hash = Hashing.Start;
            for (var i = 0; i < atoms.Count; i++)
            {
                if (i is > 0 and <= 3 && (atoms[i].SpaceBefore || atoms[i].Kind != AtomKind.Syllable) && LongEnough(atoms, i))
                {
                    AddBeginning(hash, id);
                }

                hash = Hashing.Then(hash, atoms[i].Hash);
                if (atoms[i].Kind == AtomKind.Word)
                {
                    Words.Add(atoms[i].Hash);
                }
            }

            var previous = Whole.TryGetValue(hash, out var head) ? head : -1;
            for (var i = previous; i >= 0; i = Next[i])
            {
                if (FieldOf[i] == field && Values[i] == value.Value)
                {
                    return;
                }
            }

            Whole[hash] = id;
            FieldOf.Add(field);
            Values.Add(value.Value);
            Texts.Add(value.Text);
            Next.Add(previous);
            MaxAtoms = Math.Max(MaxAtoms, atoms.Count);
        }

        private static bool LongEnough(List<Atom> atoms, int count)
        {
            var letters = 0;
            for (var i = 0; i < count; i++)
            {
                letters += atoms[i].Kind == AtomKind.Word ? atoms[i].Key.Length : atoms[i].Kind == AtomKind.Syllable ? 2 : 0;
            }

            return letters >= 4;
        }

        private void AddBeginning(ulong hash, int id)
        {
            Beginnings.TryGetValue(hash, out var beginning);
            if (beginning.Count < MostPartial)
            {
                var items = new int[beginning.Count + 1];
                beginning.Items?.CopyTo(items, 0);
                items[beginning.Count] = id;
                beginning.Items = items;
            }

            beginning.Count++;
            beginning.Items ??= [];
            Beginnings[hash] = beginning;
        }
    }
}
