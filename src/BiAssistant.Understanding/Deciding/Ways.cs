using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Says in a query which of several ways leads to a thing, wherever the query leaves it open.</summary>
internal static class Ways
{
    public static SemanticQuery Take(SemanticQuery query, Relationship way, Catalog catalog) => query with
    {
        GroupBy = query.GroupBy.Select(g => g is FieldGrouping { Via: null } field && Leads(field.Field, way, catalog) ? field with { Via = way.Name } : g).ToSeq(),
        Where = query.Where is { } where ? Take(where, way, catalog) : null,
    };

    private static Condition Take(Condition condition, Relationship way, Catalog catalog) => condition switch
    {
        FieldComparison { Via: null } c when Leads(c.Field, way, catalog) => c with { Via = way.Name },
        FieldIn { Via: null } c when Leads(c.Field, way, catalog) => c with { Via = way.Name },
        FieldText { Via: null } c when Leads(c.Field, way, catalog) => c with { Via = way.Name },
        FieldEmpty { Via: null } c when Leads(c.Field, way, catalog) => c with { Via = way.Name },
        FieldPeriod { Via: null } c when Leads(c.Field, way, catalog) => c with { Via = way.Name },
        AllOf c => new AllOf(c.Conditions.Select(p => Take(p, way, catalog)).ToSeq()),
        AnyOf c => new AnyOf(c.Conditions.Select(p => Take(p, way, catalog)).ToSeq()),
        Not c => new Not(Take(c.Condition, way, catalog)),
        _ => condition,
    };

    private static bool Leads(string field, Relationship way, Catalog catalog) => catalog.FindField(field)?.Dataset == way.To;
}
