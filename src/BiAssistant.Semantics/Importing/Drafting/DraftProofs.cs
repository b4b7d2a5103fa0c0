using BiAssistant.Semantics.DataChecks;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Keys and links after the data has spoken: what it disproves is dropped and told with its counts, what nobody could ask is kept and told.</summary>
internal sealed class DraftProofs
{
    private readonly Dictionary<string, ClaimAnswer> _keys = [];
    private readonly Dictionary<string, ClaimAnswer> _parents = [];
    private readonly List<ImportRemark> _remarks = [];

    public DraftProofs(Seq<DraftTable> tables, DraftLinks links, Seq<ClaimAnswer> answers)
    {
        foreach (var answer in answers)
        {
            switch (answer.Claim)
            {
                case KeyClaim key:
                    _keys[KeyOf(key.Keyed.Name, key.Columns)] = answer;
                    break;
                case ParentClaim parent:
                    _parents[parent.Way.Name] = answer;
                    break;
            }
        }

        Tables = tables.Select(Proven).ToSeq();
        Links = Chosen(links.All.Where(l => Holds(l, links.Name(l))).ToList()).ToSeq();
    }

    public Seq<DraftTable> Tables { get; }

    public Seq<DraftLink> Links { get; }

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    private DraftTable Proven(DraftTable table)
    {
        if (table.Key.IsEmpty || !_keys.TryGetValue(KeyOf(table.Dataset, table.Key), out var answer))
        {
            return table;
        }

        var name = $"{table.Shown}.{string.Join(", ", table.Key)}";
        switch (answer.Finding)
        {
            case { Wrong: 0, Empty: 0 } proven when table.KeyIsGuessed:
                Say(RemarkKind.Guessed, proven.Rows == 0 ? $"{name} is taken for the primary key by its name; there are no rows to prove it." : $"{name} is taken for the primary key: it is filled and different in all {FindingWords.Count(proven.Rows)} rows.");
                return table;
            case { Wrong: 0, Empty: 0 }:
                return table;
            case { } broken:
                var why = broken.Wrong > 0 ? $"{FindingWords.Share(broken.Wrong, broken.Rows)} share their value with another" : $"{FindingWords.Share(broken.Empty, broken.Rows)} have no value";
                Say(table.KeyIsGuessed ? RemarkKind.LeftOut : RemarkKind.LookFirst, table.KeyIsGuessed ? $"{name} looks like a primary key, but is none: {why}." : $"{name} is declared the primary key, but {why}: the key is left out.");
                return table with { Key = [], KeyIsGuessed = false };
            case null when table.KeyIsGuessed:
                Say(RemarkKind.LookFirst, $"{name} is taken for the primary key by its name alone: {answer.Why}. 'check --against-data' proves it.");
                return table;
            default:
                return table;
        }
    }

    private bool Holds(DraftLink link, string name)
    {
        var lost = _keys.GetValueOrDefault(KeyOf(link.To.Dataset, link.ToColumns))?.Finding;
        if (lost is { Wrong: > 0 })
        {
            if (!(link.IsGuessed && link.To.KeyIsGuessed))
            {
                Say(link.IsGuessed ? RemarkKind.LeftOut : RemarkKind.LookFirst, $"{link.Shown} does not lead to {link.ShownTarget}: {FindingWords.Share(lost.Wrong, lost.Rows)} there share their value with another.");
            }

            // Of a key that was only guessed it is told already that it is none.
            return false;
        }

        var answer = _parents.GetValueOrDefault(name);
        if (!link.IsGuessed)
        {
            if (answer?.Finding is { Wrong: > 0 } orphans)
            {
                link.Optional = true;
                Say(RemarkKind.LookFirst, $"{link.Shown} is declared to lead to {link.ShownTarget}, but {FindingWords.Share(orphans.Wrong, orphans.Rows)} {FindingWords.Verb(orphans.Wrong, "finds", "find")} no row there: they are kept as optional.");
            }

            return true;
        }

        link.Optional = link.Columns.Any(c => link.From.Find(c)?.Column.Nullable ?? true);
        switch (answer)
        {
            case { Finding: { } found } when found.Wrong > found.Empty:
                Say(RemarkKind.LeftOut, $"{link.Shown} looks like a link to {link.ShownTarget}, but {FindingWords.Share(found.Wrong - found.Empty, found.Rows)} {FindingWords.Verb(found.Wrong - found.Empty, "finds", "find")} no row there. If they belong together all the same, add a relationship with 'optional: true'.");
                return false;
            case { Finding: { } found } when found.Rows == found.Empty:
                Say(RemarkKind.Guessed, $"{link.Shown} leads to {link.ShownTarget} by its name; no row has a value to prove it by.");
                return true;
            case { Finding: { } found }:
                link.Optional |= found.Empty > 0;
                Say(RemarkKind.Guessed, $"{link.Shown} leads to {link.ShownTarget}: {Found(found)}.");
                return true;
            case { Refused: true }:
                Say(RemarkKind.LeftOut, $"{link.Shown} looks like a link to {link.ShownTarget}, but the two cannot be compared: {answer.Why}.");
                return false;
            default:
                Say(RemarkKind.LookFirst, $"{link.Shown} leads to {link.ShownTarget} by its name alone: {answer?.Why ?? "it was not put to the data"}. 'check --against-data' proves it.");
                link.Optional = true;
                return true;
        }
    }

    /// <summary>Of several guesses for the same columns that all hold, the one to a declared key; none when that does not decide.</summary>
    private List<DraftLink> Chosen(List<DraftLink> links)
    {
        foreach (var rivals in links.Where(l => l.IsGuessed).GroupBy(l => (l.From.Dataset, string.Join('\u001f', l.Columns))).Where(g => g.Count() > 1).ToList())
        {
            var declared = rivals.Where(l => !l.To.KeyIsGuessed).ToList();
            var kept = declared.Count == 1 ? declared[0] : null;
            links = links.FindAll(l => !rivals.Contains(l) || l == kept);
            if (kept is null)
            {
                Say(RemarkKind.LookFirst, $"{rivals.First().Shown} may lead to {string.Join(" or ", rivals.Select(l => l.ShownTarget))}: nothing decides, so no relationship is drafted.");
            }
        }

        return links.FindAll(l => !links.Exists(whole => Implies(whole, l, links)));
    }

    /// <summary>A link by a whole key leads where a part of it would lead: through the row that it finds.</summary>
    private static bool Implies(DraftLink whole, DraftLink part, List<DraftLink> links) =>
        part.IsGuessed && part.Columns.Count == 1 && whole.Columns.Count > 1 && whole.From.Dataset == part.From.Dataset && whole.Columns.ToList().IndexOf(part.Columns[0]) is >= 0 and var at
        && links.Exists(l => l.From.Dataset == whole.To.Dataset && l.To.Dataset == part.To.Dataset && l.Columns.Count == 1 && l.Columns[0] == whole.ToColumns[at]);

    private static string Found(DataFinding found) => (found.Rows - found.Empty, found.Empty) switch
    {
        (1, 0) => "the only row finds its own",
        (var rows, 0) => $"all {FindingWords.Count(rows)} rows find theirs",
        (1, _) => "the only row that has a value finds its own",
        (var rows, _) => $"all {FindingWords.Count(rows)} rows that have a value find theirs",
    };

    private static string KeyOf(string dataset, Seq<string> columns) => $"{dataset} {string.Join('\u001f', columns.Order(StringComparer.Ordinal))}";

    private void Say(RemarkKind kind, string message) => _remarks.Add(new ImportRemark(kind, message));
}
