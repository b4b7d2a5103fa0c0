using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Whether values may stand in a finding: never those of a sensitive field, nor of one that only some roles see.</summary>
internal static class ClaimedColumns
{
    public static bool MayShow(Seq<Field> fields) => fields.All(f => !f.Sensitive && f.Access.IsEmpty);

    public static bool MayShow(Dataset dataset, Seq<string> columns) => MayShow(FieldsOver(dataset, columns));

    /// <summary>The fields whose values these physical columns give away.</summary>
    public static Seq<Field> FieldsOver(Dataset dataset, Seq<string> columns) =>
        dataset.Fields.Where(f => SqlAnalysis.Columns(f.Expression).Any(c => c.Table is null && columns.Contains(c.Name))).ToSeq();
}
