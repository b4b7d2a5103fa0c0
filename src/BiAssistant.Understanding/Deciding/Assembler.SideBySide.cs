using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>
/// Things, numbers and periods side by side. Values that are listed with "and" are one condition on the rows, "revenue in Seoul and Busan" one total; they are broken down by where
/// the question sets them side by side or compares them, or asks several numbers of them.
/// </content>
internal sealed partial class Assembler
{
    private readonly List<Phrase> _aparts = [];
    private readonly List<Phrase> _sides = [];
    private Phrase? _place;
    private readonly List<(Func<MeasureItem, bool> Is, Phrase Phrase)> _nameParts = [];

    /// <summary>Whether the same number or things were said of another value right before, and are said again of this one.</summary>
    private bool IsOtherSide(ValueSense side, Phrase phrase) =>
        Before(phrase) is { } said && said.End == phrase.Start && After(phrase) is { } again && (said.Sense, again.Sense) is var sides
        && ((sides is (MeasuresSense one, MeasuresSense other) && one.Items == other.Items) || (sides is (EntitySense { Via: null } of, EntitySense { Via: null } too) && of.Dataset == too.Dataset))
        && Before(said) is { Sense: ValueSense { Negated: false } first } && first.Field == side.Field && first.Via == side.Via;

    /// <summary>Of "orders to the north versus orders to the south" the second value: the same things are said of it again; null where nothing is set against anything so.</summary>
    private Phrase? OtherSideOf(Phrase against) =>
        After(against) is { Sense: EntitySense { Via: null } again } thing && After(thing) is { Sense: ValueSense { Negated: false, Values.Count: 1 } side } other
        && _sentence.Phrases.TakeWhile(p => p != against).Any(p => p.Sense is EntitySense { Via: null } of && of.Dataset == again.Dataset)
        && Before(against) is { Sense: ValueSense { Negated: false, Values.Count: 1 } first } && first.Field == side.Field && first.Via == side.Via ? other : null;

    /// <summary>"how does Busan's revenue compare with Seoul's": a value that stands apart from the one that it is set against.</summary>
    private void SetBeside(ValueSense other, Phrase phrase)
    {
        var at = _filters.FindIndex(f => f.Value is { Negated: false, Values.Count: 1 } first && first.Field == other.Field && first.Via == other.Via && first.Values != other.Values);
        if (at < 0 || _filters[at].Value is not { } value)
        {
            Fail(ProblemKind.UnusedWords, phrase);
            return;
        }

        var both = value with { Values = value.Values.AddRange(other.Values), SideBySide = true };
        _filters[at] = (both.ToCondition(_context.Catalog), _filters[at].Of, both, phrase);
        AddGroup(new FieldGrouping(_context.Catalog.NameOf(both.Field), both.Via));
        _cost += 0.3;
    }

    private void SetSideBySide()
    {
        var compares = _operations.Exists(p => p.Sense is CompareSense);
        foreach (var (_, _, value, said) in _filters.ToList())
        {
            if (value is { SideBySide: true } && !_sides.Contains(said!) && said!.Leaves().All(l => l.Sense is not VersusSense { Weak: false }) && !compares)
            {
                // "from gold to silver" compares nothing by itself.
                Fail(ProblemKind.UnusedWords, said);
            }
        }

        var listed = _filters.Select(f => f.Value).OfType<ValueSense>().Where(v => v is { Negated: false, Listed: true, Values.Count: > 1 }).ToList();
        var plain = _groups.Count == 0 && _trends.Count == 0 && _ranking is null && _operations.Count == 0 && _measures.Count > 1;
        if (compares || _aparts.Exists(p => p.Sense is ApartSense { Splits: true }) || (plain && listed.Count == 1))
        {
            listed.ForEach(v => AddGroup(new FieldGrouping(_context.Catalog.NameOf(v.Field), v.Via)));
            _cost += compares || !plain ? 0 : 0.2;
        }

        // "leased and owned machines" are all there are, so that they are told apart; "split into A and B" says so.
        foreach (var (_, _, value, said) in _filters.Where(f => f.Value is { Negated: false, Values.Count: > 1 }).ToList())
        {
            if ((value!.Values.Count == 2 && value.Field.Type.Kind == Sql.Tree.SqlTypeKind.Boolean) || said!.Leaves().Any(l => l.Sense is GroupEndingSense))
            {
                AddGroup(new FieldGrouping(_context.Catalog.NameOf(value.Field), value.Via));
            }
        }

        if (_aparts.Find(p => p.Sense is ApartSense) is { } apart && _groups.Count == 0 && (ShareSaid() is null || _things.Count == 0) && _measures.Count < 2 && listed.Count == 0 && _ranking is null && !_periods.Exists(p => p.Sense is PeriodListSense))
        {
            Fail(ProblemKind.NothingToCompare, apart);
        }
    }

    /// <summary>"dine-in against delivery revenue by month": the number of each side stands beside that of the other, where the rows are broken down by something else.</summary>
    private void SetSidesApart()
    {
        if (_measures is not [var number] || _groups.Count < 2 || _ranking is not null || _basis is not null || _order is not null || _place is not null || _limits.Count + _compared.Count + _conditions.Count > 0
            || _operations.Exists(o => o.Sense is not CompareSense) || _trends.Count > 0
            || _filters.FindAll(f => f.Value is { Negated: false, Values.Count: > 1 and <= MostSides } value && _groups.Contains(new FieldGrouping(_context.Catalog.NameOf(value.Field), value.Via))) is not [{ Value: { } sides, Said: { } said } listed]
            || !(sides.SideBySide || _aparts.Exists(a => a.Sense is ApartSense { Splits: true }) || _operations.Exists(o => o.Sense is CompareSense))
            || _sentence.Phrases.Any(p => p.Sense is BreakdownSense { Groupings: var by } && by.Contains(new FieldGrouping(_context.Catalog.NameOf(sides.Field), sides.Via))))
        {
            return;
        }

        _groups.Remove(new FieldGrouping(_context.Catalog.NameOf(sides.Field), sides.Via));
        _measures.Clear();
        _measures.AddRange(sides.Values.Select(side => number with { Measure = number.Measure with { Filter = (sides with { Values = [side], SideBySide = false }).ToCondition(_context.Catalog) } }));
        _operations.RemoveAll(o => o.Sense is CompareSense);
        _cost += 0.1;
    }

    private const int MostSides = 4;

    /// <summary>Periods that do not touch: each number once for each of them.</summary>
    private bool EachPeriodApart(IReadOnlyList<AbsolutePeriod> periods)
    {
        if (periods.Count < 2 || _measures.Count == 0 || _groups.OfType<TimeGrouping>().Any() || _ranking is not null || _basis is not null || _order is not null
            || _operations.Exists(o => o.Sense is not CompareSense) || _limits.Count + _compared.Count > 0 || _dated.Count > 0 || _against is not null || _periods.Count > 1)
        {
            return false;
        }

        var items = _measures.SelectMany(m => periods.Select(p => m with { Measure = new PeriodMeasure(m.Measure, p) })).ToList();
        _measures.Clear();
        _measures.AddRange(items);
        _operations.Clear();
        return true;
    }

    /// <summary>A period said twice, or a span of days and its year apart, is one period.</summary>
    private void JoinPeriods(BusinessCalendar calendar)
    {
        if (_periods.Count != 2)
        {
            return;
        }

        var resolver = new PeriodResolver(_now, calendar);
        var (one, other) = (_periods[0], _periods[1]);
        var joined = WithYear(one.Sense, other.Sense) ?? WithYear(other.Sense, one.Sense);
        if (joined is null && Span(one.Sense) is { } a && Span(other.Sense) is { } b)
        {
            joined = a == b ? one.Sense : Running(one.Sense, other.Sense) && a.From == b.From ? one.Sense : Running(other.Sense, one.Sense) && a.From == b.From ? other.Sense : null;
        }

        if (joined is not null)
        {
            _periods.Clear();
            _periods.Add(new Phrase(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End), joined, one.Cost + other.Cost, one, other));
            // Words of one span that stand together join by themselves.
            _cost += (one.End == other.Start ? 1.3 : 0.3) + (joined is DateSense ? 0.5 : 0);
        }

        AbsolutePeriod? Span(Sense sense) => sense is not MomentSense && resolver.Resolve(sense) is { } period ? Periods.Resolve(period, _now, calendar) : null;

        bool Running(Sense sense, Sense beside) => sense is RelativePeriodSense { Period.Kind: RelativePeriodKind.Current } && beside is DateSense { HasYear: true, Fiscal: false, Quarter: null, Month: null, Day: null, Half: null };

        static Sense? WithYear(Sense span, Sense year) => (span, year) switch
        {
            (RangeSense { From: DateSense { HasYear: false, Month: not null } first, To: DateSense { HasYear: false, Month: not null } last } range, DateSense { HasYear: true, Fiscal: false, Quarter: null, Month: null, Day: null, Half: null } of)
                when first.Month <= last.Month => range with { From = first with { Year = of.Year, YearsAgo = of.YearsAgo }, To = last with { Year = of.Year, YearsAgo = of.YearsAgo } },
            (RangeSense { From: DateSense { HasYear: false, Month: not null } first, To: null } range, DateSense { HasYear: true, Fiscal: false, Quarter: null, Month: null, Day: null, Half: null } of) =>
                range with { From = first with { Year = of.Year, YearsAgo = of.YearsAgo }, To = of },
            (DateSense { HasYear: false } part, DateSense { HasYear: true, Fiscal: false, Quarter: null, Month: null, Day: null, Half: null } of) => part with { Year = of.Year, YearsAgo = of.YearsAgo },
            _ => null,
        };
    }

    /// <summary>
    /// How things stand at a moment: of what is in force, on that day or on the last day of the period; of counts taken now and then, the last up to then. What happens over time has
    /// no moment: "as of" counts until then, "at the end of" is no period of it.
    /// </summary>
    private Period? Standing(MomentSense moment, PeriodResolver resolver)
    {
        if (resolver.Resolve(moment.Date) is not { } said || Periods.Resolve(said, _now, QueryCalendar.Of(new SemanticQuery { Measures = _measures.Select(m => m.Measure).ToSeq() }, _context.Catalog)) is not { From: { } from, To: { } to })
        {
            return null;
        }

        var parts = _measures.SelectMany(m => m.Metric is { } metric ? Formulas.Aggregates(metric.Formula).Select(a => a.Selection) : [null]).ToList();
        if (parts.Count > 0 && parts.TrueForAll(s => s is ValidRows { Average: false }))
        {
            return new AbsolutePeriod(to.AddDays(-1), to);
        }

        if (parts.Count > 0 && parts.TrueForAll(s => s is ValidRows { Average: false } or SnapshotRows { Take: SnapshotTake.Last }))
        {
            return moment.End || moment.Date is not DateSense { Day: not null } ? new AbsolutePeriod(from, to) : new AbsolutePeriod(null, to);
        }

        if (_measures.Count > 0 && _measures.TrueForAll(m => m.Metric is CumulativeMetric { Running: false }))
        {
            // "as of June" of what is gathered to each day: on the last of its days.
            return new AbsolutePeriod(to.AddDays(-1), to);
        }

        if (_operations.Find(o => o.Sense is ToDateOfSense) is { Sense: ToDateOfSense gathered } toDate && !_groups.OfType<TimeGrouping>().Any()
            && Periods.Of(to.AddDays(-1), gathered.Grain, QueryCalendar.Of(new SemanticQuery { Measures = _measures.Select(m => m.Measure).ToSeq() }, _context.Catalog)) is { } begun)
        {
            _operations.Remove(toDate);
            return new AbsolutePeriod(begun.From, to);
        }

        var day = (to - from).Days == 1;
        return moment switch
        {
            { End: true } => null,
            { Loose: true } => day ? null : said,
            _ => new AbsolutePeriod(null, to),
        };
    }

    /// <summary>Units, places in an order, parts of names and "side by side" are said of numbers: where rows are listed or counted out, nothing can be meant by them.</summary>
    private void FailWordsOfNumbers()
    {
        foreach (var phrase in _units.Concat(_aparts.Where(a => a.Sense is not ApartSense { Splits: false })).Concat(_nameParts.Select(p => p.Phrase)).Append(_place).OfType<Phrase>())
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }
    }

    /// <summary>Words that hold of something else in the question: a part of a metric's name whose metric is asked for, the end of each period for numbers that stand at a moment.</summary>
    private void CheckParts()
    {
        foreach (var (named, phrase) in _nameParts)
        {
            if (!_measures.Exists(m => named(m)))
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }

        foreach (var phrase in _aparts)
        {
            if (phrase.Sense is EndOfEachSense each && !(_groups.Contains(new TimeGrouping(each.Grain)) && (_operations.Exists(o => o.Sense is ToDateOfSense or RollingSense or RunningSense) || _measures.TrueForAll(m => m.Metric is CumulativeMetric)))
                && !(_groups.Contains(new TimeGrouping(each.Grain))
                && _measures.Exists(m => m.Metric is { } metric && Formulas.Aggregates(metric.Formula).All(a => a.Selection is ValidRows { Average: false } or SnapshotRows { Take: SnapshotTake.Last }))))
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }
}
