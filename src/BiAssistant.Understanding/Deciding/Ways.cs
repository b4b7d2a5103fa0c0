using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Says in a query which of several ways leads to a thing, wherever the query leaves it open.</summary>
internal static class Ways
{
    public static SemanticQuery Take(SemanticQuery query, Relationship way, Catalog catalog) => Take(query, way.To, catalog.NameOf(way), catalog);

    public static SemanticQuery Take(SemanticQuery query, Dataset target, string via, Catalog catalog) =>
        QueryFields.Replace(query, said => said.Via is null && catalog.FindField(said.Field)?.Dataset == target ? said with { Via = via } : said);
}
