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

    private bool Spoken(Field date) =>
        _dated.Exists(d => d.Sense.Field == date) || _filters.Exists(f => f.Condition is FieldEmpty { Negated: true, Via: null } known && _context.Catalog.FindField(known.Field) == date);

    /// <summary>"restaurants opened in 2023": where what is counted has a date of that verb itself, the verb is hardly about something else that it leads to.</summary>
    private double FarVerb(Field dated) =>
        _measures.SelectMany(_context.RootsOf).Distinct().ToList() is { Count: > 0 } roots
        && roots.TrueForAll(r => GrammarContext.FieldOf(r, dated) is null && r.Fields.Concat(r.Derived).Any(f => f != dated && Share(f, dated)))
            ? 0.5
            : 0;

    private static bool Share(Field one, Field other) => one.Verbs.Words.Any(v => other.Verbs.Words.Any(w => w.Language == v.Language && w.Text == v.Text));
}
