using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Ranges of a number: between given bounds, told by their place, or of one width, told by where they begin; each ends before the next.</summary>
internal sealed record Ranges(IReadOnlyList<decimal> Edges, decimal Width, decimal Start)
{
    public static Ranges Draw(Chance chance) => chance.In100(50)
        ? new Ranges([.. new[] { chance.Of(-1m, 0m), chance.Of(1m, 2m, 2.5m), chance.Of(5m, 7m), chance.Of(10m, 99.5m) }.Take(chance.Between(1, 4))], 0, 0)
        : new Ranges([], chance.Of(0.1m, 2m, 2.5m, 5m, 10m, 100m), chance.Of(0m, 0m, 1m, -0.5m));

    public object? Of(object? number) => number is not decimal value ? null
        : Edges.Count > 0 ? (decimal)Edges.Count(edge => edge <= value)
        : (Math.Floor((value - Start) / Width) * Width) + Start;

    public void AddTo(JsonObject json)
    {
        if (Edges.Count > 0)
        {
            json["edges"] = new JsonArray([.. Edges.Select(edge => JsonValue.Create(edge))]);
            return;
        }

        json["width"] = Width;
        json["start"] = Start;
    }
}

/// <summary>Ranges of a number field.</summary>
internal sealed record BucketGroup(Field Field, Ranges Ranges) : Grouping
{
    public override string Form => Ranges.Edges.Count > 0 ? "by ranges between bounds" : "by ranges of one width";

    public override string Name => $"{Field.Column}_range";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json("bucket");
            Ranges.AddTo(json);
            return json;
        }
    }

    public static Grouping? Draw(Drawing drawing) => drawing.Field(column => column is { IsNumber: true, IsKey: false }) is { } field ? new BucketGroup(field, Ranges.Draw(drawing.Chance)) : null;

    public override IReadOnlyList<object?> Of(Asked asked, Row row) => [Ranges.Of(Field.Of(asked.World, row))];
}
