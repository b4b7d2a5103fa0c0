using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Words that mean something only in the construction they stand in: each has to find it, or is a problem of the reading.</content>
internal sealed partial class Assembler
{
    private readonly List<Phrase> _partVerbs = [];
    private readonly List<Phrase> _during = [];
    private ShareLimitSense? _shareLimit;
    private Phrase? _shareLimitSaid;
    private Phrase? _shareWhole;

    private bool TakeConstruction(Phrase phrase)
    {
        switch (phrase.Sense)
        {
            case PartVerbSense:
                _partVerbs.Add(phrase);
                return true;
            case DuringSense:
                _during.Add(phrase);
                return true;
            case WindowedSense windowed when IsModifier(phrase):
                AddMeasure(windowed.Item);
                _operations.Add(new Phrase(phrase.Start, phrase.End, new RollingSense(WindowTake.Total, new Span(windowed.Count, windowed.Grain)), phrase.Cost, phrase));
                return true;
            case ShareLimitSense limit when _shareLimit is null:
                (_shareLimit, _shareLimitSaid) = (limit, phrase);
                return true;
            case ShareWholeSense when _shareWhole is null:
                _shareWhole = phrase;
                return true;
            case ShareLimitSense or ShareWholeSense or WindowedSense:
                Fail(ProblemKind.UnusedWords, phrase);
                return true;
            default:
                return false;
        }
    }

    /// <summary>"28-day": the unit in the singular behind a number makes them one word.</summary>
    private bool IsModifier(Phrase windowed) =>
        windowed.Leaves().FirstOrDefault(l => l.Sense is GrainSense) is { } unit && _atoms[unit.End - 1] is { Kind: Tokens.AtomKind.Word } atom && atom.Raw.Equals(atom.Key, StringComparison.OrdinalIgnoreCase);

    private void SettleConstructions()
    {
        if (_shareLimit is { } limit && _shareLimitSaid is { } least && (!limit.Bare || ShareSaid() is null))
        {
            if (!limit.Bare || (least.End < _atoms.Count && _atoms[least.End].Key == "of"))
            {
                _operations.Add(new Phrase(least.Start, least.End, new ShareSense(Rate: true), least.Cost, least));
            }
            else
            {
                Fail(ProblemKind.UnusedWords, least);
            }
        }

        foreach (var held in _sentence.Phrases.Where(p => p.Sense is MeasuresSense { Items: [{ Metric: null, Field: not null }] } or FieldSense or BreakdownSense { Groupings: [FieldGrouping] } && p.Leaves().Any(l => l.Sense is FieldSense && HasOrLacks(l)) && !p.Leaves().Any(l => l.Sense is WhichSense)))
        {
            // "한도가 있는 기업": a condition, and no number.
            Fail(ProblemKind.UnusedWords, held);
        }

        // "massages, with planned minutes and price": rather what is shown beside them than averages.
        _cost += _sentence.Phrases.Any(p => p.Start > 0 && _atoms[p.Start - 1].Key == "with" && p.Sense is MeasuresSense { Items: [{ Metric: null, Field: not null }, ..] } measures && measures.Items.All(i => i.Field is not null) && !p.Leaves().Any(l => l.Sense is AggregateSense)) ? 0.6 : 0;
        foreach (var phrase in _during)
        {
            if (ChangesSaid.Any() || OfGrowth() is not null || _operations.Exists(p => p.Sense is AgainstSense))
            {
                // "growth over 2023" is growth since then.
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else
            {
                _periods.Add(new Phrase(phrase.Start, phrase.End, ((DuringSense)phrase.Sense).Period, phrase.Cost, phrase));
            }
        }

        foreach (var verb in _partVerbs.Where(v => ShareSaid() is null || (IsKorean ? Before(v) : After(v))?.Sense is not (ValueSense or ConditionSense)))
        {
            Fail(ProblemKind.UnusedWords, verb);
        }

        // "cumulative revenue of the year by 30 June": gathered since the start of the year.
        if (_operations.FindIndex(p => p.Sense is RunningSense) is >= 0 and var running && _things.Find(t => t.Sense is GrainSense && t.Start > 1 && _atoms[t.Start - 1].Key is "the" && _atoms[t.Start - 2].Key is "of" or "for" or "in") is { Sense: GrainSense unit } of)
        {
            _things.Remove(of);
            _operations[running] = new Phrase(_operations[running].Start, of.End, new ToDateOfSense(unit.Grain), _operations[running].Cost, _operations[running]);
        }
    }

    /// <summary>"until 30 June" of what is gathered to each day, where no periods are told apart: as it stands on that day.</summary>
    private MomentSense? UntilStanding(Sense period) =>
        period is RangeSense { ToIsBefore: false, FromIsAfter: false, To: { } to } range && !_groups.OfType<TimeGrouping>().Any()
        && (range.From is null ? _operations.Exists(o => o.Sense is ToDateOfSense) || AllGatheredToDate() : AllGatheredToDate() && range.From is DateSense { HasYear: true, Quarter: null, Month: null, Day: null, Half: null, Fiscal: false } year && to is DateSense { Month: not null } end && (end.HasYear ? end.Year == year.Year && end.YearsAgo == year.YearsAgo : true))
            ? new MomentSense(range.From is DateSense { } whole && to is DateSense { HasYear: false } part ? part with { Year = whole.Year, YearsAgo = whole.YearsAgo } : to, false, false)
            : null;

    private bool AllGatheredToDate() => _measures.Count > 0 && _measures.TrueForAll(m => m.Metric is CumulativeMetric { ToDate: not null });

    /// <summary>A value of a field that the answer is broken down by on one of several ways is meant on that way.</summary>
    private void ReachAsBrokenDown()
    {
        for (var i = 0; i < _filters.Count && _links.Count == 0; i++)
        {
            if (_filters[i] is { Value: { Via: null } value } && _groups.OfType<FieldGrouping>().Where(g => g.Field == _context.Catalog.NameOf(value.Field)).ToList() is [{ Via: { } via }])
            {
                var meant = value with { Via = via };
                _filters[i] = (meant.ToCondition(_context.Catalog), _filters[i].Of, meant, _filters[i].Said);
            }
        }
    }
}
