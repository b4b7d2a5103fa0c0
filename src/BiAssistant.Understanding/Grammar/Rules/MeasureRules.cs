using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>A metric's name asks for its number: "revenue".</summary>
internal sealed class MetricIsAMeasure : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => null;

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) => phrase.Sense switch
    {
        MetricSense metric => (new MeasuresSense([context.Of(metric.Metric)]), 0),
        MetricsSense { Metrics.IsEmpty: false } metrics => (new MeasuresSense(metrics.Metrics.Select(context.Of).ToSeq()), 0),
        _ => null,
    };
}

/// <summary>A field with a default aggregate can stand for it: "lead time by channel" is its average.</summary>
internal sealed class FieldIsItsDefaultAggregate : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => null;

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is FieldSense { Field: { Type.IsNumeric: true } field, Via: null } && GrammarContext.DefaultOf(field) is { } function
            ? (new MeasuresSense([context.Of(function, field)]), 0.4)
            : null;
}

/// <summary>"average lead time", "리드타임 평균": an aggregate of a field that is no metric.</summary>
internal sealed class AggregateOfField : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AggregateSense aggregate, FieldSense { Via: null } field) => Made(aggregate, field, 0, context),
        (FieldSense { Via: null } field, AggregateSense aggregate) => Made(aggregate, field, 0.1, context),
        // "the earliest birth date"
        (NewestSense { Count: null, Weak: false } end, FieldSense { Via: null, Field.Type.IsTemporal: true } date) when right.Start == left.End && left.Leaves().Count() == 1 && right.Leaves().Count() == 1 => (new MeasuresSense([context.Of(end.Newest ? AggregateFunction.Max : AggregateFunction.Min, date.Field)]), 0.2),
        _ => null,
    };

    private static (Sense, double)? Made(AggregateSense aggregate, FieldSense field, double cost, GrammarContext context)
    {
        var fits = field.Field.Type.IsNumeric
            || (aggregate.Function is AggregateFunction.Min or AggregateFunction.Max && field.Field.Type.IsTemporal);
        return fits ? (new MeasuresSense([context.Of(aggregate.Function, field.Field)]), cost) : null;
    }
}

/// <summary>"inspection pass rate", "점검 합격률": whose number it is stands before its name.</summary>
internal sealed class MetricOfThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) =>
        left.Sense is EntitySense { Via: null, Dataset: var of } && left.End == right.Start && right is { Sense: MeasuresSense { Items: [{ Metric: not null } item] } } && right.Leaves().Count() == 1 && context.RootsOf(item).ToList() is [var root] && root == of
            ? (right.Sense, 0.3)
            : null;
}

/// <summary>"total revenue" is revenue, "average utilisation" is utilisation; an average of a sum is another question and no reading.</summary>
internal sealed class AggregateOfMetric : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AggregateSense aggregate, MeasuresSense { Items: [{ Metric: { } metric }] } measure) when Same(aggregate, metric) => (measure, 0),
        (MeasuresSense { Items: [{ Metric: { } metric }] } measure, AggregateSense aggregate) when Same(aggregate, metric) => (measure, 0.1),
        (AggregateSense { Function: AggregateFunction.Sum }, MeasuresSense { Items: [{ Measure: CountMeasure }] } measure) => (measure, 0),
        (AggregateSense { Function: AggregateFunction.Sum, Worth: true }, EntitySense { Via: null, Dataset: var rows }) when right.Start == left.End && context.TotalOf(rows) is { } total => (new MeasuresSense([total]), 0.3),
        (EntitySense { Via: null, Dataset: var rows }, AggregateSense { Function: AggregateFunction.Sum, Worth: true }) when context.TotalOf(rows) is { } total => (new MeasuresSense([total]), 0.3),
        _ => null,
    };

    internal static bool Same(AggregateSense aggregate, Semantics.Metrics.Metric metric) => aggregate.Function switch
    {
        AggregateFunction.Sum => metric.Additive || GrammarContext.IsCount(metric),
        AggregateFunction.Average => GrammarContext.IsAverage(metric),
        _ => false,
    };
}

/// <summary>"how many orders", "주문 몇 건": the metric that counts them, else the rows of the entity, else the different values of the field.</summary>
internal sealed class CountOfThings : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (CountWordSense, var thing) => Made(thing, context),
        (var thing, CountWordSense) => Made(thing, context) is { } made ? (made.Sense, made.Cost + 0.05) : null,
        _ => null,
    };

    /// <summary>"by number of lifetime stays": a number that each row has is no number of rows.</summary>
    private static (Sense Sense, double Cost)? Made(Sense thing, GrammarContext context) => thing switch
    {
        FieldSense { Via: null, Field: { Type.IsNumeric: true, DefaultAggregate: not Semantics.Catalogs.DefaultAggregate.Sum } } => (thing, 0.2),
        MeasuresSense { Items: [{ Metric: { } metric }] } when GrammarContext.IsCount(metric) => (thing, 0),
        MeasuresSense { Items: [{ Metric: { } metric }] } when GrammarContext.IsQuantity(metric) => (thing, 0.05),
        EntitySense { Via: null } entity => (new MeasuresSense([context.CountOf(entity.Dataset)]), 0.6),
        FieldSense { Via: null, Field: { Type.IsNumeric: true, DefaultAggregate: Semantics.Catalogs.DefaultAggregate.Sum } field } when !GrammarContext.IsMoney(field) => (new MeasuresSense([context.Of(AggregateFunction.Sum, field)]), 0.42),
        FieldSense { Via: null, Field: { Type.IsNumeric: false, Type.IsTemporal: false } field } when field.Type.Kind != Sql.Tree.SqlTypeKind.Boolean && field.Values.Count != 2 =>
            (new MeasuresSense([context.Of(AggregateFunction.CountDistinct, field)]), field.Dataset.NameField == field && field.Dataset.Entity is not null ? 1.2 : 0.1),
        _ => null,
    };
}

/// <summary>"revenue and margin": several numbers side by side.</summary>
internal sealed class SeveralMeasures : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense first, JoinedSense { Or: false, Inner: MeasuresSense second }) => (new MeasuresSense(first.Items.AddRange(second.Items.Where(i => !first.Items.Contains(i)))), 0),
        // "orders and revenue by month": rows without names are counted.
        (EntitySense { Via: null, Dataset: var rows }, JoinedSense { Or: false, SideBySide: false, Inner: MeasuresSense { Items: [{ Metric: not null }, ..] } second }) when IsEvent(rows) && (second.Items.Count > 1 || right.Leaves().First().Sense is not JoinSense { Comma: true }) => (new MeasuresSense([context.CountOf(rows), .. second.Items]), 0.8),
        (MeasuresSense { Items: [{ Metric: not null }, ..] } first, JoinedSense { Or: false, SideBySide: false, Inner: EntitySense { Via: null, Dataset: var rows } }) when IsEvent(rows) => (new MeasuresSense(first.Items.Add(context.CountOf(rows))), 0.8),
        // "average cost and count": of the rows whose cost it is.
        (MeasuresSense { Items: [{ Metric: null, Rows: { } rows } one] }, JoinedSense { Or: false, Inner: CountWordSense }) => (new MeasuresSense([one, context.CountOf(rows)]), 0.2),
        _ => null,
    };

    /// <summary>Rows that have no name, or none but their number, and a time.</summary>
    private static bool IsEvent(Semantics.Catalogs.Dataset rows) => rows.NameField is not { } name || (rows.DefaultTime is not null && rows.PrimaryKey is [var key] && key == name.Name);
}

/// <summary>"and" or a comma opens the second part of a list.</summary>
internal sealed class JoinOpensPart : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (JoinSense { Comma: true }, JoinedSense joined) => (joined, 0),
        (JoinSense { Or: false }, LinkSense verb) => (verb, 0.2),
        (VersusSense { Weak: false }, MeasuresSense or ValueSense or DateSense) => (new JoinedSense(right.Sense, false, SideBySide: true), 0),
        (VersusSense { Weak: true }, ValueSense) => (new JoinedSense(right.Sense, false, SideBySide: true), 0),
        (JoinSense { Comma: true }, JoinSense { Comma: false } join) => (join, 0),
        (JoinSense join, MeasuresSense or BreakdownSense or ValueSense or ConditionSense or DatedSense or FieldSense or EntitySense or GrainSense or DateSense or RelativePeriodSense or NumberSense or AggregateSense or ExtremeSense { Counts: false, ByGoodness: false } or RelatedSense or NameOfSense) => (new JoinedSense(right.Sense, join.Or), 0),
        (JoinSense { Or: false }, CountWordSense) => (new JoinedSense(right.Sense, false), 0),
        _ => null,
    };
}

/// <summary>What cannot be computed yet takes the small words around it along, so that the refusal names the right ones.</summary>
internal sealed class BeyondTakesSmallWords : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (GroupMarkSense or WhichSense or RelativeSense or ComparatorSense or NumberSense, BeyondSense) => (right.Sense, 0),
        (BeyondSense, GroupEndingSense or NumberSense or ComparatorSense or CounterSense) => (left.Sense, 0),
        _ => null,
    };
}
