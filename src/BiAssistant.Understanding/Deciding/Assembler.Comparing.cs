using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>Numbers compared with an average, another member, another period or another number.</content>
internal sealed partial class Assembler
{
    /// <summary>"fewer no-shows in 2024 than in 2023": the way, what is compared and what with, wherever they stand.</summary>
    private void PairComparisons()
    {
        PickAmongListed();
        foreach (var times in _times.Where(t => t.Sense is TimesSense { Count: > 1 } && After(t) is { Sense: MeasuresSense or AggregateSense or ValueSense } next && _sentence.Phrases.Contains(next)))
        {
            // "more than twice the average" is no number of times.
            Fail(ProblemKind.UnusedWords, times);
        }

        foreach (var phrase in _thans)
        {
            var than = (ComparedToSense)phrase.Sense;
            if (than.During is { } during)
            {
                _periods.Add(new Phrase(phrase.Start, phrase.End, during, phrase.Cost, phrase));
            }

            if (than is { Operator: null, Target: PeriodTarget { Against: var against } } && _comparatives.Count == 0 && ChangesSaid.Concat(_operations.Where(o => o.Sense is HowMuchSense)).Any())
            {
                // "how much more … than last year": a change.
                _operations.Add(new Phrase(phrase.Start, phrase.End, against, phrase.Cost, phrase));
                continue;
            }

            if (than.Operator is null && _comparatives.Count == 0 && _ranking is { Sense: ExtremeMeasureSense { One: false, ByGoodness: false } level })
            {
                // "평균보다 2024년 매출이 많은": the level belongs to the comparison.
                _comparatives.Add(new Phrase(_ranking.Start, _ranking.End, new ComparativeOfSense(level.Item, null, level.High), _ranking.Cost, _ranking));
                _ranking = null;
                _measures.Remove(level.Item);
            }

            var side = than.Operator is null ? _comparatives.FirstOrDefault(c => c.Sense is ComparativeOfSense) ?? _comparatives.FirstOrDefault() : _comparatives.FirstOrDefault(c => c.Sense is ComparativeOfSense);
            _comparatives.Remove(side!);
            than = than.Operator is not null ? than : side?.Sense switch
            {
                ComparativeOfSense of => than.Going(of.High, null, of.Scale),
                ComparativeSense { ByGoodness: true } good when _measures is [{ Metric: { Good: not GoodDirection.Unknown } judged }] => than.Going(good.High == GrammarContext.HighIsGood(judged), null, good.Scale),
                ComparativeSense { ByGoodness: false } plain => than.Going(plain.High, plain.By, plain.Scale),
                _ => than,
            };
            if (than.Target is AverageTarget { Kind: null } && phrase.Leaves().Last().Sense is AggregateSense && After(phrase) is { Sense: ValueSense } kind && kind.Start == phrase.End)
            {
                // "than the average motor policy" narrows the average.
                Fail(ProblemKind.UnusedWords, kind);
            }

            var field = than.OfField ?? (side?.Sense as ComparativeOfSense)?.Field ?? FieldMeasured(than, phrase);
            if (than.Operator is not { } told)
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else if (field is not null && TellsOtherSpan(field))
            {
                Fail(ProblemKind.NothingToCompare, phrase);
            }
            else if (field is not null && than.Target is NumberTarget { Number: var number })
            {
                if (Grammar.Rules.Units.Value(number, field.Field.Unit, field.Field.Format) is { } value)
                {
                    _filters.Add((new FieldComparison(_context.Catalog.NameOf(field.Field), told, GrammarContext.Literal(value), field.Via), field.Field.Dataset, null, phrase));
                }
                else
                {
                    Fail(ProblemKind.UnusedWords, phrase);
                }
            }
            else if (field is not null && than.Target is AverageTarget average)
            {
                if (phrase.Leaves().Last().Sense is AggregateSense && After(phrase) is { Sense: EntitySense other } next && next.Start == phrase.End && other.Dataset != field.Field.Dataset)
                {
                    // "more hours than the average driver": those of each driver together, and not of one row.
                    Fail(ProblemKind.UnusedWords, next);
                }

                // "than the average feeder of their substation": whose average it is, is said.
                _cost += average.Within is null && LeavesOut(EnglishWords.Own, KoreanWords.Own) ? 1 : 0;
                _cost += average.Within is null && IsKorean && Before(phrase) is { } whose && whose.End == phrase.Start && whose.Sense switch { FieldSense sharing => sharing.Field.Dataset != field.Field.Dataset || sharing.Field != sharing.Field.Dataset.NameField, EntitySense sharing => sharing.Dataset != field.Field.Dataset, _ => false } ? 0.6 : 0;
                // "how many days is the delay on average" asks for no rows of average delay.
                _cost += told == ComparisonOperator.Equal ? 1 : 0;
                var name = _context.Catalog.NameOf(field.Field);
                // "the average shipment" is that of all; "the average of their route" that of those that share it.
                var group = average.Within ?? (average.Thing is FieldGrouping thing && _context.Catalog.FindField(thing.Field) is { } of && of.Dataset != field.Field.Dataset && !field.Field.Dataset.Lineage.Contains(of.Dataset) || average.Thing is FieldGrouping { Field: var own } && _context.Catalog.FindField(own) is { } known && known != known.Dataset.NameField ? average.Thing : null);
                Seq<Grouping> within = group is { } shared ? [shared] : [];
                Measure mean = new AggregateMeasure(AggregateFunction.Average, name) { Filter = average.Kind?.ToCondition(_context.Catalog) };
                mean = Scaled(mean, than.Times);
                if (_filters.FindIndex(f => f.Said is { } said && Before(phrase) == said && f.Condition is FieldComparison { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Value: SqlNumber } by && by.Field == name && by.Via == field.Via) is >= 0 and var margin)
                {
                    // "more than 30 minutes longer than the average": by so much.
                    var by = (FieldComparison)_filters[margin].Condition;
                    mean = new ArithmeticMeasure(told is ComparisonOperator.Less or ComparisonOperator.LessOrEqual ? MeasureOperator.Subtract : MeasureOperator.Add, mean, new ConstantMeasure(((SqlNumber)by.Value).Value));
                    told = (told, by.Operator) switch { (ComparisonOperator.Greater, ComparisonOperator.GreaterOrEqual) => ComparisonOperator.GreaterOrEqual, (ComparisonOperator.Less, ComparisonOperator.GreaterOrEqual) => ComparisonOperator.LessOrEqual, _ => told };
                    _filters.RemoveAt(margin);
                }

                _filters.Add((new FieldAgainstMeasure(name, told, mean, within, field.Via), field.Field.Dataset, null, phrase));
                // "a premium above the average premium of their product": named before, and again in the average.
                _things.RemoveAll(t => t == Before(phrase) && t.Sense is FieldSense said && said.Field == field.Field);
                // "more hours than the average driver": those of each driver together rather than those of a single row.
                _cost += average.Thing is FieldGrouping each && _context.Catalog.FindField(each.Field) is { } owner && owner.Dataset != field.Field.Dataset && IsAskedFor(owner.Dataset) ? 1.5 : 0;
            }
            else if (((side?.Sense as ComparativeOfSense)?.Item ?? than.Of ?? (_measures is [{ Field: null, Measure: not CountMeasure } only] && !(only.Metric is { } counted && GrammarContext.IsCount(counted) && _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is CountWordSense)) ? only : null) ?? (than.Target is MeasureTarget { Item: var should } ? MeasuredBy(should) : null)) is { } item && (field is null || field.Field == than.Of?.Field || (than.Of?.Metric is { } named && AveragedBy(named) == field.Field)) && than.Target is not (NumberTarget or AverageTarget { Kind: not null }) && (than.By is not { } by || CanBe(item, by)))
            {
                AddMeasure(item);
                _compared.Add((new MeasureComparedSense(item, told, than.Target, than.Times, than.Margin is not null), phrase));
                _cost += 0.1;
            }
            else
            {
                Fail(ProblemKind.NothingToCompare, phrase);
            }
        }

        if (_ranking is { Sense: ExtremeMeasureSense { One: false, ByGoodness: false } more } && !ChangesSaid.Any() && _operations.Find(o => o.Sense is AgainstSense { Weak: false }) is { Sense: AgainstSense then } earlier)
        {
            // "작년 같은 달보다 매출이 많은 달": more than then, and no ranking.
            _operations.Remove(earlier);
            _compared.Add((new MeasureComparedSense(more.Item, more.High ? ComparisonOperator.Greater : ComparisonOperator.Less, new PeriodTarget(then)), earlier));
            _ranking = null;
        }

        if (_comparatives is [{ Sense: ComparativeOfSense { Item: { } compared, High: var higher } } way] && !ChangesSaid.Any() && _operations.Find(o => o.Sense is AgainstSense { Weak: false }) is { Sense: AgainstSense before } since)
        {
            // "regions with more outages in 2024 compared with 2023"
            _comparatives.Clear();
            _operations.Remove(since);
            AddMeasure(compared);
            _compared.Add((new MeasureComparedSense(compared, higher ? ComparisonOperator.Greater : ComparisonOperator.Less, new PeriodTarget(before)), way));
        }

        foreach (var alone in ShareSaid() is null ? _shared : [])
        {
            Fail(ProblemKind.UnusedWords, _sentence.Phrases.First(p => p.Sense == alone));
        }

        foreach (var alone in _comparatives)
        {
            Fail(ProblemKind.NothingToCompare, alone);
        }
    }

    /// <summary>Whether one of the words stands in the question and in no part of it that means anything.</summary>
    private bool LeavesOut(HashSet<string> english, HashSet<string> korean) =>
        Enumerable.Range(0, _atoms.Count).Any(i => (english.Contains(_atoms[i].Raw) || korean.Any(word => Syllables.BeginWith(_atoms, i, word))) && !_sentence.Phrases.Any(p => p.Start <= i && i < p.End));

    /// <summary>"how many orders …", "number of orders …" at the beginning, "몇 건" anywhere: one number is asked for, and no groups that meet a condition.</summary>
    private bool AsksForCount => Enumerable.Range(0, _atoms.Count - 1).Any(i => _atoms[i].Raw == "몇"
        || (i < 4 && !_asked && ((_atoms[i].Key == "how" && _atoms[i + 1].Key == "many") || (_atoms[i].Key == "number" && _atoms[i + 1].Key == "of"))));

    /// <summary>What a comparison speaks of must be in the answer: the member's field, the group whose average it is.</summary>
    private void GroupCompared()
    {
        for (var i = 0; i < _compared.Count; i++)
        {
            var (compared, phrase) = _compared[i];
            if (AsksForCount)
            {
                // "how many orders were above the average" counts orders: the groups of a comparison between groups are none of them.
                Fail(ProblemKind.NothingToCompare, phrase);
                return;
            }

            switch (compared.Target)
            {
                case MemberTarget { Member: var member} when _groups.Count == 0:
                    AddGroup(new FieldGrouping(_context.Catalog.NameOf(member.Field), member.Via));
                    _cost += 0.3;
                    break;
                case MemberTarget { Member: var member } when compared.Item.Measure.Filter is null && _measures.Contains(compared.Item) && _filters.FindIndex(f => f.Value is { Negated: false, Values.Count: 1 } side && side.Field == member.Field && side.Via == member.Via && side.Values != member.Values) is >= 0 and var own && !_groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field)?.Dataset is { } one && (one == member.Field.Dataset || _context.LeadsTo(one, member.Field.Dataset))):
                    // "plants whose scrap rate is higher on the night shift than on the day shift": one number of either side.
                    var sides = new[] { _filters[own].Condition, member.ToCondition(_context.Catalog) }.Select(side => compared.Item with { Measure = compared.Item.Measure with { Filter = side } }).ToList();
                    _filters.RemoveAt(own);
                    _measures[_measures.IndexOf(compared.Item)] = sides[0];
                    _compared[i] = (compared with { Item = sides[0], Target = new OtherSideTarget(sides[1]) }, phrase);
                    break;
                case MemberTarget { Member: var member } when !_groups.OfType<FieldGrouping>().Any(g => g.Field == _context.Catalog.NameOf(member.Field) || Tells(member, g)):
                    Fail(ProblemKind.NothingToCompare, phrase);
                    break;
                case OverallTarget { Within: FieldGrouping { Field: var amount } } when _context.Catalog.FindField(amount) is { Type.IsNumeric: true, Values.IsEmpty: true } own:
                    // "campaigns that raised more than their goal": each has one goal of its own.
                    if (_groups is [FieldGrouping { Field: var each }] && _context.Catalog.FindField(each) is { } called && called == own.Dataset.NameField)
                    {
                        _compared[i] = (compared with { Target = new MeasureTarget(_context.Of(AggregateFunction.Max, own)) }, phrase);
                    }
                    else
                    {
                        Fail(ProblemKind.NothingToCompare, phrase);
                    }

                    break;
                case OverallTarget { Within: { } whole }:
                    AddGroup(whole);
                    break;
                case AverageTarget average:
                    if (_groups.Count == 0 && _atoms[0].Key == "who")
                    {
                        // "who earns more than the average of their department" asks for no department.
                        Fail(ProblemKind.NothingToCompare, phrase);
                    }

                    if (average.Thing is { } thing && thing != average.Within && _groups.Count == 0)
                    {
                        AddGroup(thing);
                    }
                    else if (average is { Thing: { } parent, Within: null } && !_groups.Contains(parent))
                    {
                        // "hotels above the average of their region", of which each hotel has one.
                        _compared[i] = (compared with { Target = average with { Within = parent } }, phrase);
                        AddGroup(parent);
                    }

                    if (average.Within is { } within)
                    {
                        AddGroup(within);
                    }

                    break;
                case PeriodTarget { Against: { Earlier: { } step } } when _groups.Count == 0:
                    AddGroup(new TimeGrouping(step.Grain));
                    break;
                default:
                    break;
            }
        }
    }

    private MeasuresCompared? Compared(MeasureComparedSense compared, Phrase phrase, SemanticQuery draft)
    {
        var left = compared.Item.Measure;
        Measure? right = compared.Target switch
        {
            AverageTarget { Within: { } within } => new MemberAverageMeasure(left, [within]),
            // The average of a rate, or of an average, is its own over all; of so many things a member each, where they are named.
            AverageTarget { Thing: null } when IsAverage(compared.Item) => new OverallMeasure(left),
            AverageTarget => new MemberAverageMeasure(left),
            OverallTarget { Within: { } whole } => new OverallMeasure(left, [whole]),
            OverallTarget when compared.Item.Metric is { Additive: false } => new OverallMeasure(left),
            MemberTarget { Member: var member } => _groups.OfType<FieldGrouping>().FirstOrDefault(g => g.Field == _context.Catalog.NameOf(member.Field)) is { } group ? new MemberMeasure(left, group, member.Values[0])
                // "hotels with more bookings than Busan", where Busan is a city of theirs.
                : left.Filter is null && !_filters.Exists(f => f.Value is { Negated: false } side && side.Field == member.Field && side.Via == member.Via) ? new OverallMeasure(left with { Filter = member.ToCondition(_context.Catalog) }) : null,
            OtherSideTarget side => side.Item.Measure,
            OwnTarget => TargetOf(compared.Item),
            // "above the overall rate" of a rate itself.
            MeasureTarget { Item: var same } when same.Measure == left => compared.Item.Metric is { Additive: false } ? new OverallMeasure(left) : null,
            MeasureTarget other when IsSameNumber(other.Item, compared.Item) => null,
            MeasureTarget other => other.Item.Measure,
            PeriodTarget { Against: var against } => Earlier(left, against, draft),
            _ => null,
        };
        if (right is null || (compared.Margin && compared.Item is { Metric.Format: ValueFormat.Percent } or { Field.Format: ValueFormat.Percent }) )
        {
            // "5 % above the average rate" may be five points.
            Fail(ProblemKind.NothingToCompare, phrase);
            return null;
        }

        if (compared.Target is PeriodTarget or MeasureTarget or OwnTarget or OtherSideTarget && right is not (OverallMeasure or ConstantMeasure))
        {
            // Both numbers are shown: the one without the other says nothing.
            AddMeasure(compared.Item with { Measure = right });
        }

        Measure? change = compared is { Target: PeriodTarget, Times: 1 } ? right switch
        {
            ShiftedMeasure { Show: ComparisonShow.Value } earlier => earlier with { Show = ComparisonShow.Change },
            PeriodMeasure => new ArithmeticMeasure(MeasureOperator.Subtract, left, right),
            _ => null,
        } : null;
        // Of what there is no longer any the change is known, and a comparison of the two is not.
        return change is null ? new MeasuresCompared(left, compared.Operator, Scaled(right, compared.Times)) : new MeasuresCompared(change, compared.Operator, new ConstantMeasure(0));
    }

    /// <summary>"who earns more than the average of their department": whose department it is, is asked for, and not the department.</summary>
    private void CheckWho()
    {
        if (_atoms[0].Raw.Equals("who", StringComparison.OrdinalIgnoreCase) && _groups is [FieldGrouping { Field: var only }] && _context.Catalog.FindField(only)?.Dataset is { } of
            && _sentence.Phrases.FirstOrDefault(p => p.Leaves().Any(l => l.Start > 0 && _atoms[l.Start - 1].Raw == "their" && l.Sense switch { EntitySense entity => entity.Dataset == of, FieldSense field => field.Field.Dataset == of, _ => false })) is { } theirs)
        {
            Fail(ProblemKind.UnusedWords, theirs);
        }
    }

    private static bool IsAverage(MeasureItem item) => item.Metric is { } metric ? GrammarContext.IsAverage(metric) || metric is { Additive: false, Format: ValueFormat.Percent } : item.Measure is AggregateMeasure { Function: AggregateFunction.Average or AggregateFunction.Median };

    /// <summary>A multiple or part of a number; a third is one of three, since no decimal is.</summary>
    private static Measure Scaled(Measure measure, decimal times)
    {
        for (var parts = 3; parts <= 9; parts++)
        {
            if (times % 0.0001m != 0 && Math.Abs((times * parts) - Math.Round(times * parts)) < 0.000_000_000_1m)
            {
                return new ArithmeticMeasure(MeasureOperator.Divide, Scaled(measure, Math.Round(times * parts)), new ConstantMeasure(parts));
            }
        }

        return times == 1 ? measure : new ArithmeticMeasure(MeasureOperator.Multiply, measure, new ConstantMeasure(times));
    }

    /// <summary>What kind of difference is asked for: "in percent" wants growth, and "how many more" wants no money.</summary>
    private void CheckDifference()
    {
        _cost += _sentence.Phrases.Any(p => p.Leaves().Any(l => l.Sense is ChangeSense && Enumerable.Range(l.Start, l.End - l.Start).Any(i => _atoms[i].Raw is "percent" or "%" or "percentage"))) && _measures.Exists(m => m.Measure is ShiftedMeasure { Show: ComparisonShow.Change }) ? 0.5 : 0;
        if (_sentence.Phrases.SelectMany(p => p.Leaves()).FirstOrDefault(l => l.Sense is HowMuchSense) is { } howMany && Enumerable.Range(howMany.Start, howMany.End - howMany.Start).Any(i => _atoms[i].Raw == "many" && i + 1 < _atoms.Count && _atoms[i + 1].Raw is "more" or "fewer" or "less") && _measures.Exists(m => (m.Metric?.Format ?? m.Field?.Format) is ValueFormat.Money or ValueFormat.Percent))
        {
            // "how many more proposals did we win" is no difference of what was won.
            Fail(ProblemKind.UnusedWords, howMany);
        }
    }

    /// <summary>"in dollars", "in minutes" is true of what is told in dollars, and asks for what cannot be told of anything else.</summary>
    private void CheckUnits()
    {
        foreach (var phrase in _units)
        {
            var unit = (UnitSense)phrase.Sense;
            var fits = ((unit.Unit.Length == 3 && unit.Unit.All(char.IsAsciiLetterUpper)) || phrase.Leaves().Any(l => l.Sense is CountWordSense) || (phrase.Start > 0 && _atoms[phrase.Start - 1].Raw == "in")) && _measures.Exists(m => m.Metric is { } metric ? Told(unit, metric.Unit) : m.Field is { } field && Told(unit, field.Unit));
            if (fits)
            {
                _cost += 0.2;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    private static bool Told(UnitSense unit, Semantics.Catalogs.LocalText of) =>
        of.Words.Any(w => Languages.MeasureUnits.AreSame(w.Text, unit.Unit));

    private Measure? Earlier(Measure left, AgainstSense against, SemanticQuery draft)
    {
        _against = against;
        return Back(draft, _groups.OfType<TimeGrouping>().Any()) switch
        {
            ({ } back, _) => new ShiftedMeasure(left, back),
            (_, { } other) => new PeriodMeasure(left, other),
            _ => null,
        };
    }
}
