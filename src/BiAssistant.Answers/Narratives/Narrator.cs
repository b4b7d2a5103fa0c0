using BiAssistant.Answers.Composition;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Narratives;

/// <summary>
/// Says in a few sentences what a table shows. Every numeral is a cell, a declared calculation on cells, or what the query says of itself; a sentence
/// that is not bound is left out.
/// </summary>
public sealed class Narrator(NarrativeFacts facts)
{
    private const int MeasuresSpokenOf = 3;

    private readonly Phrasebook _phrases = Phrasebook.Of(facts.Language);

    private AnswerTable Table => facts.Table;

    public Seq<NarrativeSentence> Tell() =>
        [.. Sentences().Append(Basis()).OfType<NarrativeSentence>().Where(s => s.HoldsFor(facts))];

    private IEnumerable<NarrativeSentence?> Sentences()
    {
        var groups = Table.Groups.Where(i => Table.Columns[i].Shown.Role != ColumnRole.Key).ToList();
        var measures = Table.Measures.Take(MeasuresSpokenOf).ToList();
        if (Emptiness() is { } empty)
        {
            return [empty];
        }

        return groups switch
        {
            [] => measures.Select(m => Numbers(m).Count == 0 ? Write(s => _phrases.NoValue(s, new NameSource(m))) : Write(s => _phrases.Total(s, new NameSource(m), new CellSource(0, m)))),
            [var time] when Table.Columns[time].Grain is not null && !facts.Partial => measures.Take(2).SelectMany((m, i) => OverTime(time, m, alone: i == 0)),
            _ => measures.Take(2).SelectMany((m, i) => AmongMembers(groups, m, alone: i == 0)),
        };
    }

    private NarrativeSentence? Emptiness()
    {
        if (facts.LastData is not null)
        {
            return Write(s => _phrases.DataEnds(s, new FactSource(QueryFact.Period), new FactSource(QueryFact.LastData)));
        }

        if (facts.FirstData is not null)
        {
            return Write(s => _phrases.DataBegins(s, new FactSource(QueryFact.Period), new FactSource(QueryFact.FirstData)));
        }

        return Table.Rows.IsEmpty ? Write(_phrases.Nothing) : null;
    }

    private IEnumerable<NarrativeSentence?> OverTime(int time, int measure, bool alone)
    {
        var numbers = Numbers(measure).Where(n => Table.Rows[n.Cell.Row][time] is not null).OrderBy(n => Table.Rows[n.Cell.Row][time], Comparer<object?>.Default).ToList();
        if (numbers.Count == 0)
        {
            yield return Write(s => _phrases.NoValue(s, new NameSource(measure)));
            yield break;
        }

        (SpanSource, SpanSource) At(CellSource cell) => (new CellSource(cell.Row, time), cell);
        var whole = numbers.Where(n => !facts.IsCut(n.Cell.Row, time)).ToList();
        if (numbers.Count == 1 || whole.Count < 2)
        {
            // Part of a period is not set against a whole one.
            var highest = numbers.MaxBy(n => n.Number).Cell;
            yield return Write(s => _phrases.Highest(s, new NameSource(measure), [new CellSource(highest.Row, time)], highest, share: null));
            yield break;
        }

        if (whole.Count < numbers.Count && alone)
        {
            yield return Write(_phrases.WholePeriods);
        }

        numbers = whole;
        var (first, last) = (numbers[0], numbers[^1]);

        var inPercent = Table.Columns[measure].Shown.Unit == "percent";
        var change = new CalculationSource(inPercent || first.Number <= 0 ? Calculation.Difference : Calculation.Change, [first.Cell, last.Cell]);
        yield return Write(s => _phrases.Trend(s, new NameSource(measure), At(first.Cell), At(last.Cell), Direction(first, last), change));
        if (numbers.Count > 2)
        {
            yield return Write(s => _phrases.Peaks(s, At(numbers.MaxBy(n => n.Number).Cell), At(numbers.MinBy(n => n.Number).Cell)));
        }
    }

    /// <summary>Numbers that read the same are not said to have changed.</summary>
    private int Direction((CellSource Cell, decimal Number) first, (CellSource Cell, decimal Number) last) =>
        facts.Say(first.Cell) == facts.Say(last.Cell) ? 0 : Math.Sign(last.Number - first.Number);

    private IEnumerable<NarrativeSentence?> AmongMembers(List<int> groups, int measure, bool alone)
    {
        var numbers = Numbers(measure);
        if (numbers.Count == 0)
        {
            yield return Write(s => _phrases.NoValue(s, new NameSource(measure)));
            yield break;
        }

        IReadOnlyList<SpanSource> Member(CellSource cell) => [.. groups.Select(g => new CellSource(cell.Row, g))];
        var (highest, lowest) = (numbers.MaxBy(n => n.Number).Cell, numbers.MinBy(n => n.Number).Cell);
        if (facts.Partial)
        {
            yield return Write(s => OfSome(s, measure, Member, highest, lowest));
            yield break;
        }

        var whole = Table.Columns[measure].Additive && numbers.Count > 1;
        var cells = numbers.Select(n => n.Cell).ToList();
        var share = whole && numbers.All(n => n.Number >= 0) && numbers.Any(n => n.Number > 0)
            ? new CalculationSource(Calculation.Share, [highest, .. cells.Where(c => c != highest)])
            : null;
        yield return Write(s => _phrases.Highest(s, new NameSource(measure), Member(highest), highest, share));
        if (!alone)
        {
            yield break;
        }

        if (numbers.Count > 1 && facts.Number(highest) != facts.Number(lowest))
        {
            yield return Write(s => _phrases.Lowest(s, new NameSource(measure), Member(lowest), lowest));
        }

        if (whole)
        {
            yield return Write(s => _phrases.Sum(s, new CalculationSource(Calculation.Count, cells.ToSeq()), new CalculationSource(Calculation.Sum, cells.ToSeq())));
        }
    }

    /// <summary>Rows were left out: what is said of all holds only for the measure that they were ranked by.</summary>
    private void OfSome(SentenceBuilder sentence, int measure, Func<CellSource, IReadOnlyList<SpanSource>> member, CellSource highest, CellSource lowest)
    {
        var name = new NameSource(measure);
        switch (facts.Ranked)
        {
            case { Highest: true } ranked when ranked.Measure == Table.Columns[measure].Shown.Name:
                _phrases.Highest(sentence, name, member(highest), highest, share: null);
                break;
            case { Highest: false } ranked when ranked.Measure == Table.Columns[measure].Shown.Name:
                _phrases.LowestOfAll(sentence, name, member(lowest), lowest);
                break;
            default:
                _phrases.HighestShown(sentence, name, member(highest), highest);
                break;
        }
    }

    private NarrativeSentence? Basis() => facts.AsOf.Length == 0 ? null : Write(s => _phrases.Basis(
        s,
        facts.Period is null ? null : new FactSource(QueryFact.Period),
        new FactSource(QueryFact.AsOf),
        facts.Filters is null ? null : new FactSource(QueryFact.Filters)));

    private List<(CellSource Cell, decimal Number)> Numbers(int measure) =>
        [.. Enumerable.Range(0, Table.Rows.Count)
            .Select(row => (Cell: new CellSource(row, measure), Number: facts.Number(new CellSource(row, measure))))
            .Where(n => n.Number is not null)
            .Select(n => (n.Cell, n.Number ?? 0))];

    private NarrativeSentence? Write(Action<SentenceBuilder> phrase)
    {
        var sentence = new SentenceBuilder(facts);
        phrase(sentence);
        return sentence.Done();
    }
}
