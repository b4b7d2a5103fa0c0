using System.Data.Common;
using BiAssistant.Sql;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>Reads the rows of one statement, up to a limit.</summary>
internal static class ServerRows
{
    public static ResultTable Read(string warehouse, ServerSession session, DbDataReader reader, Func<DbDataReader, int, ServerColumn> columnOf, int maxRows)
    {
        if (reader.FieldCount == 0)
        {
            throw Cells.NoSelect(warehouse);
        }

        var columns = Enumerable.Range(0, reader.FieldCount).Select(place => columnOf(reader, place)).ToArray();
        var rows = new List<object?[]>();
        while (rows.Count < maxRows && reader.Read())
        {
            rows.Add([.. columns.Select(column => column.Cell())]);
        }

        var truncated = rows.Count == maxRows && reader.Read();
        if (truncated)
        {
            session.LeaveTheRest();
        }
        else if (reader.NextResult())
        {
            throw Cells.SecondStatement(warehouse);
        }

        var finished = columns.Select(column => column.Finish(rows)).ToSeq();
        return new ResultTable(finished, rows.Select(row => Seq.Create<object?>(row)).ToSeq(), truncated);
    }
}
