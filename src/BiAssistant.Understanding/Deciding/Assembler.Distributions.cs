using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Things told apart by a number that each of them has.</content>
internal sealed partial class Assembler
{
    private (EmptyOnesSense Sense, Phrase Phrase)? _emptyOnes;
    private FieldGrouping? _spread;

    /// <summary>"customers by number of orders": each number that customers have, and how many have it; those with none only where the question speaks of them.</summary>
    private void BreakDownByNumber()
    {
        if (_perNumber is null && HaveHowMany() is var (owners, ownerName, owned))
        {
            _measures.Clear();
            Spread(owners, ownerName, owned, plain: true);
        }
        else if (_perNumber is { Sense: PerNumberSense { Item: var number } } said)
        {
            var things = _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null, Dataset: { } thing } && NameOrKey(thing) is not null);
            var counted = _measures is [{ Measure: CountMeasure, Rows: { } rows }] ? rows : _measures is [{ Metric: { } metric }] && GrammarContext.IsCount(metric) ? _context.RootsOf(_measures[0]).FirstOrDefault() : null;
            var of = (things?.Sense as EntitySense)?.Dataset ?? counted;
            var roots = _context.RootsOf(number).ToList();
            if (_ranking is not null || _order is { Ranks: true } || of is null || NameOrKey(of) is not { } name || (_measures.Count > 0 && counted != of) || roots.Count == 0 || !roots.TrueForAll(r => r != of && _context.LeadsTo(r, of)))
            {
                Fail(ProblemKind.UnusedWords, said);
                return;
            }

            if (_measures.Count == 0)
            {
                _things.Remove(things!);
            }

            Spread(of, name, number, plain: _measures is not [{ Metric: { } some }] || _context.SameAsCount(of, timed: false, where: null) == some);
        }
        else if (_emptyOnes is { } nothing)
        {
            Fail(ProblemKind.UnusedWords, nothing.Phrase);
        }
    }

    /// <summary>Only those that have some are in the rows of what they have; the others are counted from their own rows.</summary>
    private void Spread(Dataset of, Field name, MeasureItem number, bool plain)
    {
        var grouping = new FieldGrouping(_context.Catalog.NameOf(name));
        var known = _periods.Count + _dated.Count == 0 ? CountKeptBy(of, number) : null;
        if (plain && known is null && _emptyOnes is not { Sense.Included: true })
        {
            _measures.Clear();
            AddMeasure(number);
            _groups.Insert(0, grouping);
            _spread = grouping;
            DropSome(number);
            if (_filters.Find(f => f.Said is { } value && HasOrLacks(value)) is { Said: { } had })
            {
                // "예약이 있는 고객사" tells of bookings, and not of a state.
                Fail(ProblemKind.UnusedWords, had);
            }

            if (_limits.Find(l => l.Item.Measure != number.Measure) is { } other)
            {
                Fail(ProblemKind.NothingToLimit, _sentence.Phrases.First(p => p.Sense == other));
                _limits.RemoveAll(l => l.Item.Measure != number.Measure);
            }

            return;
        }

        if (_measures.Count == 0)
        {
            AddMeasure(_context.CountOf(of));
        }

        AddGroup(known is null ? new MeasureGrouping(number.Measure, grouping) : new FieldGrouping(_context.Catalog.NameOf(known)));
    }

    /// <summary>"정비 건수별 차량 수 (정비를 한 번 이상 받은 차량만)": those who have none are not counted anyway.</summary>
    private void DropSome(MeasureItem number)
    {
        if (_times is [{ Sense: TimesSense { Operator: ComparisonOperator.GreaterOrEqual, Count: 1 } } once] && Before(once) is { Sense: EntitySense { Dataset: var some } } && _context.RootsOf(number).Contains(some))
        {
            _times.Clear();
            _cost += 0.2;
        }

        if (_perNumber is { } said)
        {
            // "주문 건수별 고객사 수, 주문이 있는 고객사만": the word that the number is called by.
            _filters.RemoveAll(f => f.Said is { } had && HasOrLacks(had) && string.Concat(_atoms.Skip(said.Start).Take(said.End - said.Start).Select(a => a.Raw)).StartsWith(string.Concat(_atoms.Skip(had.Start).Take(had.End - had.Start).Select(a => a.Raw)), StringComparison.Ordinal));
        }
    }

    /// <summary>What tells the rows apart: their name, or a key of one field.</summary>
    private static Field? NameOrKey(Dataset rows) => rows.NameField ?? (rows.PrimaryKey is [var key] ? rows.FindField(key) : null);

    /// <summary>The field in which the catalog itself keeps how many rows things have.</summary>
    private Field? CountKeptBy(Dataset of, MeasureItem number) => RowsCountedBy(number) is not { } rows ? null
        : of.Fields.FirstOrDefault(f => f is { Hidden: false, Rolled: { Expression: SqlColumn, Gathered: [{ Via: null, Call: { Name: "COUNT", Distinct: false, Filter: null }, Root: var root }] } } && root == rows);

    /// <summary>"how many vehicles have had how many jobs": each number of jobs, and how many vehicles have it.</summary>
    private (Dataset Owners, Field Name, MeasureItem Owned)? HaveHowMany() =>
        !IsKorean && _measures is [var first, var second] && OwnersCountedBy(first) is { NameField: { } name } owners && RowsCountedBy(second) is { } rows && owners != rows && _context.LeadsTo(rows, owners)
        && _sentence.Phrases.SelectMany(p => p.Leaves()).Count(l => l.Sense is CountWordSense) == 2 && _atoms.Any(a => a.Key is "have" or "had" or "has")
            ? (owners, name, second)
            : null;

    private Dataset? OwnersCountedBy(MeasureItem item) =>
        RowsCountedBy(item) ?? (_context.RootsOf(item).ToList() is [var root] ? root : null);

    /// <summary>How many of them have each number, by what the question breaks down by besides.</summary>
    private SemanticQuery OverNumbers(SemanticQuery draft)
    {
        if (_spread is null)
        {
            return draft;
        }

        var inner = OnlyMembersOf(Within(draft) with { OrderBy = [], Top = null });
        var names = OutputNames.Of(inner, _context.Catalog);
        return new SemanticQuery
        {
            Measures = [new RowsMeasure()],
            GroupBy = names.Groups.Skip(1).Append(names.Measures[0]).Select(g => (Grouping)new ColumnGrouping(g)).ToSeq(),
            Over = inner,
        };
    }

    /// <summary>"of those who ordered in May, how many placed one order, two orders, …": the orders of May are counted.</summary>
    private SemanticQuery Within(SemanticQuery draft)
    {
        var parts = draft.Where switch { null => [], AllOf all => all.Conditions, var one => [one] };
        var root = _measures is [var number] && _context.RootsOf(number).ToList() is [var only] ? _context.Catalog.NameOf(only) : null;
        if (parts.FirstOrDefault(c => c is RelatedExists { Negated: false, Rows: { Where: null, Period: var when } rows } && rows.Dataset == root && (when is null || when == draft.Period)) is { } some)
        {
            // Who has none has no row to be counted by.
            parts = parts.Where(c => c != some).ToSeq();
            draft = draft with { Where = parts.Count switch { 0 => null, 1 => parts[0], _ => new AllOf(parts) } };
        }

        return draft.Period is null && parts.OfType<RelatedExists>().FirstOrDefault(r => r is { Negated: false, Rows: { Where: null, Period: not null } } && r.Rows.Dataset == root) is { } had
            ? draft with { Period = had.Rows.Period, Where = parts.Where(p => p != had).ToSeq() is { Count: > 0 } rest ? rest.Count == 1 ? rest[0] : new AllOf(rest) : null }
            : draft;
    }
}
