using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Statistics = BiAssistant.Tests.Evaluation.RowByRow.Measures.Statistics;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The plain mean of the groups' numbers, each counting once; those without the number do not count.</summary>
internal sealed record MemberAverage(Measure Inner, IReadOnlyList<Grouping> Within) : Across(Inner, Within)
{
    public override string Form => "mean of the groups";

    public override bool IsExact => false;

    public static Measure? Draw(Drawing drawing) => Drawn(drawing, IsPlain) is var (inner, within) ? new MemberAverage(inner, within) : null;

    protected override JsonObject Written() => Written("member_average");

    protected override object? ValueIn(Cell cell) => Statistics.Average([.. Others(cell).Select(other => cell.Asked.Value(Inner, other)).OfType<decimal>()]);
}
