using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>Fields that add up different units: euros and dollars, money and percent, hours and days.</summary>
internal static class FieldUnits
{
    public static void Check(CatalogDraft draft, Resolution names)
    {
        foreach (var (field, keys, _, text) in draft.Fields)
        {
            if (text is not null && field.Expression is not SqlColumn && !field.Rollup)
            {
                var units = new MetricUnits(
                    ExpressionKinds.OwnField(field.Dataset, names),
                    (left, right, chosen) => keys.Error("units_do_not_add", MetricUnits.Clash(field.Name, left, right, chosen), text));
                units.OfRows(field.Expression);
            }
        }
    }
}
