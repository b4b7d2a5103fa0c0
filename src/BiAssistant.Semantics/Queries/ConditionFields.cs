using System.Diagnostics;

namespace BiAssistant.Semantics.Queries;

/// <summary>The fields of the rows themselves that a condition looks at; what it says of other rows is theirs.</summary>
internal static class ConditionFields
{
    public static IEnumerable<string> Of(Condition condition) => condition switch
    {
        FieldComparison c => [c.Field],
        FieldIn c => [c.Field],
        FieldText c => [c.Field],
        FieldEmpty c => [c.Field],
        FieldPeriod c => [c.Field],
        FieldsCompared c => [c.Field, c.Other],
        FieldAgainstMeasure c => [c.Field],
        FieldInQuery c => [c.Field],
        RelatedExists or RelatedCount or RelatedEvery or TermCondition => [],
        AllOf c => c.Conditions.SelectMany(Of),
        AnyOf c => c.Conditions.SelectMany(Of),
        Not c => Of(c.Condition),
        _ => throw new UnreachableException(condition.GetType().Name),
    };
}
