using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// A period told from now. "Last" are the n whole ones before the current one, "past" the n up to and including today, "current" runs to the end of today, "ago" is the one
/// that many before.
/// </summary>
internal sealed record RelativePeriod(string Kind, int Count, Grain Grain) : Period
{
    public override string Form => "a period told from now";

    public override JsonObject Json => new() { ["relative"] = Kind, ["count"] = Count, ["grain"] = TimeGroup.NameOf(Grain) };

    public static Period? Draw(Drawing drawing)
    {
        var kind = drawing.Chance.Of("last", "past", "current", "ago");
        var grain = kind == "past" ? drawing.Chance.Of(Grain.Day, Grain.Week, Grain.Month, Grain.Year) : drawing.Chance.Of(Grain.Week, Grain.Month, Grain.Quarter, Grain.Year, Grain.FiscalYear, Grain.FiscalQuarter, Grain.FiscalMonth);
        return new RelativePeriod(kind, kind == "current" ? 1 : grain is Grain.Day or Grain.Week ? drawing.Chance.Between(5, 40) : drawing.Chance.Between(1, 3), grain);
    }

    public override Span In(World world)
    {
        var current = world.Calendar.PeriodOf(Grain, world.Now);
        var tomorrow = world.Now.Date.AddDays(1);
        return Kind switch
        {
            "last" => new Span(world.Calendar.Earlier(Grain, world.Now, Count).From, current.From),
            "past" => new Span(Before(tomorrow), tomorrow),
            "current" => new Span(current.From, tomorrow),
            _ => world.Calendar.Earlier(Grain, world.Now, Count),
        };
    }

    private DateTime Before(DateTime tomorrow) => Grain switch
    {
        Grain.Day => tomorrow.AddDays(-Count),
        Grain.Week => tomorrow.AddDays(-7 * Count),
        Grain.Month => tomorrow.AddMonths(-Count),
        _ => tomorrow.AddYears(-Count),
    };
}
