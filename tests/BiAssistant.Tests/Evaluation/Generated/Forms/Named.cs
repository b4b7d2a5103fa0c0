using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A metric of the catalog.</summary>
internal sealed record Named(Metric Metric) : Measure
{
    public override string Form => Metric.Meaning switch
    {
        Quotient => "metric: ratio",
        Calculated => "metric: derived",
        { Filter: not null } => "metric: filtered",
        _ => "metric: simple",
    };

    public override bool IsExact => Metric.Meaning.IsExact;

    public override bool IsSumOrCount => Metric.Meaning.IsSumOrCount;

    public override bool IsZeroWhenMissing => Metric.Meaning.IsZeroWhenMissing;

    public override bool IsCount => Metric.Meaning is RowCount or Aggregated && Metric.Meaning.IsCount;

    public override IEnumerable<string> Things => Metric.Meaning.Things;

    public static Measure? Draw(Drawing drawing)
    {
        var own = drawing.World.Metrics.Where(metric => metric.Meaning.Things.All(drawing.Roots.Contains)).ToList();
        return own.Count == 0 ? null : new Named(drawing.Chance.From(own));
    }

    protected override JsonObject Written() => new() { ["metric"] = Metric.Name };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => Metric.Meaning.Grounds(cell);

    protected override object? ValueIn(Cell cell) => Metric.Meaning.In(cell with { InMetric = true });
}
