using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>"how many guests made more than two bookings": how many things there are of which a number of each is so.</content>
internal sealed partial class Assembler
{
    private Reading? CountMembers()
    {
        if (_limits.Count == 0)
        {
            return null;
        }

        var said = _measures.Where(m => !IsOnlyLimited(m)).ToList();
        var thing = _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null }) ?? _things.FirstOrDefault(t => t.Sense is EntitySense);
        var (things, entity) = said is [var one] && (RowsCountedBy(one) ?? ThingsCountedBy(one)) is { } counted ? (counted, (Phrase?)null) : said.Count == 0 && _counts.Count > 0 && thing?.Sense is EntitySense named ? (named.Dataset, thing) : (null, null);
        var numbers = _measures.Where(IsOnlyLimited).ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is { Measure: CountMeasure { Filter: null }, Rows: { } kind } && NumberOf(kind) is var known)
            {
                var old = numbers[i];
                _measures[_measures.IndexOf(old)] = known;
                for (var l = 0; l < _limits.Count; l++)
                {
                    _limits[l] = _limits[l].Item == old ? _limits[l] with { Item = known } : _limits[l];
                }

                numbers[i] = known;
            }
        }

        if (things is not null && numbers.Count > 0 && (_groups.Exists(g => g is not FieldGrouping) || _sentence.Phrases.SelectMany(p => p.Leaves()).Count(l => l.Sense is CountWordSense) > 1))
        {
            // "at least one order in every quarter" asks for another number than one by quarter.
            Fail(ProblemKind.NothingToLimit, _sentence.Phrases.FirstOrDefault(p => p.Sense is MeasureLimitSense or RowsLimitSense or TimesSense) ?? _sentence.Phrases[0]);
        }

        if (things is null || numbers.Count == 0 || !numbers.TrueForAll(n => _context.RootsOf(n).ToList() is { Count: > 0 } roots && roots.TrueForAll(r => r != things && _context.LeadsTo(r, things))))
        {
            return null;
        }

        var ways = WaysTo(things, entity, numbers);
        if (NameOrKey(things) is not { } name || ways.Exists(w => w.Way != ways[0].Way)
            || _ranking is not null || _basis is not null || _order is not null || _operations.Count(o => o.Sense is not ShareSense) + _compared.Count + _trends.Count + _aggregates.Count + _mosts.Count + _attributes.Count + _bare.Count + _links.Count(l => !ways.Exists(w => w.Said == l)) > 0
            || _newest is not null || _perNumber is not null || _counted is not null || _groups.Exists(g => g is not FieldGrouping))
        {
            return null;
        }

        if (entity is not null)
        {
            _things.Remove(entity);
        }

        foreach (var phrase in _nows.Concat(_things.Where(t => !Absorbed(t))))
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        if (_limits is [{ Operator: ComparisonOperator.GreaterOrEqual, Value: 1 } or { Operator: ComparisonOperator.Greater, Value: 0 }] && numbers is [var rows] && RowsCountedBy(rows) is { } related && CountsAll(rows, related))
        {
            // "at least one booking" is a booking.
            _limits.Clear();
            _measures.Remove(rows);
            _counts.Clear();
            if (said.Count == 0)
            {
                AddMeasure(_context.CountOf(things));
            }

            var span = _sentence.Phrases.First(p => p.Sense is MeasureLimitSense or RowsLimitSense or TimesSense);
            _related.Add((new RelatedSense(related, null, false), span));
            return null;
        }

        if (_limits.Exists(l => l.Operator is ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.NotEqual || l.Value <= 0) && !_limits.Exists(l => l.Operator is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual && l.Value > 0))
        {
            // Whether those that have none at all are meant is not said.
            Fail(ProblemKind.NothingToLimit, _sentence.Phrases.FirstOrDefault(p => p.Sense is MeasureLimitSense or RowsLimitSense or TimesSense) ?? _sentence.Phrases[0]);
        }

        if (_operations.Count > 0)
        {
            return null;
        }

        // "상담을 15건 넘게 맡은 상담사", "members who placed at least 3 orders": the verb says what the number says.
        var verbs = _lightVerbs.RemoveAll(v => (Before(v)?.Sense is MeasureLimitSense limit && RowsCountedBy(limit.Item) is not null) || (After(v)?.Sense is MeasureLimitSense next && RowsCountedBy(next.Item) is not null))
            + _uses.RemoveAll(u => Before(u)?.Sense is MeasureLimitSense limit && RowsCountedBy(limit.Item) is not null);
        _cost += 0.3 * verbs;
        _measures.Clear();
        _measures.AddRange(numbers);
        _counts.Clear();
        NameTexts(things);
        var outer = _groups.OfType<FieldGrouping>().ToList();
        _groups.Clear();
        var self = new FieldGrouping(_context.Catalog.NameOf(name), ways is [var (way, _), ..] && (_context.NameOf(way) is not null || HasOtherWay(way)) ? way.Name : null);
        _links.Clear();
        AddGroup(self);
        outer.ForEach(AddGroup);
        var draft = new SemanticQuery { Measures = numbers.Select(m => m.Measure).ToSeq(), GroupBy = _groups.ToSeq() };
        draft = draft with { Period = PeriodOf(draft) };
        draft = draft with { Where = Conditions(), Having = Having(draft), GroupBy = _groups.ToSeq() };
        draft = OnlyMembers(draft);
        FailWordsOfNumbers();
        FailUnusedClauses();
        var columns = OutputNames.Of(draft, _context.Catalog).Groups.Skip(1).Select(g => (Grouping)new ColumnGrouping(g)).ToSeq();
        return new Reading(new SemanticQuery { Measures = [new RowsMeasure()], GroupBy = columns, Over = draft }, _cost + 0.2, _sentence, _problems);

        bool Absorbed(Phrase told) => told.Sense is EntitySense { Via: null } named && (named.Dataset == things || numbers.Exists(n => _context.RootsOf(n).Contains(named.Dataset)));
    }

    /// <summary>Whether rows lead to the same things on another way, by way of others.</summary>
    private bool HasOtherWay(Relationship way) => _context.Catalog.Relationships.Any(r => r != way && r.To == way.To && r.From != way.From && _context.LeadsTo(way.From, r.From));

    /// <summary>On which way the rows that are counted lead to the things, where the question says it: "제안을 작성한 컨설턴트", "상담한 상담사".</summary>
    private List<(Relationship Way, Phrase Said)> WaysTo(Dataset things, Phrase? entity, List<MeasureItem> numbers) =>
        (entity is { Sense: EntitySense { Via: { } role } } ? numbers.SelectMany(_context.RootsOf).Distinct().SelectMany(r => _context.Catalog.Relationships.Where(w => w.From == r && w.To == things && _context.NameOf(w) == role)).Select(w => (w, entity)) : [])
            .Concat(_links.Where(l => l.Sense is LinkSense { Way: var way } && way.To == things && numbers.TrueForAll(n => _context.RootsOf(n).All(r => r == way.From))).Select(l => (((LinkSense)l.Sense).Way, l))).ToList();

    /// <summary>Whether a number counts every row of a kind by that kind's own date.</summary>
    private static bool CountsAll(MeasureItem item, Dataset rows) =>
        item.Measure is CountMeasure || (item.Metric is { Formula: AggregateFormula { Time: var clock } } metric && GrammarContext.RowsOf(metric) == rows && (clock is null || clock == rows.DefaultTime));
}
