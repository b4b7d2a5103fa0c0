using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Words of a clause: rows of another kind that things have or lack, rows that are looked for, and how often something happened.</content>
internal sealed partial class Assembler
{
    private readonly List<(RelatedSense Sense, Phrase Said)> _related = [];
    private readonly List<(BothSense Sense, Phrase Said)> _both = [];
    private Phrase? _bothPeriods;
    private readonly List<Phrase> _notPeriods = [];
    private readonly List<Phrase> _times = [];
    private readonly List<Phrase> _wheres = [];
    private readonly List<Phrase> _uses = [];
    private readonly List<Phrase> _joined = [];
    private readonly List<Phrase> _names = [];
    private readonly List<(PerThingSense Sense, Phrase Said)> _perThings = [];
    private readonly List<(TextClauseSense Sense, Phrase Said)> _texts = [];
    private (CountedRowsSense Sense, Phrase Said)? _countedRows;
    private (AskedRowsSense Sense, Phrase Said)? _askedRows;
    private (AverageOverSense Sense, Phrase Said)? _averageOver;
    private readonly List<FieldGrouping> _had = [];
    private Phrase? _fieldOrder;
    private Phrase? _showsMore;

    private bool TakeClause(Phrase phrase)
    {
        switch (phrase.Sense)
        {
            case RelatedSense related:
                if (related.Inner is ValueSense && IsDone(phrase))
                {
                    Fail(ProblemKind.UnusedWords, phrase);
                }

                _related.Add((related, phrase));
                return true;
            case BothSense both:
                _both.Add((both, phrase));
                return true;
            case BothPeriodsSense when _bothPeriods is null:
                _bothPeriods = phrase;
                return true;
            case WhereSense:
                _wheres.Add(phrase);
                return true;
            case NotPeriodSense:
                _notPeriods.Add(phrase);
                return true;
            case TimesSense:
                _times.Add(phrase);
                return true;
            case RowsLimitSense limit:
                var number = limit.Item.Rows is { } rows ? NumberOf(rows) : limit.Item;
                AddMeasure(number);
                _limits.Add(new MeasureLimitSense(number, limit.Operator, limit.Value));
                Take(new Phrase(phrase.Start, phrase.End, limit.Condition, phrase.Cost, phrase));
                return true;
            case MeasureRangeSense range:
                AddMeasure(range.Item);
                _limits.Add(new MeasureLimitSense(range.Item, range.Limits.From.Operator, range.Limits.From.Number.Value));
                _limits.Add(new MeasureLimitSense(range.Item, range.Limits.To.Operator, range.Limits.To.Number.Value));
                return true;
            case BareRangeSense bare:
                _bare.Add((bare.Limits.From, phrase));
                _bare.Add((bare.Limits.To, phrase));
                return true;
            case JoinedSense { StandsAlone: true, Inner: FieldSense or EntitySense or NameOfSense } when !NamesItAgain(phrase):
                _joined.Add(phrase);
                return true;
            case NameOfSense:
                _names.Add(phrase);
                return true;
            case TextClauseSense { OfName: true } text:
                _texts.Add((text, phrase));
                return true;
            case PerThingSense per:
                _perThings.Add((per, phrase));
                return true;
            case AverageOverSense over when _averageOver is null:
                _averageOver = (over, phrase);
                return true;
            case AskedRowsSense asked when _askedRows is null:
                _askedRows = (asked, phrase);
                _asked = true;
                if (asked.Inner is { } inner)
                {
                    Take(new Phrase(phrase.Start, phrase.End, inner, phrase.Cost, phrase));
                }

                if (asked.Of.NameField is { } name)
                {
                    AddGroup(new FieldGrouping(_context.Catalog.NameOf(name)));
                }

                return true;
            case CountedNewestSense newest when _newest is null && _counted is null:
                _newest = new Phrase(phrase.Start, phrase.End, newest.Newest, phrase.Cost, phrase);
                _counted = new Phrase(phrase.Start, phrase.End, new CountedSense(newest.Newest.Count ?? 1, newest.Of), phrase.Cost, phrase);
                return true;
            case NewestRowsSense newest when _countedRows is null && _newest is null:
                _newest = new Phrase(phrase.Start, phrase.End, new NewestSense(true, newest.Rows.Count), phrase.Cost, phrase);
                return TakeClause(new Phrase(phrase.Start, phrase.End, newest.Rows, phrase.Cost, phrase));
            case CountedRowsSense several when _countedRows is null:
                _countedRows = (several, phrase);
                _things.Add(new Phrase(phrase.Start, phrase.End, new EntitySense(several.Of), phrase.Cost, phrase));
                return true;
            case FieldOrderSense or TimeOrderSense when _fieldOrder is null:
                _fieldOrder = phrase;
                return true;
            case UsedThingSense { Thing.Dataset: { NameField: { } used } of }:
                _filters.Add((new FieldEmpty(_context.Catalog.NameOf(used), Negated: true), of, null, phrase));
                return true;
            case UseSense:
                _uses.Add(phrase);
                return true;
            case AttributeEndSense:
                _showsMore = phrase;
                return true;
            default:
                return false;
        }
    }

    /// <summary>What only the rows of a list or a clause can mean is a problem of every other reading.</summary>
    private void FailUnusedClauses()
    {
        foreach (var phrase in _related.Select(r => r.Said).Concat(_both.Select(b => b.Said)).Concat(_notPeriods).Concat(_times).Concat(_uses).Concat(_joined).Concat(_names).Concat(_perThings.Select(p => p.Said)).Concat(_texts.Select(t => t.Said)))
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        foreach (var phrase in new[] { _fieldOrder, _showsMore, _averageOver?.Said, _countedRows?.Said, _bothPeriods }.OfType<Phrase>())
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }

        if (_ranking is { Sense: ExtremeMeasureSense { Item: var item } } ranking && ranking.Leaves().Any(l => l.Sense is AdjectiveSense) && _groups.OfType<FieldGrouping>().Any(g => _context.Catalog.FindField(g.Field)?.Dataset is { } home && !_context.RootsOf(item).All(r => _context.LeadsTo(r, home))))
        {
            // "the most expensive extra" is not the one that came with the dearest stays.
            Fail(ProblemKind.NothingToRank, ranking);
        }

        if (_askedRows is { Sense.Of.NameField: null } asked)
        {
            Fail(ProblemKind.UnusedWords, asked.Said);
        }
    }

    /// <summary>"2024년, 예약일 기준", "in 2024, based on the booking date": the date that the period is about.</summary>
    private void DateByNamed()
    {
        if (_fieldOrder is { Sense: FieldOrderSense { Descending: null, By: { Via: null, Field: { Type.IsTemporal: true } date } } } said && _periods is [var period] && _listed is null && _order is null)
        {
            _fieldOrder = null;
            _periods.Clear();
            _dated.Add((new DatedSense(date, period.Sense), said));
            _cost += 0.1;
        }
    }

    /// <summary>"booked at least three times": the rows that the verb tells of are counted.</summary>
    private void ApplyTimes()
    {
        if (_times is not [{ Sense: TimesSense times }])
        {
            return;
        }

        var verbs = _sentence.Phrases.SelectMany(p => p.Leaves()).Select(l => l.Sense).OfType<VerbSense>().Select(v => v.Field).Distinct().ToList();
        var had = _related.Where(r => !r.Sense.Negated).Select(r => r.Sense.Of).Distinct().ToList();
        if ((verbs is [var verb] && had.Count == 0 ? verb.Dataset : verbs.Count == 0 && had is [var only] ? only : verbs.Count + had.Count == 0 ? RowsToldBeside(_times[0]) : null) is not { } of)
        {
            return;
        }

        _lightVerbs.RemoveAll(v => v.Start == _times[0].End);
        _uses.RemoveAll(v => v.Start == _times[0].End);

        _times.Clear();
        foreach (var related in _related.Where(r => r.Sense.Of == of && !r.Sense.Negated).ToList())
        {
            _related.Remove(related);
            if (related.Sense.Inner is { } inner)
            {
                Take(new Phrase(related.Said.Start, related.Said.End, inner, 0, related.Said));
            }
        }

        var item = NumberOf(of);
        AddMeasure(item);
        _limits.Add(new MeasureLimitSense(item, times.Operator, times.Count));
        _cost += 0.2;
        _filters.RemoveAll(f => f.Condition is FieldEmpty { Negated: true, Via: null } told && _context.Catalog.FindField(told.Field) is { } clock && clock == of.DefaultTime);
    }

    /// <summary>"고장이 세 번 이상 난 설비": the rows that a value right before the number of times tells, where they lead to the one thing named.</summary>
    private Dataset? RowsToldBeside(Phrase times) =>
        _things.Select(t => t.Sense).OfType<EntitySense>().Where(e => e.Via is null).Select(e => e.Dataset).Distinct().ToList() is [var things] && Before(times) is { Sense: ValueSense { Negated: false, Via: null, Field.Dataset: var rows } } && rows != things && !_context.Reaches(things, rows) && _context.LeadsTo(rows, things) ? rows : null;

    /// <summary>Whether a number is there only because something is to be above or below it.</summary>
    private bool IsOnlyLimited(MeasureItem item) =>
        _limits.Exists(l => l.Item.Measure == item.Measure) && !_sentence.Phrases.Any(p => p.Sense is MeasuresSense said && said.Items.Any(i => i.Measure == item.Measure));

    /// <summary>"name contains 'rice'": of the things in question.</summary>
    private void NameTexts(Dataset things)
    {
        foreach (var (text, said) in _texts.ToList())
        {
            if (things.NameField is { } name)
            {
                _filters.Add((new FieldText(_context.Catalog.NameOf(name), text.Match, text.Text, text.Negated), things, null, said));
                _texts.Remove((text, said));
            }
        }
    }

    /// <summary>The number of rows of a kind: the metric that is just that, where there is one.</summary>
    private MeasureItem NumberOf(Dataset rows) =>
        _context.Catalog.Metrics.Where(m => m.ReplacedBy is null && m.Access.IsEmpty && CountsAll(_context.Of(m), rows)).ToList() is [var metric] ? _context.Of(metric) : _context.CountOf(rows);

    /// <summary>The rows whose number a measure is, where it is no more than their number.</summary>
    private Dataset? RowsCountedBy(MeasureItem item) => item switch
    {
        { Measure: CountMeasure, Rows: { } rows } => rows,
        { Metric: { } metric } => GrammarContext.RowsOf(metric),
        _ => null,
    };
}
