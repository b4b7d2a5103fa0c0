using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"above average", "higher than Busan", "less than last year", "평균보다 높은": a comparison and what it is made with.</summary>
internal sealed class ComparedTo : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (ComparatorSense { After: false } comparator, var to) => Made(comparator.Operator, to),
        (var to, ComparatorSense { After: true } comparator) when to is not DateSense => Made(comparator.Operator, to),
        (ComparativeSense comparative, ComparedToSense { Operator: ComparisonOperator.Equal } than) => (than with { Operator = Of(comparative.High) }, 0),
        (ThanSense, var to) => Made(ComparisonOperator.Equal, to),
        (var to, ThanSense) => Made(ComparisonOperator.Equal, to),
        (ComparedToSense { Operator: ComparisonOperator.Equal } than, LevelSense { ByGoodness: false } level) => (than with { Operator = Of(level.High) }, 0),
        (ComparativeMeasureSense number, ComparedToSense { Operator: ComparisonOperator.Equal } than) => (new MeasureComparedSense(number.Item, Of(number.High), than.Target), 0),
        (ComparativeSense comparative, MeasuresSense { Items: [var item] }) => (new ComparativeMeasureSense(item, comparative.High), 0),
        (MeasuresSense { Items: [var item] }, ComparativeSense comparative) => (new ComparativeMeasureSense(item, comparative.High), 0),
        (ComparativeSense comparative, EntitySense { Via: null } things) => (new ComparativeMeasureSense(context.CountOf(things.Dataset), comparative.High), 0.6),
        _ => null,
    };

    private static ComparisonOperator Of(bool high) => high ? ComparisonOperator.Greater : ComparisonOperator.Less;

    private static (Sense, double)? Made(ComparisonOperator way, Sense to) => to switch
    {
        AggregateSense { Function: AggregateFunction.Average } or UsualSense => (new ComparedToSense(way, new AverageTarget()), 0),
        MeanOfSense mean => (new ComparedToSense(way, new AverageTarget(mean.Within), mean.Item), 0),
        ValueSense { Negated: false, Values.Count: 1 } value => (new ComparedToSense(way, new MemberTarget(value)), 0.1),
        RelativePeriodSense or DateSense { StandsAlone: true } => (new ComparedToSense(way, new PeriodTarget(new AgainstSense(to, null))), 0),
        AgainstSense against => (new ComparedToSense(way, new PeriodTarget(against)), 0),
        MeasuresSense { Items: [{ Metric: not null } item] } => (new ComparedToSense(way, new MeasureTarget(item)), 0.1),
        _ => null,
    };
}

/// <summary>"the average revenue" as something to compare with; "the average for their grade"; "같은 지역 평균".</summary>
internal sealed class MeanOf : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (AggregateSense { Function: AggregateFunction.Average }, MeasuresSense { Items: [{ Metric: { } metric } item] }) => (new MeanOfSense(item), GrammarContext.IsAverage(metric) ? 0.3 : 0),
        (MeasuresSense { Items: [{ Metric: { } metric } item] }, AggregateSense { Function: AggregateFunction.Average }) => (new MeanOfSense(item), GrammarContext.IsAverage(metric) ? 0.3 : 0.1),
        (SameMarkSense, FieldSense or EntitySense) when context.GroupingOf(right.Sense) is { } group => (new SharedSense(group), 0),
        (ComparedToSense { Target: AverageTarget { Within: null } } compared, SharedSense shared) => (compared with { Target = new AverageTarget(shared.Group) }, 0),
        (SharedSense shared, ComparedToSense { Target: AverageTarget { Within: null } } compared) => (compared with { Target = new AverageTarget(shared.Group) }, 0),
        (MeanOfSense { Within: null } mean, SharedSense shared) => (mean with { Within = shared.Group }, 0),
        _ => null,
    };
}

/// <summary>"revenue above average", "above-average revenue": a number of each group under a comparison.</summary>
internal sealed class MeasureCompared : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (MeasuresSense { Items: [var item] }, ComparedToSense { Operator: not ComparisonOperator.Equal } compared) => Made(item, compared, 0),
        (ComparedToSense { Operator: not ComparisonOperator.Equal } compared, MeasuresSense { Items: [var item] }) => Made(item, compared, 0.1),
        (ComparedToSense { Operator: ComparisonOperator.Equal } than, ExtremeMeasureSense { One: false, ByGoodness: false } level) => Made(level.Item, than with { Operator = level.High ? ComparisonOperator.Greater : ComparisonOperator.Less }, 0),
        _ => null,
    };

    private static (Sense, double)? Made(MeasureItem item, ComparedToSense compared, double cost) =>
        compared.Target is MeasureTarget { Item: var other } && other == item ? null
        : compared.Of is { } named && named != item ? null
        : (new MeasureComparedSense(item, compared.Operator, compared.Target), cost + (item.Field is null ? 0 : 0.8));
}

/// <summary>"heavier than the average weight", "weight above average for the route": a number of each row compared with the average of all or of those that share a group.</summary>
internal sealed class FieldComparedWithMean : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FieldSense { Field.Type.IsNumeric: true } field, ComparedToSense { Target: AverageTarget target, Of: null } compared) => Made(field, compared.Operator, target, context, 0),
        (ComparedToSense { Target: AverageTarget target, Of: null } compared, FieldSense { Field.Type.IsNumeric: true } field) => Made(field, compared.Operator, target, context, 0.1),
        _ => null,
    };

    private static (Sense, double)? Made(FieldSense field, ComparisonOperator way, AverageTarget target, GrammarContext context, double cost)
    {
        if (way == ComparisonOperator.Equal)
        {
            return null;
        }

        var name = context.Catalog.NameOf(field.Field);
        Sql.Seq<Grouping> within = target.Within is { } group ? [group] : [];
        var condition = new FieldAgainstMeasure(name, way, new AggregateMeasure(AggregateFunction.Average, name), within, field.Via);
        return (new ConditionSense(condition, field.Field.Dataset, ""), cost);
    }
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
