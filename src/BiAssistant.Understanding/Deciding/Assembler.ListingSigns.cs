using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Understanding.Deciding;

/// <content>What says that rows are wanted one by one.</content>
internal sealed partial class Assembler
{
    /// <summary>"who earns more than the average": those whom all that is said is about.</summary>
    private Dataset? PersonsAsked() =>
        _atoms[0].Key == "who" && _groups.Count == 0 && _things.TrueForAll(t => t.Sense is not EntitySense) && _filters.Exists(f => f.Condition is FieldAgainstMeasure or FieldComparison) && _filters.Select(f => f.Of).Distinct().ToList() is [{ NameField: not null } people] && Persons.IsPerson(people) ? people : null;

    /// <summary>"list who works at the harbour": those whom the verb is about, where nobody is named; the way that it goes tells where they are.</summary>
    private Dataset? PersonsDoing()
    {
        if (_things.Exists(t => t.Sense is EntitySense) || _links.Find(l => l.Sense is LinkSense { Reverse: false, Way.From.NameField: not null } && _atoms.Take(l.Start + 1).Any(a => a.Key == "who")) is not { Sense: LinkSense { Way: var way } } said)
        {
            return null;
        }

        var at = _filters.FindIndex(f => f.Value is { Via: null, Negated: false } place && place.Field.Dataset == way.To && f.Said is { } where && where.Start >= said.End);
        if (at < 0)
        {
            return null;
        }

        var there = _filters[at].Value! with { Via = _context.NameOf(way) };
        _filters[at] = (there.ToCondition(_context.Catalog), _filters[at].Of, there, _filters[at].Said);
        _links.Remove(said);
        return way.From;
    }

    /// <summary>"which customers …", "고객사는 어디": the things are asked for; "customers whose …" merely goes on.</summary>
    private bool AsksFirst() => IsKorean || _sentence.Phrases.Where(p => p.Sense is BreakdownSense { Asked: true }).All(p => p.Leaves().First().Sense is WhichSense);

    /// <summary>"show me the parcels that …": the word that wants to see the rows themselves; null where there is none.</summary>
    private Phrase? ShowsRows()
    {
        var first = _atoms.Take(4).ToList().FindIndex(a => a.Key is "show" or "give" or "find" or "display" or "get" or "pull");
        if (IsKorean || first < 0 || _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is CountWordSense or AggregateSense))
        {
            return null;
        }

        var that = Enumerable.Range(first, _atoms.Count - first).FirstOrDefault(i => _atoms[i].Key is "that" or "who" or "which" or "whose", -1);
        return that < 0 ? null : _sentence.Phrases.SelectMany(p => p.Leaves()).FirstOrDefault(l => l.End == that && (l.Sense is EntitySense { Via: null } || (l.Sense is MetricSense metric && GrammarContext.RowsOf(metric.Metric) is not null)));
    }

    /// <summary>"shops without a car park": named things that are told by what they themselves have or lack, and nothing that asks for a number of them.</summary>
    private bool IsNameOnly(int at, Dataset head) =>
        (IsKorean ? HeadNamed(_sentence.Phrases[^1]).Of == head && _filters.Exists(f => IsOwnLimit(f.Condition, head)) : IsPlural(head) && _sentence.Phrases.TakeWhile(p => p.End <= at).All(p => p.Sense is ValueSense))
        && _periods.Count + _related.Count(r => !r.Sense.Negated || IsKorean) + _links.Count + _measures.Count == 0
        && ((_dated.Count == 0 && at == 0 && _filters.TrueForAll(f => (f.Value is null && IsLimit(f.Condition)) || f.Condition is FieldEmpty { Negated: false } || (f.Value is { Field: { Values.Count: 2 } or { Type.Kind: SqlTypeKind.Boolean } } flag && flag.Field.Dataset == head)))
            || (_filters.Exists(f => IsOwnLimit(f.Condition, head)) && _filters.TrueForAll(f => f.Of == head) && _dated.TrueForAll(d => d.Sense.Field.Dataset == head)))
        && !_sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is CountWordSense or AggregateSense or MetricSense or MeasuresSense);

    private static bool IsLimit(Condition condition) => condition is FieldComparison { Operator: not (ComparisonOperator.Equal or ComparisonOperator.NotEqual) };

    private bool IsOwnLimit(Condition condition, Dataset head) => IsLimit(condition) && _context.Catalog.FindField(((FieldComparison)condition).Field)?.Dataset == head;

    /// <summary>"show me …", "… 보여 줘", and no word of a number.</summary>
    private bool Shows() => !_sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is CountWordSense or AggregateSense or MetricSense or MeasuresSense)
        && (IsKorean ? Enumerable.Range(1, _atoms.Count - 1).Any(i => _atoms[i - 1].Raw == "보" && _atoms[i].Raw == "여") : _atoms.Take(4).Any(a => a.Key is "show" or "display"));

    /// <summary>"lanes: origin, destination", "화물의 번호와 고객사": things one after the other that no number is asked of.</summary>
    private bool IsEnumeration() => _joined.Count > (IsKorean || _joined.Exists(j => _atoms[j.Start].Raw == ":") || NamesAttributes() ? 0 : 1);

    /// <summary>"plate number and tank capacity of the electric tankers": the name of things, and something that each of them has.</summary>
    private bool NamesAttributes() => _joined is [{ Sense: JoinedSense { Or: false, Inner: FieldSense { Via: null, Field: var more } } } joined]
        && Before(joined) is { Sense: FieldSense { Via: null, Field: var name } } first && first.End == joined.Start && name.Dataset == more.Dataset && name == name.Dataset.NameField && first == _sentence.Phrases[0];
}
