using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"with their engineer and site", "담당 기사와 함께": what is shown beside each row.</summary>
internal sealed class Attributes : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AttributeMarkSense mark, FieldSense { Field.Type.Kind: not Sql.Tree.SqlTypeKind.Boolean } or EntitySense) when Shown(right.Sense, context) is { } field => (new AttributesSense([field]), mark.Weak ? 0.5 : 0),
        (AttributesSense attributes, JoinedSense { Or: false, Inner: FieldSense or EntitySense } joined) when Shown(joined.Inner, context) is { } field && !attributes.Fields.Contains(field) =>
            (new AttributesSense(attributes.Fields.Add(field)), 0),
        (AttributesSense attributes, JoinedSense { Or: false, Inner: AttributesSense more }) => (new AttributesSense(attributes.Fields.AddRange(more.Fields)), 0),
        _ => null,
    };

    internal static FieldGrouping? Shown(Sense thing, GrammarContext context) => thing switch
    {
        FieldSense field => new FieldGrouping(context.Catalog.NameOf(field.Field), field.Via),
        EntitySense { Dataset.NameField: { } name, Via: var via } => new FieldGrouping(context.Catalog.NameOf(name), via),
        _ => null,
    };
}

/// <summary>"most recently hired", "입사일이 가장 최근인": rows from one end of a time of theirs.</summary>
internal sealed class FieldByTime : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FieldSense { Field.Type.IsTemporal: true } field, NewestSense { Weak: false } newest) => (new FieldOrderSense(field, newest.Newest, newest.Count is null, newest.Count), 0),
        (NewestSense { Weak: false } newest, VerbSense verb) => (new FieldOrderSense(new FieldSense(verb.Field), newest.Newest, newest.Count is null, newest.Count), 0),
        (VerbSense verb, NewestSense { Weak: false } newest) => (new FieldOrderSense(new FieldSense(verb.Field), newest.Newest, newest.Count is null, newest.Count), 0.1),
        _ => null,
    };
}

/// <summary>"the 5 latest", "latest 10": how many rows from one end of time.</summary>
internal sealed class NewestRows : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense number, NewestSense { Count: null } newest) when CountedThings.Count(number) is { } count => (newest with { Count = count, Weak = false }, 0),
        (NewestSense { Count: null } newest, CountedSense counted) => (new CountedNewestSense(newest with { Count = counted.Count, Weak = false }, counted.Of), 0),
        (NewestSense { Count: null } newest, NumberSense number) when CountedThings.Count(number) is { } count => (newest with { Count = count, Weak = false }, 0),
        _ => null,
    };
}
