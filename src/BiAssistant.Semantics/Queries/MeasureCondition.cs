using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>A condition on the numbers of a group.</summary>
public abstract record MeasureCondition
{
    private protected MeasureCondition()
    {
    }
}

/// <summary>A measure, by output name, compared with a number as stored (20 % is 0.20).</summary>
public sealed record MeasureComparison(string Measure, ComparisonOperator Operator, decimal Value) : MeasureCondition;

/// <summary>
/// Two measures of the group compared, whether the answer shows them or not: the same measure in another group or period, over all, or a nested query's number
/// may stand on either side.
/// </summary>
public sealed record MeasuresCompared(Measure Left, ComparisonOperator Operator, Measure Right) : MeasureCondition;

/// <summary>All of them hold.</summary>
public sealed record AllMeasures(Seq<MeasureCondition> Conditions) : MeasureCondition;

/// <summary>At least one of them holds.</summary>
public sealed record AnyMeasure(Seq<MeasureCondition> Conditions) : MeasureCondition;

/// <summary>It does not hold; a group without the number meets neither a condition nor its opposite.</summary>
public sealed record NotMeasure(MeasureCondition Condition) : MeasureCondition;
