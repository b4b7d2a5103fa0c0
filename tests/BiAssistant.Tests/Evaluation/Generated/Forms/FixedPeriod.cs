using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>From an instant to before another; either may be open.</summary>
internal sealed record FixedPeriod(DateTime? From, DateTime? To) : Period
{
    public override string Form => "a period with dates";

    public override JsonObject Json => new() { ["from"] = From is { } from ? Literal.Instant(from) : null, ["to"] = To is { } to ? Literal.Instant(to) : null };

    public static Period? Draw(Drawing drawing)
    {
        var from = new DateTime(2023, drawing.Chance.Between(1, 12), drawing.Chance.Of(1, 1, 1, 15, 28));
        var to = from.AddMonths(drawing.Chance.Of(1, 3, 6, 12, 12)).AddDays(drawing.Chance.Of(0, 0, 0, 3));
        return drawing.Chance.Of(0, 0, 0, 1, 2) switch { 0 => new FixedPeriod(from, to), 1 => new FixedPeriod(null, to), _ => new FixedPeriod(from, null) };
    }

    public override Span In(World world) => new(From, To);
}
