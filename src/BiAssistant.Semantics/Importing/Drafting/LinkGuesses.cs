using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>
/// Links that nobody declared, by the names and types of columns: <c>cust_no</c> names a row of <c>customers</c>, whose key is <c>cust_no</c>; so does
/// <c>bill_cust_no</c>. The data decides which of them hold.
/// </summary>
internal sealed partial class LinkGuesses
{
    private static readonly FrozenSet<string> OwnParents = "parent upper super superior manager supervisor boss root previous original".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Plain = "id code key number uuid guid sequence pk serial".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Seq<DraftTable> _tables;
    private readonly ILookup<string, DraftTable> _byLastWord;
    private readonly ILookup<string, DraftTable> _byKey;

    public LinkGuesses(Seq<DraftTable> tables)
    {
        _tables = tables;
        _byLastWord = tables.Where(t => t.Key.Count == 1)
            .SelectMany(t => Names(t).Select(name => (Table: t, Last: name[^1])))
            .Distinct()
            .ToLookup(t => t.Last, t => t.Table);
        _byKey = tables.Where(t => t.Key.Count == 1 && t.Find(t.Key[0]) is { IsKey: true, Name.Words.Count: > 1 }).ToLookup(t => t.Key[0], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Candidates for columns that no declared link uses, best first for each column.</summary>
    public IEnumerable<DraftLink> Of(DraftTable table, IReadOnlyCollection<DraftLink> declared)
    {
        var used = declared.Where(l => l.From.Dataset == table.Dataset).SelectMany(l => l.Columns).ToHashSet();
        foreach (var column in table.Columns.Where(c => !used.Contains(c.Column.Name) && (c.IsWhole || c.IsText || c.Column.Type is { Kind: SqlTypeKind.Decimal, Scale: 0 or null })))
        {
            foreach (var target in TargetsOf(table, column))
            {
                yield return new DraftLink(table, [column.Column.Name], target, target.Key, isGuessed: true);
            }
        }

        foreach (var target in _tables.Where(t => t.Key.Count > 1 && t.Dataset != table.Dataset && IsDetailKey(t, table, used)))
        {
            yield return new DraftLink(table, target.Key, target, target.Key, isGuessed: true);
        }
    }

    private IEnumerable<DraftTable> TargetsOf(DraftTable table, ColumnHabits column)
    {
        var isOwnKey = table.Key.Count == 1 && table.Key[0] == column.Column.Name;
        if (!isOwnKey && table.Key.Count == 1 && IsOwnParent(table, column) && SameKind(column, table.Find(table.Key[0])))
        {
            return [table];
        }

        if (column.Name.IsKorean)
        {
            var thing = KeyInKorean().Replace(column.Column.Name, "");
            return _tables.Where(t => t.Key.Count == 1 && t.Dataset != table.Dataset && t.Schema.Name[^1] == thing && SameKind(column, t.Find(t.Key[0])));
        }

        var words = Stem(column);
        if (words.Length == 0 || (!column.IsKey && EnglishNouns.Singular(column.Name.Words[^1]) != column.Name.Words[^1]))
        {
            // Several of something are a number of them and no row.
            return [];
        }

        var found = _byLastWord[words[^1]]
            .Where(t => !(isOwnKey && t.Dataset == table.Dataset) && (t.Dataset != table.Dataset || words.Length > 1) && SameKind(column, t.Find(t.Key[0])))
            .Select(t => (Table: t, Fit: Fit(words, column, t)))
            .Where(t => t.Fit > 0 && !(isOwnKey && t.Fit < words.Length))
            .ToList();
        if (found.Count == 0 && !isOwnKey)
        {
            // A key of a name of its own is the same thing wherever it stands, whatever its table is called.
            return _byKey[column.Column.Name].Where(t => t.Dataset != table.Dataset && SameKind(column, t.Find(t.Key[0])));
        }

        // Where one table is named in full, one that is named by its last word alone is not meant.
        return found.Where(f => f.Fit == found.Max(other => other.Fit)).Select(f => f.Table).DistinctBy(t => t.Dataset);
    }

    /// <summary>How many words of the table's name the column says; none when it says another thing's.</summary>
    private static int Fit(string[] words, ColumnHabits column, DraftTable target)
    {
        var key = target.Find(target.Key[0]);
        var named = Names(target).Where(name => words.Length >= name.Length && words.AsSpan(words.Length - name.Length).SequenceEqual(name)).Select(name => name.Length).DefaultIfEmpty(0).Max();
        // A column that ends in another kind of key than the target has (a name, a number for a code) says something else, unless the target's key has no name of its own.
        return named > 0 && key is not null && (Last(key) == Last(column) || Plain.Contains(key.Name.Words[^1]) && key.Name.Words.Count == 1 || !column.IsKey) ? named : 0;
    }

    private static string Last(ColumnHabits column) => column.IsKey ? column.Name.Words[^1] : "";

    /// <summary>What the table is called in a column: its own words, and those of a key that is named after what it is.</summary>
    private static IEnumerable<string[]> Names(DraftTable table)
    {
        yield return table.One.Split(' ');
        if (table.Find(table.Key.Count == 1 ? table.Key[0] : "") is { } key && Stem(key) is { Length: > 0 } stem && table.One.Split(' ')[^1] == stem[^1])
        {
            yield return stem;
        }
    }

    /// <summary>The words of a column without the one that says that it is a key.</summary>
    private static string[] Stem(ColumnHabits column)
    {
        var words = column.Name.Words.ToArray();
        words = column.IsKey ? words[..^1] : words;
        if (words.Length > 0)
        {
            words[^1] = EnglishNouns.Singular(words[^1]);
        }

        return words;
    }

    private static bool IsOwnParent(DraftTable table, ColumnHabits column)
    {
        var words = Stem(column);
        return words.Length > 0 && OwnParents.Contains(words[0]) && (words.Length == 1 || words.Skip(1).All(w => table.One.Split(' ').Contains(w)) || column.Name.Words[^1] == "id" && words.Length == 1);
    }

    /// <summary>Whether the whole key of one table stands in another under the same names, and is not that table's own key.</summary>
    private static bool IsDetailKey(DraftTable target, DraftTable table, HashSet<string> used) =>
        target.Key.All(k => !used.Contains(k) && table.Find(k) is { } column && SameKind(column, target.Find(k)))
        && !(table.Key.Count <= target.Key.Count && table.Key.All(target.Key.Contains) && !table.Key.IsEmpty)
        && target.Key.All(k => target.Find(k) is { IsKey: true } or { IsTime: true } or { IsWhole: true });

    private static bool SameKind(ColumnHabits one, ColumnHabits? other) => other is not null
        && (one.IsText == other.IsText || one.Kind is SqlTypeKind.Unknown || other.Kind is SqlTypeKind.Unknown) && one.IsTime == other.IsTime && one.IsNumber == other.IsNumber
        && one.Column.DeclaredType.Equals("uuid", StringComparison.OrdinalIgnoreCase) == other.Column.DeclaredType.Equals("uuid", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("_?(코드|번호|아이디|ID|id|키|순번|일련번호)$")]
    private static partial Regex KeyInKorean();
}
