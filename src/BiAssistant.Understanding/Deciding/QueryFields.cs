using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Deciding;

/// <summary>A field that a query groups or filters by, and the way to it where it is said.</summary>
internal sealed record FieldOnWay(string Field, string? Via);

/// <summary>Puts other fields or ways in place of those that a query groups and filters by.</summary>
internal static class QueryFields
{
    public static SemanticQuery Replace(SemanticQuery query, Func<FieldOnWay, FieldOnWay> replace) => query with
    {
        GroupBy = query.GroupBy.Select(g => g is FieldGrouping field && replace(new FieldOnWay(field.Field, field.Via)) is var to ? new FieldGrouping(to.Field, to.Via) : g).ToSeq(),
        Where = query.Where is { } where ? Replace(where, replace) : null,
    };

    private static Condition Replace(Condition condition, Func<FieldOnWay, FieldOnWay> replace) => condition switch
    {
        FieldComparison c when replace(new FieldOnWay(c.Field, c.Via)) is var to => c with { Field = to.Field, Via = to.Via },
        FieldIn c when replace(new FieldOnWay(c.Field, c.Via)) is var to => c with { Field = to.Field, Via = to.Via },
        FieldText c when replace(new FieldOnWay(c.Field, c.Via)) is var to => c with { Field = to.Field, Via = to.Via },
        FieldEmpty c when replace(new FieldOnWay(c.Field, c.Via)) is var to => c with { Field = to.Field, Via = to.Via },
        FieldPeriod c when replace(new FieldOnWay(c.Field, c.Via)) is var to => c with { Field = to.Field, Via = to.Via },
        AllOf c => new AllOf(c.Conditions.Select(p => Replace(p, replace)).ToSeq()),
        AnyOf c => new AnyOf(c.Conditions.Select(p => Replace(p, replace)).ToSeq()),
        Not c => new Not(Replace(c.Condition, replace)),
        _ => condition,
    };
}
