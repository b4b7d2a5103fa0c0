using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Changes and comparisons over time: what a number was in another period, by how much it differs, and where it rose or fell.</content>
internal sealed partial class Assembler
{
    private AgainstSense? _against;
    private Phrase? _againstSaid;

    private IEnumerable<Phrase> ChangesSaid => _operations.Where(p => p.Sense is ChangeSense or ExtremeChangeSense);

    /// <summary>"from 2023 to 2024", "between May and June": beside a change the first period is what the second is set against.</summary>
    private void SetAgainst(BusinessCalendar calendar)
    {
        for (var i = 0; i < _operations.Count; i++)
        {
            if (_operations[i] is { Sense: ChangeSense { Against: { } with } change } phrase)
            {
                _operations[i] = new Phrase(phrase.Start, phrase.End, change with { Against = null }, phrase.Cost, phrase);
                _operations.Add(new Phrase(phrase.Start, phrase.End, with, phrase.Cost, phrase));
            }
        }

        var told = _operations.Where(p => p.Sense is AgainstSense).ToList();
        _operations.RemoveAll(p => p.Sense is AgainstSense);
        foreach (var phrase in told)
        {
            var sense = (AgainstSense)phrase.Sense;
            if (_against is not null || sense.Joined || (sense.Weak && !ChangesSaid.Any()))
            {
                Fail(ProblemKind.UnusedWords, phrase);
                continue;
            }

            (_against, _againstSaid) = (sense, phrase);
        }

        if (_against is null && (ChangesSaid.Any() || OfGrowth() is not null || _operations.Exists(o => o.Sense is CompareSense)) && _periods is [{ } only] && !_groups.OfType<TimeGrouping>().Any())
        {
            (DateSense? earlier, DateSense? later) = only.Sense switch
            {
                // "compare May 2023 and May 2024": side by side stand only neighbours.
                PeriodListSense neighbours when !ChangesSaid.Any() && OfGrowth() is null && new PeriodResolver(_now, calendar).Resolve(neighbours) is not null => (null, null),
                RangeSense { From: DateSense from, To: DateSense to, FromIsAfter: false, ToIsBefore: false } when Alike(from, to) => Position(from) <= Position(to) || !from.HasYear || !to.HasYear ? (from, to) : (to, from),
                PeriodListSense { Periods: [DateSense first, DateSense second] } => Position(first) <= Position(second) ? (first, second) : (second, first),
                _ => (null, null),
            };
            if (earlier is not null && later is not null)
            {
                (_against, _againstSaid) = (new AgainstSense(earlier.HasYear ? earlier : earlier with { Year = later.Year, YearsAgo = later.YearsAgo }, null), only);
                _periods[0] = new Phrase(only.Start, only.End, later.HasYear ? later : later with { Year = earlier.Year, YearsAgo = earlier.YearsAgo }, only.Cost, only);
            }
        }

        if (_against is null && ChangesSaid.Any() && _periods is [{ Sense: MomentPairSense pair } moments])
        {
            (_against, _againstSaid) = (new AgainstSense(pair.First, null), moments);
            _periods[0] = new Phrase(moments.Start, moments.End, pair.Second, moments.Cost, moments);
        }

        // "month over month in 2024": by month.
        if (_against is { Earlier: { } step } && _periods.Count < 2 && !_groups.OfType<TimeGrouping>().Any() && (_periods.Count == 0 || Longer(_periods[0].Sense, step, calendar)))
        {
            AddGroup(new TimeGrouping(step.Grain));
            _cost += 0.2;
        }

        // "sales versus last year": what runs now stands against it.
        if (_against is { Period: RelativePeriodSense { Period: { Kind: RelativePeriodKind.Last, Count: 1, Grain: var grain } } } && _periods.Count == 0 && !_groups.OfType<TimeGrouping>().Any())
        {
            _periods.Add(new Phrase(_againstSaid!.Start, _againstSaid.End, new RelativePeriodSense(new RelativePeriod(RelativePeriodKind.Current, 1, grain)), 0, _againstSaid));
            _cost += 0.2;
        }
    }

    private SemanticQuery Changed(SemanticQuery draft)
    {
        var changes = ChangesSaid.ToList();
        var howMuch = _operations.Find(p => p.Sense is HowMuchSense { Told: ChangeTold.Percent }) ?? _operations.Find(p => p.Sense is HowMuchSense);
        var compare = _operations.FirstOrDefault(p => p.Sense is CompareSense);
        _operations.RemoveAll(p => p.Sense is ChangeSense or ExtremeChangeSense or HowMuchSense or CompareSense || (p.Sense is ToldChangeSense && changes.Exists(c => c.Sense is ExtremeChangeSense)));
        if (compare is { Sense: CompareSense { With: var with } } && _against is null && changes.Count == 0 && (!ComparesAnything() || (with && After(compare)?.Sense is DateSense or RelativePeriodSense or RangeSense)))
        {
            Fail(ProblemKind.NothingToCompare, compare);
        }

        if (changes.Count == 0 && _against is null)
        {
            if (howMuch is not null)
            {
                Fail(ProblemKind.UnusedWords, howMuch);
            }

            return draft;
        }

        var grown = OfGrowth();
        if (grown is not null && changes.Count == 0 && draft.Period is not null && _against is { Earlier: { } step } && grown.Offset is { } offset && offset.Amount == step.Count && offset.Unit.ToString() == step.Grain.ToString())
        {
            // "year over year growth" of a metric that is just that.
            return draft;
        }

        var told = changes.Count == 2 && changes[0].Sense is ChangeSense { Tells: true } && _measures is [var shrunk] && changes[1].Sense is ChangeSense { Of: { } toldOf } beside && toldOf.Measure == shrunk.Measure ? beside : null;
        if (told is not null)
        {
            changes.RemoveAt(1);
        }

        foreach (var alone in changes.Where(c => c.Sense is ChangeSense { Of: not null }))
        {
            Fail(ProblemKind.UnusedWords, alone);
        }

        var said = changes.Count > 0 ? changes[0] : _againstSaid!;
        if (changes.Count > 1 || _measures.Count == 0)
        {
            Fail(ProblemKind.UnusedWords, changes.Count > 1 ? changes[1] : said);
            return draft;
        }

        var byTime = _groups.OfType<TimeGrouping>().Any();
        if (!byTime && draft.Period is null)
        {
            Fail(ProblemKind.NothingToCompare, said);
            return draft;
        }

        var change = said.Sense switch { ExtremeChangeSense extreme => extreme.Change, ChangeSense plain => plain, _ => new ChangeSense(null, ChangeTold.Open) };
        if (grown is not null && _context.Catalog.FindMetric(grown.Metric) is { } whole)
        {
            // "growth from Q4 to Q1": of what grows, not of its usual growth.
            _measures[0] = _context.Of(whole);
            _ranking = _ranking?.Sense is ExtremeMeasureSense named && named.Item.Metric == grown ? new Phrase(_ranking.Start, _ranking.End, named with { Item = _measures[0] }, _ranking.Cost, _ranking) : _ranking;
            change = change with { Told = grown.Show == ComparisonShow.PercentChange ? ChangeTold.Percent : ChangeTold.Amount };
            draft = draft with { Measures = [_measures[0].Measure] };
        }

        var (back, other) = Back(draft, byTime);
        if (!byTime && back is { } far && Shorter(far, draft))
        {
            // "month on month, January to May": of each month.
            Fail(ProblemKind.NoSuchPeriod, said);
            return draft;
        }

        if (back is null && other is null && !byTime)
        {
            Fail(ProblemKind.NoSuchPeriod, _againstSaid ?? said);
            return draft;
        }

        var shown = change.By is { } least ? least.Number.Percent ? ChangeTold.Percent : ChangeTold.Amount : (howMuch?.Sense as HowMuchSense)?.Told ?? change.Told;
        if (other is not null && shown == ChangeTold.Percent)
        {
            // A quarter has not grown by so many percent since a whole year.
            Fail(ProblemKind.NothingToCompare, _againstSaid ?? said);
            return draft;
        }

        _cost += howMuch is { Sense: HowMuchSense { Told: ChangeTold.Percent } } && change.Told == ChangeTold.Percent ? 0.4 : 0;
        var ranks = said.Sense is ExtremeChangeSense || _ranking is not null || _mosts.Count > 0;
        var chooses = (Chooses(change) || change.By is not null) && !ranks && (howMuch is null || _asked || change.By is not null);
        if (chooses && howMuch is null && change.By is null && shown == ChangeTold.Amount)
        {
            // "which owners saw rent decline": a noun, and no more is asked than with the verb.
            shown = ChangeTold.Open;
        }

        if (shown == ChangeTold.Open && !change.Verb && !chooses && changes.Count > 0 && _againstSaid is not null && !ranks)
        {
            // "the change in revenue from May to June" is the difference itself.
            shown = ChangeTold.Amount;
        }

        if (shown == ChangeTold.Open && !ranks && !chooses)
        {
            // What it was, what it is, and the difference.
            _cost += (change.Verb || AsksHowMuch) && change.Told == ChangeTold.Open && changes.Count > 0 ? 0.5 : 0;
            return draft with { Compare = other is not null ? new CompareWith(other) : byTime && back is null ? new ComparePrevious() : back is { Count: 1, Grain: TimeGrain.Year } ? new CompareYearAgo() : CompareOf(draft, back) };
        }

        if (chooses && shown == ChangeTold.Open)
        {
            // What it is and what it was, of those that rose or fell.
            var (now, before) = (_measures[0].Measure, other is null ? new ShiftedMeasure(_measures[0].Measure, back) : (Measure)new PeriodMeasure(_measures[0].Measure, other));
            AddMeasure(_measures[0] with { Measure = before });
            if (told is not null)
            {
                AddMeasure(_measures[0] with { Measure = ChangeOf(now, back, other, told.Told == ChangeTold.Percent) });
            }

            // By the change itself: of what there is no longer any, the change is known, and a comparison of the two is not.
            _conditions.Add(new MeasuresCompared(ChangeOf(now, back, other, percent: false), change.Up == true ? ComparisonOperator.Greater : ComparisonOperator.Less, new ConstantMeasure(0)));
            return draft with { Measures = _measures.Select(m => m.Measure).ToSeq() };
        }

        if (chooses)
        {
            // "which products fell, and by how much": those of which it is true, with their change.
            // "grew by more than 20 %": up by more, or down by more.
            var (than, by) = (change.By?.Operator ?? ComparisonOperator.Greater, change.By?.Number.Value ?? 0);
            _limits.Add(new MeasureLimitSense(_measures[0] with { Measure = ChangeOf(_measures[0].Measure, back, other, shown == ChangeTold.Percent) }, change.Up == true ? than : Mirrored(than), change.Up == true ? by : -by));
            if (than is ComparisonOperator.Less or ComparisonOperator.LessOrEqual)
            {
                // "fell by less than 5 %": it did fall.
                _limits.Add(new MeasureLimitSense(_limits[^1].Item, change.Up == true ? ComparisonOperator.Greater : ComparisonOperator.Less, 0));
            }

            if (change.By is not null && draft.GroupBy.IsEmpty)
            {
                Fail(ProblemKind.NothingToCompare, said);
            }
        }

        var ranking = _ranking?.Sense as ExtremeMeasureSense;
        if (said.Sense is ChangeSense && (change.Beside || (change is { Verb: false } && IsAdded(said))))
        {
            // "revenue and its growth": both, and what is ranked is ranked by the first.
            _measures.AddRange(_measures.Select(m => m with { Measure = ChangeOf(m.Measure, back, other, shown == ChangeTold.Percent) }).ToList());
            return draft with { Measures = _measures.Select(m => m.Measure).ToSeq() };
        }

        for (var i = 0; i < _measures.Count; i++)
        {
            if (ranking is not null && ranking.Item == _measures[i])
            {
                // "the largest revenue decline": it is the change that is largest.
                _ranking = new Phrase(_ranking!.Start, _ranking.End, ranking with { High = ranking.High == (change.Up != false) }, _ranking.Cost, _ranking);
            }

            Become(i, ChangeOf(_measures[i].Measure, back, other, shown == ChangeTold.Percent));
        }

        if (said.Sense is ExtremeChangeSense ranked)
        {
            SetRanking(new Phrase(said.Start, said.End, new ExtremeMeasureSense(_measures[0], change.Up == false ? !ranked.High : ranked.High, false, ranked.One), said.Cost, said));
        }

        if (ranks && change.Up == false)
        {
            // What did not fall is none of "the largest declines".
            _limits.Add(new MeasureLimitSense(_measures[0], ComparisonOperator.Less, 0));
        }

        return draft with { Measures = _measures.Select(m => m.Measure).ToSeq() };
    }

    /// <summary>The metric of growth that is asked for, set against a period of the question's own.</summary>
    private ComparisonMetric? OfGrowth() => _measures is [{ Metric: ComparisonMetric { Show: not ComparisonShow.Value } growth }] ? growth : null;

    /// <summary>"which regions grew", "regions whose revenue fell", "줄어든 지역": the things of which it is true are looked for.</summary>
    private bool Chooses(ChangeSense change) => change is { Verb: false, Up: not null } && _asked && _atoms.Any(a => a.Key is "saw" or "see" or "seen" or "had" or "have" or "has" or "experienced" or "suffered" or "showed" or "recorded")
        || change is { Verb: true, Up: not null } && (_asked || change.Tells || (!IsKorean && _atoms.Any(a => a.Key is "whose" or "where" or "that")));

    private static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => comparison,
    };

    private bool ComparesAnything() => _groups.Count > 0 || _measures.Count > 1 || _filters.Exists(f => f.Value is { Values.Count: > 1 });

    private static Measure ChangeOf(Measure measure, Span? back, AbsolutePeriod? other, bool percent) => other is null
        ? new ShiftedMeasure(measure, back, percent ? ComparisonShow.PercentChange : ComparisonShow.Change)
        : new ArithmeticMeasure(MeasureOperator.Subtract, measure, new PeriodMeasure(measure, other));

    /// <summary>How far back the other period lies, or the period itself where it is not the same one earlier.</summary>
    private (Span? Back, AbsolutePeriod? Other) Back(SemanticQuery draft, bool byTime)
    {
        var calendar = QueryCalendar.Of(draft, _context.Catalog);
        var asked = draft.Period is { } period ? Periods.Resolve(period, _now, calendar) : null;
        switch (_against)
        {
            case { Earlier: { } earlier }:
                return (earlier, null);
            case { Period: RelativePeriodSense { Period: var relative, Named: var named } } when !(named && draft.Period is AbsolutePeriod or RelativePeriod { Kind: RelativePeriodKind.Last, Count: 1 }) && relative is { Kind: RelativePeriodKind.Last, Count: 1 } or { Kind: RelativePeriodKind.Ago }:
                return (new Span(relative.Count, relative.Grain), null);
            case { Period: { } named } when asked is not null:
                var said = named is DateSense { HasYear: false } open && asked.From is { } begins ? Preceding(open, begins, calendar) : named;
                return (said is MomentSense moment ? Standing(moment, new PeriodResolver(_now, calendar)) : new PeriodResolver(_now, calendar).Resolve(said)) is { } other && Periods.Resolve(other, _now, calendar) is { From: { } since } resolved && since < asked.From
                    ? Earlier(asked, resolved) is { } span ? (span, null) : (null, resolved)
                    : (null, null);
            case { Period: not null }:
                return (null, null);
            default:
                return byTime ? (null, null) : asked is { From: { } start, To: { } end } ? (LengthOf(draft.Period!, start, end), null) : (null, null);
        }
    }

    /// <summary>"2024년 하반기 … 상반기보다": the last such part of a year that begins before the period in question.</summary>
    private DateSense Preceding(DateSense part, DateTime begins, BusinessCalendar calendar)
    {
        var same = part with { Year = begins.Year };
        return Periods.Resolve(new PeriodResolver(_now, calendar).Resolve(same) ?? new AbsolutePeriod(null, null), _now, calendar) is { From: { } from } && from < begins ? same : part with { Year = begins.Year - 1 };
    }

    /// <summary>How far one period lies before another of its length, in months or days; null where they are not so.</summary>
    private static Span? Earlier(AbsolutePeriod asked, AbsolutePeriod other)
    {
        if (asked is not { From: { } from, To: { } to } || other is not { From: { } since, To: { } until })
        {
            return null;
        }

        var months = ((from.Year - since.Year) * 12) + from.Month - since.Month;
        return since.AddMonths(months) == from && until.AddMonths(months) == to ? months % 12 == 0 ? new Span(months / 12, TimeGrain.Year) : new Span(months, TimeGrain.Month)
            : from - since == to - until && (from - since).Days is > 0 and var days ? new Span(days, TimeGrain.Day)
            : null;
    }

    /// <summary>"with growth", "and the change" at its end: told beside what was asked for before.</summary>
    private bool IsAdded(Phrase said)
    {
        var before = said.Start - 1;
        while (before >= 0 && _atoms[before].Key is "a" or "the" or "its" or "their")
        {
            before--;
        }

        var owned = before + 1 < said.Start && _atoms[before + 1].Key is "its" or "their";
        return before > 0 && (owned || _atoms[before].Key is "with" or "and" or "plus" or "including") && _sentence.Phrases.Any(p => p.Sense is MeasuresSense or BasisMeasureSense or ExtremeMeasureSense or MeasureLimitSense or MeasureComparedSense && p.End <= before);
    }

    /// <summary>A day so many units on: a year after 1 April is the next 1 April, whenever years begin.</summary>
    private static DateTime Moved(DateTime day, Span by, int times, BusinessCalendar calendar) => by.Grain switch
    {
        TimeGrain.Year => day.AddYears(times * by.Count),
        TimeGrain.Quarter => day.AddMonths(3 * times * by.Count),
        TimeGrain.Month => day.AddMonths(times * by.Count),
        TimeGrain.Week => day.AddDays(7.0 * times * by.Count),
        TimeGrain.Day => day.AddDays(times * by.Count),
        _ => Periods.Shift(day, by.Grain, times * by.Count, calendar),
    };

    private bool Shorter(Span back, SemanticQuery draft)
    {
        var calendar = QueryCalendar.Of(draft, _context.Catalog);
        return Periods.Resolve(draft.Period!, _now, calendar) is { From: { } from, To: { } to } && Moved(from, back, 1, calendar) < to && !(draft.Period is RelativePeriod { Kind: RelativePeriodKind.Current });
    }

    /// <summary>Words that ask by how much, whatever they were taken for.</summary>
    private bool AsksHowMuch => Enumerable.Range(0, _atoms.Count).Any(i => (_atoms[i].Key == "how" && i + 1 < _atoms.Count && _atoms[i + 1].Key is "much" or "many") || (_atoms[i].Raw == "얼" && i + 1 < _atoms.Count && _atoms[i + 1].Raw == "마"));

    /// <summary>How long a period is, in the longest unit of time that it fills; of a running one, the unit that it runs in.</summary>
    private static Span LengthOf(Period period, DateTime from, DateTime to)
    {
        if (period is RelativePeriod relative)
        {
            return new Span(relative.Kind == RelativePeriodKind.Ago ? 1 : relative.Count, relative.Grain);
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) != to || months == 0 ? new Span((to - from).Days, TimeGrain.Day) : months % 12 == 0 ? new Span(months / 12, TimeGrain.Year) : new Span(months, TimeGrain.Month);
    }

    private Compare CompareOf(SemanticQuery draft, Span? back)
    {
        if (back is null || draft.Period is null)
        {
            return new ComparePrevious();
        }

        var calendar = QueryCalendar.Of(draft, _context.Catalog);
        return Periods.Resolve(draft.Period, _now, calendar) is { From: { } from, To: { } to }
            ? new CompareWith(new AbsolutePeriod(Moved(from, back, -1, calendar), Moved(to, back, -1, calendar)))
            : new ComparePrevious();
    }

    private bool Longer(Sense period, Span step, BusinessCalendar calendar) =>
        new PeriodResolver(_now, calendar).Resolve(period) is { } said
        && Periods.Resolve(said, _now, calendar) is { From: { } from, To: { } to } && Moved(from, step, 1, calendar) < to;

    private static bool Alike(DateSense a, DateSense b) =>
        (a.Quarter is null) == (b.Quarter is null) && (a.Month is null) == (b.Month is null) && (a.Day is null) == (b.Day is null) && (a.Half is null) == (b.Half is null) && a.Fiscal == b.Fiscal;

    private int Position(DateSense date) =>
        ((date.Year ?? (date.YearsAgo is { } ago ? _now.Year - ago : _now.Year)) * 10_000) + ((date.Month ?? (date.Quarter is { } quarter ? (quarter * 3) - 2 : date.Half == 2 ? 7 : 1)) * 100) + (date.Day ?? 0);
}
