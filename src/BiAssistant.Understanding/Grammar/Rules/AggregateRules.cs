using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"75th percentile of transit time", "배송 일수 90백분위수".</summary>
internal sealed class PercentileOfField : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense { Unit: null, Value: > 0 and < 100 } number, PercentileMarkSense) => (new PercentileSense(number.Percent ? number.Value : number.Value / 100), 0),
        (PercentileSense percentile, FieldSense { Via: null, Field.Type.IsNumeric: true } field) => Made(percentile, field, context),
        (FieldSense { Via: null, Field.Type.IsNumeric: true } field, PercentileSense percentile) => Made(percentile, field, context),
        _ => null,
    };

    private static (Sense, double)? Made(PercentileSense percentile, FieldSense field, GrammarContext context) =>
        (new MeasuresSense([new MeasureItem(new AggregateMeasure(AggregateFunction.Percentile, context.Catalog.NameOf(field.Field), percentile.Fraction), null, field.Field, field.Field.Dataset)]), 0);
}

/// <summary>"revenue between 10 and 20 thousand", "weight at least 500 and below 1,000": a number with two ends.</summary>
internal sealed class TwoLimits : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ConditionSense { Condition: FieldComparison { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Value: Sql.Tree.SqlNumber low } from } condition, LimitSense { Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual } to)
            when context.Catalog.FindField(from.Field) is { } field && Units.Value(to.Number, field.Unit, field.Format) is { } value && value >= low.Value =>
            (condition with { Condition = new AllOf([from, new FieldComparison(from.Field, to.Operator, GrammarContext.Literal(value), from.Via)]) }, 0),
        (LimitSense { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual } from, LimitSense { Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual } to) when to.Number.Value >= from.Number.Value => (new LimitsSense(from, to), 0),
        (JoinSense { Or: false }, LimitSense) => (right.Sense, 0),
        (BoundSense { Kind: BoundKind.To, After: false }, NumberSense number) => (new UpToSense(number), 0),
        (NumberSense from, UpToSense to) when to.Number.Value >= from.Value && from.Unit is null => (new NumberRangeSense(from, to.Number), 0.1),
        (BoundSense { Kind: BoundKind.From, After: false }, NumberRangeSense { To: not null }) => (right.Sense, 0),
        (NumberRangeSense { To: not null } range, UnitSense unit) => (range with { From = range.From with { Unit = unit.Unit }, To = range.To with { Unit = unit.Unit, Plain = false } }, 0),
        (NumberRangeSense { To: { } high } range, GrainSense grain) when high.Unit is null => (range with { To = high with { Unit = grain.Grain.ToString().ToLowerInvariant() } }, 0.05),
        (LimitsSense limits, FieldSense { Field.Type.IsNumeric: true } field) => Between(limits, field, context),
        (NumberRangeSense { To: { } high } range, FieldSense { Field.Type.IsNumeric: true } field) => Between(Of(range, high), field, context),
        (MeasuresSense { Items: [var item] }, NumberRangeSense { To: { } high } range) => Ranged(item, Of(range, high)),
        (NumberRangeSense { To: { } high } range, MeasuresSense { Items: [var item] }) => Ranged(item, Of(range, high)),
        _ => null,
    };

    public override (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) =>
        phrase.Sense is NumberRangeSense { To: { Unit: not null } high } range ? (new BareRangeSense(Of(range with { From = range.From with { Unit = high.Unit, Plain = false } }, high)), 0) : null;

    private static LimitsSense Of(NumberRangeSense range, NumberSense high) => new(new LimitSense(ComparisonOperator.GreaterOrEqual, range.From), new LimitSense(ComparisonOperator.LessOrEqual, high));

    private static (Sense, double)? Between(LimitsSense limits, FieldSense sense, GrammarContext context)
    {
        var (field, name) = (sense.Field, context.Catalog.NameOf(sense.Field));
        // "between 1 and 2 hours" says the unit of both at the end.
        var unit = limits.To.Number.Unit;
        return Units.Value(limits.From.Number with { Unit = limits.From.Number.Unit ?? unit }, field.Unit, field.Format) is { } low && Units.Value(limits.To.Number, field.Unit, field.Format) is { } high
            ? (new ConditionSense(new AllOf(
            [
                new FieldComparison(name, limits.From.Operator, GrammarContext.Literal(low), sense.Via),
                new FieldComparison(name, limits.To.Operator, GrammarContext.Literal(high), sense.Via),
            ]), field.Dataset, ""), 0.1)
            : null;
    }

    private static (Sense, double)? Ranged(MeasureItem item, LimitsSense limits) =>
        limits.To.Number.Unit is { } unit && item.Metric is { } metric && !(metric.Unit.IsEmpty ? Units.Fit(limits.To.Number, metric.Unit, metric.Format) : metric.Unit.Words.Any(w => Languages.MeasureUnits.AreSame(w.Text, unit))) ? null
        : item.Metric?.Format == Semantics.Catalogs.ValueFormat.Percent ? null
        : (new MeasureRangeSense(item, limits), item.Field is null ? 0.2 : 1);
}

/// <summary>"sorted by weight", "입사일순": rows in the order of a field.</summary>
internal sealed class OrderOfField : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (BasisSense { After: false }, FieldSense field) => (new FieldOrderSense(field, null), 0.1),
        (FieldSense field, BasisSense { After: true } basis) when !basis.Ranks || field.Field.Type.IsNumeric || field.Field.Type.IsTemporal => (new FieldOrderSense(field, null), 0.1),
        (FieldOrderSense { Descending: null } order, OrderSense way) => (order with { Descending = way.Descending }, 0),
        (FieldOrderSense { Descending: null } order, TimeOrderSense way) => (order with { Descending = way.Newest }, 0),
        (FieldSense { Field.Type.IsNumeric: true } field, OrderSense way) => (new FieldOrderSense(field, way.Descending), 0.1),
        (FieldSense { Field.Type.IsTemporal: true } field, TimeOrderSense way) => (new FieldOrderSense(field, way.Newest), 0),
        _ => null,
    };
}
