using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>The one period of a question, and the dates that have a period of their own.</content>
internal sealed partial class Assembler
{
    private Period? PeriodOf(SemanticQuery draft)
    {
        var resolver = new PeriodResolver(_now, QueryCalendar.Of(draft, _context.Catalog));
        GivePeriodToVerb();
        Period? result = null;
        // "year-to-date revenue by month, this year" gathers; the year is said once.
        _cost += _periods.Count > 1 && _groups.OfType<TimeGrouping>().Any() && _periods.Exists(p => p.Sense is RelativePeriodSense && _atoms[p.End - 1].Raw is "date") ? 0.5 : 0;
        if (_periods is [var year, { Sense: RangeSense } since] && year.End == since.Start && (year.Sense is RelativePeriodSense || !_operations.Exists(o => o.Sense is RunningSense)))
        {
            // "올해 4월 이후" is one date.
            _cost += 0.5;
        }

        if (_periods is [var one, var other] && (Begun(one, other, resolver, draft) ?? Begun(other, one, resolver, draft)) is { } begun)
        {
            return begun;
        }

        foreach (var phrase in _periods)
        {
            if (result is not null)
            {
                Fail(ProblemKind.SeveralPeriods, phrase);
                return result;
            }

            if (phrase.Sense is PeriodListSense list)
            {
                // "2023 against 2024, by region": one beside the other.
                var apart = list.Periods.Count == 2 && _groups.Exists(g => g is FieldGrouping) && (_operations.Exists(o => o.Sense is CompareSense) || _aparts.Exists(a => a.Sense is ApartSense { Splits: true }) || phrase.Leaves().Any(l => l.Sense is VersusSense) || _sentence.Phrases.Any(p => p.Sense is NumberInPeriodsSense));
                if (apart && EachPeriodApart(resolver.Each(list)))
                {
                    return null;
                }

                if (resolver.Resolve(list) is not { } whole)
                {
                    if (EachPeriodApart(resolver.Each(list)))
                    {
                        return null;
                    }

                    Fail(ProblemKind.SeveralPeriods, phrase);
                    return null;
                }

                result = whole.Whole;
                if (!_groups.OfType<TimeGrouping>().Any())
                {
                    AddGroup(new TimeGrouping(whole.Grain));
                }
            }
            else
            {
                result = (phrase.Sense as MomentSense ?? UntilStanding(phrase.Sense)) is { } moment ? Standing(moment, resolver) : resolver.Resolve(phrase.Sense);
                if (result is RelativePeriod { Kind: RelativePeriodKind.Past, Grain: not (TimeGrain.Hour or TimeGrain.Day) } past && _groups.Contains(new TimeGrouping(past.Grain)))
                {
                    // "the past three quarters by quarter": whole ones.
                    result = past with { Kind = RelativePeriodKind.Last };
                }

                if (result is null)
                {
                    Fail(ProblemKind.NoSuchPeriod, phrase);
                }
                else if (IsOfNextNumber(phrase, result, QueryCalendar.Of(draft, _context.Catalog)))
                {
                    return null;
                }
            }
        }

        // A period right beside a date that has its own most likely belongs to that date.
        _cost += _dated.Count > 0 && _periods.Count > 0 ? 0.6 : 0;
        foreach (var (dated, phrase) in _dated)
        {
            _cost += FarVerb(dated.Field);
            if (resolver.Resolve(dated.Period) is not { } period)
            {
                Fail(ProblemKind.NoSuchPeriod, phrase);
            }
            else if (result is null && _measures.Count > 0 && _measures.TrueForAll(m => GoesBy(m, _context.Catalog.NameOf(dated.Field))))
            {
                // The date is the one that the numbers go by anyway.
                result = period;
            }
            else if (result is not null && _measures.Count > 0 && _measures.TrueForAll(m => GoesBy(m, _context.Catalog.NameOf(dated.Field))))
            {
                // One date cannot lie in two periods.
                Fail(ProblemKind.SeveralPeriods, phrase);
            }
            else
            {
                _filters.Add((new FieldPeriod(_context.Catalog.NameOf(dated.Field), period), dated.Field.Dataset, null, phrase));
            }
        }

        if (result is not null)
        {
            // "paid by card in May": rows of the period have that date anyway.
            _filters.RemoveAll(f => f.Condition is FieldEmpty { Negated: true, Via: null } known && _measures.Count > 0 && _measures.TrueForAll(m => GoesBy(m, known.Field)));
        }

        if (result is not null && _filters.Find(f => f.Condition is FieldEmpty { Negated: false, Via: null } missing && _measures.Count > 0 && _measures.TrueForAll(m => GoesBy(m, missing.Field))) is { Said: { } never })
        {
            // What has no such date is in no period of it.
            Fail(ProblemKind.Contradiction, never);
        }

        if (result is not null && _groups.OfType<TimeGrouping>().ToList() is [{ Field: { } field }] && !_measures.TrueForAll(m => GoesBy(m, field)))
        {
            // "by arrival month in 2024": the year is that of the arrivals, and the numbers' own clock is left open.
            _filters.Add((new FieldPeriod(field, result), _context.Catalog.FindField(field)?.Dataset, null, null));
            return new AbsolutePeriod(null, null);
        }

        return result;
    }

    /// <summary>"고객 수, 2025년 매출": a period between two numbers is that of the second.</summary>
    private bool IsOfNextNumber(Phrase said, Period period, BusinessCalendar calendar)
    {
        if (_periods.Count > 1 || _dated.Count + _operations.Count + _limits.Count + _compared.Count > 0 || _ranking is not null || _basis is not null || _order is not null || _groups.OfType<TimeGrouping>().Any()
            || After(said) is not { Sense: MeasuresSense own } next || next.Start != said.End || !(Before(said)?.Sense is MeasuresSense or JoinedSense { Inner: MeasuresSense })
            || Periods.Resolve(period, _now, calendar) is not { } span || !own.Items.All(_measures.Contains) || _measures.Count == own.Items.Count)
        {
            return false;
        }

        for (var i = 0; i < _measures.Count; i++)
        {
            _measures[i] = own.Items.Contains(_measures[i]) ? _measures[i] with { Measure = new PeriodMeasure(_measures[i].Measure, span) } : _measures[i];
        }

        _cost += 0.2;
        return true;
    }

    /// <summary>"in 2023, starting in May", "2023년 5월부터": where in a period its part begins.</summary>
    private Period? Begun(Phrase whole, Phrase start, PeriodResolver resolver, SemanticQuery draft)
    {
        if (start.Sense is not RangeSense { From: DateSense first, To: null, FromIsAfter: false } || whole.Sense is not (DateSense or RelativePeriodSense or RangeSense { To: not null }))
        {
            return null;
        }

        var calendar = QueryCalendar.Of(draft, _context.Catalog);
        return resolver.Resolve(whole.Sense) is { } said && Periods.Resolve(said, _now, calendar) is { From: { } from, To: { } to }
            && resolver.Resolve(first.HasYear ? first : first with { Year = from.Year }) is { } part && Periods.Resolve(part, _now, calendar) is { From: { } begins } && from <= begins && begins < to
            ? begins == from ? said : new AbsolutePeriod(begins, to)
            : null;
    }

    /// <summary>"delivered shipments in 2023": the period of a verb that tells what happened to the rows that are counted is when it did.</summary>
    private void GivePeriodToVerb()
    {
        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        var told = _filters.Where(f => f.Condition is FieldEmpty { Negated: true, Via: null } && f.Said is not null && f.Said.Leaves().Any(l => l.Sense is VerbSense)).ToList();
        if (_dated.Count == 0 && _periods is [{ Sense: DateSense or RelativePeriodSense or RangeSense } period] && told is [{ Condition: FieldEmpty { Field: var name } } verb]
            && _context.Catalog.FindField(name) is { } date && roots.Count > 0 && roots.TrueForAll(r => r == date.Dataset) && !_measures.TrueForAll(m => GoesBy(m, name)) && !IsOfWhole(period, verb.Said!, date.Dataset))
        {
            _filters.Remove(verb);
            _periods.Clear();
            _dated.Add((new DatedSense(date, period.Sense), verb.Said!));
            _cost -= 0.6;
        }
    }

    /// <summary>"2024년 주문 중 취소된 비율": of a share of what happened the period is that of the whole; of things that last, where it stands beside them.</summary>
    private bool IsOfWhole(Phrase period, Phrase verb, Dataset rows) =>
        ShareSaid() is not null && (!IsLasting(rows) || _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is EntitySense or MetricSense && period.End <= l.Start && l.End <= verb.Leaves().Last(v => v.Sense is VerbSense).Start));

    private bool GoesBy(MeasureItem item, string field) =>
        (item.Metric is { } metric ? GrammarContext.IsInForce(metric) ? [] : GrammarContext.ClocksOf(metric) : item.Rows?.DefaultTime is { } clock ? [clock] : []).Select(_context.Catalog.NameOf).ToList() is { Count: > 0 } clocks && clocks.TrueForAll(c => c == field);
}
