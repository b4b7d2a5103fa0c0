using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>Things that were only named: each finds its part or is a problem.</content>
internal sealed partial class Assembler
{
    /// <summary>Decides for every thing that was only named whether it groups, is counted, or merely says whose numbers these are.</summary>
    private void PlaceThings()
    {
        if (_counted is { Sense: CountedSense counted } && (_ranking is not null || _basis is not null))
        {
            AddGroup(counted.Of);
            _ranked = counted.Of;
        }
        else if (_counted is not null)
        {
            Fail(ProblemKind.NothingToRank, _counted);
        }

        if (_ranking?.Sense is RankingSense { Of: { } of })
        {
            AddGroup(of);
            _ranked = of;
        }

        if (_things.Count == 0)
        {
            RankKind();
        }

        foreach (var thing in _things)
        {
            var grouping = _context.GroupingOf(thing.Sense);
            var wantsGroup = ((_ranking is not null || _shareLimit is not null || _place is { Sense: PlaceSense { Alone: true } } || _basis is not null || _limits.Count > 0 || _compared.Count > 0 || _order is not null || ChangesSaid.Any(p => p.Sense is ExtremeChangeSense || (p.Sense is ChangeSense change && Chooses(change)))) && _groups.Count == 0)
                || (RankedThing is null && _ranking is { Sense: ExtremeMeasureSense or RankingSense { Of: null } } && grouping is not null && !_groups.Contains(grouping) && IsRanked(thing));
            if (thing.Sense is GrainSense && thing.Start > 0 && _atoms[thing.Start - 1] is { Kind: AtomKind.Digits } amount && (_atoms[thing.Start] is { Kind: AtomKind.Syllable, SpaceBefore: false } || amount.Key.Length < 4))
            {
                // "2023년" is a year, not 2023 and years; "2 hours" is a length of time.
                Fail(ProblemKind.UnusedWords, thing);
            }
            else if (thing.Sense is GrainSense && Before(thing) is { Sense: LimitSense or MeasureLimitSense or ConditionSense } limit && (limit.End == thing.Start || (limit.End == thing.Start - 1 && _atoms[limit.End].Raw is "a" or "an" or "per")) && limit.Leaves().Last(l => l.Sense is not FillerSense).Sense is NumberSense)
            {
                // "more than six hours", too.
                Fail(ProblemKind.UnusedWords, thing);
            }
            else if (thing.Sense is GrainSense unit && Before(thing)?.Sense is ExtremeMeasureSense { Item: var measured } && Units(measured, unit.Grain))
            {
                // "the most overtime hours": hours are what it is counted in.
                Fail(ProblemKind.NothingToRank, thing);
            }
            else if (!IsKorean && _ranking is null && Before(thing)?.Sense is BasisMeasureSense)
            {
                // "by guest region": what stands behind a number to go by belongs to it.
                Fail(ProblemKind.UnusedWords, thing);
            }
            else if (IsKorean && thing.Sense is FieldSense { Field: var named } && named == named.Dataset.NameField && After(thing) is { Sense: CountWordSense } word && word.Start == thing.End)
            {
                // "주문 고객 수" counts customers, and breaks nothing down by them.
                Fail(ProblemKind.UnusedWords, thing);
            }
            else if (wantsGroup && grouping is not null)
            {
                AddGroup(grouping);
                _ranked ??= _ranking is null ? null : grouping;
                // An amount is rarely what things are broken down by.
                _cost += 0.1 + Grammar.Rules.MarkedBreakdown.CostOf(thing.Sense) + (thing.Sense is FieldSense { Field: { Entity: null, Type.Kind: SqlTypeKind.Decimal or SqlTypeKind.Double } } or FieldSense { Field.Type.IsTemporal: true } ? 0.6 : 0);
            }
            else if (thing.Sense is GrainSense && grouping is not null && _groups.Contains(grouping))
            {
                // "the day with the most orders a day": said twice.
                _cost += 0.1;
            }
            else if (RankedWithin(thing))
            {
                Fail(ProblemKind.RankWithinGroups, thing);
            }
            else if (thing.Sense is EntitySense { Via: null } entity && PlaceEntity(entity.Dataset, thing))
            {
                if (thing.End < _atoms.Count && _atoms[thing.End] is { Key: "," or "and", Raw: not ":" } && After(thing)?.Sense is MeasuresSense or JoinedSense { Inner: MeasuresSense })
                {
                    // "orders, cancellation rate and active buyers": what is listed with numbers is asked for.
                    if (_atoms[thing.End - 1] is { Kind: AtomKind.Word } things && !things.Raw.Equals(things.Key, StringComparison.OrdinalIgnoreCase))
                    {
                        _measures.Insert(0, _context.CountOf(entity.Dataset));
                        _cost += 0.4;
                    }
                    else
                    {
                        Fail(ProblemKind.UnusedWords, thing);
                    }
                }

                continue;
            }
            else if (thing.Sense is FieldSense { Field: { Type: { IsTemporal: false, IsNumeric: false } } field } && grouping is not null && _measures.Count > 0 && !_concluded && _groups.Count < 2 && field.Type.Kind != SqlTypeKind.Boolean && !FollowsThing(thing) && !PassedOver(Before(thing)?.End ?? 0, thing.Start, s => s is SameMarkSense) && !(thing.Start > 0 && Languages.English.EnglishWords.Doing.Contains(_atoms[thing.Start - 1].Key)))
            {
                // "channel revenue": a fragment that leaves "by" out; "revenue at clinics in the capital" leaves nothing out.
                AddGroup(grouping);
                _cost += 1.2 + (field == field.Dataset.NameField && thing.Start > 0 && Languages.English.EnglishWords.Places.Contains(_atoms[thing.Start - 1].Raw) ? 0.5 : 0);
                // "revenue of the Bonn shops": told apart from others, and together.
                _cost += field == field.Dataset.NameField && Before(thing) is { Sense: ValueSense or LinkSense or ConditionSense or DatedSense } kind && kind.End >= thing.Start - 3 ? 0.4 : 0;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, thing);
            }
        }
    }

    private static bool Units(MeasureItem item, Semantics.Calendars.TimeGrain grain) =>
        (item.Metric?.Unit ?? item.Field?.Unit) is { } unit && unit.In("en") is { } name && Tokens.WordForms.Fold(name).Equals(grain.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>"the least ordered dessert": with nothing else to rank, the value beside the superlative tells a kind of things, and those are ranked.</summary>
    private void RankKind()
    {
        if (_groups.Count > 0 || _ranking is not { Sense: ExtremeMeasureSense or RankingSense { Of: null } } ranking || (_ranking.Sense is ExtremeMeasureSense { Of: not null }))
        {
            return;
        }

        var beside = _filters.Where(f => f.Said is { } said && (Before(ranking) == said || After(ranking) == said) && f.Value is { } value && Grammar.Rules.ThingsOfKind.TellsKind(value) && _context.GroupingOf(new EntitySense(value.Field.Dataset)) is not null).ToList();
        if (beside is [{ Value: { } kind }])
        {
            _ranked = _context.GroupingOf(new EntitySense(kind.Field.Dataset));
            AddGroup(_ranked!);
            _cost += 0.7;
        }
    }

    /// <summary>"the region with the largest customers": the things behind a superlative are other rows than those it measures, and not what is ranked.</summary>
    private bool RankedWithin(Phrase thing) =>
        thing.Sense is EntitySense entity && Before(thing)?.Sense is ExtremeMeasureSense { Item: var item } && !_context.RootsOf(item).Contains(entity.Dataset);

    private bool PlaceEntity(Dataset dataset, Phrase phrase)
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
            // "region by region" asks nothing about regions.
            var itself = _groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field) is { } field && field == field.Dataset.NameField && field.Dataset == dataset);
            if (itself || (_groups.Count == 0 && _trends.Count == 0) || _ranking is not null || _basis is not null)
            {
                return false;
            }

            AddMeasure(_context.CountOf(dataset));
            _cost += 1;
            return true;
        }

        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        if (IsRanked(phrase) && !roots.TrueForAll(r => r == dataset) && !_groups.Contains(_context.GroupingOf(phrase.Sense)!))
        {
            return false;
        }

        if (phrase.Start > 0 && (_atoms[phrase.Start - 1].Raw is "각" or "each" or "every" || (_atoms[phrase.Start - 1].Raw == "그" && ShareSaid() is not null)))
        {
            // "각 의원이 그 지역 매출에서": each of them is asked for.
            return false;
        }

        if (After(phrase) is { Sense: MeasuresSense } owned && Enumerable.Range(phrase.End, owned.Start - phrase.End).Any(i => EnglishWords.Own.Contains(_atoms[i].Key)))
        {
            // "stores with their revenue": each of them.
            return false;
        }

        if (IsKorean && phrase.End + 1 < _atoms.Count && _atoms[phrase.End].Raw == "기" && _atoms[phrase.End + 1].Raw == "준")
        {
            // "담당 사무소 기준으로": by it, and not of it.
            return false;
        }

        if (IsListed(phrase) && After(phrase) is { Sense: FieldSense or EntitySense } next && IsListed(next))
        {
            // "학생 이름, 시험명, 점수": one thing after the other is wanted.
            return false;
        }

        if (roots.Count > 0 && roots.All(r => _context.Reaches(r, dataset)) && !TellsOfBreakdown(phrase, dataset))
        {
            // Beside a ranking or a comparison things that are no breakdown are rather what is ranked.
            _cost += roots.All(r => r == dataset) ? 0.5 : _ranking is null && (_compared.Count == 0 || _asked) ? 0.9 : 1.6;
            return true;
        }

        if (roots.Count > 0 && dataset.ToldBy is { } told && roots.All(r => _context.Reaches(r, told.Field.Dataset)))
        {
            // "the average age of patients", where ages are those of people: only the people that are patients.
            AddValue(new ValueSense(told.Field, told.Values), phrase);
            _cost += 0.5;
            return true;
        }

        return false;
    }

    private bool IsListed(Phrase phrase) => phrase.End < _atoms.Count && _atoms[phrase.End].Key == ",";

    /// <summary>"by region customer", "고객 지역별": a thing that stands with what is broken down by, and that does not have it, is not there to be left out.</summary>
    private bool TellsOfBreakdown(Phrase thing, Dataset dataset)
    {
        var (before, after) = (Before(thing), After(thing));
        return (before?.Sense is BreakdownSense of && (after?.Sense is not MeasuresSense || before.Leaves().Last().Sense is GroupEndingSense) && !Has(of))
            || (after?.Sense is BreakdownSense by && after.Leaves().Last().Sense is GroupEndingSense && !Has(by));

        bool Has(BreakdownSense breakdown) => breakdown.Groupings is not [FieldGrouping grouping] || _context.Catalog.FindField(grouping.Field)?.Dataset is not { } home
            || dataset.Lineage.Contains(home) || _context.LeadsTo(dataset, home);
    }

    /// <summary>"by guest region": a field behind a thing that does not lead to it is no second breakdown.</summary>
    private bool FollowsThing(Phrase field) => Before(field)?.Sense is BreakdownSense { Groupings: [.., FieldGrouping grouping] }
        && _context.Catalog.FindField(grouping.Field) is { } name && name == name.Dataset.NameField;

    private Phrase? Before(Phrase phrase) => _sentence.Phrases.TakeWhile(p => p != phrase).LastOrDefault() is { } last && _sentence.Phrases.Contains(phrase) ? last : null;

    private Phrase? After(Phrase phrase) => _sentence.Phrases.SkipWhile(p => p != phrase).Skip(1).FirstOrDefault();

    /// <summary>What is usually broken down is, unless the question breaks it down itself or says of which group it is.</summary>
    private void BreakDownAsUsual()
    {
        if (_groups.Count > 0 || _trends.Count > 0 || _ranking is not null || _measures is not [{ Metric: { } metric }])
        {
            return;
        }

        foreach (var usual in metric.DefaultBy.Where(name => !_filters.Exists(f => f.Value is { Negated: false } value && _context.Catalog.NameOf(value.Field) == name)))
        {
            AddGroup(new FieldGrouping(usual));
        }
    }

    /// <summary>"people who are doctors" are doctors: numbers of all rows under the condition that tells one kind are numbers of that kind.</summary>
    private void NarrowToKinds()
    {
        if (_limits.Count > 0 || _ranking is not null || _basis is not null)
        {
            return;
        }

        foreach (var filter in _filters.Where(f => f.Value is not null).ToList())
        {
            if (_context.KindOf(filter.Value!) is { } kind && _measures.ConvertAll(m => Kinds.Narrowed(m.Measure, kind, _context.Catalog)) is { Count: > 0 } narrowed && !narrowed.Contains(null))
            {
                _filters.Remove(filter);
                for (var i = 0; i < _measures.Count; i++)
                {
                    var field = narrowed[i] is AggregateMeasure aggregate ? _context.Catalog.FindField(aggregate.Field) : null;
                    _measures[i] = _measures[i] with { Measure = narrowed[i]!, Field = field, Rows = kind };
                }
            }
        }
    }

    /// <summary>"visits of doctors": who is reached as a doctor is known to be one, and to say so narrows nothing.</summary>
    private void DropKnownKinds()
    {
        var roots = _measures.SelectMany(_context.RootsOf).Distinct().ToList();
        _cost += 0.5 * _filters.RemoveAll(f => f.Value is { } value && roots.Count > 0 && _context.KindOf(value) is { } kind && roots.TrueForAll(r => _context.Reaches(r, kind)));
    }
}
