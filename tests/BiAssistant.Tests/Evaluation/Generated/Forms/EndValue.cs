using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The value of a column at the first or the last time; nothing is last that has not come yet, and of several different ones at that time none is it.</summary>
internal sealed record EndValue(Field Of, string By, bool Last) : Measure
{
    public override string Form => Last ? "last value" : "first value";

    public override IEnumerable<string> Things => [Of.Thing];

    public static Measure? Draw(Drawing drawing)
    {
        var thing = drawing.World.Thing(drawing.Chance.From(drawing.Roots));
        var times = thing.Columns.Where(column => column.IsTime).ToList();
        return times.Count == 0 ? null
            : new EndValue(new Field(thing.Name, drawing.Chance.Of([.. thing.Columns.Where(column => column.IsNumber)]).Name), drawing.Chance.From(times).Name, drawing.Chance.In100(60));
    }

    protected override JsonObject Written() => new() { ["aggregate"] = Last ? "last" : "first", ["field"] = Of.Name, ["by"] = $"{Of.Thing}.{By}" };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => cell.Grounds(Of.Thing).Where(row => HasCome(cell, row.Row));

    protected override object? ValueIn(Cell cell)
    {
        var rows = cell.Rows(Of.Thing).Where(row => HasCome(cell, row)).ToList();
        var end = Last ? rows.Max(row => (DateTime?)row[By]) : rows.Min(row => (DateTime?)row[By]);
        var values = rows.Where(row => (DateTime?)row[By] == end).Select(row => row[Of.Column]).OfType<object>().Distinct().ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private bool HasCome(Cell cell, Row row) => (DateTime?)row[By] < cell.Asked.Tomorrow;
}
