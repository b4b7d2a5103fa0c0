using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>What the inner query was broken down by, or a number of it.</summary>
internal sealed record ColumnGroup(string Column, Grouping? Grouping, Ranges? Ranges = null) : Grouping
{
    public override string Form => Grouping is not null ? "by a group of results" : Ranges is null ? "by a number of results" : "by ranges of results";

    public override bool IsRenamed => Grouping?.IsRenamed ?? true;

    public override bool IsTime => Grouping is { IsTime: true };

    public override string Name => Ranges is null ? Column : $"{Column}_range";

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["column"] = Column };
            Ranges?.AddTo(json);
            return json;
        }
    }

    public static Grouping? Draw(Drawing drawing)
    {
        if (drawing.Inner is not { } inner)
        {
            return null;
        }

        var exact = inner.Measures.Where(measure => measure is { IsNumber: true, IsExact: true }).ToList();
        if (exact.Count > 0 && drawing.Chance.In100(40))
        {
            return new ColumnGroup(drawing.Chance.From(exact).As!, null, drawing.Chance.In100(50) ? Ranges.Draw(drawing.Chance) : null);
        }

        var grouping = drawing.Chance.From(inner.By);
        return new ColumnGroup(grouping.Name, grouping);
    }

    public override IReadOnlyList<string> Columns(World world) => Grouping?.Columns(world) ?? [Name];

    public override IReadOnlyList<object?> Of(Asked asked, Row row) => Ranges is null ? [.. Columns(asked.World).Select(column => row[column])] : [Ranges.Of(row[Column])];
}
