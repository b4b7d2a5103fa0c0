using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Periods of a grain by a time that is named, which every number reaches.</summary>
internal sealed record TimeFieldGroup(Grain Grain, Field Field) : Grouping
{
    public override string Form => "by another time";

    public override bool IsTime => true;

    public override string Name => TimeGroup.NameOf(Grain);

    public override JsonObject Json => new() { ["time"] = Name, ["field"] = Field.Name };

    public static Grouping? Draw(Drawing drawing) =>
        drawing.Fields(column => column.IsTime).Where(field => field.Via is null).ToList() is { Count: > 0 } fields
            ? new TimeFieldGroup(drawing.Chance.Of(Grain.Week, Grain.Month, Grain.Quarter, Grain.Year, Grain.FiscalYear), drawing.Chance.From(fields))
            : null;

    public override IReadOnlyList<object?> Of(Asked asked, Row row) => [Field.Of(asked.World, row) is DateTime time ? asked.World.Calendar.PeriodOf(Grain, time).From : null];
}
