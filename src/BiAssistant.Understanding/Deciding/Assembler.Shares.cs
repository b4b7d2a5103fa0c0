using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>Shares: of each group in the whole, or of the rows that meet a condition among those that are spoken of.</content>
internal sealed partial class Assembler
{
    private const decimal Percent = 100;

    private bool _together;

    /// <summary>"what percentage of visits needed a transfer": the things that are spoken of are counted.</summary>
    private void CountForShare()
    {
        var percent = _operations.Find(p => p.Sense is HowMuchSense { Told: ChangeTold.Percent });
        if (ShareSaid() is null && percent is not null && !ChangesSaid.Any() && !_operations.Exists(p => p.Sense is AgainstSense))
        {
            // "how much of our revenue, in percent, is rail?"
            _operations.Remove(percent);
            _operations.Add(new Phrase(percent.Start, percent.End, new ShareSense(Rate: true), percent.Cost, percent));
        }

        if (_shareWhole is { Sense: ShareWholeSense { Whole: var whole } } said)
        {
            var same = _measures.Count == 0 ? !_things.Exists(t => t.Sense is EntitySense { Dataset: var of } && of != RowsCountedBy(whole)) : _measures is [var one] && (one == whole || (RowsCountedBy(one) is { } counted && counted == RowsCountedBy(whole)));
            if (ShareSaid() is null || !same)
            {
                Fail(ProblemKind.UnusedWords, said);
                return;
            }

            _things.RemoveAll(t => t.Sense is EntitySense { Via: null });
            if (_measures.Count == 0)
            {
                AddMeasure(whole);
            }
        }

        if (_measures.Count > 0 || _counts.Count > 0 || ShareSaid() is not { } share)
        {
            return;
        }

        var thing = _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null });
        if (((thing?.Sense as EntitySense)?.Dataset ?? RowsWithConditions(alsoThings: true)) is { } rows)
        {
            _things.Remove(thing!);
            AddMeasure(_context.CountOf(rows));
            _cost += 0.7;
        }
        else if (thing is null && KindOfWhole(share) is { Value: { } kind })
        {
            // "what percent of our trucks are Euro 6"
            AddMeasure(_context.CountOf(kind.Field.Dataset));
            _cost += 0.9;
        }
    }

    /// <summary>The value that tells of which things a share is, where the words leave no doubt: right behind "share of" with the part in a clause of its own, behind "among", or before "중".</summary>
    private (Condition Condition, ValueSense? Value) KindOfWhole(Phrase share)
    {
        var values = _filters.Where(f => f.Value is not null && f.Said is not null && Grammar.Rules.ThingsOfKind.TellsKind(f.Value)).ToList();
        var found = AmongBegins(share) is { } among ? values.Find(f => f.Said!.Start > among)
            : IsKorean ? PartBegins(0) is { } end ? values.FindLast(f => f.Said!.End <= end) : default
            : values.Find(f => After(share) == f.Said && PartBegins(f.Said!.End) is { } begins && _filters.Exists(o => o.Said is { } other && other.Start >= begins));
        return found.Value is not null && _filters.Exists(f => f.Value != found.Value) && _filters.TrueForAll(f => f.Of == found.Of) ? (found.Condition, found.Value) : default;
    }

    /// <summary>"share of … among …": where the whole begins; null where no word says so.</summary>
    private int? AmongBegins(Phrase share) => Enumerable.Range(share.End, _atoms.Count - share.End).Where(i => _atoms[i].Key is "among" or "amongst").Select(i => (int?)i).FirstOrDefault();

    private Phrase? ShareSaid() => _operations.Find(p => p.Sense is ShareSense);

    private void ApplyShare()
    {
        if (ShareSaid() is not { } share)
        {
            return;
        }

        var said = _operations.Where(p => p.Sense is ShareSense).Select(p => (ShareSense)p.Sense).ToList();
        _operations.RemoveAll(p => p.Sense is ShareSense || (p.Sense is HowMuchSense { Told: ChangeTold.Percent } && !ChangesSaid.Any() && _against is null));
        if (PartAndWhole(share) is var (portion, whole))
        {
            // Two numbers that nothing joins were held for unlikely; here the share joins them.
            _cost -= 1;
            _measures.Clear();
            AddMeasure(portion);
            Become(0, new ArithmeticMeasure(MeasureOperator.Multiply, new ArithmeticMeasure(MeasureOperator.Divide, portion.Measure, whole.Measure), new ConstantMeasure(Percent)));
            return;
        }

        if (_measures.Count != 1)
        {
            Fail(ProblemKind.UnusedWords, share);
            return;
        }

        var groups = _groups.Where(g => g is not TimeGrouping).ToList();
        var (part, told) = PartOf(share);
        // "Jeju's share of Korean revenue": the whole is of the kind that the part lies in.
        var wholes = _filters.Where(f => f.Value is not null && !part.Contains(f.Condition)).ToList();
        _cost += _filters.Find(f => part.Contains(f.Condition)).Value is { Field.Dataset: var home } && wholes.Count > 0 && !wholes.Exists(f => f.Of == home) ? 0.5 : 0;
        var item = _measures[0];
        if ((item.Metric?.Format ?? item.Field?.Format) == ValueFormat.Percent)
        {
            // "what percentage is the response rate": it is one.
        }
        else if (part.Count > 0 && (groups.Count == 0 || told || said.Exists(s => s.Rate)) && _shared.Count == 0)
        {
            if (_limits.Find(l => l.Item.Measure == item.Measure) is not null)
            {
                // How many there have to be is no condition on their share.
                Fail(ProblemKind.NothingToShare, share);
            }

            if (part is [FieldEmpty { Negated: true, Via: null } always] && RowsCountedBy(item) is { DefaultTime: { } clock } && _context.Catalog.FindField(always.Field) == clock)
            {
                // All orders were ordered.
                Fail(ProblemKind.NothingToShare, share);
            }

            _filters.RemoveAll(f => part.Contains(f.Condition));
            var only = part.Count == 1 ? part[0] : new AllOf(part.ToSeq());
            Become(0, new ArithmeticMeasure(MeasureOperator.Divide, item.Measure with { Filter = only }, item.Measure));
        }
        else if (_groups.Count > 0 && (_limits.Exists(l => l.Item.Measure == item.Measure && l.Value > 1) || SaysWhatWasDone()))
        {
            Fail(ProblemKind.NothingToShare, share);
        }
        else if (_groups.Count > 0)
        {
            // Beside a breakdown by time each period is a whole of its own; "of its region" names the whole.
            _shared.ForEach(s => AddGroup(s.Group));
            Seq<Grouping> times = groups.Count == 0 ? [] : _groups.Where(g => g is TimeGrouping).ToSeq();
            var within = times.AddRange(_shared.Select(s => s.Group).Where(g => !times.Contains(g)));
            _shared.Clear();
            Become(0, new ShareMeasure(item.Measure, within));
            // "within each region" names the whole, and "the percentage of tickets that were escalated" is none by yes and no.
            _cost += within.IsEmpty && _atoms.Any(a => a.Key == "within") ? 0.5 : 0;
            _cost += said.Exists(s => s.Rate) && groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field) is { } flag && Grounding.Flags.IsFlag(flag)) ? 0.5 : 0;
            _together = said.Exists(s => s.Together) && _ranking?.Sense is RankingSense { Count: > 1 };
            _cost += part.Count > 0 ? 0.3 : 0;
        }
        else
        {
            Fail(ProblemKind.NothingToShare, share);
        }

        if (_shareLimit is { } least)
        {
            _limits.Add(new MeasureLimitSense(_measures[0], least.Operator, least.Value));
        }
    }

    /// <summary>"total sales 에서 textbook sales 가 차지하는 비중", "card revenue as a share of revenue": one number of the registry in another of the same unit; null where the words do not say which is the whole.</summary>
    private (MeasureItem Part, MeasureItem Whole)? PartAndWhole(Phrase share)
    {
        if (_measures.Count != 2 || _sentence.Phrases.Where(p => p.Sense is MeasuresSense { Items: [{ Metric: { Additive: true } metric }] } && !GrammarContext.IsCount(metric)).ToList() is not [var first, var second] || _filters.Exists(f => f.Said is { } said && said.Start > first.Start && said.Start < second.Start))
        {
            return null;
        }

        var whole = IsKorean
            ? new[] { first, second }.FirstOrDefault(p => KoreanConstructions.OfWhole.Any(of => Syllables.Spell(_atoms, p.End, of)))
            : first.End <= share.Start && share.End <= second.Start && share.Start > first.End && EnglishWords.AsA.Contains(_atoms[first.End].Key) ? second : null;
        var (one, other) = (((MeasuresSense)first.Sense).Items[0], ((MeasuresSense)second.Sense).Items[0]);
        return whole is null || one.Metric!.Unit != other.Metric!.Unit || one.Metric.Format != other.Metric.Format ? null : whole == first ? (other, one) : (one, other);
    }

    /// <summary>"20% of claims were denied": the number is no name with a verb in it, but claims and what became of some of them.</summary>
    private bool SaysWhatWasDone() => _sentence.Phrases.Any(p => p.Sense is MeasuresSense && Enumerable.Range(p.Start, p.End - p.Start).Any(i => _atoms[i].Key is "is" or "are" or "was" or "were" or "been"));

    /// <summary>"the top three account for": their shares as one number.</summary>
    private SemanticQuery Together(SemanticQuery draft)
    {
        if (!_together || draft.Top is null)
        {
            return draft;
        }

        return new SemanticQuery
        {
            Measures = [new ColumnMeasure(AggregateFunction.Sum, OutputNames.Of(draft, _context.Catalog).Measures[0])],
            Over = draft,
        };
    }

    /// <summary>
    /// The conditions that tell the part from the whole: those behind the words that begin what is said of some of the things ("of the orders that …", "예약 중 …"), those
    /// right before "share" itself, or the only one. Told: by such words.
    /// </summary>
    private (IReadOnlyList<Condition> Part, bool Told) PartOf(Phrase share)
    {
        var said = _filters.Where(f => f.Said is not null).DistinctBy(f => f.Condition).ToList();
        // "the percentage taught online, fall and spring separately": what is told apart is no part of anything.
        var apart = said.Where(f => f.Value is { Values.Count: > 1 } value && _groups.Contains(new FieldGrouping(_context.Catalog.NameOf(value.Field), value.Via))).ToList();
        said = apart.Count < said.Count ? [.. said.Except(apart)] : said;
        if (said.Count == 0)
        {
            return ([], false);
        }

        if (AmongBegins(share) is { } among && said.Where(f => f.Said!.End <= among).ToList() is { Count: > 0 } told)
        {
            return (told.ConvertAll(f => f.Condition), true);
        }

        if (IsKorean && said.Where(f => f.Said!.Start < share.Start).ToList() is { Count: > 0 } ahead)
        {
            // What is said behind the share is said of the whole.
            said = ahead;
        }

        var noun = _sentence.Phrases.Where(p => p.Sense is MeasuresSense or EntitySense or CountWordSense && p != share).Select(p => p.End).DefaultIfEmpty(share.End).Min();
        if (PartBegins(noun) is { } begins && said.Where(f => f.Said!.End > begins).ToList() is { Count: > 0 } behind)
        {
            return (behind.ConvertAll(f => f.Condition), true);
        }

        if (said.Count == 1 && TellsPart(said[0].Said!, share))
        {
            return ([said[0].Condition], true);
        }

        if (said.Where(f => f.Said!.End <= share.Start && share.Start - f.Said.End < 2).ToList() is { Count: > 0 } before && (before.Count < said.Count || !IsKorean))
        {
            return (before.ConvertAll(f => f.Condition), !IsKorean);
        }

        return said.Count == 1 ? ([said[0].Condition], false) : ([said.OrderBy(f => f.Said!.Start).Last().Condition], false);
    }

    /// <summary>"채식 메뉴가 차지하는 비중", "share of vegetarian items in units sold": what takes a part of a number that is named beside it.</summary>
    private bool TellsPart(Phrase part, Phrase share)
    {
        if (IsKorean)
        {
            return part.End < share.Start && share.Start - part.End < 2 && _atoms[part.End].Raw is "이" or "가" && _atoms[share.Start].Raw == "차";
        }

        var next = After(part) is { Sense: EntitySense } things ? things : part;
        return share.End <= part.Start && part.Start - share.End < 2 && next.End < _atoms.Count && _atoms[next.End].Key is "in" or "within" && After(next)?.Sense is MeasuresSense;
    }

    /// <summary>Where what is said of some of the things begins; null where no word says so.</summary>
    private int? PartBegins(int noun)
    {
        for (var i = IsKorean ? 0 : noun; i < _atoms.Count; i++)
        {
            var among = _atoms[i].Kind == AtomKind.Syllable
                ? (_atoms[i].Raw == "중" && _atoms[i].SpaceBefore && (i + 1 == _atoms.Count || _atoms[i + 1].SpaceBefore || _atoms[i + 1].Raw is "에" or "의")) || (_atoms[i].Raw == "운" && i > 1 && _atoms[i - 1].Raw == "데" && _atoms[i - 2].Raw == "가")
                : EnglishOperations.BeginsPart.Contains(_atoms[i].Key);
            if (among)
            {
                return i;
            }
        }

        return null;
    }

    private bool IsKorean => _atoms.Any(a => a.Kind == AtomKind.Syllable);

    /// <summary>A number becomes what is made of it, wherever else the question speaks of it.</summary>
    private void Become(int index, Measure made)
    {
        var plain = _measures[index];
        var item = plain with { Measure = made };
        _measures[index] = item;
        if (_ranking?.Sense is ExtremeMeasureSense extreme && extreme.Item.Measure == plain.Measure)
        {
            _ranking = new Phrase(_ranking.Start, _ranking.End, extreme with { Item = item }, _ranking.Cost, _ranking);
        }

        _basis = _basis is { } basis ? basis with { Items = basis.Items.Select(i => i.Measure == plain.Measure ? item : i).ToSeq() } : null;
        for (var i = 0; i < _limits.Count; i++)
        {
            _limits[i] = _limits[i].Item.Measure == plain.Measure ? _limits[i] with { Item = item } : _limits[i];
        }
    }
}
