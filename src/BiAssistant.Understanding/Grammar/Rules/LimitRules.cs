using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>What a limit says of the number that it limits.</summary>
internal static class LimitWords
{
    /// <summary>Whether "longer than", "cost more than" and their like can be said of a number; words of no kind of number can be said of any.</summary>
    public static bool CanTellOf(this Phrase limit, MeasureItem item) =>
        limit.Leaves().Select(l => l.Sense).OfType<ComparatorSense>().All(c => c.By is not { } by || by == Languages.Yardstick.Large || GrammarContext.Measures(item, by));
}

/// <summary>"above 500 dollars", "30일 이상": a comparison with a number.</summary>
internal sealed class Limit : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ComparatorSense { After: false } comparator, NumberSense number) => (new LimitSense(comparator.Operator, number), 0),
        (NumberSense number, ComparatorSense { After: true } comparator) => (new LimitSense(comparator.Operator, number), 0),
        (NumberSense { Unit: null } number, UnitSense { Unit: "percent" }) => (number with { Value = number.Value / 100, Percent = true, Plain = false }, 0),
        // "2024 over 2023, in dollars" speaks of a year.
        (NumberSense { Unit: null } number, UnitSense unit) => (number with { Unit = unit.Unit, Plain = false }, right.Start > left.End && number is { Plain: true, Value: >= 1900 and < 2100 } ? 2 : 0),
        (NumberSense { Unit: null } number, GrainSense grain) when right.Start == left.End => (number with { Unit = grain.Grain.ToString().ToLowerInvariant(), Plain = false }, 0.05),
        _ => null,
    };
}

/// <summary>"lead time above 30 days", "more than 2 children": a condition on a number of each row.</summary>
internal sealed class FieldLimit : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        // "cost more than 200,000 a night" is no number of nights.
        (FieldSense field, LimitSense) when !right.CanTellOf(context.Of(AggregateFunction.Max, field.Field)) => null,
        (LimitSense, FieldSense field) when !left.CanTellOf(context.Of(AggregateFunction.Max, field.Field)) => null,
        (FieldSense field, LimitSense limit) => Made(field, limit, 0, context),
        (LimitSense limit, FieldSense field) => Made(field, limit, left.Leaves().Any(l => l.Sense is ComparatorSense { After: true }) ? 1.2 : 0.1, context),
        (FieldSense { Field.Type.IsNumeric: true } field, NumberSense { Plain: false, Percent: false } number) => Made(field, new LimitSense(ComparisonOperator.Equal, number), 0.2, context),
        (FieldSense { Field.DefaultAggregate: DefaultAggregate.None } field, NumberSense number) => Made(field, new LimitSense(ComparisonOperator.Equal, number), 0.1, context),
        (NumberSense number, FieldSense { Field.DefaultAggregate: DefaultAggregate.None } field) => Made(field, new LimitSense(ComparisonOperator.Equal, number), 0.1, context),
        // "with 5 stars", "rating of 5": so much of what each row has.
        (NumberSense { Plain: true, Percent: false, Value: < 1900 or >= 2100 } number, FieldSense { Field.Type.IsNumeric: true } field) when right.Start - left.End < 2 => Made(field, new LimitSense(ComparisonOperator.Equal, number), 0.6, context),
        (FieldSense { Field.Type.IsNumeric: true } field, NumberSense { Plain: true, Percent: false, Value: < 1900 or >= 2100 } number) => Made(field, new LimitSense(ComparisonOperator.Equal, number), 0.8, context),
        _ => null,
    };

    private static (Sense, double)? Made(FieldSense sense, LimitSense limit, double cost, GrammarContext context)
    {
        if (!sense.Field.Type.IsNumeric || Units.Value(limit.Number, sense.Field.Unit, sense.Field.Format) is not { } value || (limit.Number.Unit is not null && sense.Field.Dataset.PrimaryKey.Contains(sense.Field.Name)))
        {
            return null;
        }

        var condition = new FieldComparison(context.Catalog.NameOf(sense.Field), limit.Operator, GrammarContext.Literal(value), sense.Via);
        return (new ConditionSense(condition, sense.Field.Dataset, ""), cost);
    }
}

/// <summary>"regions with revenue above 1 million", "more than 100 orders": a condition on the number of a group.</summary>
internal sealed class MeasureLimit : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense { Items: [var item] }, LimitSense) when !right.CanTellOf(item) => null,
        (LimitSense, MeasuresSense { Items: [var item] }) when !left.CanTellOf(item) => null,
        (MeasuresSense { Items: [var item] }, LimitSense limit) => Made(item, limit, 0.1 + Bare(item, left)),
        (LimitSense limit, MeasuresSense { Items: [var item] }) => Made(item, limit, 0.2 + Bare(item, right)),
        (LimitSense { Number: { Percent: false, Unit: null } } limit, EntitySense { Via: null } things) => Made(context.CountOf(things.Dataset), limit, 0.6),
        (EntitySense { Via: null } things, LimitSense { Number: { Percent: false, Unit: null } } limit) when right.Start - left.End < 2 => Made(context.CountOf(things.Dataset), limit, 0.7),
        _ => null,
    };

    /// <summary>A field compared without an aggregate is rather a condition on each row.</summary>
    private static double Bare(MeasureItem item, Phrase said) => item.Field is not null && !said.Leaves().Any(l => l.Sense is AggregateSense) ? 1 : 0;

    /// <summary>The limit as one of the number; null where it cannot be.</summary>
    public static MeasureLimitSense? Of(MeasureItem item, LimitSense limit) => Made(item, limit, 0)?.Item1 as MeasureLimitSense;

    private static (Sense, double)? Made(MeasureItem item, LimitSense limit, double cost)
    {
        var (unit, format) = item.Metric is { } metric ? (metric.Unit, metric.Format) : item.Field is { } field ? (field.Unit, field.Format) : (LocalText.Empty, ValueFormat.None);
        if (Units.Value(limit.Number, unit, format) is not { } value || (item.Metric is null && item.Field is null && limit.Number.Unit is not null))
        {
            // "more than six hours" is no number of runs.
            return null;
        }

        // "utilisation above 80" can only mean 80 %.
        var asPercent = format == ValueFormat.Percent && limit.Number is { Percent: false, Value: > 1 };
        // "revenue over 2023" is rather that of a year.
        cost += limit.Number is { Plain: true, Unit: null, Value: >= 1900 and < 2100 } ? 1.8 : 0;
        return (new MeasureLimitSense(item, limit.Operator, asPercent ? value / 100 : value), asPercent ? cost + 0.2 : cost);
    }
}

/// <summary>"lead time between 10 and 20 days": both ends included.</summary>
internal sealed class FieldBetween : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BoundSense { Kind: BoundKind.Between }, NumberSense number) => (new NumberRangeSense(number, null), 0),
        (NumberRangeSense { To: null } range, JoinedSense { Or: false, Inner: NumberSense number }) when number.Value >= range.From.Value => (range with { To = number }, 0),
        (FieldSense { Field: { Type.IsNumeric: true } field } sense, NumberRangeSense { To: { } to } range) when Units.Value(to, field.Unit, field.Format) is { } high && Units.Value(range.From with { Unit = range.From.Unit ?? to.Unit }, field.Unit, field.Format) is { } low =>
            (new ConditionSense(Between(context.Catalog.NameOf(field), sense.Via, low, high), field.Dataset, ""), 0),
        _ => null,
    };

    private static AllOf Between(string field, string? via, decimal from, decimal to) => new(
    [
        new FieldComparison(field, ComparisonOperator.GreaterOrEqual, GrammarContext.Literal(from), via),
        new FieldComparison(field, ComparisonOperator.LessOrEqual, GrammarContext.Literal(to), via),
    ]);
}

/// <summary>A number as it is compared with something counted in a unit of its own.</summary>
internal static class Units
{
    public static bool Fit(NumberSense number, LocalText unit, ValueFormat format) => Value(number, unit, format) is not null;

    /// <summary>The number in that unit; null where it is none of it.</summary>
    public static decimal? Value(NumberSense number, LocalText unit, ValueFormat format)
    {
        if (number.Percent)
        {
            return format == ValueFormat.Percent || unit.IsEmpty ? number.Value : null;
        }

        if (number.Unit is not { } said)
        {
            return number.Value;
        }

        return unit.IsEmpty
            ? format is ValueFormat.Money or ValueFormat.Duration or ValueFormat.None or ValueFormat.Number ? number.Value : null
            : unit.Words.Select(w => Languages.MeasureUnits.Converted(number.Value, said, w.Text)).FirstOrDefault(value => value is not null);
    }
}
