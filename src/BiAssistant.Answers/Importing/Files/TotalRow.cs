using System.Collections.Frozen;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>
/// A last row that says 'Total' and whose numbers are the sums of all others: a report's foot and no row of the table, which would double every sum. It is
/// taken out; a row that says so and is no such sum stays and is pointed at.
/// </summary>
internal static class TotalRow
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "total", "totals", "grand total", "sum", "subtotal", "sub total", "total:", "합계", "총계", "소계", "총합계", "계", "누계",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <returns>What is to be said; null where no row calls itself a total.</returns>
    public static ImportRemark? Remove(DuckDbConnection database, TablePlan plan, Seq<LoadedColumn> columns, long rows, CancellationToken stop)
    {
        var texts = columns.Where(column => column.Type == "VARCHAR").ToSeq();
        if (rows < 2 || texts.IsEmpty)
        {
            return null;
        }

        var table = EngineTable.Quoted(plan.Name);
        var named = string.Join(" OR ", texts.Select(column => $"lower(trim({EngineTable.Quoted(column.Name)})) IN ({string.Join(", ", Words.Order(StringComparer.Ordinal).Select(EngineTable.Text))})"));
        if (EngineTable.Number(database, $"SELECT COUNT(*) FROM {table} WHERE rowid = (SELECT MAX(rowid) FROM {table}) AND ({named})", stop) == 0)
        {
            return null;
        }

        var numbers = columns.Where(column => column.Type == "BIGINT" || column.Type.StartsWith("DECIMAL", StringComparison.Ordinal)).Select(column => EngineTable.Quoted(column.Name)).ToSeq();
        var others = string.Join(", ", numbers.Select((number, i) => $"SUM({number}) FILTER (WHERE rowid < last) AS s{i}, MAX({number}) FILTER (WHERE rowid = last) AS t{i}"));
        var equal = string.Join(" AND ", numbers.Select((_, i) => $"(t{i} IS NULL OR t{i} = s{i})"));
        var some = string.Join(" OR ", numbers.Select((_, i) => $"t{i} IS NOT NULL"));
        var isSum = !numbers.IsEmpty && EngineTable.Number(database,
            $"SELECT COUNT(*) FROM (SELECT {others} FROM {table}, (SELECT MAX(rowid) AS last FROM {table})) WHERE {equal} AND ({some})", stop) > 0;
        if (!isSum)
        {
            return new ImportRemark(RemarkKind.LookFirst,
                $"The last row of {plan.Shown} is called a total and is loaded as a row: if it sums up others, numbers of '{plan.Name}' count twice; take it out of the file then.");
        }

        EngineTable.Run(database, $"DELETE FROM {table} WHERE rowid = (SELECT MAX(rowid) FROM {table})", stop);
        return new ImportRemark(RemarkKind.LookFirst, $"The last row of {plan.Shown} is the sum of all others and was left out, since every number would count twice with it.");
    }
}
