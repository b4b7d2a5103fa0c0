using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Says in a query which of several ways leads to a thing, wherever the query leaves it open.</summary>
internal static class Ways
{
    public static SemanticQuery Take(SemanticQuery query, Relationship way, Catalog catalog) => Take(query, way.To, catalog.NameOf(way), catalog);

    public static SemanticQuery Take(SemanticQuery query, Dataset target, string via, Catalog catalog) => query with
    {
        GroupBy = query.GroupBy.Select(g => g is FieldGrouping { Via: null } field && Leads(field.Field, target, catalog) ? field with { Via = via } : g).ToSeq(),
        Where = query.Where is { } where ? Take(where, target, via, catalog) : null,
    };

    private static Condition Take(Condition condition, Dataset target, string via, Catalog catalog) => condition switch
    {
        FieldComparison { Via: null } c when Leads(c.Field, target, catalog) => c with { Via = via },
        FieldIn { Via: null } c when Leads(c.Field, target, catalog) => c with { Via = via },
        FieldText { Via: null } c when Leads(c.Field, target, catalog) => c with { Via = via },
        FieldEmpty { Via: null } c when Leads(c.Field, target, catalog) => c with { Via = via },
        FieldPeriod { Via: null } c when Leads(c.Field, target, catalog) => c with { Via = via },
        AllOf c => new AllOf(c.Conditions.Select(p => Take(p, target, via, catalog)).ToSeq()),
        AnyOf c => new AnyOf(c.Conditions.Select(p => Take(p, target, via, catalog)).ToSeq()),
        Not c => new Not(Take(c.Condition, target, via, catalog)),
        _ => condition,
    };

    private static bool Leads(string field, Dataset target, Catalog catalog) => catalog.FindField(field)?.Dataset == target;
}
