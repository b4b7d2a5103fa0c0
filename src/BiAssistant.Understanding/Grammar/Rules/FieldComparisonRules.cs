using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"actual cost above planned cost", "a higher wage than their supervisor", "계획 공사비를 초과한": two numbers, or two dates, of the same row, or of a row and the one that it points to.</summary>
internal sealed class FieldsOfRowCompared : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (FieldSense field, ComparedToSense { Operator: { } way, Of: null, OfField: null, Times: 1, Margin: null } to) => Made(field, way, to.Target, context, 0.2),
        (ComparedToSense { Operator: { } way, Of: null, OfField: null, Times: 1, Margin: null } to, FieldSense field) => Made(field, way, to.Target, context, 0.4),
        (ComparativeOfSense { Field: { } field, Item: null, Scale: null } more, ComparedToSense { Operator: null, Of: null, OfField: null, Margin: null } to) => Made(field, ComparedTo.Of(more.High), to.Target, context, 0.2),
        (ComparedToSense { Operator: null, Of: null, OfField: null, Margin: null } to, ComparativeOfSense { Field: { } field, Item: null, Scale: null } more) => Made(field, ComparedTo.Of(more.High), to.Target, context, 0.2),
        (VerbSense verb, ComparedToSense { Operator: { } way, Of: null, OfField: null, Times: 1, Margin: null } to) => Made(new FieldSense(verb.Field), way, to.Target, context, 0.2),
        // "after the due date"
        (BoundSense { Kind: BoundKind.Before or BoundKind.After, After: false } bound, FieldSense { Field.Type.IsTemporal: true } date) => (new ComparedToSense(bound.Kind == BoundKind.After ? ComparisonOperator.Greater : ComparisonOperator.Less, new FieldTarget(date)), 0.3),
        // "hired before their supervisor", "earlier than Grace Kim"
        (BoundSense { Kind: BoundKind.Before or BoundKind.After, After: false } bound, EntitySense { Via: { } via } kin) => (new ComparedToSense(WayOf(bound), new KinTarget(kin.Dataset, via)), 0.3),
        (BoundSense { Kind: BoundKind.Before or BoundKind.After, After: false } bound, ComparedToSense { Operator: null, Target: KinTarget or MemberTarget } to) => (to with { Operator = WayOf(bound) }, 0.3),
        (BoundSense { Kind: BoundKind.Before or BoundKind.After, After: false } bound, ValueSense { Negated: false, Values.Count: 1 } member) when member.Field == member.Field.Dataset.NameField => (new ComparedToSense(WayOf(bound), new MemberTarget(member)), 0.3),
        (ComparedToSense { Operator: null, Of: null, OfField: null, Target: KinTarget or MemberTarget } to, LateSense late) => (to with { Operator = ComparedTo.Of(late.Late) }, 0.1),
        (ComparedToSense { Operator: { } way, Of: null, OfField: null, Times: 1, Margin: null, Target: KinTarget or MemberTarget } to, VerbSense verb) => Made(new FieldSense(verb.Field), way, to.Target, context, 0.2),
        (ComparedToSense { Operator: null, Target: FieldTarget { Field.Field.Type.IsTemporal: true } } to, LateSense late) => (to with { Operator = ComparedTo.Of(late.Late) }, 0),
        _ => null,
    };

    private static ComparisonOperator WayOf(BoundSense bound) => bound.Kind == BoundKind.After ? ComparisonOperator.Greater : ComparisonOperator.Less;

    private static (Sense, double)? Made(FieldSense sense, ComparisonOperator way, Target target, GrammarContext context, double cost)
    {
        var (field, name) = (sense.Field, context.Catalog.NameOf(sense.Field));
        Condition? compared = target switch
        {
            FieldTarget { Field: { Field: var other } of } when other != field && other.Dataset == field.Dataset && of.Via == sense.Via && other.Type.IsNumeric == field.Type.IsNumeric && other.Type.IsTemporal == field.Type.IsTemporal =>
                new FieldsCompared(name, way, context.Catalog.NameOf(other), sense.Via, of.Via),
            KinTarget { Of: var kin, Via: var via } when sense.Via is null && (field.Type.IsNumeric || field.Type.IsTemporal) && field.Dataset.Lineage.Contains(kin) => new FieldsCompared(name, way, name, null, via),
            MemberTarget { Member: var member } when sense.Via is null && member.Via is null && field.Type.IsTemporal && member.Field == field.Dataset.NameField =>
                new FieldAgainstMeasure(name, way, new AggregateMeasure(AggregateFunction.Max, name) { Filter = member.ToCondition(context.Catalog) }, [], null),
            _ => null,
        };
        return compared is null ? null : (new ConditionSense(compared, field.Dataset, ""), cost);
    }
}
