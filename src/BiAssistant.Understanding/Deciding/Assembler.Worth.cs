using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.Korean;

namespace BiAssistant.Understanding.Deciding;

/// <content>What rows are worth, where a question wants money and names the rows alone.</content>
internal sealed partial class Assembler
{
    private readonly List<Phrase> _amounts = [];

    /// <summary>"카드로 입금된 금액": the money of the rows that a verb, a condition or a thing tells of; beside a number that is money it says what it is.</summary>
    private void ApplyAmounts()
    {
        foreach (var phrase in _amounts)
        {
            if (_measures.Count > 0 && _measures.TrueForAll(IsMoney))
            {
                _cost += 0.3;
            }
            else if (_measures.Count == 0 && (VerbBefore(phrase) ?? RowsWithConditions(alsoThings: true)) is { } rows && MoneyOf(rows) is { } money)
            {
                _things.RemoveAll(t => t.Sense is EntitySense { Via: null } entity && entity.Dataset == rows);
                AddMeasure(money);
                _cost += 0.8;
            }
            else
            {
                _problems.Add(new Problem(ProblemKind.UnknownWords, phrase.Start, phrase.End));
            }
        }
    }

    /// <summary>"대납 비용이 얼마인가요", "how much were expenses": a number of rows is no amount of money. Where nothing tells what they are worth there is no answer.</summary>
    private void CountNoMoney()
    {
        if (_measures is not [{ Metric: null, Measure: CountMeasure { Filter: null }, Rows: { } rows } count] || !WantsMoney() || ShareSaid() is not null || _operations.Exists(o => o.Sense is not HowMuchSense and not RunningSense)
            || _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is CountWordSense or MetricSense or AmountWordSense))
        {
            return;
        }

        if (_limits.Count + _compared.Count > 0 || MoneyOf(rows) is not { } money)
        {
            _problems.Add(new Problem(ProblemKind.NoNumber, 0, _atoms.Count));
            return;
        }

        CountInstead(count, money);
        _cost += 0.2;
    }

    /// <summary>Another number than the only one, in its ranking too.</summary>
    private void CountInstead(MeasureItem counted, MeasureItem item)
    {
        _measures[0] = item;
        _ranking = _ranking is { Sense: ExtremeMeasureSense extreme } ranking && extreme.Item == counted ? new Phrase(ranking.Start, ranking.End, extreme with { Item = item }, ranking.Cost, ranking) : _ranking;
    }

    /// <summary>얼마 asks for money, and 얼마나 where what it is asked of is money by its name: "과태료가 얼마나 나왔어".</summary>
    private bool WantsMoney()
    {
        var said = string.Concat(_atoms.Select(a => a.Raw));
        return IsKorean
            ? (said.Contains("얼마", StringComparison.Ordinal) && (!said.Contains("얼마나", StringComparison.Ordinal) || _sentence.Phrases.Any(p => p.Sense is EntitySense && KoreanWords.MoneyEndings.Contains(_atoms[p.End - 1].Raw)))) || KoreanWords.Spent.Any(word => said.Contains(word, StringComparison.Ordinal))
            : AsksHowMuch && _atoms.Any(a => a.Key == "much");
    }

    private static bool IsMoney(MeasureItem item) => item is { Metric: { } metric } ? GrammarContext.IsMoney(metric) : item is { Field: { } field, Measure: AggregateMeasure } && GrammarContext.IsMoney(field);

    /// <summary>What rows are worth: the registry's one sum of their money, else that of the one field that holds it; null where none or several are.</summary>
    private MeasureItem? MoneyOf(Dataset rows) =>
        _context.TotalOf(rows) is { } total && IsMoney(total) ? total :
        _context.Catalog.Metrics.Where(m => m.Additive && GrammarContext.IsMoney(m) && m.ReplacedBy is null && m.Access.IsEmpty && _context.RootsOf(_context.Of(m)).ToList() is [var root] && root == rows).Take(2).ToList() is { Count: > 0 } sums
            ? sums is [var sum] ? _context.Of(sum) : null
            : rows.Fields.Where(f => !f.Hidden && f.Type.IsNumeric && f.DefaultAggregate == DefaultAggregate.Sum && GrammarContext.IsMoney(f)).Take(2).ToList() is [var only] ? _context.Of(AggregateFunction.Sum, only) : null;
}
