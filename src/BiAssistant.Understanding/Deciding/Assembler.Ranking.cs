using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>Which end of the order, how many of it, and by which number.</content>
internal sealed partial class Assembler
{
    private SemanticQuery Ranked(SemanticQuery draft)
    {
        if (_place is { Sense: PlaceSense { Alone: false } } alone && _ranking is null)
        {
            Fail(ProblemKind.NothingToRank, alone);
        }

        if (_ranking is null && _basis is null && _order is null && _place is null)
        {
            return draft;
        }

        if (_measures.Count == 0)
        {
            return draft;
        }

        if (_ranking is { Sense: ExtremeMeasureSense { Of: { } of } } && !draft.GroupBy.IsEmpty && !Speaks(of))
        {
            // "the largest country" is not the one with the largest orders.
            Fail(ProblemKind.NothingToRank, _ranking);
            return draft;
        }

        if (_atoms[0].Key is "who" && !draft.GroupBy.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field)?.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown))
        {
            Fail(ProblemKind.NothingToRank, _ranking ?? _sentence.Phrases[0]);
        }

        draft = NamedByKind(draft);
        // "the longest delay", also "by brand": the end itself. "which brand has the longest delay" ranks brands, and so does "업종별로 가장 긴 기능".
        var ranksGroups = !draft.GroupBy.IsEmpty && (_asked || _rankedKind || (_ranked is { } ranked && draft.GroupBy.Contains(ranked)) || _sentence.Phrases.Any(p => p.Sense is RankingSense or CountedSense) || !_sentence.Phrases.Any(p => p.Sense is BreakdownSense));
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

        if (_ranking is not null && draft.GroupBy.Count > 1 && RankedThing is null)
        {
            Fail(ProblemKind.RankWithinGroups, _ranking);
            return draft;
        }

        // "지점마다 매출이 가장 많은 국적": of each branch something is looked for, and no branch.
        _cost += _ranking is not null && draft.GroupBy is [var all] && all != _ranked && _sentence.Phrases.Any(p => p.Sense is BreakdownSense { Asked: false } && p.Leaves().Any(l => l.Sense is GroupEndingSense && _atoms[l.Start].Raw == "마")) ? 1 : 0;
        var (high, goodness, count, one) = _ranking?.Sense switch
        {
            RankingSense ranking => (ranking.High, ranking.ByGoodness, ranking.Count, ranking.One),
            ExtremeMeasureSense extreme => (extreme.High, extreme.ByGoodness, extreme.Count, extreme.One),
            _ => (_basis?.Descending ?? _order?.Descending ?? _place is not { Sense: PlaceSense { High: false } }, false, null, false),
        };
        var by = _ranking?.Sense is ExtremeMeasureSense { Item: var asked } ? asked : _basis?.Items[0] ?? _measures[0];
        // "the quickest by handling time" took the least of it.
        high ^= _ranking is not null && !ChangesSaid.Any() && _ranking.Leaves().Any(l => EnglishQualities.Speeds.Contains(_atoms[l.End - 1].Key)) && GrammarContext.Measures(by, Languages.Yardstick.Lasting);
        count ??= _counted is { Sense: CountedSense counted } ? counted.Count : one && !Plural(draft) ? 1 : null;
        var descending = goodness ? high == GrammarContext.HighIsGood(by.Metric) : high;
        var index = _measures.FindIndex(m => m.Measure == by.Measure);
        if (index < 0)
        {
            // "the largest cost" beside "average" is no order.
            Fail(ProblemKind.NothingToRank, _ranking ?? _sentence.Phrases[0]);
            return draft;
        }

        var names = OutputNames.Of(draft, _context.Catalog);
        var per = _ranking is not null && draft.GroupBy.Count > 1 ? names.Groups.Where((_, i) => draft.GroupBy[i] != RankedThing).ToSeq() : [];
        if (!per.IsEmpty && count is null && Plural(draft) && _sentence.Phrases.Any(p => p.Sense is BreakdownSense && p.Leaves().Any(l => l.Sense is GroupMarkSense { Each: false })))
        {
            // "highest revenue hotels by region": how many of each region is not said.
            Fail(ProblemKind.RankWithinGroups, _ranking!);
            return draft;
        }

        if (!per.IsEmpty && count is null)
        {
            // "regions and hotels with the highest revenue": which of them is ranked within the other is not said.
            count = 1;
            _cost += 0.2;
        }

        if (_place is { Sense: PlaceSense { Place: var place } } said)
        {
            var within = draft.GroupBy.Count > 1 ? draft.GroupBy.Where(g => g != RankedThing).ToSeq() : [];
            if (count is > 1 || (_ranking is null && draft.GroupBy.Count > 1))
            {
                // "the second top 5" is no place.
                Fail(ProblemKind.NothingToRank, said);
            }

            _conditions.Add(new MeasuresCompared(new RankMeasure(by.Measure, within, !descending), ComparisonOperator.Equal, new ConstantMeasure(place)));
            return draft with { OrderBy = [new Ordering(names.Measures[index], descending)] };
        }

        return draft with { OrderBy = [new Ordering(names.Measures[index], descending)], Top = count is { } n ? new Top(n, per) : null };
    }

    private bool _rankedKind;

    /// <summary>"the most expensive dessert": a kind of things behind the adjective stands for those of the kind.</summary>
    private SemanticQuery NamedByKind(SemanticQuery draft)
    {
        if (!draft.GroupBy.IsEmpty || _ranking is not { Sense: ExtremeMeasureSense { Item: { Metric: null, Field: { } field } } } ranking || !ranking.Leaves().Any(l => l.Sense is AdjectiveSense) || ranking.Leaves().Any(l => l.Sense is FieldSense)
            || field.Dataset.NameField is not { } name || After(ranking) is not { Sense: ValueSense { Negated: false, Values.Count: 1, Via: null } kind } said || kind.Field.Dataset != field.Dataset || said.Start - ranking.End > 1 || _sentence.Phrases.Any(p => p.Sense is EntitySense))
        {
            return draft;
        }

        _rankedKind = true;
        var grouping = new FieldGrouping(_context.Catalog.NameOf(name));
        AddGroup(grouping);
        return draft with { GroupBy = [grouping] };
    }

    /// <summary>"the busiest week by bookings": what the adjective measures gives way to the number that is named.</summary>
    private void OrderByNamed()
    {
        if (_basis is { Items: [var named] } && _ranking is { Sense: ExtremeMeasureSense extreme } said && extreme.Item.Measure != named.Measure && said.Leaves().Any(l => l.Sense is AdjectiveSense) && !said.Leaves().Any(l => l.Sense is MetricSense or FieldSense))
        {
            _measures.RemoveAll(m => m.Measure == extreme.Item.Measure);
            _ranking = new Phrase(said.Start, said.End, extreme with { Item = named }, said.Cost, said);
        }
    }

    private Grouping? _ranked;

    /// <summary>Of several breakdowns the one whose members are ranked within the others; null where that is not said.</summary>
    private Grouping? RankedThing =>
        _ranked is { } said && _groups.Contains(said) ? said
        : _sentence.Phrases.Where(p => p.Sense is BreakdownSense { Asked: true, Groupings.Count: 1 }).Select(p => ((BreakdownSense)p.Sense).Groupings[0]).Distinct().ToList() is [var asked] ? asked
        : null;

    /// <summary>"for each region the hotel with the highest revenue": the thing right beside the superlative is what is ranked.</summary>
    private bool IsRanked(Phrase thing) =>
        _ranking is { } ranking && _groups.Count == 1 && (thing.End == ranking.Start || ranking.End == thing.Start || Before(thing) == ranking || After(thing) == ranking);

    private bool Speaks(Dataset of) => _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense switch
    {
        EntitySense entity => entity.Dataset == of,
        FieldSense field => field.Field.Dataset == of,
        ValueSense value => value.Field.Dataset == of,
        _ => false,
    });

    /// <summary>"which regions have the highest …" asks for an order, "which region has …" for one.</summary>
    private bool Plural(SemanticQuery draft)
    {
        if (Enumerable.Range(1, _atoms.Count - 1).Any(i => _atoms[i].Key == "one" && _atoms[i - 1].Key == "which"))
        {
            return false;
        }

        foreach (var phrase in _sentence.Phrases.Where(p => p.Sense is BreakdownSense or RankingSense || (_context.GroupingOf(p.Sense) is { } grouping && draft.GroupBy.Contains(grouping))))
        {
            var last = _atoms[phrase.End - 1];
            if (last.Kind == AtomKind.Word && !last.Raw.Equals(last.Key, StringComparison.OrdinalIgnoreCase) && last.Raw.EndsWith('s'))
            {
                return true;
            }
        }

        return false;
    }
}
