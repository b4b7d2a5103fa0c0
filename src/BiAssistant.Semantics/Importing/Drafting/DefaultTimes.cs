using System.Collections.Frozen;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>The time that tables are asked by: their own, or for rows that are details of something, that of the thing.</summary>
internal sealed class DefaultTimes
{
    private const int OfCreation = 3;

    private static readonly FrozenSet<string> Beginnings = "opened hired joined registered launched built enrolled founded established admitted released signed".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Field, int Rank)> _own = [];
    private readonly Dictionary<string, string> _inherited = [];
    private readonly List<ImportRemark> _remarks = [];

    public DefaultTimes(Seq<DraftTable> tables, DraftLinks links, Func<DraftTable, ColumnHabits, SqlType?> typeOf)
    {
        foreach (var table in tables)
        {
            Own(table, typeOf);
        }

        foreach (var table in tables.Where(t => !_own.TryGetValue(t.Dataset, out var own) || own.Rank >= OfCreation))
        {
            FromParent(table, links);
        }
    }

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    /// <summary>The default time of a dataset as the catalog says it; null when it has none.</summary>
    public string? Of(DraftTable table) => _inherited.GetValueOrDefault(table.Dataset) ?? (_own.TryGetValue(table.Dataset, out var own) ? table.Find(own.Field)?.Field : null);

    private void Own(DraftTable table, Func<DraftTable, ColumnHabits, SqlType?> typeOf)
    {
        var times = table.Columns
            .Select(c => c with { Column = c.Column with { Type = typeOf(table, c) } })
            .Select(c => (Column: c, Rank: c.EventRank(table.One)))
            .Where(c => c.Rank is not null)
            .OrderBy(c => c.Rank)
            .ToList();
        if (times is [var best, .. var others])
        {
            _own[table.Dataset] = (best.Column.Column.Name, best.Rank ?? 0);
            var rivals = others.Where(o => o.Rank < OfCreation).Select(o => o.Column.Column.Name).ToList();
            if (rivals.Count > 0)
            {
                _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"Rows of {table.Shown} are asked by {best.Column.Column.Name}, not by {string.Join(", ", rivals)}: 'default_time' says another."));
            }
            else if (best.Rank >= OfCreation)
            {
                _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"Rows of {table.Shown} are asked by {best.Column.Column.Name}, when they were entered, since nothing else says when they happened."));
            }
        }
    }

    /// <summary>Rows without a time are of the time of the one event that each of them belongs to; of several, that whose key is part of theirs, or whose name begins theirs.</summary>
    private void FromParent(DraftTable table, DraftLinks links)
    {
        var events = links.Of(table).Where(l => !l.IsSelf && !l.Optional && HappensOnce(l.To)).ToList();
        var parents = events.Count == 1 && !_own.ContainsKey(table.Dataset) ? events : events
            .FindAll(l => (table.Key.Count > l.Columns.Count && l.Columns.All(table.Key.Contains)) || table.One.StartsWith($"{l.To.One} ", StringComparison.Ordinal));
        if (parents is not [var parent])
        {
            return;
        }

        var ways = links.Of(table).Count(l => l.To.Dataset == parent.To.Dataset);
        var field = parent.To.Find(_own[parent.To.Dataset].Field)?.Field;
        _inherited[table.Dataset] = $"{(ways > 1 ? links.Name(parent) : parent.To.Dataset)}.{field}";
        _remarks.Add(new ImportRemark(RemarkKind.Guessed, $"Rows of {table.Shown} are asked by {parent.To.Shown}.{_own[parent.To.Dataset].Field}, as details of {parent.To.Shown}."));
    }

    /// <summary>Whether a row is an event at its time, and not a thing that began to be there on some day: a shop that opened, an employee who was hired.</summary>
    private bool HappensOnce(DraftTable table) => _own.TryGetValue(table.Dataset, out var own) && own.Rank < OfCreation
        && !(table.Find(own.Field) is { } time && (time.Kind == SqlTypeKind.Date || time.IsText) && time.Name.Words.Any(w => Beginnings.Contains(w) || Beginnings.Contains(DateVerbs.Of(time.Name) ?? "")));
}
