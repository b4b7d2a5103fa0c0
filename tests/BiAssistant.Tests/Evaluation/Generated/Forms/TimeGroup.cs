using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Periods of a grain, each number by its own clock; rows without a time are a group of their own.</summary>
internal sealed record TimeGroup(Grain Grain) : Grouping
{
    public override string Form => Grain < Grain.FiscalMonth ? "by time" : "by fiscal time";

    public override bool IsTime => true;

    public override JsonObject Json => new() { ["time"] = NameOf(Grain) };

    public static Grouping? Draw(Drawing drawing) => drawing.Roots.All(root => drawing.World.Thing(root).Clock is not null)
        ? new TimeGroup(drawing.Chance.Of(Grain.Day, Grain.Week, Grain.Month, Grain.Month, Grain.Quarter, Grain.Year, Grain.FiscalYear, Grain.FiscalQuarter, Grain.FiscalMonth))
        : null;

    public override string Name => NameOf(Grain);

    public override IReadOnlyList<object?> Of(Asked asked, Row row)
    {
        var clock = asked.World.Thing(row.Thing).Clock ?? throw new DeclinedException("no_time", row.Thing);
        return [row[clock] is DateTime time ? asked.World.Calendar.PeriodOf(Grain, time).From : null];
    }

    public static string NameOf(Grain grain) => grain switch
    {
        Grain.FiscalMonth => "fiscal_month",
        Grain.FiscalQuarter => "fiscal_quarter",
        Grain.FiscalYear => "fiscal_year",
        _ => $"{grain}".ToLowerInvariant(),
    };
}
