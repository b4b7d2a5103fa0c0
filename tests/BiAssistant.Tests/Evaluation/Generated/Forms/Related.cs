using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The rows of a thing that lead to one of another, where they meet a condition and lie in a period of their own.</summary>
internal sealed record Related(string Thing, string Of, string? Via, Condition? Where, Period? Period) : Part
{
    public override string Form => Period is null ? "related rows" : "related rows of a period";

    public override IEnumerable<Part> Parts => new Part?[] { Where, Period }.OfType<Part>();

    public JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["dataset"] = Thing, ["of"] = Of };
            if (Via is not null)
            {
                json["via"] = Via;
            }

            if (Where is not null)
            {
                json["where"] = Where.Json;
            }

            if (Period is not null)
            {
                json["period"] = Period.Json;
            }

            return json;
        }
    }

    public static Related? Draw(Drawing drawing)
    {
        var abouts = drawing.World.Things.Where(thing => drawing.Roots.All(root => drawing.World.Leads(root, thing.Name, null))).Select(thing => thing.Name).ToList();
        var ways = abouts.SelectMany(about => drawing.World.Things.Where(thing => thing.Name != about).SelectMany(thing => Vias(drawing.World, thing.Name, about).Select(via => (About: about, Thing: thing.Name, Via: via)))).ToList();
        if (drawing.IsDeep || ways.Count == 0)
        {
            return null;
        }

        var (of, related, link) = drawing.Chance.From(ways);
        var inside = drawing.About(related);
        return new Related(
            related,
            of,
            link,
            drawing.Chance.In100(40) ? inside.Condition() : null,
            drawing.Chance.In100(25) && drawing.World.Thing(related).Clock is not null ? drawing.Any(AllForms.Periods) : null);
    }

    /// <summary>The thing's row that a row belongs to; null where it belongs to none.</summary>
    public Row? About(Asked asked, Row row) => asked.World.Reach(row, Of, null);

    public IEnumerable<Row> Rows(Asked asked, Row about) => asked.World.Rows[Thing].Where(row =>
        asked.World.Reach(row, Of, Via) == about
        && (Where is null || Where.Holds(asked, row) == true)
        && (Period is null || Period.In(asked.World).Contains((DateTime?)row[asked.World.Thing(Thing).Clock!])));

    /// <summary>No name where there is one way, else a link that tells one.</summary>
    private static IEnumerable<string?> Vias(World world, string from, string to) =>
        new string?[] { null }.Concat(world.Links.Where(link => link.From != link.To).Select(link => link.Name)).Where(name => world.Leads(from, to, name)).Take(1);
}
