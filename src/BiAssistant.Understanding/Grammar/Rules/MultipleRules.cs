using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"twice the average", "three times", "a third of food revenue", "평균의 두 배", "3분의 1": a multiple or part of what something is compared with.</summary>
internal sealed class Multiples : Rule
{
    private const string Times = "times";

    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (NumberSense { Unit: null, Percent: false, Value: > 0 } number, MultipleMarkSense) => (new MultipleSense(number.Value), 0),
        (NumberSense { Unit: null, Percent: false, Value: > 0 } number, PartMarkSense { Of: null }) => (new PartMarkSense(number.Value), 0),
        (PartMarkSense { Of: { } of }, NumberSense { Unit: null, Percent: false, Value: > 0 } number) => (new MultipleSense(number.Value / of), 0),
        (MultipleSense { As: false } multiple, _) when CanBeScaled(right.Sense) => (new ScaledSense(right.Sense, multiple.Times), 0),
        (NumberSense { Unit: Times, Value: > 0 } number, _) when CanBeScaled(right.Sense) => (new ScaledSense(right.Sense, number.Value), 0),
        (NumberSense { Percent: true, Value: > 0 } part, MeasuresSense { Items: [{ Metric: not null }] }) when right.Start > left.End => (new ScaledSense(right.Sense, part.Value), 0.2),
        (_, MultipleSense { As: false } multiple) when CanBeScaled(left.Sense) => (new ScaledSense(left.Sense, multiple.Times), 0),
        (MeasuresSense { Items: [{ Metric: not null }] }, NumberSense { Percent: true, Value: > 0 } part) when right.Start > left.End => (new ScaledSense(left.Sense, part.Value), 0.4),
        (ComparedToSense { Operator: null, Times: 1 } than, MultipleSense { As: false } multiple) => (than with { Times = multiple.Times }, 0),
        (MultipleSense { As: true } multiple, _) when right.Sense is MeasuresSense or EntitySense => Comparative(ComparisonOperator.GreaterOrEqual, multiple, right, context, 0.2),
        (ComparatorSense { After: false, By: null, Operator: not ComparisonOperator.Equal } comparator, MultipleSense { As: true } multiple) => (new ComparativeSense(comparator.Operator is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Scale: new Scale(comparator.Operator, multiple.Times)), 0),
        _ => null,
    };

    /// <summary>"twice as many orders": at least so many.</summary>
    private static (Sense, double)? Comparative(ComparisonOperator way, MultipleSense multiple, Phrase things, GrammarContext context, double cost) =>
        (things.Sense switch { MeasuresSense { Items: [var item] } => item, EntitySense { Via: null, Dataset: var of } => context.CountOf(of), _ => null }) is { } number
            ? (new ComparativeOfSense(number, null, true, new Scale(way, multiple.Times)), cost)
            : null;

    private static bool CanBeScaled(Sense to) => to is AggregateSense { Function: AggregateFunction.Average } or UsualSense or AverageThingSense or AverageKindSense or MeanOfSense or MeanOfFieldSense
        or OverallOfSense or MemberNumberSense or MeasuresSense { Items: [{ Metric: not null }] } or OwnTargetSense;
}

/// <summary>"at least 20 % above the average", "평균보다 20% 이상 높은": by how much at least one number is above or below another.</summary>
internal sealed class Margins : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (LimitSense { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Number: { Percent: true, Value: > 0 } } margin, ComparedToSense { Operator: ComparisonOperator.Greater or ComparisonOperator.Less, Times: 1, Margin: null } than) =>
            ((than with { Operator = null, Margin = margin }).Going(than.Operator == ComparisonOperator.Greater), 0),
        (ComparedToSense { Operator: null, Times: 1, Margin: null } than, LimitSense { Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual, Number: { Percent: true, Value: > 0 } } margin) =>
            (than with { Margin = margin }, 0),
        _ => null,
    };
}
