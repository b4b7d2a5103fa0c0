using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"gold members only", "only express": a value is a limit anyway.</summary>
internal sealed class OnlyValue : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ValueSense { Negated: false }, OnlySense) => (left.Sense, 0.1),
        (OnlySense, ValueSense { Negated: false }) => (right.Sense, 0.2),
        (DateSense { StandsAlone: true } or RelativePeriodSense, OnlySense) => (left.Sense, 0.1),
        _ => null,
    };
}

/// <summary>"ended up cancelled", "came back abnormal": verbs that only say that something is so.</summary>
internal sealed class BecameSo : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is CopulaSense && right.Sense is ValueSense or ConditionSense ? (right.Sense, 0.1) : null;
}

/// <summary>"고객, 도시, 금액까지": up to the last of what is shown.</summary>
internal sealed class LastShown : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FieldSense { Field.Type.IsTemporal: false } or EntitySense { Via: null } or JoinedSense { Inner: FieldSense { Field.Type.IsTemporal: false } or EntitySense }, BoundSense { Kind: BoundKind.To, After: true }) => (left.Sense, 0.3),
        _ => null,
    };
}

/// <summary>"cancelled because of weather": the cause that is meant is a value.</summary>
internal sealed class CauseIsValue : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (CauseSense { After: false }, ValueSense { Negated: false }) => (right.Sense, 0.1),
        (ValueSense { Negated: false }, CauseSense { After: true }) => (left.Sense, 0.1),
        _ => null,
    };
}

/// <summary>"no road toll on record": nothing was written down.</summary>
internal sealed class NothingRecorded : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ConditionSense { Condition: AnyOf { Conditions: [FieldEmpty { Negated: false } empty, FieldComparison { Operator: ComparisonOperator.Equal }] } } condition, RecordedSense) => (condition with { Condition = empty }, 0),
        (EntitySense or MeasuresSense or ConditionSense or ValueSense, RecordedSense) => (left.Sense, 0),
        _ => null,
    };
}

/// <summary>"newly hired", "신규 등록된": what a thing is once, it is newly then.</summary>
internal sealed class NewlyDone : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is NewlySense && right.Sense is VerbSense ? (right.Sense, 0.1) : null;
}

/// <summary>"orders placed", "접수된 예약": rows come to be at the date that they go by, where that is the first date they have.</summary>
internal sealed class RowsCameToBe : Rule
{
    private const double Cost = 2.1;

    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (CameToBeSense, EntitySense or MeasuresSense or ExtremeMeasureSense) when Begins(right.Sense, context) => (right.Sense, Cost),
        (EntitySense or MeasuresSense or ExtremeMeasureSense, CameToBeSense) when Begins(left.Sense, context) => (left.Sense, Cost),
        _ => null,
    };

    private static bool Begins(Sense sense, GrammarContext context) => sense switch
    {
        EntitySense { Via: null } entity => Begins(entity.Dataset, entity.Dataset.DefaultTime),
        MeasuresSense { Items: [var item] } => Begins(item, context),
        ExtremeMeasureSense { Item: var item } => Begins(item, context),
        _ => false,
    };

    private static bool Begins(MeasureItem item, GrammarContext context) => PerNumber.IsCount(item) && context.RootsOf(item).ToList() is [var root]
        && Begins(root, item.Metric is { } metric ? GrammarContext.ClocksOf(metric).ToList() is [var clock] ? clock : null : root.DefaultTime);

    private static bool Begins(Dataset rows, Field? clock) => clock is not null && rows.Fields.FirstOrDefault(f => f.Type.IsTemporal && !f.Rollup) == clock;
}

/// <summary>"보유한 객실": with nothing before it, what is had is what we have.</summary>
internal sealed class OwnedThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left is { Start: 0, Sense: LightVerbSense { OfThings: true } or HasSense { After: true } } && right.Sense is EntitySense { Via: null } ? (right.Sense, 0.2) : null;
}

/// <summary>"on the third floor", "above the third floor": a number told as a place, of a field that only numbers things.</summary>
internal sealed class NumberedPlace : Rule
{
    private const string Ordinal = "th";

    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ComparatorSense { After: false } comparator, PlaceSense { Alone: false } place) => (new LimitSense(comparator.Operator, new NumberSense(place.Place, Unit: Ordinal, Plain: false)), 0.1),
        (PlaceSense { Alone: false } place, FieldSense { Field: { DefaultAggregate: DefaultAggregate.None, Type.IsNumeric: true } field } sense) =>
            (new ConditionSense(new FieldComparison(context.Catalog.NameOf(field), ComparisonOperator.Equal, GrammarContext.Literal(place.Place), sense.Via), field.Dataset, ""), 0.1),
        _ => null,
    };
}
