using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <summary>
/// Puts the phrases of one sentence together to one semantic query, whatever their order: numbers, breakdowns, conditions, a period, a ranking. Every
/// word must find its part; one that does not is a problem of the reading, never dropped.
/// </summary>
internal sealed class Assembler
{
    private readonly GrammarContext _context;
    private readonly IReadOnlyList<Atom> _atoms;
    private readonly DateTime _now;
    private readonly Sentence _sentence;

    private readonly List<Problem> _problems = [];
    private readonly List<MeasureItem> _measures = [];
    private readonly List<Grouping> _groups = [];
    private readonly List<(Condition Condition, Dataset? Of, ValueSense? Value)> _filters = [];
    private readonly List<Phrase> _things = [];
    private readonly List<Phrase> _periods = [];
    private readonly List<(DatedSense Sense, Phrase Phrase)> _dated = [];
    private readonly List<MeasureLimitSense> _limits = [];
    private readonly List<(LimitSense Sense, Phrase Phrase)> _bare = [];
    private readonly List<Phrase> _aggregates = [];
    private readonly List<Phrase> _counts = [];
    private readonly List<Phrase> _trends = [];
    private Phrase? _ranking;
    private BasisMeasureSense? _basis;
    private OrderSense? _order;
    private Phrase? _counted;
    private Phrase? _listed;
    private SemanticQuery? _whole;
    private bool _asked;
    private double _cost;

    private Assembler(GrammarContext context, IReadOnlyList<Atom> atoms, DateTime now, Sentence sentence) =>
        (_context, _atoms, _now, _sentence, _cost) = (context, atoms, now, sentence, sentence.Cost);

    public static Reading Assemble(Sentence sentence, GrammarContext context, IReadOnlyList<Atom> atoms, DateTime now)
    {
        var assembler = new Assembler(context, atoms, now, sentence);
        foreach (var phrase in sentence.Phrases)
        {
            assembler.Take(phrase);
        }

        return assembler.Finish();
    }

    private void Take(Phrase phrase)
    {
        switch (phrase.Sense)
        {
            case MeasuresSense measures:
                // Numbers side by side are joined by a word; two that nothing joins are hardly meant.
                _cost += _measures.Count > 0 ? 1 : 0;
                measures.Items.ToList().ForEach(AddMeasure);
                break;
            case ExtremeMeasureSense extreme:
                AddMeasure(extreme.Item);
                SetRanking(phrase);
                break;
            case BasisMeasureSense basis when _basis is null:
                _basis = basis;
                break;
            case BreakdownSense breakdown:
                _asked |= breakdown.Asked;
                breakdown.Groupings.ToList().ForEach(AddGroup);
                break;
            case RankingSense:
                SetRanking(phrase);
                break;
            case CountedSense when _counted is null:
                _counted = phrase;
                break;
            case ValueSense value:
                AddValue(value, phrase);
                break;
            case ConditionSense condition:
                _filters.Add((condition.Condition, condition.Of, null));
                break;
            case DatedSense dated:
                _dated.Add((dated, phrase));
                break;
            case MeasureLimitSense limit:
                AddMeasure(limit.Item);
                _limits.Add(limit);
                break;
            case LimitSense { Number.Unit: not null } limit:
                _bare.Add((limit, phrase));
                break;
            case FieldSense or EntitySense or GrainSense:
                _things.Add(phrase);
                break;
            case DateSense { StandsAlone: true } or RelativePeriodSense or RangeSense or PeriodListSense or FixedPeriodSense:
                _periods.Add(phrase);
                break;
            case TrendSense:
                _trends.Add(phrase);
                break;
            case ListWordSense when _listed is null:
                _listed = phrase;
                break;
            case OrderSense order when _order is null:
                _order = order;
                break;
            case AggregateSense:
                _aggregates.Add(phrase);
                break;
            case CountWordSense:
                _counts.Add(phrase);
                break;
            case QuerySense query when _whole is null:
                _whole = query.Query;
                break;
            case UnknownSense:
                _problems.Add(new Problem(ProblemKind.UnknownWords, phrase.Start, phrase.End));
                break;
            case BeyondSense beyond:
                _problems.Add(new Problem(ProblemKind.BeyondWords, phrase.Start, phrase.End, beyond.Topic));
                break;
            default:
                _cost += phrase.Sense.StandsAlone ? Sentence.LeftoverCost : 0;
                _problems.Add(new Problem(ProblemKind.UnusedWords, phrase.Start, phrase.End));
                break;
        }
    }

    private Reading Finish()
    {
        if (_whole is not null)
        {
            return WholeQuestion(_whole);
        }

        ApplyCounts();
        ApplyAggregates();
        ApplyBareLimits();
        PlaceThings();
        if (_basis is { } basis)
        {
            basis.Items.ToList().ForEach(AddMeasure);
        }

        if (_trends.Count > 0 && !_groups.OfType<TimeGrouping>().Any())
        {
            _groups.Add(new TimeGrouping(TimeGrain.Month));
        }

        var draft = new SemanticQuery { Measures = _measures.Select(m => m.Measure).ToSeq(), GroupBy = _groups.ToSeq() };
        var period = PeriodOf(draft);
        draft = draft with { GroupBy = _groups.ToSeq(), Period = period };
        draft = Ranked(draft);
        draft = draft with { Where = Conditions(), Having = Having(draft) };
        if (_listed is { } list && _groups.Count == 0 && _measures.All(m => m.Measure is CountMeasure || (m.Metric is { } metric && GrammarContext.IsCount(metric))))
        {
            // "list the orders" wants rows, not their number.
            _problems.Add(new Problem(ProblemKind.BeyondWords, list.Start, list.End, Beyond.Listing));
        }

        if (_measures.Count == 0)
        {
            _cost += Sentence.LeftoverCost / 2;
            _problems.Add(new Problem(ProblemKind.NoNumber, 0, _atoms.Count));
        }

        return new Reading(_measures.Count == 0 ? null : draft, _cost, _sentence, _problems);
    }

    private Reading WholeQuestion(SemanticQuery query)
    {
        var rest = _measures.Count + _groups.Count + _filters.Count + _things.Count + _dated.Count + _limits.Count + (_ranking is null ? 0 : 1);
        if (rest > 0 || _periods.Count > 1)
        {
            Fail(ProblemKind.UnusedWords, _sentence.Phrases[0]);
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
        if (same.Value is { } other && other.Values != value.Values)
        {
            // A row has one value: two that nothing joins contradict each other.
            Fail(ProblemKind.Contradiction, phrase);
            return;
        }

        _filters.Add((value.ToCondition(_context.Catalog), value.Field.Dataset, value));
    }

    /// <summary>"how many" somewhere before what is counted.</summary>
    private void ApplyCounts()
    {
        foreach (var phrase in _counts)
        {
            if (_measures.Any(m => m.Measure is CountMeasure or AggregateMeasure { Function: AggregateFunction.CountDistinct } || (m.Metric is { } metric && GrammarContext.IsCount(metric))))
            {
                _cost += 0.1;
            }
            else if (_measures.Count == 0 && _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null }) is { Sense: EntitySense entity } thing)
            {
                _things.Remove(thing);
                AddMeasure(_context.CountOf(entity.Dataset));
                _cost += 0.6;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>"average" apart from what is averaged.</summary>
    private void ApplyAggregates()
    {
        foreach (var phrase in _aggregates)
        {
            var aggregate = (AggregateSense)phrase.Sense;
            if (_measures is [{ Metric: { } metric }] && (Grammar.Rules.AggregateOfMetric.Same(aggregate, metric)))
            {
                _cost += 0.1;
            }
            else if (_measures is [{ Measure: AggregateMeasure, Field: { } field }])
            {
                _measures[0] = _context.Of(aggregate.Function, field);
                _cost += 0.2;
            }
            else if (_measures is [{ Measure: CountMeasure }] && aggregate.Function == AggregateFunction.Sum)
            {
                _cost += 0.1;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>"above 500 kg" without what weighs: the only field of the rows in question that is measured so.</summary>
    private void ApplyBareLimits()
    {
        var rows = _measures.SelectMany(_context.RootsOf).Concat(_things.Select(t => t.Sense).OfType<EntitySense>().Select(e => e.Dataset)).Distinct().ToList();
        foreach (var (limit, phrase) in _bare)
        {
            var fields = rows.SelectMany(r => r.Fields)
                .Where(f => !f.Hidden && f.Access.IsEmpty && f.Type.IsNumeric && !f.Unit.IsEmpty && Grammar.Rules.Units.Fit(limit.Number, f.Unit, f.Format))
                .ToList();
            if (fields is [var only])
            {
                _filters.Add((new FieldComparison(_context.Catalog.NameOf(only), limit.Operator, GrammarContext.Literal(limit.Number.Value)), only.Dataset, null));
                _cost += 0.6;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>Decides for every thing that was only named whether it groups, is counted, or merely says whose numbers these are.</summary>
    private void PlaceThings()
    {
        if (_counted is { Sense: CountedSense counted } && (_ranking is not null || _basis is not null))
        {
            AddGroup(counted.Of);
        }
        else if (_counted is not null)
        {
            Fail(ProblemKind.NothingToRank, _counted);
        }

        if (_ranking?.Sense is RankingSense { Of: { } of })
        {
            AddGroup(of);
        }

        foreach (var thing in _things)
        {
            var grouping = _context.GroupingOf(thing.Sense);
            var wantsGroup = (_ranking is not null || _basis is not null || _limits.Count > 0 || _order is not null) && _groups.Count == 0;
            if (wantsGroup && grouping is not null)
            {
                AddGroup(grouping);
                _cost += 0.1 + Grammar.Rules.MarkedBreakdown.CostOf(thing.Sense);
            }
            else if (thing.Sense is EntitySense { Via: null } entity && PlaceEntity(entity.Dataset))
            {
                continue;
            }
            else if (thing.Sense is FieldSense { Field: { Type.IsTemporal: false } field } && grouping is not null && _measures.Count > 0 && _groups.Count < 2 && field.Type.Kind != Sql.Tree.SqlTypeKind.Boolean)
            {
                // "channel revenue": a fragment that leaves "by" out.
                AddGroup(grouping);
                _cost += 1.2;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, thing);
            }
        }
    }

    private bool PlaceEntity(Dataset dataset)
    {
        if (_filters.Any(f => f.Of == dataset) || _dated.Any(d => d.Sense.Field.Dataset == dataset))
        {
            if (_measures.Count > 0)
            {
                _cost += 0.2;
                return true;
            }
        }

        if (_measures.Count == 0)
        {
            if ((_groups.Count == 0 && _trends.Count == 0) || _ranking is not null || _basis is not null)
            {
                return false;
            }

            AddMeasure(_context.CountOf(dataset));
            _cost += 1;
            return true;
        }

        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        if (roots.Count > 0 && roots.All(r => _context.Reaches(r, dataset)))
        {
            _cost += roots.All(r => r == dataset) ? 0.5 : 0.9;
            return true;
        }

        return false;
    }

    private Period? PeriodOf(SemanticQuery draft)
    {
        var resolver = new PeriodResolver(_now, QueryCalendar.Of(draft, _context.Catalog));
        Period? result = null;
        foreach (var phrase in _periods)
        {
            if (result is not null)
            {
                Fail(ProblemKind.SeveralPeriods, phrase);
                return result;
            }

            if (phrase.Sense is PeriodListSense list)
            {
                if (resolver.Resolve(list) is not { } whole)
                {
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
                result = resolver.Resolve(phrase.Sense);
                if (result is null)
                {
                    Fail(ProblemKind.NoSuchPeriod, phrase);
                }
            }
        }

        // A period right beside a date that has its own most likely belongs to that date.
        _cost += _dated.Count > 0 && _periods.Count > 0 ? 0.6 : 0;
        foreach (var (dated, phrase) in _dated)
        {
            if (resolver.Resolve(dated.Period) is not { } period)
            {
                Fail(ProblemKind.NoSuchPeriod, phrase);
            }
            else if (result is null && _measures.Count > 0 && _measures.All(m => m.Metric is { } metric ? GrammarContext.ClocksOf(metric).All(c => c == dated.Field) : m.Rows?.DefaultTime == dated.Field))
            {
                // The date is the one that the numbers go by anyway.
                result = period;
            }
            else
            {
                _filters.Add((new FieldPeriod(_context.Catalog.NameOf(dated.Field), period), dated.Field.Dataset, null));
            }
        }

        return result;
    }

    private SemanticQuery Ranked(SemanticQuery draft)
    {
        if (_ranking is null && _basis is null && _order is null)
        {
            return draft;
        }

        if (_measures.Count == 0)
        {
            return draft;
        }

        // "the longest delay", also "by brand": the end itself. "which brand has the longest delay" ranks brands.
        var ranksGroups = !draft.GroupBy.IsEmpty && (_asked || _sentence.Phrases.Any(p => p.Sense is RankingSense or CountedSense) || !_sentence.Phrases.Any(p => p.Sense is BreakdownSense));
        if (!ranksGroups && _basis is null && _ranking?.Sense is ExtremeMeasureSense { Item: { Field: { Type.IsNumeric: true } field, Measure: AggregateMeasure } item, High: var top })
        {
            var end = _context.Of(top ? AggregateFunction.Max : AggregateFunction.Min, field).Measure;
            _cost += 0.2;
            return draft with { Measures = draft.Measures.Select(m => m == item.Measure ? end : m).ToSeq() };
        }

        if (draft.GroupBy.IsEmpty)
        {
            Fail(ProblemKind.NothingToRank, _ranking ?? _sentence.Phrases[0]);
            return draft;
        }

        if (_ranking is not null && draft.GroupBy.Count > 1)
        {
            Fail(ProblemKind.RankWithinGroups, _ranking);
            return draft;
        }

        var (high, goodness, count, one) = _ranking?.Sense switch
        {
            RankingSense ranking => (ranking.High, ranking.ByGoodness, ranking.Count, ranking.One),
            ExtremeMeasureSense extreme => (extreme.High, extreme.ByGoodness, (int?)null, extreme.One),
            _ => (_basis?.Descending ?? _order?.Descending ?? true, false, null, false),
        };
        var by = _ranking?.Sense is ExtremeMeasureSense { Item: var asked } ? asked : _basis?.Items[0] ?? _measures[0];
        count ??= _counted is { Sense: CountedSense counted } ? counted.Count : one && !Plural() ? 1 : null;
        var descending = goodness ? high == GrammarContext.HighIsGood(by.Metric) : high;
        var index = _measures.FindIndex(m => m.Measure == by.Measure);
        var name = OutputNames.Of(draft, _context.Catalog).Measures[index];
        return draft with { OrderBy = [new Ordering(name, descending)], Top = count is { } n ? new Top(n) : null };
    }

    /// <summary>"which regions have the highest …" asks for an order, "which region has …" for one.</summary>
    private bool Plural()
    {
        foreach (var phrase in _sentence.Phrases.Where(p => p.Sense is BreakdownSense or FieldSense or EntitySense or RankingSense))
        {
            var last = _atoms[phrase.End - 1];
            if (last.Kind == AtomKind.Word && !last.Raw.Equals(last.Key, StringComparison.OrdinalIgnoreCase) && last.Raw.EndsWith('s'))
            {
                return true;
            }
        }

        return false;
    }

    private Condition? Conditions()
    {
        var all = _filters.Select(f => f.Condition).Distinct().ToSeq();
        return all.Count switch { 0 => null, 1 => all[0], _ => new AllOf(all) };
    }

    private MeasureCondition? Having(SemanticQuery draft)
    {
        if (_limits.Count == 0)
        {
            return null;
        }

        if (draft.GroupBy.IsEmpty)
        {
            Fail(ProblemKind.NothingToLimit, _sentence.Phrases.First(p => p.Sense is MeasureLimitSense));
            return null;
        }

        var names = OutputNames.Of(draft, _context.Catalog).Measures;
        var conditions = _limits.Select(l => (MeasureCondition)new MeasureComparison(names[_measures.FindIndex(m => m.Measure == l.Item.Measure)], l.Operator, l.Value)).ToSeq();
        return conditions.Count == 1 ? conditions[0] : new AllMeasures(conditions);
    }

    private void Fail(ProblemKind kind, Phrase phrase)
    {
        _cost += Sentence.LeftoverCost;
        _problems.Add(new Problem(kind, phrase.Start, phrase.End));
    }
}
