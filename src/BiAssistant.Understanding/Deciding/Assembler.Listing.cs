using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Rows that are wanted one by one.</content>
internal sealed partial class Assembler
{
    /// <summary>By which field the rows of a list are put in order, and how many of them are wanted.</summary>
    private sealed record RowOrder(Field Field, string? Via, bool Descending, int? Count, MeasureItem? Item = null);

    /// <summary>A list of rows where no number is asked for: "list the open tickets", "which tickets are open", "tickets with their site", "the heaviest shipment".</summary>
    private Reading? ListRows()
    {
        var lists = _listed is not null || _newest is not null || _attributes.Count > 0 || _showsMore is not null || _fieldOrder is not null || IsEnumeration() || ShowsRows() is not null;
        var order = OrderOfRows();
        var numbers = _measures.Where(m => m != order?.Item).ToList();
        var counted = lists && numbers is [var one] ? RowsCountedBy(one) : null;
        if ((counted is null ? numbers.Count : 0) + _counts.Count + _aggregates.Count + _mosts.Count + _trends.Count + _limits.Count + _compared.Count + _operations.Count + _perThings.Count > 0
            || _perNumber is not null || _averageOver is not null || (order is null && _ranking is { Sense: not RankingSense }) || (order is null && _basis is not null) || _groups.Exists(g => g is not FieldGrouping) || _groups.Count > 1)
        {
            return null;
        }

        var doing = (lists || _atoms[0].Key == "who") && _measures.Count == 0 && _groups.Count == 0 ? PersonsDoing() : null;
        var asked = _askedRows?.Sense.Of ?? doing ?? PersonsAsked() ?? (_asked && _groups is [FieldGrouping only] && AsksFirst() ? DatasetOf(only) : null);
        if (asked is null && lists && _groups is [FieldGrouping each] && _sentence.Phrases.FirstOrDefault(p => p.Sense is BreakdownSense) is { } every && _atoms[every.Start].Key is "every" or "each")
        {
            // "every lane with its length" lists them.
            asked = DatasetOf(each);
        }

        if (asked is null && _groups.Count > 0)
        {
            return null;
        }

        var (head, at) = asked is not null ? (asked, -1) : HeadOfList();
        if (head is null || (counted is not null && counted != head) || (doing is null && !IsSpokenOf(head)))
        {
            return null;
        }

        var extreme = order is not null && head.NameField is null && (head == order.Field.Dataset || head.Lineage.Contains(order.Field.Dataset)) && (asked is not null || _countedRows is { Sense.Top: not null } || (order.Item is not null && (IsBeside(at) || (IsKorean && _ranking?.Sense is RankingSense { Of: null, Count: not null }))));
        var told = _filters.Count + _dated.Count + _related.Count + _both.Count + _texts.Count;
        var apart = head.NameField is { } called && (_related.Count + _both.Count + _texts.Count + _notPeriods.Count > 0 || _dated.Exists(d => d.Sense.Field.Dataset != head && !_context.Reaches(head, d.Sense.Field.Dataset) && _context.LeadsTo(d.Sense.Field.Dataset, head))
            || _filters.Exists(f => f.Of == head && (f.Condition is FieldEmpty { Negated: false } or FieldAgainstMeasure or FieldsCompared || (f.Condition is FieldText text && text.Field == _context.Catalog.NameOf(called)))));
        if (!lists && !extreme && !IsKorean && _atoms.Any(a => a.Key is "number" or "many" or "count"))
        {
            return null;
        }

        // "show the enterprise accounts" wants to see them.
        lists |= head.NameField is not null && told > 0 && order is null && asked is null && Shows();
        lists |= head.NameField is not null && told > 0 && order is null && asked is null && IsNameOnly(at, head);
        if (!lists && !extreme && !apart && !(asked is not null && told > 0 && order is null))
        {
            return null;
        }

        var many = (_counted?.Sense as CountedSense)?.Count ?? (_ranking?.Sense as RankingSense)?.Count ?? _countedRows?.Sense.Count;
        if ((_newest is { Sense: NewestSense { Weak: true, Count: null } } && many is null) || (_countedRows is { } rows && rows.Sense.Of != head) || (DatasetOf((_counted?.Sense as CountedSense)?.Of ?? (_ranking?.Sense as RankingSense)?.Of) is { } several ? several != head : (_counted?.Sense as CountedSense)?.Of is not null || (_ranking?.Sense as RankingSense)?.Of is not null))
        {
            return null;
        }

        if (order is { Item: not null } && _atoms[0].Key == "what" && _joined.Concat(_things).Any(p => (p.Sense is JoinedSense joined ? joined.Inner : p.Sense) is FieldSense unit && unit.Field == order.Field))
        {
            // "what was the longest delay, in minutes?" asks for the number, and for no row.
            _joined.RemoveAll(p => p.Sense is JoinedSense { Inner: FieldSense unit } && unit.Field == order.Field);
            _things.RemoveAll(t => t.Sense is FieldSense unit ? unit.Field == order.Field : t.Sense is EntitySense { Via: null } entity && entity.Dataset == head);
            _measures.Clear();
            AddMeasure(_context.Of(order.Descending ? AggregateFunction.Max : AggregateFunction.Min, order.Field));
            _ranking = null;
            return null;
        }

        if (order is { Item: not null } && head != order.Field.Dataset && !head.Lineage.Contains(order.Field.Dataset))
        {
            return null;
        }

        _measures.Clear();
        _counts.Clear();
        _groups.Clear();
        _askedRows = null;
        NameTexts(head);
        ApplyBareLimits([head]);
        Relate(head, head, at);
        return Listed(head, order);
    }

    private Reading Listed(Dataset head, RowOrder? order)
    {
        var shown = ShownFields(head);
        var count = order?.Count ?? (_ranking?.Sense as RankingSense)?.Count ?? (_counted?.Sense as CountedSense)?.Count ?? _countedRows?.Sense.Count;
        count ??= _fieldOrder is { Sense: FieldOrderSense { One: true } } && !IsPlural(head) ? 1 : null;
        var ordered = order is { Count: null } ? order with { Count = count } : order;
        _countedRows = null;
        if (_newest is { Sense: NewestSense { Newest: var newest, Count: var several } } && head.DefaultTime is { } clock)
        {
            if (After(_newest) is { Sense: FieldSense { Field: { Type.IsTemporal: true } other } } date && other != clock && date.Start == _newest.End)
            {
                // "the earliest birth date" is not that of the first who joined.
                Fail(ProblemKind.NothingToRank, _newest);
            }

            ordered ??= new RowOrder(clock, null, newest, several ?? count ?? (IsPlural(head) ? null : 1));
        }
        else if (_fieldOrder is { Sense: TimeOrderSense { Newest: var first } } && head.DefaultTime is { } time)
        {
            ordered ??= new RowOrder(time, null, first, count);
        }
        else if (order is null && (count is not null || _ranking is not null || _newest is not null || _order is not null || _fieldOrder is not null))
        {
            Fail(ProblemKind.NothingToRank, _ranking ?? _counted ?? _newest ?? _fieldOrder ?? _sentence.Phrases[0]);
        }

        _fieldOrder = null;
        if (ordered is not null)
        {
            var name = _context.Catalog.NameOf(ordered.Field);
            shown = shown.Count > 0 ? shown : [.. Identity(head)];
            shown = shown.Exists(f => f.Field == name) ? shown : [.. shown, new FieldGrouping(name, ordered.Via)];
        }

        foreach (var phrase in _links.Where(l => l.Sense is LinkSense { Reverse: false, Way: { Optional: true, To.NameField: not null } way } && way.From == head).ToList())
        {
            // "customers who were referred": those that lead somewhere on that way.
            var way = ((LinkSense)phrase.Sense).Way;
            _links.Remove(phrase);
            _filters.Add((new FieldEmpty(_context.Catalog.NameOf(way.To.NameField!), Negated: true, _context.NameOf(way)), head, null, phrase));
            _cost += 0.5;
        }

        foreach (var phrase in _links.Concat(_nows.Where(_ => _periods.Count > 0 || !SpeaksOfState([head]))))
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        foreach (var date in _periods.Select(Before).OfType<Phrase>().Where(b => b.Sense is FieldSense { Via: null, Field: { Type.IsTemporal: true } told } && told != head.DefaultTime && _periods.Exists(p => p.Start <= b.End + 1)))
        {
            // "policies whose cover ends in July": the date right before the period is what the period is about.
            Fail(ProblemKind.UnusedWords, date);
        }

        _joined.Clear();
        _names.Clear();
        _showsMore = null;
        FailWordsOfNumbers();
        FailUnusedClauses();
        var draft = new SemanticQuery { Listing = new Listing(_context.Catalog.NameOf(head), shown.ToSeq()) };
        _measures.Add(_context.CountOf(head));
        var period = PeriodOf(new SemanticQuery { Measures = [new CountMeasure(_context.Catalog.NameOf(head))] });
        _measures.Clear();
        if (period is not null && head.DefaultTime is { } ownClock)
        {
            // "booked in April" says the date that the period is about anyway; another period of it contradicts.
            _filters.RemoveAll(f => f.Condition is FieldEmpty { Negated: true, Via: null } known && IsOwnClock(known.Field));
            if (_filters.Find(f => f.Condition is FieldPeriod { Via: null } other && IsOwnClock(other.Field)) is { Said: { } again })
            {
                Fail(ProblemKind.SeveralPeriods, again);
            }

            bool IsOwnClock(string field) => _context.Catalog.FindField(field) is { } known && (known == ownClock || GrammarContext.FieldOf(head, known) == ownClock);
        }

        draft = draft with { Period = period, Where = Conditions() };
        if (ordered is not null)
        {
            var by = shown.FindIndex(f => f.Field == _context.Catalog.NameOf(ordered.Field));
            draft = draft with { OrderBy = [new Ordering(OutputNames.Of(draft, _context.Catalog).Groups[by], ordered.Descending)], Top = ordered.Count is { } most ? new Top(most) : null };
        }

        return new Reading(draft, _cost + (_listed is null ? 0.4 : 0), _sentence, _problems);
    }

    /// <summary>What is shown beside each row, in the order of the question: everything that is named and is not the rows themselves.</summary>
    private List<FieldGrouping> ShownFields(Dataset head)
    {
        var shown = new List<FieldGrouping>();
        foreach (var phrase in _sentence.Phrases)
        {
            var sense = phrase.Sense is JoinedSense joined && _joined.Contains(phrase) ? joined.Inner : phrase.Sense;
            switch (sense)
            {
                case AttributesSense attributes:
                    shown.AddRange(attributes.Fields);
                    break;
                case NameOfSense { Time: false }:
                    shown.AddRange(Identity(head));
                    break;
                case NameOfSense when head.DefaultTime is { } date:
                    shown.Add(new FieldGrouping(_context.Catalog.NameOf(date)));
                    break;
                case NameOfSense:
                case FieldSense or EntitySense when (_things.Contains(phrase) || _joined.Contains(phrase)) && HasOrLacks(phrase):
                    // "모회사가 있는 고객사": a condition, and nothing to be shown.
                    Fail(ProblemKind.UnusedWords, phrase);
                    break;
                case EntitySense { Via: null } entity when entity.Dataset == head:
                    break;
                case FieldSense or EntitySense when _things.Contains(phrase) || _joined.Contains(phrase):
                    var fields = Grammar.Rules.Attributes.Shown(sense, _context) is { } one ? [one] : sense is EntitySense { Via: var via } nameless ? Identity(nameless.Dataset).Select(f => f with { Via = via }).ToList() : [];
                    shown.AddRange(fields);
                    // "teachers that have a mentor": those that have one.
                    _cost += !_joined.Contains(phrase) && !IsKorean && PassedOver(Before(phrase)?.End ?? 0, phrase.Start, s => s is HasSense { Weak: false, After: false }) ? 1 : 0;
                    // "refund date 31 December": a condition, and nothing to be shown.
                    _cost += sense is FieldSense { Field.Type.IsTemporal: true } && After(phrase)?.Sense is DateSense or RelativePeriodSense or RangeSense ? 1 : 0;
                    _cost += (_joined.Contains(phrase) ? 0.05 : 0.4) + (sense is FieldSense { Field.Type.Kind: SqlTypeKind.Boolean } && !_joined.Contains(phrase) ? 0.6 : 0);
                    if (fields.Count == 0 || Before(phrase)?.Sense is ComparedToSense { Target: AverageTarget { Within: null } })
                    {
                        // "above the average price of their kind" tells whose average it is.
                        Fail(ProblemKind.UnusedWords, phrase);
                    }

                    break;
                case GrainSense when _things.Contains(phrase):
                    Fail(ProblemKind.UnusedWords, phrase);
                    break;
                default:
                    break;
            }
        }

        if (_sentence.Phrases.Any(p => p.Sense is RelatedSense { Negated: false, Via: not null }))
        {
            // "customers that have a parent company": which one they have is worth a column.
            shown.AddRange(_had);
        }

        if (_listed is null && _joined.Count == 0 && _sentence.Phrases.Where(p => p.Sense is AttributesSense).ToList() is [{ Sense: AttributesSense { Fields: [var number] } }] && shown.Count == 1 && _context.Catalog.FindField(number.Field) is { Type.IsNumeric: true })
        {
            // "stays with children": shown beside, or there at all?
            _cost += 1.3;
        }

        // "treatments that cost more than the average": what they cost.
        shown.AddRange(_filters.Select(f => f.Condition).OfType<FieldAgainstMeasure>().Where(f => f.Via is null).Select(f => new FieldGrouping(f.Field)).Where(f => !shown.Contains(f)));
        if (shown.Exists(s => _context.Catalog.FindField(s.Field) is { Sensitive: true } field && !_sees(field)))
        {
            // A list of what may not be seen tells nothing.
            Fail(ProblemKind.NotToBeSeen, _sentence.Phrases.First(p => p.Leaves().Any(l => l.Sense is FieldSense { Field: { Sensitive: true } secret } && !_sees(secret))));
        }

        if (shown.Count > 0)
        {
            // What rows are told by a number of theirs is worth a column.
            shown.AddRange(_filters.Where(f => f.Of == head).SelectMany(f => f.Condition is AllOf both ? both.Conditions : [f.Condition]).OfType<FieldComparison>().Where(c => c.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)).Select(c => new FieldGrouping(c.Field, c.Via)));
            shown = [.. Identity(head).Concat(shown).Distinct()];
        }

        return shown;
    }

    private bool HasOrLacks(Phrase thing)
    {
        var at = thing.End;
        at += at < _atoms.Count && !_atoms[at].SpaceBefore && _atoms[at].Raw is "이" or "가" ? 1 : 0;
        return IsKorean && at + 1 < _atoms.Count && _atoms[at] is { SpaceBefore: true, Raw: "있" or "없" };
    }

    private RowOrder? OrderOfRows()
    {
        var count = (_counted?.Sense as CountedSense)?.Count ?? _countedRows?.Sense.Count;
        return _ranking?.Sense switch
        {
            ExtremeMeasureSense { Item: { Metric: null, Field: { } field } item, ByGoodness: false } extreme => new RowOrder(field, null, extreme.High, extreme.Count ?? count ?? (extreme.One ? 1 : null), item),
            RankingSense { ByGoodness: false } ranking when _measures is [{ Metric: null, Measure: AggregateMeasure, Field: { } field } item] => new RowOrder(field, null, ranking.High, ranking.Count ?? (ranking.One ? 1 : null), item),
            RankingSense { ByGoodness: false } ranking when _basis is { Items: [{ Metric: null, Field: { } field }] } => new RowOrder(field, null, ranking.High, ranking.Count ?? (ranking.One ? 1 : null)),
            null when _countedRows is { Sense.Top: { } high } && _basis is { Items: [{ Metric: null, Field: { } field }] } => new RowOrder(field, null, high, _countedRows?.Sense.Count),
            null when _countedRows is { Sense.Top: { } top } && _fieldOrder is { Sense: FieldOrderSense { By: var by } } => new RowOrder(by.Field, by.Via, top, _countedRows?.Sense.Count),
            null when _basis is { Items: [{ Metric: null, Field: { } field }] } basis => new RowOrder(field, null, basis.Descending ?? _order?.Descending ?? true, count),
            null when _fieldOrder is { Sense: FieldOrderSense { By: var by } order } => new RowOrder(by.Field, by.Via, order.Descending ?? _order?.Descending ?? by.Field.Type.IsNumeric, order.Count ?? count),
            _ => null,
        };
    }
}
