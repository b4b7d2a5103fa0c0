using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"five regions", "3개 지역", "지역 3곳".</summary>
internal sealed class CountedThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense number, CounterSense { Times: false }) => (number with { Plain = false }, 0),
        (NumberSense number, FieldSense or EntitySense or GrainSense) when (right.Sense is not GrainSense { Grain: TimeGrain.Year } && right.Start == left.End) || !MayBeYear(number) => Made(number, right.Sense, 0, context),
        (FieldSense or EntitySense, NumberSense number) when !MayBeYear(number) => Made(number, left.Sense, 0.2, context),
        _ => null,
    };

    internal static int? Count(NumberSense number) =>
        number is { Percent: false, Unit: null, Value: >= 1 and <= 10_000 } && decimal.IsInteger(number.Value) ? (int)number.Value : null;

    /// <summary>"the best shop in 2024" is not about 2,024 shops.</summary>
    private static bool MayBeYear(NumberSense number) => number is { Plain: true, Value: >= 1900 and < 2100 };

    private static (Sense, double)? Made(NumberSense number, Sense thing, double cost, GrammarContext context) =>
        Count(number) is { } count && context.GroupingOf(thing) is { } grouping ? (new CountedSense(count, grouping), cost) : null;
}

/// <summary>"top 5", "상위 3개 지역", "bottom regions".</summary>
internal sealed class RankedThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (RankMarkSense mark, NumberSense number) when CountedThings.Count(number) is { } count => (new RankingSense(mark.High, false, count, null, false), 0),
        (RankMarkSense mark, CountedSense counted) => (new RankingSense(mark.High, false, counted.Count, counted.Of, false), 0),
        (RankMarkSense mark, FieldSense or EntitySense or GrainSense) when context.GroupingOf(right.Sense) is { } grouping => (new RankingSense(mark.High, false, null, grouping, false), 0.1),
        (RankingSense { Of: null } ranking, FieldSense or EntitySense or GrainSense) when context.GroupingOf(right.Sense) is { } grouping => (ranking with { Of = grouping }, 0),
        (FieldSense or EntitySense, RankingSense { Of: null } ranking) when context.GroupingOf(left.Sense) is { } grouping => (ranking with { Of = grouping }, IsAmount(left.Sense) ? 1.5 : 0.1),
        (ExtremeSense { Length: false } extreme, FieldSense or EntitySense or GrainSense) when context.GroupingOf(right.Sense) is { } grouping => (new RankingSense(extreme.High, extreme.ByGoodness, null, grouping, true), IsAmount(right.Sense) ? 1.5 : 0.1),
        (ExtremeSense { Length: false } extreme, CountedSense counted) => (new RankingSense(extreme.High, extreme.ByGoodness, counted.Count, counted.Of, false), 0.1),
        _ => null,
    };

    /// <summary>"the biggest tip": an amount is no thing that is ranked.</summary>
    private static bool IsAmount(Sense thing) => thing is FieldSense { Field: { Entity: null, Type.Kind: SqlTypeKind.Decimal or SqlTypeKind.Double } };
}

/// <summary>"가장" with "높은" is "highest".</summary>
internal sealed class SuperlativeOfLevel : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MostSense, LevelSense level) => (new ExtremeSense(level.High, level.ByGoodness, level.Counts, level.Length), 0),
        (MostSense, ExtremeMeasureSense { One: false } extreme) => (extreme with { One = true }, 0),
        _ => null,
    };
}

/// <summary>"the highest revenue", "매출이 가장 높은", "매출이 높은"; "the most orders" by the number of things.</summary>
internal sealed class ExtremeOfMeasure : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ExtremeSense extreme, MeasuresSense { Items: [var item] }) when !extreme.Length || MeasuresSpan(item) => (new ExtremeMeasureSense(item, extreme.High, extreme.ByGoodness, true), 0),
        // "the highest 2024 revenue"
        (ExtremeSense { Length: false } extreme, NumberOfPeriodSense number) => (new ExtremeMeasureSense(number.Item, extreme.High, extreme.ByGoodness, true) { During = number.Period }, 0),
        (MeasuresSense { Items: [var item] }, ExtremeSense extreme) when !extreme.Length || MeasuresSpan(item) => (new ExtremeMeasureSense(item, extreme.High, extreme.ByGoodness, true), 0),
        (MeasuresSense { Items: [var item] }, LevelSense level) when !level.Length || MeasuresSpan(item) => (new ExtremeMeasureSense(item, level.High, level.ByGoodness, false), 0.1),
        (ExtremeSense { ByGoodness: false, Length: false } extreme, DoneSense done) => (new ExtremeMeasureSense(context.Of(done.Metric), extreme.High, false, true), 0.2),
        (HowMuchSense { Told: ChangeTold.Amount }, DoneSense done) => (new MeasuresSense([context.Of(done.Metric)]), 0.3),
        (DoneSense done, MeasuresSense { Items: [{ Metric: { } same }] }) when same == done.Metric => (right.Sense, 0.1),
        (ExtremeSense { Counts: true } extreme, EntitySense { Via: null } things) => (new ExtremeMeasureSense(context.CountOf(things.Dataset), extreme.High, false, true), 0.6),
        (EntitySense { Via: null } things, ExtremeSense { Counts: true } extreme) => (new ExtremeMeasureSense(context.CountOf(things.Dataset), extreme.High, false, true), 0.6),
        (ExtremeSense { ByGoodness: false, Counts: false } extreme, FieldSense { Via: null, Field: { Type.IsNumeric: true } field }) when GrammarContext.DefaultOf(field) is null => (extreme.Adds ? new ExtremeMeasureSense(context.Of(AggregateFunction.Sum, field), extreme.High, false, true) : EndOf(extreme.High, field, context), 0.2),
        (FieldSense { Via: null, Field: { Type.IsNumeric: true } field }, ExtremeSense { ByGoodness: false, Counts: false } extreme) when GrammarContext.DefaultOf(field) is null => (extreme.Adds ? new ExtremeMeasureSense(context.Of(AggregateFunction.Sum, field), extreme.High, false, true) : EndOf(extreme.High, field, context), 0.2),
        (EntitySense { Via: null } things, LevelSense { Counts: true } level) => (new ExtremeMeasureSense(context.CountOf(things.Dataset), level.High, false, false), 0.7),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) => phrase.Sense switch
    {
        AdjectiveSense { Metric: { } metric } adjective => (new ExtremeMeasureSense(context.Of(metric), adjective.High, false, true), 0),
        AdjectiveSense { Field: { Type.IsNumeric: true } field } adjective => (new ExtremeMeasureSense(
            context.Of(GrammarContext.DefaultOf(field) ?? (adjective.High ? AggregateFunction.Max : AggregateFunction.Min), field), adjective.High, false, true, adjective.Plain ? field.Dataset : null), 0.2),
        AdjectiveSense { Field: { Type.IsTemporal: true } field } adjective => (new ExtremeMeasureSense(
            context.Of(adjective.High ? AggregateFunction.Max : AggregateFunction.Min, field), adjective.High, false, true, adjective.Plain ? field.Dataset : null), 0.3),
        _ => null,
    };

    /// <summary>The end itself of what is never added up.</summary>
    private static ExtremeMeasureSense EndOf(bool high, Field field, GrammarContext context) => new(context.Of(high ? AggregateFunction.Max : AggregateFunction.Min, field), high, false, true);

    /// <summary>Whether something can be long: no count of things, no money, no percentage.</summary>
    private static bool MeasuresSpan(MeasureItem item) => item switch
    {
        { Measure: CountMeasure or AggregateMeasure { Function: AggregateFunction.Count or AggregateFunction.CountDistinct } } => false,
        { Metric: { } metric } => metric.Formula is not AggregateFormula { Call.Name: "COUNT" } && CanBeLong(metric.Format, metric.Unit),
        { Field: { } field } => !(field.Rollup && field.Type.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger) && CanBeLong(field.Format, field.Unit),
        _ => false,
    };

    private static bool CanBeLong(ValueFormat format, LocalText unit) =>
        format is not (ValueFormat.Money or ValueFormat.Percent) && !(unit.In("en") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper));
}

/// <summary>"sorted by revenue", "매출 기준", "매출이 높은 순으로".</summary>
internal sealed class OrderBasis : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BasisSense { After: false }, MeasuresSense { Items.Count: 1 } measures) => (new BasisMeasureSense(measures.Items), 0),
        (BasisSense { After: false }, NumberOfPeriodSense number) => (new BasisMeasureSense([number.Item], During: number.Period), 0),
        (MeasuresSense { Items.Count: 1 } measures, BasisSense { After: true }) => (new BasisMeasureSense(measures.Items), 0.05),
        (MeasuresSense { Items.Count: 1 } measures, OrderSense order) => (new BasisMeasureSense(measures.Items, order.Descending), 0),
        (BasisMeasureSense { Descending: null } basis, OrderSense order) => (basis with { Descending = order.Descending }, 0),
        _ => null,
    };
}
