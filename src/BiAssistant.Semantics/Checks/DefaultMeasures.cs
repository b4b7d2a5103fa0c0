using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>Datasets whose "total" would be of something that cannot be added up.</summary>
internal static class DefaultMeasures
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        foreach (var (dataset, keys, text) in draft.Measures)
        {
            var name = text.Text.Trim();
            if (catalog.FindMetric(name) is null
                && (dataset.FindField(name) ?? catalog.FindField(name)) is { } field
                && (field.DefaultAggregate == DefaultAggregate.None
                    || (field.DefaultAggregate == DefaultAggregate.Unspecified && field.Type is { IsNumeric: false, Kind: not SqlTypeKind.Unknown })))
            {
                var why = field.DefaultAggregate == DefaultAggregate.None ? "says 'default_aggregate: none'" : $"is {ValueKinds.Named(ValueKinds.Of(field.Type))}";
                keys.Error("not_a_measure", $"'default_measure' of {dataset.Name} is {field.Name}, which {why}: nothing of it can be totalled. Name a metric or a number.", text);
            }
        }
    }
}
