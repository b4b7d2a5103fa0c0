using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>
/// "tickets handled by Kim", "기사가 운송한", "who delivered": a verb right beside the thing that a relationship points to says that it is reached on this
/// way, so that two verbs in one question can choose two ways.
/// </summary>
internal sealed class ThingReachedByVerb : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (WhichSense, LinkSense { Reverse: true, IsAmongOneKind: false } verb) when context.GroupingOf(new EntitySense(verb.Way.To)) is FieldGrouping doer =>
            (new BreakdownSense([doer with { Via = context.NameOf(verb.Way) }], Asked: true), 0.2),
        (LinkSense { IsAmongOneKind: true, Behind: false, Reverse: true } or LinkSense { IsAmongOneKind: true, Behind: true }, _) => null,
        (_, LinkSense { IsAmongOneKind: true, Behind: false }) => null,
        (LinkSense verb, var thing) => Reached(verb.Way, thing, context) is { } reached ? (reached, 0) : null,
        (var thing, LinkSense verb) => Reached(verb.Way, thing, context) is { } reached ? (reached, verb.Reverse ? 0 : 0.3) : null,
        _ => null,
    };

    /// <summary>Only where another way leads there as well; else the verb is left to stand alone.</summary>
    private static Sense? Reached(Relationship way, Sense thing, GrammarContext context) => (context.NameOf(way), thing) switch
    {
        (null, _) => null,
        ({ } via, ValueSense { Via: null } value) when GrammarContext.FieldOf(way.To, value.Field) is { } own => value with { Field = own, Via = via, Named = true },
        ({ } via, FieldSense { Via: null } field) when GrammarContext.FieldOf(way.To, field.Field) is { } own => field with { Field = own, Via = via },
        ({ } via, EntitySense { Via: null } entity) when entity.Dataset == way.To => entity with { Via = via },
        ({ } via, BreakdownSense { Groupings: [FieldGrouping { Via: null } grouping] } breakdown) when context.Catalog.FindField(grouping.Field)?.Dataset == way.To =>
            breakdown with { Groupings = [grouping with { Via = via }] },
        _ => null,
    };
}
