using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A column of a thing, reached from any row that leads there; the link that is meant, where several do.</summary>
internal sealed record Field(string Thing, string Column, string? Via = null)
{
    public string Name => $"{Thing}.{Column}";

    public Column In(World world) => world.Thing(Thing).Column(Column);

    public object? Of(World world, Row row) => world.Reach(row, Thing, Via)?[Column];

    /// <summary>An object that says <paramref name="property"/>: this field, and by which link.</summary>
    public JsonObject Json(string property = "field")
    {
        var json = new JsonObject { [property] = Name };
        if (Via is not null)
        {
            json["via"] = Via;
        }

        return json;
    }
}
