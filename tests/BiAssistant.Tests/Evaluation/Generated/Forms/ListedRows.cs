using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The rows of a thing one by one, with fields of it and of what each belongs to; a row's key stands behind them, so that equal rows stay two.</summary>
internal sealed record ListedRows(string Thing) : Part
{
    public override string Form => "listing";

    public static Question? Draw(Drawing drawing)
    {
        var about = new Drawing(drawing.World, drawing.Chance, [drawing.Roots[0]], drawing.Wanted);
        var fields = drawing.Chance.Some(about.Fields(column => !column.IsKey), drawing.Chance.Between(1, 4)).DistinctBy(field => field.Column).Select(field => (Grouping)new FieldGroup(field)).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var order = drawing.Chance.In100(60) ? [new Ordering(drawing.Chance.From(fields).Name, drawing.Chance.In100(50))] : Array.Empty<Ordering>();
        return new Question
        {
            Listing = new ListedRows(drawing.Roots[0]),
            By = fields,
            Where = drawing.Chance.In100(40) ? InQuery.Draw(about) : drawing.Chance.In100(50) ? about.Condition() : null,
            Period = drawing.Chance.In100(25) && drawing.World.Thing(drawing.Roots[0]).Clock is not null ? drawing.Any(AllForms.Periods) : null,
            Order = order,
            Top = drawing.Chance.In100(40) ? new Top(drawing.Chance.Between(1, 4), order.Length > 0 && drawing.Chance.In100(40) ? [drawing.Chance.From(fields)] : []) : null,
        };
    }

    public JsonObject Json(IEnumerable<Grouping> fields) => new() { ["rows_of"] = Thing, ["fields"] = new JsonArray([.. fields.Select(field => field.Json)]) };

    public IReadOnlyList<string> Keys(World world) => world.Thing(Thing).Key;

    public IReadOnlyList<object?> Shown(World world, KeyedRow row) => [.. row.Key.Values, .. Keys(world).Select(key => row.Row[key])];

    /// <summary>By the time that the rows go by, where it is shown; then as they are shown, and by key.</summary>
    public List<(int Place, bool Descending)> Natural(World world, Answer answer)
    {
        var places = Enumerable.Range(0, answer.Columns.Count);
        var clock = world.Thing(Thing).Clock;
        return [.. places.OrderBy(place => answer.Columns[place].Name == clock ? 0 : 1).Select(place => (place, false))];
    }
}
