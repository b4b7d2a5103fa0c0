using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;

namespace BiAssistant.Semantics.Checks;

/// <summary>What can be said of a whole catalog without its data: the one list to which a new check is added.</summary>
internal static class CatalogChecks
{
    public static void Run(Catalog catalog, CatalogDraft draft, Resolution names)
    {
        ExpressionKinds.Check(catalog, draft, names);
        FieldUnits.Check(draft, names);
        DefaultMeasures.Check(catalog, draft);
        DeprecatedMetrics.Check(catalog, draft);
        ReplacedMetrics.Check(catalog, draft);
        DraftMetrics.Check(catalog, draft);
        MissingTimes.Check(catalog, draft);
        SharedWords.Check(catalog, draft);
        JoinGraphChecks.Check(catalog, draft);
        UnclearWays.Check(catalog, draft);
    }
}
