using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Languages;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"above average", "higher than Busan", "less than last year", "평균보다 높은": a comparison and what it is made with.</summary>
internal sealed class ComparedTo : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ComparatorSense { After: false } comparator, var to) => Made(comparator.Operator, to, comparator.By),
        // "gold or above": of values in order it is the order.
        (var to, ComparatorSense { After: true } comparator) when to is not (DateSense or ValueSense { Field.Ordered: true } or MemberNumberSense { Member.Field.Ordered: true }) => Made(comparator.Operator, to, comparator.By),
        (ThanSense { After: false }, NumberSense number) => (new ComparedToSense(null, new NumberTarget(number)), 0.1),
        (ThanSense { After: false }, var to) => Made(null, to),
        (var to, ThanSense { After: true }) => Made(null, to),
        (SameMarkSense, EntitySense { Via: not null } or ComparedToSense { Target: KinTarget }) => (right.Sense, 0.1),
        (ComparativeSense { ByGoodness: false } comparative, ComparedToSense { Operator: null } than) => (than.Going(comparative.High, comparative.By, comparative.Scale), 0),
        (ComparedToSense { Operator: null, Target: PeriodTarget or MemberTarget or AverageTarget or OverallTarget or MeasureTarget or OwnTarget } than, ComparativeSense { ByGoodness: false } comparative) => (than.Going(comparative.High, comparative.By, comparative.Scale), 0.1),
        (ComparedToSense { Operator: null } than, LevelSense { ByGoodness: false } level) => (than.Going(level.High, level.By), 0),
        (LightVerbSense, ComparativeSense or ComparativeOfSense or ComparedToSense or MeasureComparedSense or LimitSense) => (right.Sense, 0.1),
        (ComparedToSense or MeasureComparedSense or ComparativeOfSense, LightVerbSense) => (left.Sense, 0.1),
        (ComparativeOfSense { Item: { } item } number, ComparedToSense { Operator: null, Of: null, OfField: null } than) => Both(number, item, than),
        (ComparedToSense { Operator: null, Of: null, OfField: null } than, ComparativeOfSense { Item: { } item } number) => Both(number, item, than),
        _ => null,
    };

    internal static ComparisonOperator Of(bool high) => high ? ComparisonOperator.Greater : ComparisonOperator.Less;

    private static (Sense, double) Both(ComparativeOfSense number, MeasureItem item, ComparedToSense than) =>
        than.Going(number.High, null, number.Scale) is var going ? (new MeasureComparedSense(item, going.Operator!.Value, going.Target, going.Times, than.Margin is not null), 0) : default;

    private static (Sense, double)? Made(ComparisonOperator? way, Sense to, Yardstick? by = null) => Made(way, to) is { } made ? (made.Compared with { By = by }, made.Cost) : null;

    private static (ComparedToSense Compared, double Cost)? Made(ComparisonOperator? way, Sense to) => to switch
    {
        AggregateSense { Function: AggregateFunction.Average } or UsualSense => (new ComparedToSense(way, new AverageTarget()), 0),
        AverageThingSense average => (new ComparedToSense(way, new AverageTarget(average.Within, average.Thing)), 0),
        AverageKindSense { Kind: var kind } => (new ComparedToSense(way, new AverageTarget(Kind: kind)), 0),
        MeanOfSense mean => (new ComparedToSense(way, new AverageTarget(mean.Within, mean.Thing), mean.Item), 0),
        MeanOfFieldSense mean => (new ComparedToSense(way, new AverageTarget(mean.Within), OfField: mean.Field), 0),
        ValueSense { Negated: false, Values.Count: 1 } value => (new ComparedToSense(way, new MemberTarget(value)), 0.1),
        // "over 2023" is rather a number.
        RelativePeriodSense or DateSense { StandsAlone: true } => (new ComparedToSense(way, new PeriodTarget(new AgainstSense(to, null))), way is not null && to is DateSense ? 1 : 0),
        // "above that of their own plant"
        SharedSense { Group: not FieldGrouping { Via: not null } } shared => (new ComparedToSense(way, new OverallTarget(shared.Group)), 0.3),
        FieldSense { Field: { Type: { IsNumeric: true } or { IsTemporal: true } } } field => (new ComparedToSense(way, new FieldTarget(field)), 0.1),
        EntitySense { Via: { } via } kin => (new ComparedToSense(way, new KinTarget(kin.Dataset, via)), 0.2),
        WholeSense => (new ComparedToSense(way, new OverallTarget()), 0.1),
        OverallOfSense overall => (new ComparedToSense(way, new OverallTarget(overall.Within), overall.Item), 0),
        MemberNumberSense member => (new ComparedToSense(way, new MemberTarget(member.Member), member.Item, During: member.During), 0),
        EarlierSense earlier => (new ComparedToSense(way, new PeriodTarget(new AgainstSense(null, earlier.By))), 0),
        AgainstSense against => (new ComparedToSense(way, new PeriodTarget(against)), 0),
        MeasuresSense { Items: [{ Metric: not null } item] } => (new ComparedToSense(way, new MeasureTarget(item)), 0.1),
        OwnTargetSense => (new ComparedToSense(way, new OwnTarget()), 0.1),
        ScaledSense scaled => Made(way, scaled.To) is { } plain ? (plain.Compared with { Times = plain.Compared.Times * scaled.Times }, plain.Cost) : null,
        _ => null,
    };
}

/// <summary>"more bookings", "higher occupancy", "longer waiting time": what is compared, beside the way it goes.</summary>
internal sealed class Comparatives : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ComparativeSense comparative, MeasuresSense { Items: [var item] }) => Number(comparative, item, right, item.Field is null ? 0 : 0.3),
        (MeasuresSense { Items: [var item] }, ComparativeSense comparative) => Number(comparative, item, left, item.Field is null ? 0.1 : 0.4),
        (ComparativeSense { ByGoodness: false } comparative, FieldSense { Field.Type.IsNumeric: true } field) => (new ComparativeOfSense(null, field, comparative.High, comparative.Scale), 0),
        (FieldSense { Field.Type.IsNumeric: true } field, ComparativeSense { ByGoodness: false } comparative) => (new ComparativeOfSense(null, field, comparative.High, comparative.Scale), 0.1),
        (FieldSense { Field.Type.IsNumeric: true } field, LevelSense { ByGoodness: false } level) => (new ComparativeOfSense(null, field, level.High), 0.1),
        // "last longer": the verb says what the adjective measures.
        (FieldSense field, ComparativeOfSense { Field: { } same }) when same == field => (right.Sense, 0),
        (ComparativeSense { ByGoodness: false } comparative, EntitySense { Via: null } things) => comparative.By is null
            ? (new ComparativeOfSense(context.CountOf(things.Dataset), null, comparative.High, comparative.Scale), 0.6)
            : context.Measured(things.Dataset, comparative.By) is [var of] ? (new ComparativeOfSense(null, new FieldSense(of), comparative.High, comparative.Scale), 0.6) : null,
        (ComparedToSense { Operator: null } than, AdjectiveSense adjective) => Of(than, adjective, context),
        (ComparedToSense { Operator: null, Of: null, OfField: null } than, ExtremeMeasureSense { One: false, ByGoodness: false } level) when than.Going(level.High) is var going =>
            (new MeasureComparedSense(level.Item, going.Operator!.Value, going.Target, going.Times, than.Margin is not null), level.Item.Field is null ? 0 : 0.5),
        _ => null,
    };

    /// <summary>"longer stays" are not more of them: a word that measures something else than a number of rows is true only of what is counted in its unit.</summary>
    private static (Sense, double)? Number(ComparativeSense comparative, MeasureItem item, Phrase said, double cost) => comparative switch
    {
        { ByGoodness: true } => item.Metric is { Good: not GoodDirection.Unknown } metric ? (new ComparativeOfSense(item, null, comparative.High == GrammarContext.HighIsGood(metric), comparative.Scale), cost) : null,
        { By: null } => (new ComparativeOfSense(item, null, comparative.High, comparative.Scale), cost),
        { By: var by } when by == Yardstick.Large => CountsThings(item, said) ? null : (new ComparativeOfSense(item, null, comparative.High, comparative.Scale), cost),
        { By: { } by } => GrammarContext.Measures(item, by) ? (new ComparativeOfSense(item, null, comparative.High, comparative.Scale), cost) : null,
    };

    /// <summary>"larger orders", where a larger number of them would say so.</summary>
    private static bool CountsThings(MeasureItem item, Phrase said) =>
        (item.Measure is CountMeasure || (item.Metric is { } metric && GrammarContext.RowsOf(metric) is not null)) && said.Leaves().All(l => l.End - l.Start == 1 && l.Sense is not CountWordSense);

    private static (Sense, double)? Of(ComparedToSense than, AdjectiveSense adjective, GrammarContext context) => adjective switch
    {
        { Field: { Type.IsNumeric: true } field } => (than.Going(adjective.High) with { OfField = than.OfField ?? new FieldSense(field) }, 0),
        { Metric: { } metric } => (than.Going(adjective.High) with { Of = than.Of ?? context.Of(metric) }, 0),
        _ => null,
    };
}

/// <summary>"the average revenue", "the average hotel", "the average for their grade", "같은 지역 평균", "호텔당 평균" as something to compare with.</summary>
internal sealed class MeanOf : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AggregateSense { Function: AggregateFunction.Average }, MeasuresSense { Items: [{ Field: null } item] }) => (new MeanOfSense(item), MeanCost(item)),
        (MeasuresSense { Items: [{ Field: null } item] }, AggregateSense { Function: AggregateFunction.Average }) => (new MeanOfSense(item), MeanCost(item) + 0.1),
        (GrainSense grain, AggregateSense { Function: AggregateFunction.Average }) => (new AverageThingSense(new TimeGrouping(grain.Grain)), 0.1),
        (BreakdownSense { Groupings: [TimeGrouping { Field: null } each] }, AggregateSense { Function: AggregateFunction.Average }) => (new AverageThingSense(each), 0.1),
        (AggregateSense { Function: AggregateFunction.Average }, GrainSense grain) => (new AverageThingSense(new TimeGrouping(grain.Grain)), 0.2),
        (AggregateSense { Function: AggregateFunction.Average }, FieldSense { Field.Type.IsNumeric: true } field) => (new MeanOfFieldSense(field), 0),
        (FieldSense { Field.Type.IsNumeric: true } field, AggregateSense { Function: AggregateFunction.Average }) => (new MeanOfFieldSense(field), 0.1),
        (AggregateSense { Function: AggregateFunction.Average }, FieldSense or EntitySense) when Thing(right.Sense, context) is { } thing => (new AverageThingSense(thing), 0.1),
        (FieldSense or EntitySense, AggregateSense { Function: AggregateFunction.Average }) when Thing(left.Sense, context) is { } thing => (new AverageThingSense(thing), 0.2),
        (AggregateSense { Function: AggregateFunction.Average }, ValueSense { Negated: false } kind) when right.Start == left.End || right.Leaves().Any(l => l.Sense is EntitySense or MetricSense) => (new AverageKindSense(kind), 0.1),
        (ValueSense { Negated: false } kind, AggregateSense { Function: AggregateFunction.Average }) => (new AverageKindSense(kind), 0.4),
        (PerThingSense per, AggregateSense { Function: AggregateFunction.Average }) when context.GroupingOf(per.Thing) is { } each => (new AverageThingSense(each), 0),
        (PerThingSense per, MeanOfSense { Thing: null } mean) when context.GroupingOf(per.Thing) is { } each => (mean with { Thing = each }, 0),
        (MeanOfSense { Thing: null } mean, PerThingSense per) when context.GroupingOf(per.Thing) is { } each => (mean with { Thing = each }, 0),
        (ValueSense { Negated: false, Values.Count: 1 } member, MeasuresSense { Items: [var item] }) => (new MemberNumberSense(member, item), 0),
        (MeasuresSense { Items: [var item] }, ValueSense { Negated: false, Values.Count: 1 } member) => (new MemberNumberSense(member, item), 0.1),
        (DateSense { HasYear: true }, MeasuresSense { Items: [{ Field: null } item] }) => (new NumberOfPeriodSense(left.Sense, item), 0),
        (ValueSense { Negated: false, Values.Count: 1 } member, NumberOfPeriodSense number) => (new MemberNumberSense(member, number.Item, number.Period), 0),
        (EntitySense { Via: null } things, MeanOfFieldSense mean) when GrammarContext.FieldOf(things.Dataset, mean.Field.Field) is { } own => (mean with { Field = mean.Field with { Field = own } }, 0),
        (AggregateSense { Function: AggregateFunction.Sum }, MeasuresSense { Items: [{ Metric.Additive: false } item] }) => (new OverallOfSense(item), 0),
        (WholeSense, EntitySense { Via: null }) => (left.Sense, 0.4),
        (WholeSense, MeasuresSense { Items: [{ Metric.Additive: false } item] }) => (new OverallOfSense(item), 0),
        (SharedSense shared, WholeSense) => (new OverallOfSense(null, shared.Group), 0),
        (SharedSense shared, OverallOfSense { Within: null } overall) => (overall with { Within = shared.Group }, 0),
        (WholeSense, SharedSense shared) => (new OverallOfSense(null, shared.Group), 0.1),
        (FieldSense or EntitySense, InsideEndingSense) when context.GroupingOf(left.Sense) is { } inside => (new SharedSense(inside), 0),
        (SharedSense shared, InsideEndingSense) => (shared, 0),
        (SameMarkSense, GrainSense) => (new FillerSense(), 0.2),
        (SameMarkSense, FieldSense or EntitySense) when context.GroupingOf(right.Sense) is { } group => (new SharedSense(group), 0),
        (ComparedToSense { Target: AverageTarget { Within: null } average } compared, SharedSense shared) => (compared with { Target = average with { Within = shared.Group } }, 0),
        (SharedSense shared, ComparedToSense { Target: AverageTarget { Within: null } average } compared) => (compared with { Target = average with { Within = shared.Group } }, 0),
        (SharedSense shared, AggregateSense { Function: AggregateFunction.Average }) => (new AverageThingSense(shared.Group, shared.Group), 0),
        (MeanOfSense { Within: null } mean, SharedSense shared) => (mean with { Within = shared.Group }, 0),
        (MeanOfFieldSense { Within: null } mean, SharedSense shared) => (mean with { Within = shared.Group }, 0),
        (AverageThingSense { Within: null } thing, SharedSense shared) => (thing with { Within = shared.Group }, 0),
        (SharedSense shared, AverageThingSense { Within: null } thing) => (thing with { Within = shared.Group }, 0),
        _ => null,
    };

    private static double MeanCost(MeasureItem item) => item.Metric is { } metric && GrammarContext.IsAverage(metric) ? 0.3 : 0;

    private static Grouping? Thing(Sense sense, GrammarContext context) => sense switch
    {
        EntitySense or FieldSense { Field.Type.IsNumeric: false, Field.Type.IsTemporal: false } => context.GroupingOf(sense),
        _ => null,
    };
}

/// <summary>"the year before", "a month earlier".</summary>
internal sealed class EarlierTime : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GrainSense grain, BoundSense { Kind: BoundKind.Before, After: false } or AgoSense) => (new EarlierSense(new Span(1, grain.Grain)), 0),
        (RelativeSense { Kind: RelativePeriodKind.Last }, GrainSense grain) => (new EarlierSense(new Span(1, grain.Grain)), 0),
        (AmountSense amount, BoundSense { Kind: BoundKind.Before, After: false }) => (new EarlierSense(new Span(amount.Count, amount.Grain)), 0),
        (AgainstMarkSense { After: false } mark, EarlierSense earlier) => (new AgainstSense(null, earlier.By, mark.Weak), mark.Weak ? 0.2 : 0),
        (EarlierSense earlier, AgainstMarkSense { After: true } mark) => (new AgainstSense(null, earlier.By, mark.Weak), mark.Weak ? 0.2 : 0),
        _ => null,
    };
}

/// <summary>"revenue above average", "above-average revenue": a number of each group under a comparison.</summary>
internal sealed class MeasureCompared : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense { Items: [var item] }, ComparedToSense { Operator: { } way } compared) when compared.By is not { } by || GrammarContext.Measures(item, by) => Made(item, way, compared, 0),
        (ComparedToSense { Operator: { } way } compared, MeasuresSense { Items: [var item] }) when compared.By is not { } by || GrammarContext.Measures(item, by) => Made(item, way, compared, left.Leaves().Any(l => l.Sense is ThanSense { After: false }) ? 1 : 0.1),
        (FieldSense { Field.Type.IsNumeric: true } field, ComparedToSense { Operator: not null, Target: AverageTarget, Of: null, OfField: null } compared) => (compared with { OfField = field }, 0),
        (ComparedToSense { Operator: not null, Target: AverageTarget, Of: null, OfField: null } compared, FieldSense { Field.Type.IsNumeric: true } field) => (compared with { OfField = field }, 0.1),
        _ => null,
    };

    private static (Sense, double)? Made(MeasureItem item, ComparisonOperator way, ComparedToSense compared, double cost) =>
        compared.OfField is not null || (compared.Target is MeasureTarget { Item: var other } && other == item) ? null
        : compared.Of is { } named && named != item ? null
        : (new MeasureComparedSense(item, way, compared.Target, compared.Times, compared.Margin is not null), cost + (item.Field is null ? 0 : 0.8));
}

/// <summary>"by number of visits", "방문 횟수별": a count that the things themselves have.</summary>
internal sealed class PerNumber : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GroupMarkSense, MeasuresSense { Items: [var item] }) when IsCount(item) => (new PerNumberSense(item), 0),
        (MeasuresSense { Items: [var item] }, GroupEndingSense) when IsCount(item) => (new PerNumberSense(item), 0),
        _ => null,
    };

    internal static bool IsCount(MeasureItem item) => item.Measure is CountMeasure || (item.Metric is { } metric && GrammarContext.IsCount(metric));
}
