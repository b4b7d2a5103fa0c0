using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <summary>
/// Puts the phrases of one sentence together to one semantic query, whatever their order: numbers, breakdowns, conditions, a period, a ranking. Every
/// word must find its part; one that does not is a problem of the reading, never dropped.
/// </summary>
internal sealed partial class Assembler
{
    private const int FirstLikelyYear = 2010;
    private const int LastLikelyYear = 2035;

    private readonly GrammarContext _context;
    private readonly IReadOnlyList<Atom> _atoms;
    private readonly DateTime _now;
    private readonly Sentence _sentence;
    private readonly Func<Field, bool> _sees;

    private readonly List<Problem> _problems = [];
    private readonly List<MeasureItem> _measures = [];
    private readonly List<Grouping> _groups = [];
    private readonly List<(Condition Condition, Dataset? Of, ValueSense? Value, Phrase? Said)> _filters = [];
    private readonly List<Phrase> _things = [];
    private readonly List<Phrase> _periods = [];
    private readonly List<(DatedSense Sense, Phrase Phrase)> _dated = [];
    private readonly List<MeasureLimitSense> _limits = [];
    private readonly List<(LimitSense Sense, Phrase Phrase)> _bare = [];
    private readonly List<Phrase> _aggregates = [];
    private readonly List<Phrase> _counts = [];
    private readonly List<Phrase> _trends = [];
    private readonly List<Phrase> _nows = [];

    /// <summary>"of every retired vehicle": each of them, where rows are listed.</summary>
    private readonly List<Phrase> _everys = [];

    private readonly List<Phrase> _links = [];
    private readonly List<Phrase> _mosts = [];
    private readonly List<Phrase> _operations = [];
    private readonly List<(MeasureComparedSense Sense, Phrase Phrase)> _compared = [];
    private readonly List<MeasureCondition> _conditions = [];
    private readonly List<Phrase> _units = [];
    private readonly List<SharedSense> _shared = [];
    private readonly List<Phrase> _thans = [];
    private readonly List<Phrase> _comparatives = [];
    private readonly List<FieldGrouping> _attributes = [];
    private Phrase? _perNumber;
    private Phrase? _newest;
    private Phrase? _eachRow;
    private Phrase? _ranking;
    private BasisMeasureSense? _basis;
    private OrderSense? _order;
    private Phrase? _counted;
    private Phrase? _listed;
    private SemanticQuery? _whole;
    private bool _asked;
    private double _cost;
    private int _meaning;
    private int _meanings = 1;

    private Assembler(GrammarContext context, IReadOnlyList<Atom> atoms, DateTime now, Sentence sentence, Func<Field, bool> sees) =>
        (_context, _atoms, _now, _sentence, _cost, _sees) = (context, atoms, now, sentence, sentence.Cost, sees);

    /// <summary>The readings of a sentence: one, or one for each thing that a word may mean equally well.</summary>
    public static IEnumerable<Reading> Assemble(Sentence sentence, GrammarContext context, IReadOnlyList<Atom> atoms, DateTime now, Func<Field, bool> sees)
    {
        var meanings = 1;
        for (var meaning = 0; meaning < meanings; meaning++)
        {
            var assembler = new Assembler(context, atoms, now, sentence, sees) { _meaning = meaning };
            foreach (var phrase in sentence.Phrases)
            {
                assembler.Take(phrase);
            }

            yield return assembler.Finish();
            meanings = assembler._meanings;
        }
    }

    private Reading Finish()
    {
        if (_whole is not null)
        {
            return WholeQuestion(_whole);
        }

        FailBothDates();
        FailGoingOn();
        SettleConstructions();
        PairComparisons();
        SetSideBySide();
        OrderByNamed();
        DateByNamed();
        BreakDownByNumber();
        CountForShare();
        ApplyTimes();
        if ((ListRows() ?? CountMembers()) is { } whole)
        {
            CheckOnly();
            FailCountWords();
            return whole with { Cost = _cost };
        }

        foreach (var each in _everys.Append(_eachRow).OfType<Phrase>())
        {
            Fail(ProblemKind.UnusedWords, each);
        }

        FailHaving();
        ApplyCounts();
        ApplyAmounts();
        CountEach();
        AverageOverThings();
        ApplyAggregates();
        ApplyBareLimits();
        RankByRows();
        RankByFrequency();
        RankPersons();
        CountRowsInQuestion();
        RelateCounted();
        CheckGrains();
        PlaceThings();
        CountNoMoney();
        NarrowToKinds();
        DropKnownKinds();
        CountAmongEvents();
        CountComingsAndGoings();
        AsThingsStand();
        if (_basis is { } basis)
        {
            // Sorting a number by itself says nothing: "orders by order month" is rather a month.
            _cost += _ranking is null && basis.Items.All(_measures.Contains) ? 0.4 : 0;
            basis.Items.ToList().ForEach(AddMeasure);
        }

        if (_trends.Count > 0 && !_groups.OfType<TimeGrouping>().Any())
        {
            _groups.Add(new TimeGrouping(TimeGrain.Month));
        }

        Doubt();
        BreakDownAsUsual();
        ReachAsBrokenDown();
        var draft = new SemanticQuery { Measures = _measures.Select(m => m.Measure).ToSeq(), GroupBy = _groups.ToSeq() };
        GroupCompared();
        SetSidesApart();
        CheckWho();
        SetAgainst(QueryCalendar.Of(draft, _context.Catalog));
        JoinPeriods(QueryCalendar.Of(draft, _context.Catalog));
        var period = PeriodOf(draft);
        CheckParts();
        CheckLightVerbs();
        CheckOnly();
        draft = draft with { GroupBy = _groups.ToSeq(), Period = period };
        ApplyShare();
        draft = Gathered(Changed(draft));
        _conditions.AddRange(_compared.Select(c => Compared(c.Sense, c.Phrase, draft)).OfType<MeasureCondition>());
        FailUnusedClauses();
        draft = draft with { Measures = _measures.Select(m => m.Measure).ToSeq(), GroupBy = _groups.ToSeq() };
        draft = Ranked(draft);
        draft = draft with { Where = Conditions(), Having = Having(draft) };
        draft = OnlyMembers(Kinds.Of(Linked(draft), _measures.SelectMany(_context.RootsOf).Distinct().ToList(), _context.Catalog));
        if ((_listed ?? _newest ?? ShowsRows()) is { } list && (_newest is not null || (_groups.Count == 0 && _measures.All(m => m.Measure is CountMeasure || (m.Metric is { } metric && GrammarContext.IsCount(metric))))))
        {
            // "list the orders" wants rows, not their number.
            Fail(ProblemKind.UnusedWords, list);
        }

        foreach (var attribute in _sentence.Phrases.Where(p => p.Sense is AttributesSense))
        {
            Fail(ProblemKind.UnusedWords, attribute);
        }

        foreach (var where in _wheres.Where(w => Before(w)?.Sense is not (EntitySense or FieldSense or GrainSense or BreakdownSense or DateSense or ValueSense or OfKindSense or DatedSense) || _compared.Count + _limits.Count + _conditions.Count == 0))
        {
            // "where" by itself asks for a place.
            Fail(ProblemKind.UnusedWords, where);
        }

        CheckUnits();
        CheckDifference();
        if (_measures.Count == 0)
        {
            _cost += Sentence.LeftoverCost / 2;
            _problems.Add(new Problem(ProblemKind.NoNumber, 0, _atoms.Count));
        }

        return new Reading(_measures.Count == 0 ? null : OverNumbers(OverThings(Together(draft))), _cost, _sentence, _problems);
    }

    private Reading WholeQuestion(SemanticQuery query)
    {
        foreach (var more in _sentence.Phrases.Where(p => p.Sense is not QuerySense && p != _periods.FirstOrDefault()))
        {
            Fail(ProblemKind.UnusedWords, more);
        }

        var period = _periods.Count == 1 ? PeriodOf(query) : query.Period;
        return new Reading(query with { Period = period }, _cost, _sentence, _problems);
    }

    private void AddMeasure(MeasureItem item)
    {
        if (!_measures.Any(m => m.Measure == item.Measure))
        {
            _measures.Add(item);
        }
    }

    private void AddGroup(Grouping grouping)
    {
        if (!_groups.Contains(grouping))
        {
            _groups.Add(grouping);
        }
    }

    private void SetRanking(Phrase phrase)
    {
        if (_ranking is null)
        {
            _ranking = phrase;
        }
        else if (_ranking.Sense is RankingSense { Of: null } open && phrase.Sense is ExtremeMeasureSense extreme)
        {
            _ranking = new Phrase(phrase.Start, phrase.End, extreme, phrase.Cost);
            _cost += open.High == extreme.High ? 0.2 : 3;
        }
        else if (_ranking.Sense is RankingSense { High: var high } && phrase.Sense is ExtremeMeasureSense { High: var other } && high == other)
        {
            // "top 5 regions with the highest revenue": one ranking said twice.
            _cost += 0.2;
        }
        else if (_ranking.Sense is ExtremeMeasureSense { High: var first } && phrase.Sense is RankingSense { High: var second } && first == second)
        {
            _ranking = phrase;
            _cost += 0.2;
        }
        else
        {
            Fail(ProblemKind.RankWithinGroups, phrase);
        }
    }

    private void AddValue(ValueSense value, Phrase phrase)
    {
        var same = _filters.FirstOrDefault(f => f.Value is { Negated: false } known && known.Field == value.Field && known.Via == value.Via && !value.Negated);
        var opposite = _filters.Exists(f => f.Value is { } known && known.Field == value.Field && known.Via == value.Via && known.Negated != value.Negated && known.Values == value.Values);
        if (opposite || (same.Value is { } other && other.Values != value.Values))
        {
            // A row has one value: two that nothing joins contradict each other.
            Fail(ProblemKind.Contradiction, phrase);
            return;
        }

        if (IsDone(phrase))
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        // "예약한" is what was done, "예약" the value.
        _cost += VerbCost(phrase) + (IsDeedOf(phrase) ? 0.5 : 0);
        _filters.Add((value.ToCondition(_context.Catalog), value.Field.Dataset, value, phrase));
        if (value.SideBySide)
        {
            AddGroup(new FieldGrouping(_context.Catalog.NameOf(value.Field), value.Via));
        }
    }

    /// <summary>"routes that have sold tickets", "did we bill": what was done, and no state of what they are.</summary>
    private bool IsDone(Phrase said)
    {
        if (said.Leaves().FirstOrDefault(l => l.Sense is ValueSense) is not { Start: > 0 } value)
        {
            return false;
        }

        if (Grounder.IsVerb(_atoms, value.Start))
        {
            return true;
        }

        var hasDone = value.End == value.Start + 1 && EnglishWords.DidOrHad.Contains(_atoms[value.Start - 1].Key) && (_atoms[value.Start].Key.EndsWith("ed", StringComparison.Ordinal) || LooseNames.IsParticiple(_atoms[value.Start].Key));
        return hasDone && !said.Leaves().Any(l => l.Sense is EntitySense) && After(said) is { } done && done.Start == said.End && done.Sense switch
        {
            EntitySense of => !of.Dataset.Lineage.Contains(((ValueSense)value.Sense).Field.Dataset),
            ValueSense or DateSense or RelativePeriodSense => false,
            _ => true,
        };
    }

    /// <summary>"2025년에 해지된 계약": what was done in a period is told by its date rather than by how things stand.</summary>
    private bool IsDeedOf(Phrase value) => Before(value) is { Sense: DateSense or RelativePeriodSense or RangeSense } && Enumerable.Range(value.Start + 1, Math.Max(0, value.End - value.Start - 1)).Any(i => _atoms[i] is { Kind: AtomKind.Syllable, SpaceBefore: false, Raw: "된" or "됐" or "한" } && (i + 1 == _atoms.Count || _atoms[i + 1].SpaceBefore));

    private double VerbCost(Phrase value) => value.End >= _atoms.Count || _atoms[value.End] is not { Kind: AtomKind.Syllable, SpaceBefore: false } ending || _atoms[value.End - 1].Kind != AtomKind.Syllable ? 0 : ending.Raw switch
    {
        "한" or "했" or "하" => 2,
        "된" or "됐" or "되" => 1.6,
        _ => 0,
    };

    private Condition? Conditions()
    {
        foreach (var never in _filters.Where(f => f.Condition is FieldEmpty { Negated: false, Via: null } empty && f.Said is not null && f.Said.Leaves().Any(l => l.Sense is VerbSense)
            && _measures.Count > 0 && _measures.TrueForAll(m => _context.RootsOf(m).ToList() is [var root] && root.DefaultTime is { } clock && _context.Catalog.NameOf(clock) == empty.Field)).ToList())
        {
            // Complaints that were never raised are none: it is told of other things.
            Fail(ProblemKind.Contradiction, never.Said!);
        }

        foreach (var fixedNumber in _filters.Where(f => f is { Said: { } said, Condition: FieldComparison { Operator: ComparisonOperator.Equal, Via: null } } && said.Leaves().Any(l => l.Sense is NumberSense) && _measures.Exists(m => IsMeanOf(m, ((FieldComparison)f.Condition).Field))).ToList())
        {
            // "an average rating of 5 stars": the average of those with five stars is always five.
            Fail(ProblemKind.UnusedWords, fixedNumber.Said!);
        }

        var all = _filters.Select(f => f.Condition).Distinct().ToSeq();
        return all.Count switch { 0 => null, 1 => all[0], _ => new AllOf(all) };
    }

    private bool IsMeanOf(MeasureItem item, string field) => item switch
    {
        { Measure: AggregateMeasure { Function: AggregateFunction.Average or AggregateFunction.Median or AggregateFunction.Max or AggregateFunction.Min, Field: var of } } => of == field,
        { Metric.Formula: Semantics.Metrics.AggregateFormula { Call: { Name: "AVG", Arguments: [Sql.Tree.SqlColumn column] }, Root: var root } } => _context.Catalog.FindField(field) is { } known && known.Name == column.Name && known.Dataset == root,
        _ => false,
    };

    private MeasureCondition? Having(SemanticQuery draft)
    {
        if (_limits.Count + _compared.Count + _conditions.Count == 0)
        {
            return null;
        }

        if (EveryPeriod() is { } every)
        {
            // "above 80 % in every month" keeps no months, but things.
            Fail(ProblemKind.NothingToLimit, every);
            return null;
        }

        if (draft.GroupBy.IsEmpty)
        {
            Fail(ProblemKind.NothingToLimit, _sentence.Phrases.FirstOrDefault(p => p.Sense is MeasureLimitSense or MeasureComparedSense or ComparedToSense) ?? _sentence.Phrases[0]);
            return null;
        }

        foreach (var year in _limits.Where(l => l.Value is >= FirstLikelyYear and <= LastLikelyYear && l.Value == Math.Floor(l.Value)))
        {
            // "whose 2024 outage count was above their 2023 outage count": years, and no numbers of outages.
            Fail(ProblemKind.NothingToLimit, _sentence.Phrases.FirstOrDefault(p => p.Sense == year) ?? _sentence.Phrases[0]);
        }

        var names = OutputNames.Of(draft, _context.Catalog).Measures;
        var conditions = _limits.Select(l => (MeasureCondition)new MeasureComparison(names[_measures.FindIndex(m => m.Measure == l.Item.Measure)], l.Operator, l.Value)).Concat(_conditions).ToSeq();
        return conditions.Count == 0 ? null : conditions.Count == 1 ? conditions[0] : new AllMeasures(conditions);
    }

    /// <summary>"in every month", "매달" beside things of which something holds; null where no such words are.</summary>
    private Phrase? EveryPeriod() => _groups.Exists(g => g is FieldGrouping) && _groups.Exists(g => g is TimeGrouping)
        ? _sentence.Phrases.FirstOrDefault(p => p.Sense is BreakdownSense { Groupings: [TimeGrouping] } && (Says(p, EnglishWords.Every, KoreanWords.Every) || Says(p, EnglishWords.Each, KoreanWords.Every)))
        : null;

    private void Fail(ProblemKind kind, Phrase phrase)
    {
        _cost += Sentence.LeftoverCost;
        _problems.Add(new Problem(kind, phrase.Start, phrase.End));
    }
}
