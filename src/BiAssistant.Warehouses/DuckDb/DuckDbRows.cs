using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>Runs a text that is one SELECT and reads its rows.</summary>
internal static class DuckDbRows
{
    public static ResultTable Read(string warehouse, DuckDbConnection connection, CompiledSql sql, int maxRows, CancellationToken stop)
    {
        DemandSelect(warehouse, connection, sql);
        using var command = DuckDbArguments.Command(connection, sql.Text, sql.Arguments);
        using var reader = command.ExecuteReader(stop);
        var columns = reader.Columns.Select(column => new DuckDbCells(warehouse, column)).ToArray();
        var rows = new List<object?[]>();
        while (rows.Count < maxRows && reader.Read())
        {
            rows.Add([.. columns.Select((column, place) => column.Cell(reader, place))]);
        }

        var truncated = rows.Count == maxRows && reader.Read();
        return new ResultTable(
            columns.Select((column, place) => column.Finish(rows, place)).ToSeq(),
            rows.Select(row => Seq.Create<object?>(row)).ToSeq(),
            truncated);
    }

    public static void DemandSelect(string warehouse, DuckDbConnection connection, CompiledSql sql)
    {
        SendableTexts.Demand(warehouse, sql);
        var inspection = connection.Inspect(sql.Text);
        if (!inspection.IsSingleSelect)
        {
            throw inspection.Statements == 1 ? Cells.NoSelect(warehouse) : Cells.SecondStatement(warehouse);
        }
    }
}

/// <summary>A literal as the value that the engine compares in its own type.</summary>
internal static class DuckDbArguments
{
    private const int MicrosecondsPerSecond = 1_000_000;

    public static DuckDbCommand Command(DuckDbConnection connection, string text, Seq<SqlArgument> arguments)
    {
        var command = new DuckDbCommand(text, connection);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(argument.Name, Value(argument));
        }

        return command;
    }

    private static object? Value(SqlArgument argument) => argument.Value switch
    {
        SqlNull => null,
        SqlBoolean { Value: var value } => value,
        SqlNumber { Value: { Scale: 0 } value } when value is >= long.MinValue and <= long.MaxValue => (long)value,
        SqlNumber { Value: var value } => value,
        SqlText { Value: var value } => value,
        SqlDate { Value: var value } => value,
        SqlTimestamp { Value: var value } => value,
        SqlInterval { Amount: var amount, Unit: var unit } => Interval(amount, unit),
        _ => throw new ArgumentException($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which DuckDB has no value for."),
    };

    private static DuckDbInterval Interval(long amount, SqlTimeUnit unit) => unit switch
    {
        SqlTimeUnit.Year => new(checked((int)amount * 12), 0, 0),
        SqlTimeUnit.Quarter => new(checked((int)amount * 3), 0, 0),
        SqlTimeUnit.Month => new(checked((int)amount), 0, 0),
        SqlTimeUnit.Week => new(0, checked((int)amount * 7), 0),
        SqlTimeUnit.Day => new(0, checked((int)amount), 0),
        SqlTimeUnit.Hour => new(0, 0, checked(amount * 3_600 * MicrosecondsPerSecond)),
        SqlTimeUnit.Minute => new(0, 0, checked(amount * 60 * MicrosecondsPerSecond)),
        SqlTimeUnit.Second => new(0, 0, checked(amount * MicrosecondsPerSecond)),
        _ => throw new System.Diagnostics.UnreachableException($"No unit {unit}."),
    };
}
