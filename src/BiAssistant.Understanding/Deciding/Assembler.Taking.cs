using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;

namespace BiAssistant.Understanding.Deciding;

/// <content>Each phrase of the sentence to its place: what it may be is decided when all are there.</content>
internal sealed partial class Assembler
{
    /// <summary>Whether "who" or "that" stands between what is counted and how many: a clause about them.</summary>
    private bool IsSaidOfThem(Phrase limit)
    {
        var leaves = limit.Leaves().ToList();
        var things = leaves.FindIndex(l => l.Sense is EntitySense or MetricSense);
        var comparator = leaves.FindIndex(l => l.Sense is ComparatorSense);
        return things >= 0 && comparator > things && Enumerable.Range(leaves[things].End, leaves[comparator].Start - leaves[things].End).Any(i => _atoms[i].Key is "who" or "that" or "which");
    }

    /// <summary>Whether what is limited is itself a number of such a time: "a monthly salary".</summary>
    private bool TellsOf(Sense amount, TimeGrouping time)
    {
        var field = amount switch
        {
            ConditionSense { Condition: FieldComparison { Field: var name } } => _context.Catalog.FindField(name),
            MeasureLimitSense { Item.Field: { } averaged } => averaged,
            _ => null,
        };
        return field is not null && field.Label.Words.Concat(field.Synonyms.Words).Any(w => Languages.Adverbs.TellsOf(w.Text, time.Grain));
    }

    private bool IsRate(Phrase phrase)
    {
        var leaves = phrase.Leaves().ToList();
        return leaves.FindIndex(l => l.Sense is NumberSense) is >= 0 and var at && at + 1 < leaves.Count && leaves[at + 1].Sense is FieldSense or MetricSense or EntitySense
            && leaves[at + 1].Start == leaves[at].End + 1 && EnglishWords.Per.Contains(_atoms[leaves[at].End].Raw);
    }

    /// <summary>"의사와 소속 의원, 퇴사일": the doctor's own date, and none of the clinic that a comma parts it from.</summary>
    private bool IsPartedFromRole(Phrase phrase)
    {
        var sense = phrase.Sense is JoinedSense joined ? joined.Inner : phrase.Sense;
        var named = phrase.Leaves().Where(l => l.Sense is EntitySense or FieldSense or ValueSense).ToList();
        return sense switch
        {
            AttributesSense attributes => attributes.Fields.Count < named.Count,
            FieldSense { Via: not null } or ValueSense { Via: not null } or BreakdownSense { Groupings: [FieldGrouping { Via: not null }] } => named.Count > 1 && Enumerable.Range(named[0].End, named[^1].Start - named[0].End).Any(i => _atoms[i].Key == ","),
            _ => false,
        };
    }

    /// <summary>"예산 소진율이 2025년에 100%를 넘은": a limit of the number that stands before the period.</summary>
    private bool TakeFarLimit(Phrase phrase)
    {
        var limit = phrase.Sense switch { LimitSense plain => plain, ShareLimitSense { Bare: true } share => new LimitSense(share.Operator, new NumberSense(share.Value, Percent: true, Plain: false)), _ => null };
        if (limit is null || !IsKorean || Before(phrase) is not { Sense: DateSense or RelativePeriodSense } then || Before(then) is not { Sense: MeasuresSense { Items: [var limited] } } || Grammar.Rules.MeasureLimit.Of(limited, limit) is not { } told)
        {
            return false;
        }

        _cost += 0.3;
        _limits.Add(told);
        return true;
    }

    private void Take(Phrase phrase)
    {
        _cost += IsPartedFromRole(phrase) ? 0.6 : 0;
        if (TakeFarLimit(phrase) || TakeClause(phrase) || TakeCount(phrase) || TakeConstruction(phrase))
        {
            return;
        }

        switch (phrase.Sense)
        {
            case JoinedSense { SideBySide: true, Inner: ValueSense other }:
                SetBeside(other, phrase);
                break;
            case JoinedSense { Or: false, SideBySide: false, Inner: MeasuresSense again } when Before(phrase)?.Sense is EntitySense or FieldSense or BreakdownSense && again.Items.All(_measures.Contains):
                // "매출이 … 넘는 고객사와 그 매출": the number was spoken of already, and is shown anyway.
                _cost += 0.3;
                break;
            case JoinedSense { Or: false, SideBySide: false, Inner: MeasuresSense more } when IsShownBeside(phrase):
                _cost += 0.3;
                more.Items.ToList().ForEach(AddMeasure);
                break;
            case JoinedSense { Or: false, SideBySide: false, Inner: EntitySense or FieldSense or BreakdownSense } when NamesItAgain(phrase):
                // "매장과 그 매장의 반품률", "매장과 매장별 반품률"
                _cost += 0.2;
                break;
            case AttributeMarkSense { Weak: false } when After(phrase) is { Sense: MeasuresSense }:
                _cost += 0.2;
                break;
            case JoinedSense { Or: false, Inner: CountWordSense } when After(phrase) is null && _sentence.Phrases.Any(p => p.Sense is ExtremeMeasureSense or RankingSense):
                // "the most returns, and how many": the number of a ranking is shown anyway.
                _cost += 0.1;
                break;
            case JoinedSense { Or: false, SideBySide: false, Inner: ValueSense side } when IsOtherSide(side, phrase):
                // "카드 매출과 현금 매출", "card revenue and cash revenue"
                SetBeside(side, phrase);
                _sides.Add(phrase);
                break;
            case JoinedSense { Or: false, SideBySide: false, Inner: ValueSense } when Before(phrase) is { Sense: MeasuresSense or EntitySense } number && number.End == phrase.Start && _atoms[phrase.Start].Key is not ",":
                // "requests and waste collected": a number is joined to another one, and not to a condition.
                Fail(ProblemKind.UnusedWords, phrase);
                break;
            case JoinedSense { StandsAlone: true } joined:
                // "the attending doctors Kim and Park": both are the same, and no doctor of another kind.
                _cost += joined.Inner is ValueSense { Negated: false } second && Before(phrase)?.Sense is ValueSense { Negated: false } first && (second.Field != first.Field || second.Via != first.Via) ? 0.8 : 0.4;
                Take(new Phrase(phrase.Start, phrase.End, joined.Inner, phrase.Cost, phrase));
                break;
            case WhichSense or HasSense when AsksWhichOfListed(phrase):
                break;
            case VersusSense { Weak: false } or JoinSense { Or: false, Comma: false } when OtherSideOf(phrase) is not null:
                // "orders to the north versus orders to the south"
                _cost += 0.2;
                break;
            case ValueSense other when _sentence.Phrases.Any(p => p.Sense is VersusSense { Weak: false } or JoinSense { Or: false, Comma: false } && OtherSideOf(p) == phrase):
                SetBeside(other, phrase);
                _sides.Add(phrase);
                break;
            case WhichSense when phrase.Start == 0 && After(phrase) is { Sense: ExtremeMeasureSense or RankingSense } which && which.Start - phrase.End < 2:
                // "Which is the cheapest plan?"
                break;
            case GroupEndingSense when IsKorean && Before(phrase) is { Sense: EntitySense { Via: null } } each && each.End == phrase.Start && _sentence.Phrases.Any(p => p.Sense is JoinedSense { Inner: FieldSense or EntitySense } && p.Start > phrase.End):
                // "요금제별 등급과 월 이용료 목록": each of them with what it has.
                _eachRow = phrase;
                break;
            case LevelSense { Length: false } level when IsKorean && Before(phrase)?.Sense is DateSense or RelativePeriodSense or AgainstSense && _measures is [var leveled] && _operations.Exists(o => o.Sense is AgainstSense { Weak: false }) && _ranking is null:
                // "반품량이 2023년보다 2024년에 더 많은": more than then.
                _cost += 0.2;
                SetRanking(new Phrase(phrase.Start, phrase.End, new ExtremeMeasureSense(leveled, level.High, level.ByGoodness, false), phrase.Cost, phrase));
                break;
            case ExtremeSense { Counts: true }:
                _mosts.Add(phrase);
                break;
            case MeasuresSense measures:
                // Numbers side by side are joined by a word; two that nothing joins are hardly meant.
                // "median nights booked, bookings of 2024": the rows that the number is made of are hardly counted beside it.
                _cost += _measures.Count == 0 || (IsKorean && measures.Items.All(_measures.Contains)) ? 0 : measures.Items is [var counted] && RowsCountedBy(counted) is { } counts && _measures.TrueForAll(m => m.Measure is AggregateMeasure && m.Rows == counts) ? 1.5 : 1;
                // "the average lead time for cancelled appointments": of which, and no second number.
                _cost += _measures.Count > 0 && phrase.Start > 0 && _atoms[phrase.Start - 1].Raw is "for" or "of" or "among" ? 0.6 : 0;
                if (_measures.Count > 0 && Before(phrase)?.Sense is BreakdownSense { Groupings: [FieldGrouping] })
                {
                    // "revenue by region of the guest" asks for no number of guests.
                    Fail(ProblemKind.UnusedWords, phrase);
                }

                measures.Items.ToList().ForEach(AddMeasure);
                break;
            case ConditionSense when phrase.Leaves().First() is { Sense: NumberSense } number && Before(phrase) is { Sense: DateSense { HasYear: false } } month && month.End == number.Start:
                // "March 2025 with return number": the year of the month.
                Fail(ProblemKind.UnusedWords, phrase);
                break;
            case ConditionSense or MeasureLimitSense when IsRate(phrase):
                // "more than 200,000 a night": so much for each of them, and not so many.
                Fail(ProblemKind.UnusedWords, phrase);
                break;
            case LimitInPeriodSense limited:
                _periods.Add(new Phrase(phrase.Start, phrase.End, limited.Period, phrase.Cost, phrase));
                Take(new Phrase(phrase.Start, phrase.End, limited.Limit, phrase.Cost, phrase));
                break;
            case NumberInPeriodsSense both:
                both.Number.Items.ToList().ForEach(AddMeasure);
                _periods.Add(new Phrase(phrase.Start, phrase.End, both.Periods, phrase.Cost, phrase));
                break;
            case ExtremeMeasureSense extreme:
                _cost += _measures.Count > 0 && !_measures.Contains(extreme.Item) ? 1 : 0;
                AddMeasure(extreme.Item);
                SetRanking(phrase);
                if (extreme.During is { } then)
                {
                    _periods.Add(new Phrase(phrase.Start, phrase.End, then, phrase.Cost, phrase));
                }

                break;
            case BasisMeasureSense basis when _basis is null:
                _basis = basis;
                if (basis.During is { } during)
                {
                    _periods.Add(new Phrase(phrase.Start, phrase.End, during, phrase.Cost, phrase));
                }

                break;
            case BreakdownSense { Groupings: [TimeGrouping] } when Before(phrase) is { Sense: LimitSense or MeasureLimitSense or ConditionSense } amount && amount.End == phrase.Start && amount.Leaves().Last().Sense is NumberSense && _atoms[phrase.Start].Raw is "a" or "an" or "per":
                // "less than 4000 a month" breaks nothing down.
                if (!TellsOf(amount.Sense, (TimeGrouping)((BreakdownSense)phrase.Sense).Groupings[0]))
                {
                    Fail(ProblemKind.UnusedWords, phrase);
                }

                break;
            case BreakdownSense { Asked: false, Groupings: [FieldGrouping] } when Enumerable.Range(phrase.Start, phrase.End - phrase.Start).Any(i => _atoms[i].Key == "single"):
                // "affected by a single outage": each of the rows, and no breakdown.
                _things.Add(phrase.Leaves().LastOrDefault(l => l.Sense is EntitySense) ?? phrase);
                break;
            case BreakdownSense breakdown:
                // "to close a claim, by claim type": one claim is no breakdown.
                _cost += breakdown.Groupings.Count > 1 && phrase.Start > 0 && _atoms[phrase.Start - 1].Raw is "a" or "an" ? 1.5 : 0;
                if (breakdown is { Asked: false, Groupings: [FieldGrouping { Via: null } yesNo] } && _context.Catalog.FindField(yesNo.Field) is { Type.Kind: Sql.Tree.SqlTypeKind.Boolean } flag && After(phrase) is { } things && things.Start == phrase.End && things.Sense switch { EntitySense told => told.Dataset, FieldSense told => told.Field.Dataset, _ => null } == flag.Dataset)
                {
                    // "each insured contractor" are contractors.
                    Fail(ProblemKind.UnusedWords, things);
                }

                // "more than 12 months, by service": how many, and no breakdown.
                _cost += !IsKorean && phrase.Start > 0 && _atoms[phrase.Start - 1].Kind == Tokens.AtomKind.Digits && phrase.Leaves().First().Sense is GrainSense ? 1 : 0;
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
                if (phrase.Leaves().FirstOrDefault(l => l.Sense is VerbSense) is { Start: > 0 } verb && verb.End == verb.Start + 1 && _atoms[verb.Start - 1].Raw is "a" or "an" && _atoms[verb.Start].Kind == Tokens.AtomKind.Word && !Grounding.LooseNames.IsParticiple(_atoms[verb.Start].Key))
                {
                    // "to resolve a complain" is a slip, and says of nothing that it was done.
                    Fail(ProblemKind.UnusedWords, phrase);
                }

                _filters.Add((condition.Condition, condition.Of, null, phrase));
                break;
            case DatedSense dated:
                _dated.Add((dated, phrase));
                break;
            case MeasureLimitSense limit when RowsCountedBy(limit.Item) is not null && IsSaidOfThem(phrase):
                // "employees who earn less than 4000": no number of employees.
                Fail(ProblemKind.UnusedWords, phrase);
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
            case EachOfPeriodSense each:
                AddGroup(new TimeGrouping(each.Grain));
                _periods.Add(new Phrase(phrase.Start, phrase.End, each.Period, phrase.Cost, phrase));
                break;
            case RangeSense { To: null } when After(phrase) is { Sense: DatedSense } dated && dated.Start == phrase.End && dated.Leaves().First().Sense is DateSense:
                // "4월부터 6월 사이에 만기인": where a period begins and where it ends are not two periods.
                Fail(ProblemKind.UnusedWords, phrase);
                break;
            case DateSense { StandsAlone: true } or RelativePeriodSense or RangeSense or PeriodListSense or FixedPeriodSense or MomentPairSense { StandsAlone: true } or MomentSense or PartOfPeriodSense { Whole: not null } or AroundDaySense:
                _periods.Add(phrase);
                break;
            case LinkSense when _atoms[phrase.End - 1].Key == "by" && After(phrase)?.Sense is DateSense or RelativePeriodSense or RangeSense:
                // "made by 31 March" says when, and not by whom.
                Fail(ProblemKind.UnusedWords, phrase);
                break;
            case LinkSense:
                _links.Add(phrase);
                break;
            case TrendSense:
                _trends.Add(phrase);
                break;
            case NowSense:
                _nows.Add(phrase);
                break;
            case ListWordSense when _listed is null:
                _listed = phrase;
                break;
            case OfKindSense { StandsAlone: true } kind:
                if (After(phrase)?.Sense is FieldSense)
                {
                    // "each truck brand" are brands and no trucks.
                    Fail(ProblemKind.UnusedWords, phrase);
                }

                _ranked ??= kind.Part is BreakdownSense { Asked: true, Groupings: [var asked] } ? asked : null;
                // "check-ins by female members": done by them, and not one by one.
                _cost += kind.Part is BreakdownSense { Asked: false } && _atoms[phrase.Start].Raw == "by" ? 0.6 : 0;
                Take(new Phrase(phrase.Start, phrase.End, kind.Part, phrase.Cost, phrase));
                AddValue(kind.Kind, phrase);
                break;
            case ApartSense or EndOfEachSense:
                _aparts.Add(phrase);
                if (phrase.Sense is EndOfEachSense ends)
                {
                    AddGroup(new TimeGrouping(ends.Grain));
                }

                break;
            case PlaceSense when _place is null:
                _place = phrase;
                break;
            case NamePartSense part:
                _nameParts.Add((m => m.Metric == part.Metric, phrase));
                break;
            case NumberPartSense part:
                _nameParts.Add((m => m.Measure with { Filter = null } == part.Number, phrase));
                break;
            case OrderSense { Ranks: true } when _order is not null:
                break;
            case OrderSense order when _order is null or { Ranks: true }:
                _order = order;
                break;
            case OperationSense:
                _operations.Add(phrase);
                break;
            case MeasureComparedSense compared:
                AddMeasure(compared.Item);
                _compared.Add((compared, phrase));
                break;
            case ComparedToSense:
                _thans.Add(phrase);
                break;
            case ComparativeSense or ComparativeOfSense:
                _comparatives.Add(phrase);
                break;
            case PerNumberSense when _perNumber is null:
                _perNumber = phrase;
                break;
            case SharedSense shared:
                _shared.Add(shared);
                break;
            case UnitSense:
                _units.Add(phrase);
                break;
            case AttributesSense attributes:
                _attributes.AddRange(attributes.Fields);
                break;
            case NewestSense when _newest is null:
                _newest = phrase;
                break;
            case AggregateSense:
                _aggregates.Add(phrase);
                break;
            case CountWordSense:
                _counts.Add(phrase);
                break;
            case GroupMarkSense { Each: true } when After(phrase) is { Sense: ConditionSense or ValueSense or DatedSense } each && each.Start == phrase.End && each.Leaves().Last().Sense is EntitySense:
                _everys.Add(phrase);
                break;
            case AmountWordSense:
                _amounts.Add(phrase);
                break;
            case QuerySense query when _whole is null:
                _whole = query.Query;
                break;
            case UnknownSense or ValuePartSense:
                _cost += phrase.Sense is UnknownSense ? 0 : Sentence.LeftoverCost;
                _problems.Add(new Problem(ProblemKind.UnknownWords, phrase.Start, phrase.End));
                break;
            case HasSense { After: false, Weak: false } when After(phrase) is { Sense: FieldSense or MeasuresSense { Items: [{ Field: not null }] } or ComparedToSense } had && had.Start == phrase.End:
                // "loans that carry a rate above 5 %": what they carry is spoken of itself.
                _cost += 0.3;
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
}
