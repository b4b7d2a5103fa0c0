using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The values of a field; what rows are called by is told apart by the key.</summary>
internal sealed record FieldGroup(Field Field) : Grouping
{
    public override string Form => Field.Via is null ? "by a field" : "by a field over a named link";

    public override JsonObject Json => Field.Json();

    public static Grouping? Draw(Drawing drawing) =>
        drawing.Field(column => column is { Kind: not (Kind.Decimal or Kind.Timestamp), IsKey: false }) is { } field ? new FieldGroup(field) : null;

    public override string Name => Field.Column;

    public override IReadOnlyList<string> Columns(World world) => [Name, .. Keys(world)];

    public override IReadOnlyList<object?> Of(Asked asked, Row row)
    {
        var reached = asked.World.Reach(row, Field.Thing, Field.Via);
        return [reached?[Field.Column], .. Keys(asked.World).Select(key => reached?[key])];
    }

    private IReadOnlyList<string> Keys(World world) => world.Thing(Field.Thing) is { Label: { } label, Key: var key } && label == Field.Column ? key : [];
}
