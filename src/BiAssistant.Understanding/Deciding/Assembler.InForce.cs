using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <content>Numbers of what is in force at one moment, beside words for how it begins and ends; and verbs that several dates share.</content>
internal sealed partial class Assembler
{
    /// <summary>
    /// "employees who left in 2024" is about those who came or went, not about those who are there at one moment: their rows are counted, where what counts
    /// the ones who are there would find almost none of them, or all.
    /// </summary>
    private void CountComingsAndGoings()
    {
        for (var i = 0; i < _measures.Count; i++)
        {
            if (_measures[i].Metric?.Formula is AggregateFormula { Call: { Name: "COUNT", Distinct: false }, Selection: ValidRows valid, Filters.IsEmpty: true } stock && (Spoken(valid.From) || Spoken(valid.To)))
            {
                _measures[i] = _context.CountOf(stock.Root);
                _cost += 0.2;
            }
        }
    }

    /// <summary>"currently" is how a balance is told anyway, and rows of which the catalog says no end; anything else it would narrow in a way that nobody has defined.</summary>
    private void AsThingsStand()
    {
        if (_nows.Count > 0 && (_measures.Count == 0 || _periods.Count > 0 || (!_measures.TrueForAll(StandsNow) && !SpeaksOfState(_measures.SelectMany(_context.RootsOf)))))
        {
            Fail(ProblemKind.UnusedWords, _nows[0]);
        }
    }

    /// <summary>"open tickets right now": a state that rows have as they stand, and not what they were at some date.</summary>
    private bool SpeaksOfState(IEnumerable<Dataset> rows) =>
        _dated.Count == 0 && _filters.Exists(f => f.Of is { } of && rows.All(r => r == of || r.Lineage.Contains(of) || _context.Reaches(r, of) || _context.LeadsTo(of, r)) && (f.Value is { Field.Type.IsTemporal: false } || f.Condition is FieldEmpty { Negated: false } or TermCondition));

    private static bool StandsNow(MeasureItem item) =>
        item.Metric is { } metric
            ? metric.Timeless || metric is CumulativeMetric { Running: false } || Formulas.Aggregates(metric.Formula).All(a => a.Selection is ValidRows { Average: false } or SnapshotRows { Take: SnapshotTake.Last })
            : item is { Measure: CountMeasure, Rows: { } rows } && rows.Fields.Concat(rows.Derived).Count(f => f.Type.IsTemporal) < 2;

    private bool Spoken(Field date) =>
        _dated.Exists(d => d.Sense.Field == date) || _filters.Exists(f => f.Condition is FieldEmpty { Negated: true, Via: null } known && _context.Catalog.FindField(known.Field) == date);

    /// <summary>"shops opened in 2023": where what is counted has a date of that verb itself, the verb is hardly about something else that it leads to.</summary>
    private double FarVerb(Field dated) =>
        _measures.SelectMany(_context.RootsOf).Distinct().ToList() is { Count: > 0 } roots
        && roots.TrueForAll(r => GrammarContext.FieldOf(r, dated) is null && r.Fields.Concat(r.Derived).Any(f => f != dated && Share(f, dated)))
            ? 0.5
            : 0;

    private static bool Share(Field one, Field other) => one.Verbs.Words.Any(v => other.Verbs.Words.Any(w => w.Language == v.Language && w.Text == v.Text));
}
