using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>The newest instant of a dataset. How old it is depends on the clock, so that is judged when a question is asked, not here.</summary>
internal static class FreshCheck
{
    public static DataCheck Of(FreshClaim claim, CheckedRows rows, Field clock)
    {
        var newest = rows.Field(clock);
        var counts = rows.Select([CheckTrees.AllRows, new SqlSelectItem(new SqlAggregate("MAX", [newest]), CheckColumns.Newest)]);
        return new DataCheck(claim, rows.Dataset.Model.Warehouse, counts, Sample: null, SqlAllowList.Of(rows.Reads));
    }
}
