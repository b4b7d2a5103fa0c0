using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"빨강하고 파랑하고": a joining word behind the last of a list joins nothing more.</summary>
internal sealed class TrailingJoin : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ValueSense { Values.Count: > 1 } values, JoinSense { Or: false, Comma: false }) => (values, 0.2),
        (MeasuresSense { Items.Count: > 1 } measures, JoinSense { Or: false, Comma: false }) => (measures, 0.2),
        _ => null,
    };
}

/// <summary>"average, smallest and largest cost": several aggregates of one field.</summary>
internal sealed class SeveralAggregates : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AggregateSense or ExtremeSense or AggregatesSense, JoinedSense { Or: false, SideBySide: false, Inner: AggregateSense or ExtremeSense } joined) when Functions(left.Sense) is { } first && Functions(joined.Inner) is [var next] && !first.Contains(next) =>
            (new AggregatesSense(first.Add(next)), 0),
        (AggregatesSense all, FieldSense { Via: null, Field.Type.IsNumeric: true } field) => (new MeasuresSense(all.Functions.Select(f => context.Of(f, field.Field)).ToSeq()), 0),
        (FieldSense { Via: null, Field.Type.IsNumeric: true } field, AggregatesSense all) => (new MeasuresSense(all.Functions.Select(f => context.Of(f, field.Field)).ToSeq()), 0.1),
        _ => null,
    };

    private static Seq<AggregateFunction>? Functions(Sense sense) => sense switch
    {
        AggregateSense one => [one.Function],
        AggregatesSense several => several.Functions,
        ExtremeSense { ByGoodness: false, Counts: false } extreme => [extreme.High ? AggregateFunction.Max : AggregateFunction.Min],
        _ => null,
    };
}

/// <summary>"gave the most treatments", "비용이 가장 많이 든": the verb beside the most or least of a number.</summary>
internal sealed class VerbOfMost : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (HasSense { After: false, Weak: false }, ExtremeMeasureSense extreme) => (extreme, 0.3),
        (LightVerbSense verb, ExtremeMeasureSense extreme) when Adds(verb, extreme.Item) => (Added(verb, extreme, context), 0.1),
        (ExtremeMeasureSense extreme, LightVerbSense verb) when Adds(verb, extreme.Item) => (Added(verb, extreme, context), 0.1),
        // "가장 많이 팔린 음료": what was most sold is told by a number that is named elsewhere, and counts no rows.
        (ExtremeSense { Counts: true } extreme, LightVerbSense verb) => (extreme with { Counts = false, Adds = !verb.OfThings }, 0.2),
        (LightVerbSense verb, MeasuresSense { Items: [var item] } measures) when Adds(verb, item) && item.Metric is not null => (measures, 0.4),
        _ => null,
    };

    /// <summary>"티켓이 가장 많이 팔린": of what was sold, all of it, where the catalog does not say how the number is taken together.</summary>
    private static ExtremeMeasureSense Added(LightVerbSense verb, ExtremeMeasureSense extreme, GrammarContext context) =>
        !verb.OfThings && extreme.Item is { Measure: AggregateMeasure { Function: AggregateFunction.Max or AggregateFunction.Min }, Field: { DefaultAggregate: DefaultAggregate.Unspecified } field } ? extreme with { Item = context.Of(AggregateFunction.Sum, field) } : extreme;

    /// <summary>What is sold or used of things is not their number: "sold the most rooms".</summary>
    private static bool Adds(LightVerbSense verb, MeasureItem item) =>
        verb.OfThings || HappensAt(item) || (item.Metric is { } metric ? !GrammarContext.IsCount(metric) : item.Measure is AggregateMeasure { Function: not (AggregateFunction.Count or AggregateFunction.CountDistinct) });

    /// <summary>Policies that were sold are as many contracts; rooms that were sold are no number of rooms.</summary>
    private static bool HappensAt(MeasureItem item) => item is { Measure: CountMeasure, Rows.DefaultTime: not null } && item.Rows.Fields.Any(f => f.IsTime && f == item.Rows.DefaultTime);
}

/// <summary>"five biggest customers", "the two costliest vehicles": the number stands before the superlative.</summary>
internal sealed class CountedExtremes : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is not NumberSense number || number is { Plain: true, Value: >= 1900 and < 2100 } || CountedThings.Count(number) is not { } count ? null : right.Sense switch
        {
            ExtremeSense { Length: false } extreme => (new RankingSense(extreme.High, extreme.ByGoodness, count, null, false), 0.05),
            RankingSense { Count: null } ranking => (ranking with { Count = count, One = false }, 0.05),
            ExtremeMeasureSense { Count: null } extreme => (extreme with { Count = count, One = false }, 0.05),
            _ => null,
        };
}

/// <summary>"2위", "두 번째로": the place in an order.</summary>
internal sealed class Places : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense number, PlaceMarkSense { UpTo: true }) when CountedThings.Count(number) is { } count => (new RankingSense(true, false, count, null, false), 0),
        (NumberSense number, PlaceMarkSense { UpTo: false } mark) when CountedThings.Count(number) is > 1 and { } place => (new PlaceSense(place, mark.Alone), 0),
        (PlaceSense place, LevelSense { ByGoodness: false, Length: false } level) => (place with { Alone = true, High = level.High }, 0),
        _ => null,
    };
}

/// <summary>"each truck", "which truck", "트럭 3대": a value that tells one kind of things stands for them where things are wanted.</summary>
internal sealed class ThingsOfKind : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GroupMarkSense { Each: true }, ValueSense { Negated: false, Via: null } value) when right.Leaves().Last(l => l.Sense is not FillerSense) is { Sense: EntitySense { Via: null, Dataset.NameField: not null } told } && told.Dataset == value.Field.Dataset && context.GroupingOf(told) is { } each =>
            // "each insured contractor"
            (new OfKindSense(new BreakdownSense([each]), value), 0),
        (GroupMarkSense { Each: true }, ValueSense value) => Of(value, thing => new BreakdownSense([thing]), 0.5, context),
        (ValueSense { Negated: false, Values.Count: > 1 }, GroupEndingSense) => (left.Sense, -0.45),
        (ValueSense value, GroupEndingSense) => Of(value, thing => new BreakdownSense([thing]), 0.5, context),
        (WhichSense, ValueSense value) => Of(value, thing => new BreakdownSense([thing], Asked: true), 0.5, context) ?? (value.Negated ? null : (new WhichOfSense(value), 0)),
        (WhichOfSense which, EntitySense { Via: null, Dataset.NameField: not null } things) when context.GroupingOf(things) is { } asked => (new OfKindSense(new BreakdownSense([asked], Asked: true), which.Kind), 0.2),
        (NumberSense number, ValueSense value) when CountedThings.Count(number) is { } count && number.Value is < 1900 or >= 2100 => Of(value, thing => new CountedSense(count, thing), 0.6, context),
        (ValueSense value, NumberSense number) when CountedThings.Count(number) is { } count && number.Value is < 1900 or >= 2100 => Of(value, thing => new CountedSense(count, thing), 0.7, context),
        (PerMarkSense { After: false }, ValueSense value) when TellsKind(value) => (new OfKindSense(new PerThingSense(new EntitySense(value.Field.Dataset)), value), 0.6),
        (ValueSense value, FieldSense { Via: null } field) when TellsKind(value) && field.Field != value.Field && field.Field.Dataset == value.Field.Dataset && right.Start == left.End => (new FieldOfKindSense(field, value), 0.3),
        (GroupMarkSense, FieldOfKindSense field) when context.GroupingOf(field.Field) is { } each => (new OfKindSense(new BreakdownSense([each]), field.Kind), 0),
        (RankMarkSense mark, OfKindSense { Part: CountedSense counted } kind) => (kind with { Part = new RankingSense(mark.High, false, counted.Count, counted.Of, false) }, 0),
        (RankingSense { Of: null } ranking, ValueSense value) => Of(value, thing => ranking with { Of = thing }, 0.5, context),
        (ExtremeSense { Length: false } extreme, OfKindSense { Part: CountedSense counted } kind) => (kind with { Part = new RankingSense(extreme.High, extreme.ByGoodness, counted.Count, counted.Of, false) }, 0.1),
        (WhichSense, OfKindSense { Part: CountedSense or RankingSense } kind) => (kind, 0),
        _ => null,
    };

    /// <summary>Whether a value tells one kind of the things that have a name of their own.</summary>
    internal static bool TellsKind(ValueSense value) =>
        value is { Negated: false, Via: null, Values.Count: 1, Field: { Type.Kind: Sql.Tree.SqlTypeKind.Text or Sql.Tree.SqlTypeKind.Unknown } field } && field != field.Dataset.NameField && field.Values.Count > 0;

    private static (Sense, double)? Of(ValueSense value, Func<Grouping, Sense> part, double cost, GrammarContext context) =>
        TellsKind(value) && context.GroupingOf(new EntitySense(value.Field.Dataset)) is { } thing ? (new OfKindSense(part(thing), value), cost) : null;
}

/// <summary>"배송이 가장 오래 걸린": what is done beside how long it takes.</summary>
internal sealed class CourseOfThing : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is VerbNounSense { Field.Dataset: var of } && right.Sense is AdjectiveSense { Field: { } field } && field.Dataset == of ? (right.Sense, 0.2) : null;
}

/// <summary>"with and without breakfast", "보험 가입 여부": both sides of a yes-or-no field.</summary>
internal sealed class BothSides : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ElseSense, EntitySense { Via: null }) => (left.Sense, 0),
        (JoinSense { Or: false }, ElseSense) => (new JoinedSense(right.Sense, false), 0),
        (ValueSense { Values: [Sql.Tree.SqlBoolean truth], Negated: false } one, JoinedSense { Inner: ElseSense }) => (one with { Values = [truth, new Sql.Tree.SqlBoolean(!truth.Value)], Listed = true }, 0),
        (WhetherSense { After: false }, FieldSense { Field.Type.Kind: Sql.Tree.SqlTypeKind.Boolean }) when context.GroupingOf(right.Sense) is { } flag => (new BreakdownSense([flag]), 0),
        (WhetherSense { After: false }, ValueSense { Values: [Sql.Tree.SqlBoolean] } value) => (new BreakdownSense([new FieldGrouping(context.Catalog.NameOf(value.Field), value.Via)]), 0),
        (FieldSense { Field.Type.Kind: Sql.Tree.SqlTypeKind.Boolean }, WhetherSense { After: true }) => (left.Sense, 0),
        (ValueSense { Values: [Sql.Tree.SqlBoolean] } value, WhetherSense { After: true }) => (new FieldSense(value.Field, value.Via), 0),
        _ => null,
    };
}
