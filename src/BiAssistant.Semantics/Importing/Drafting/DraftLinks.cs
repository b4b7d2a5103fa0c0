using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>The links of a draft with their names, and the tables that only link.</summary>
internal sealed partial class DraftLinks
{
    private static readonly FrozenSet<string> KeyParts = "id cd code no nbr num key seq uuid guid fk number idx".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<DraftLink, string> _names = [];
    private readonly Dictionary<string, DraftLink> _byName = [];
    private readonly ILookup<string, DraftLink> _byTable;

    public DraftLinks(IEnumerable<DraftLink> links, Seq<DraftTable> tables)
    {
        All = links.ToSeq();
        _byTable = All.ToLookup(l => l.From.Dataset);
        var taken = tables.Select(t => t.Dataset).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var link in All)
        {
            var plain = NameOf(link);
            _names[link] = UniqueName.Of(taken.Contains(plain) ? $"{plain}_to_{link.To.Dataset}" : plain, taken.Add);
            _byName[_names[link]] = link;
        }
    }

    public Seq<DraftLink> All { get; }

    public string Name(DraftLink link) => _names[link];

    public DraftLink? Find(string name) => _byName.GetValueOrDefault(name);

    public IEnumerable<DraftLink> Of(DraftTable table) => _byTable[table.Dataset];

    /// <summary>Columns that a link stands for, so that nobody needs to see them.</summary>
    public bool Replaces(DraftTable table, string column) => Of(table).Any(l => l.Columns.Contains(column) && (l.Columns.Count == 1 || table.Find(column) is { IsKey: true }));

    /// <summary>What the target is called on this way, the first word being the one that is shown; empty where it is just what it is.</summary>
    public static Seq<string> RoleOf(DraftLink link)
    {
        if (link.Columns.Count != 1 || NameWords.Of(link.Columns[0]).IsKorean)
        {
            return [];
        }

        var words = EnglishNouns.Singular(NameWords.Of(WithoutKey(NameWords.Of(link.Columns[0]).Parts)).Text);
        if (link.IsSelf && words is "reports to" or "report to")
        {
            return ["manager", "boss"];
        }

        if (words == link.To.One || link.To.One.EndsWith($" {words}", StringComparison.Ordinal) || (!link.IsSelf && link.To.Key.Count == 1 && link.To.Key[0] == link.Columns[0]))
        {
            return [];
        }

        var alone = words.EndsWith($" {link.To.One}", StringComparison.Ordinal) ? words[..^(link.To.One.Length + 1)] : null;
        return alone is null ? [words] : Doer().IsMatch(alone) ? [alone, words] : [words];
    }

    /// <summary>Tables that link rows of two others and hold nothing else, with both links.</summary>
    public IEnumerable<(DraftTable Table, DraftLink One, DraftLink Other)> Bridges(Seq<DraftTable> tables) => tables
        .Select(t => (Table: t, Links: Of(t).Where(l => l.Columns.Count == 1).ToList()))
        .Where(t => t.Links is [var one, var other] && one.To.Dataset != other.To.Dataset && !one.IsSelf && !other.IsSelf && IsOnlyLinks(t.Table, [one.Columns[0], other.Columns[0]]))
        .Select(t => (t.Table, t.Links[0], t.Links[1]));

    private static bool IsOnlyLinks(DraftTable table, string[] linked) =>
        table.Columns.All(c => linked.Contains(c.Column.Name) || c.IsAudit || c.IsCreation || (table.Key.Count == 1 && table.Key[0] == c.Column.Name))
        && !(table.Key.Count == 1 && linked.Contains(table.Key[0]));

    /// <summary>Words of both ends, for the name is what people read of a way that has no other: "order customer".</summary>
    private static string NameOf(DraftLink link)
    {
        var from = link.From.Name.IsKorean ? link.From.Dataset : Joined(link.From.One);
        if (link.Columns.Count > 1)
        {
            return $"{from}_{(link.To.Name.IsKorean ? link.To.Dataset : Joined(link.To.One))}";
        }

        var name = NameWords.Of(link.Columns[0]);
        return name.IsKorean ? $"{from}_{TableChoice.Plain(link.Columns[0])}" : $"{from}_{Joined(NameWords.Of(WithoutKey(name.Parts)).Text)}";
    }

    private static string Joined(string words) => words.Replace(' ', '_');

    /// <summary>The parts of a column's name without those that say that it is a key.</summary>
    private static Seq<string> WithoutKey(Seq<string> parts)
    {
        var rest = parts.ToList();
        while (rest.Count > 1 && KeyParts.Contains(rest[^1]))
        {
            rest.RemoveAt(rest.Count - 1);
        }

        return rest.ToSeq();
    }

    /// <summary>A word for somebody who does something is a name of its own: a manager is an employee, an origin is no airport by itself.</summary>
    [GeneratedRegex("(er|or|ist|ee|ant|ian|man|boss|rep)$")]
    private static partial Regex Doer();
}
