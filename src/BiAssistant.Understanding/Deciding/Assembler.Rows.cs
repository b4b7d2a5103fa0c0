using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>Rows that are spoken of without a number: what is counted, how they hang together, and which groups are members at all.</content>
internal sealed partial class Assembler
{
    /// <summary>Whether what is counted was concluded from conditions, not said.</summary>
    private bool _concluded;

    /// <summary>
    /// "complaints from Busan in May", "late orders": rows of one kind under conditions are counted. A thing by itself, or one that is looked for, is no number.
    /// </summary>
    private void CountRowsInQuestion()
    {
        if (_measures.Count == 0 && _lightVerbs.Count > 0 && AsksHowMuch && _atoms.Any(a => a.Key == "much") && _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null } && t.Start > _lightVerbs[0].End) is { Sense: EntitySense { Dataset: var paid } } rowsPaid && MoneyOf(paid) is { } money)
        {
            // "how much did we pay out in refunds": the money of those rows.
            _things.Remove(rowsPaid);
            AddMeasure(money);
            _cost += 0.6;
        }

        if (_measures.Count > 0 || _ranking is not null || _basis is not null || _limits.Count > 0 || _order is not null || _counted is not null || _listed is not null || (AsksHowMuch && _atoms.Any(a => a.Key == "much")))
        {
            // "how much did women claim" asks for no number of claims.
            return;
        }

        var grouped = _groups.Count > 0 || _trends.Count > 0;
        if (_filters.Count + _dated.Count + _periods.Count + _related.Count > 0 && RowsWithConditions(alsoThings: !grouped) is { } rows)
        {
            _things.RemoveAll(t => t.Sense is EntitySense { Via: null } entity && entity.Dataset == rows);
            AddMeasure(_context.CountOf(rows));
            _concluded = true;
            _cost += 1.5;
        }
    }

    /// <summary>"the most urgent orders": the rows that meet the conditions are counted and ranked by.</summary>
    private void RankByRows()
    {
        foreach (var phrase in _mosts)
        {
            if (_measures.Count == 0 && RowsWithConditions(alsoThings: false) is { } rows)
            {
                var count = _context.CountOf(rows);
                AddMeasure(count);
                SetRanking(new Phrase(phrase.Start, phrase.End, new ExtremeMeasureSense(count, ((ExtremeSense)phrase.Sense).High, false, true), phrase.Cost, phrase));
                _cost += 0.6;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>
    /// The things that a condition names itself ("large orders" as a term of the glossary, "orders delivered in May") or that stand beside it. Of several
    /// it is the one that the phrase is about: the first in a language that says "orders of customers", the last in one that puts it behind. Its rows must lead to the others.
    /// </summary>
    private Dataset? RowsWithConditions(bool alsoThings)
    {
        var named = _sentence.Phrases
            .Select(p => p.Sense switch
            {
                EntitySense { Via: null } entity when alsoThings => entity.Dataset,
                ConditionSense { Condition: TermCondition, Of: { } of } => of,
                ConditionSense { Of: { } of } when Names(p, of) => of,
                DatedSense { Field.Dataset: var of } when Names(p, of) => of,
                ValueSense { Field.Dataset: var of } when Names(p, of) => of,
                _ => null,
            })
            .OfType<Dataset>()
            .Distinct()
            .ToList();
        var conditions = _filters.Select(f => f.Of).Concat(_dated.Select(d => d.Sense.Field.Dataset)).OfType<Dataset>().Concat(named).ToList();
        var head = _atoms.Any(a => a.Kind == AtomKind.Syllable) ? named.LastOrDefault() : named.FirstOrDefault();
        return head is not null && conditions.TrueForAll(o => _context.Reaches(head, o)) ? head : null;
    }

    private static bool Names(Phrase phrase, Dataset dataset) => phrase.Leaves().Any(l => l.Sense is EntitySense { Via: null } entity && entity.Dataset == dataset);

    /// <summary>Verbs between two things choose the way; one that joins nothing in the question is not understood, unless it is true of every row.</summary>
    private SemanticQuery Linked(SemanticQuery draft)
    {
        foreach (var phrase in _links)
        {
            var link = (LinkSense)phrase.Sense;
            var way = link.Way;
            var spoken = _groups.OfType<FieldGrouping>().Select(g => _context.Catalog.FindField(g.Field)?.Dataset).Concat(_filters.Select(f => f.Of)).OfType<Dataset>().ToList();
            var starts = _measures.SelectMany(_context.RootsOf).Any(r => _context.Reaches(r, way.From));
            if (link is { Reverse: false } && way is { Optional: true, To.NameField: { } name } && starts && !spoken.Exists(d => d != way.From && _context.Reaches(way.To, d)))
            {
                // "customers who were referred": those that lead somewhere on that way.
                draft = Also(draft, [new FieldEmpty(_context.Catalog.NameOf(name), Negated: true, _context.NameOf(way))]);
                _cost += 1.2;
                continue;
            }

            if (!starts || link.IsAmongOneKind || (way.Optional && !spoken.Exists(d => _context.Reaches(way.To, d))))
            {
                Fail(ProblemKind.UnusedWords, phrase);
                continue;
            }

            _cost += 0.2;
            var others = _context.Catalog.Relationships.Count(r => r.From == way.From && r.To == way.To);
            draft = others > 1 ? Ways.Take(draft, way, _context.Catalog) : draft;
        }

        return draft;
    }

    /// <summary>A ranking or a threshold is about members: rows that lead to none are not one of them, while a plain breakdown shows them.</summary>
    private SemanticQuery OnlyMembers(SemanticQuery draft)
    {
        if (draft.Top is null && draft.Having is null)
        {
            return draft;
        }

        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        var known = draft.GroupBy.OfType<FieldGrouping>()
            .Where(g => _context.Catalog.FindField(g.Field) is { } field && roots.Exists(r => _context.MayMiss(r, field.Dataset, g.Via)))
            .Select(g => (Condition)new FieldEmpty(g.Field, Negated: true, g.Via))
            .ToSeq();
        return Also(draft, known);
    }

    private static SemanticQuery Also(SemanticQuery draft, Seq<Condition> conditions) => draft with
    {
        Where = (draft.Where, conditions.Count) switch
        {
            (_, 0) => draft.Where,
            (null, 1) => conditions[0],
            (null, _) => new AllOf(conditions),
            (AllOf all, _) => new AllOf(all.Conditions.AddRange(conditions)),
            ({ } one, _) => new AllOf(new[] { one }.Concat(conditions).ToSeq()),
        },
    };
}
