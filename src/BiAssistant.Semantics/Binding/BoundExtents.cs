using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>A query for the first and last instants of clocks: one row, a pair of columns for each of <c>Clocks</c> in order.</summary>
public sealed record BoundExtents(BoundQuery Query, Seq<DataExtent> Clocks)
{
    /// <summary>Null where no number goes by a clock.</summary>
    internal static BoundExtents? Of(SemanticQuery query, BindingSession session, IEnumerable<Formula> formulas)
    {
        var clocks = formulas
            .SelectMany(Formulas.Aggregates)
            .Where(a => a.Time is not null)
            .GroupBy(a => (a.Root, a.Time))
            .Select(same => (same.Key.Root, Time: same.Key.Time!, HoldsOn: same.Any(a => a.Selection is ValidRows)))
            .ToList();
        if (clocks.Count == 0)
        {
            return null;
        }

        var everything = new SemanticQuery();
        var found = new SourceList();
        var sources = new MeasureScope(session, everything, new GroupBinder(session, [], []), found).Sources;
        var measures = new List<BoundMeasure>();
        foreach (var (counted, index) in clocks.Select((c, i) => (c, i)))
        {
            var clock = new SqlColumn(session.Catalog.NameOf(counted.Time.Dataset), counted.Time.Name);
            foreach (var (function, name) in new[] { ("MIN", $"first_{index + 1}"), ("MAX", $"last_{index + 1}") })
            {
                var end = new AggregateFormula(counted.Root, new SqlAggregate(function, [clock]), [], null);
                if (sources.Bind(end, new LeafRequest([], name, Timeless: false, [])) is not { } formula)
                {
                    return null;
                }

                measures.Add(new BoundMeasure(name, LocalText.Empty, formula, SqlType.Unknown, LocalText.Empty, ValueFormat.None, null, Additive: false));
            }
        }

        var facts = new BindingFacts(null, [], Incomplete: false, [], [], [], [], session.Touched);
        return new BoundExtents(
            new BoundQuery(query, [], found.Sources, measures.ToSeq(), null, [], null, facts),
            clocks.Select(c => new DataExtent(c.Root.Id, c.Time.Id, null, null) { HoldsOn = c.HoldsOn }).ToSeq());
    }

    /// <summary>Whether a formula looks at other intervals than its own, or at rows that hold over time.</summary>
    internal static bool LooksElsewhere(Formula formula) => formula switch
    {
        PeriodFormula or KnownFormula => true,
        AggregateFormula aggregate => aggregate.Selection is ValidRows,
        ExpressionFormula expression => expression.Parts.Any(p => LooksElsewhere(p.Formula)),
        _ => false,
    };
}
