using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Follows the relationships that a bridge goes through: from one end back to the rows that link both, and on to the other end.</summary>
internal static class BridgeReader
{
    /// <summary>Walks one bridge, whose relationships are known by name; what is wrong is reported at its <c>through</c>.</summary>
    public static void Read(Relationship bridge, Seq<Relationship> through, KeyReader keys)
    {
        var (steps, broken) = Steps(bridge, through);
        if (broken is not null && Steps(bridge, through.Reverse().ToSeq()) is (var reversed, null))
        {
            (steps, broken) = (reversed, null);
        }

        if (broken is null && Shape(steps) is { } legs)
        {
            bridge.Bridge = legs;
            bridge.Unsupported = through.FirstOrDefault(w => w.Unsupported is not null) is { } wrong
                ? $"it goes through {wrong.Name}: {wrong.Unsupported}"
                : legs.Datasets.FirstOrDefault(d => d.Model.Warehouse != bridge.From.Model.Warehouse) is { } far
                ? $"it is a bridge over several warehouses ({far.Name} lies in another than {bridge.From.Name})"
                : null;
            return;
        }

        bridge.Unsupported = "the relationships that it goes through do not make a bridge";
        keys.Error("broken_bridge", broken ?? $"{bridge.Name} goes through no rows that link {bridge.From.Name} with {bridge.To.Name}: each link points to a row of either, as in 'through: [link_to_{bridge.From.Name}, link_to_{bridge.To.Name}]'.", keys.Map.Find("through")!);
    }

    private static (Seq<(Relationship Way, bool Forward)> Steps, string? Broken) Steps(Relationship bridge, Seq<Relationship> through)
    {
        Seq<(Relationship Way, bool Forward)> steps = [];
        var at = bridge.From;
        foreach (var way in through)
        {
            var returning = steps.Any(s => !s.Forward);
            var (forward, backward) = (way.From == at, way.To == at);
            if (!forward && !backward)
            {
                return (steps, $"{bridge.Name} goes from {at.Name} through {way.Name}, which leads from {way.From.Name} to {way.To.Name}.");
            }

            var taken = forward && (!backward || returning);
            steps = steps.Add((way, taken));
            at = taken ? way.To : way.From;
        }

        return (steps, at == bridge.To ? null : $"{bridge.Name} ends at {at.Name}, not at {bridge.To.Name}.");
    }

    /// <summary>Forward, back to the links, and forward again; null for any other order.</summary>
    private static Bridge? Shape(Seq<(Relationship Way, bool Forward)> steps)
    {
        var before = steps.TakeWhile(s => s.Forward).ToList();
        var back = steps.Skip(before.Count).TakeWhile(s => !s.Forward).ToList();
        var forth = steps.Skip(before.Count + back.Count).ToList();
        return back.Count == 0 || forth.Count == 0 || forth.Exists(s => !s.Forward)
            ? null
            : new Bridge(back[^1].Way.From, Forward(before), Forward(back.AsEnumerable().Reverse()), Forward(forth));
    }

    private static Seq<ToOneStep> Forward(IEnumerable<(Relationship Way, bool Forward)> steps) => steps.Select(s => new ToOneStep(s.Way, Reversed: false)).ToSeq();
}
