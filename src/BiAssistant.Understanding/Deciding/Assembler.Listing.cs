using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Rows that are wanted one by one, and things told apart by a number that each of them has.</content>
internal sealed partial class Assembler
{
    /// <summary>"customers by number of orders": each number that customers have, and how many have it.</summary>
    private void BreakDownByNumber()
    {
        if (_perNumber is not { Sense: PerNumberSense { Item: var number } } said)
        {
            return;
        }

        var things = _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null, Dataset.NameField: not null });
        var counted = _measures is [{ Measure: CountMeasure, Rows: { } rows }] ? rows : _measures is [{ Metric: { } metric }] && GrammarContext.IsCount(metric) ? _context.RootsOf(_measures[0]).FirstOrDefault() : null;
        var of = (things?.Sense as EntitySense)?.Dataset ?? counted;
        var roots = _context.RootsOf(number).ToList();
        if (_ranking is not null || of?.NameField is not { } name || (_measures.Count > 0 && counted != of) || roots.Count == 0 || !roots.TrueForAll(r => r != of && _context.LeadsTo(r, of)))
        {
            Fail(ProblemKind.UnusedWords, said);
            return;
        }

        if (_measures.Count == 0)
        {
            _things.Remove(things!);
            AddMeasure(_context.CountOf(of));
        }

        AddGroup(new MeasureGrouping(number.Measure, new FieldGrouping(_context.Catalog.NameOf(name))));
    }

    /// <summary>A list of rows where no number is asked for: "list the open tickets", "which tickets are open", "tickets with their site".</summary>
    private Reading? ListRows()
    {
        var asked = _asked && _groups is [FieldGrouping only] && _context.Catalog.FindField(only.Field) is { } field && field == field.Dataset.NameField && _filters.Count + _dated.Count > 0 ? field.Dataset : null;
        // "list the complaints", where there is also a number of complaints.
        var counted = (_listed is not null || _newest is not null || _attributes.Count > 0) && _measures is [{ } one] && (one.Measure is CountMeasure || one.Metric is { Formula: Semantics.Metrics.AggregateFormula { Call: { Name: "COUNT", Distinct: false } } }) ? _context.RootsOf(one).ToList() : [];
        if ((counted.Count == 1 ? 0 : _measures.Count) + _counts.Count + _aggregates.Count + _mosts.Count + _trends.Count + _limits.Count + _compared.Count + _operations.Count + _bare.Count > 0 || _ranking is { Sense: not RankingSense } || _basis is not null
            || (_listed is null && _attributes.Count == 0 && _newest is null && asked is null))
        {
            return null;
        }

        var ranked = (_ranking?.Sense as RankingSense)?.Of ?? (_counted?.Sense as CountedSense)?.Of;
        var head = asked ?? counted.FirstOrDefault() ?? (_things.FirstOrDefault(t => t.Sense is EntitySense { Via: null })?.Sense as EntitySense)?.Dataset ?? DatasetOf(ranked) ?? RowsWithConditions(alsoThings: true);
        if (head is null || _groups.OfType<TimeGrouping>().Any() || (asked is null && _groups.Count > 0) || (ranked is not null && DatasetOf(ranked) != head))
        {
            return null;
        }

        var shown = new List<FieldGrouping>();
        foreach (var thing in _things.Where(t => t.Sense is not EntitySense { Via: null } entity || entity.Dataset != head))
        {
            if (Grammar.Rules.Attributes.Shown(thing.Sense, _context) is { } attribute)
            {
                shown.Add(attribute);
                _cost += 0.4;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, thing);
            }
        }

        shown.AddRange(_attributes);
        if (shown.Count > 0)
        {
            var self = Identity(head).Where(f => !shown.Exists(s => s.Field == f.Field)).ToList();
            shown = [.. self, .. shown.Distinct()];
        }

        foreach (var link in _links.Concat(_nows).Concat(_units))
        {
            Fail(ProblemKind.UnusedWords, link);
        }

        var draft = new SemanticQuery { Listing = new Listing(_context.Catalog.NameOf(head), shown.ToSeq()), Where = Conditions() };
        var period = PeriodOf(new SemanticQuery { Measures = [new CountMeasure(_context.Catalog.NameOf(head))] });
        draft = draft with { Period = period, Where = Conditions() };
        var count = (_ranking?.Sense as RankingSense)?.Count ?? (_counted?.Sense as CountedSense)?.Count;
        if (_newest is { Sense: NewestSense { Newest: var newest, Count: var several } } && head.DefaultTime is { } clock)
        {
            var name = _context.Catalog.NameOf(clock);
            var fields = shown.Count > 0 ? shown : [.. Identity(head)];
            fields = fields.Exists(f => f.Field == name) ? fields : [.. fields, new FieldGrouping(name)];
            draft = draft with { Listing = new Listing(_context.Catalog.NameOf(head), fields.ToSeq()) };
            draft = draft with { OrderBy = [new Ordering(clock.Name, newest)], Top = (several ?? count ?? (IsPlural(head) ? null : 1)) is { } rows ? new Top(rows) : null };
        }
        else if (count is not null || _ranking is not null || _newest is not null || _order is not null)
        {
            Fail(ProblemKind.NothingToRank, _ranking ?? _counted ?? _newest ?? _sentence.Phrases[0]);
        }

        return new Reading(draft, _cost + (_listed is null ? 0.4 : 0), _sentence, _problems);
    }

    /// <summary>"the latest orders" are all of them, newest first; "the latest order" is one.</summary>
    private bool IsPlural(Dataset head) => _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l =>
        (l.Sense is EntitySense entity && entity.Dataset == head || l.Sense is MetricSense) && _atoms[l.End - 1] is { Kind: Tokens.AtomKind.Word } last && last.Raw.EndsWith('s') && !last.Raw.Equals(last.Key, StringComparison.OrdinalIgnoreCase));

    private Dataset? DatasetOf(Grouping? grouping) => grouping is FieldGrouping field && _context.Catalog.FindField(field.Field) is { } known && known == known.Dataset.NameField ? known.Dataset : null;

    /// <summary>What tells a row from the others: its name, else its key.</summary>
    private IEnumerable<FieldGrouping> Identity(Dataset rows) =>
        rows.NameField is { } name ? [new FieldGrouping(_context.Catalog.NameOf(name))] : rows.PrimaryKey.Select(rows.FindField).OfType<Field>().Select(k => new FieldGrouping(_context.Catalog.NameOf(k)));
}
