using BiAssistant.DuckDb;

namespace BiAssistant.DemoCompany.Files;

/// <summary>A new DuckDB file, amounts as exact decimals.</summary>
internal sealed class DuckDbFile : ITableFile
{
    private readonly DuckDbConnection connection;
    private readonly HashSet<string> made = [];

    public DuckDbFile(string path)
    {
        connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = path }.ToString());
        connection.Open();
        // The creator's memory is to stay the same however many clusters follow.
        Execute("SET memory_limit = '512MB'");
    }

    public void Append(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            if (made.Add(table.Name))
            {
                Execute($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Declaration))})");
            }

            using var appender = connection.CreateAppender(table.Name);
            table.WriteTo(new Cells(appender));
            appender.Complete();
        }
    }

    public void Complete() => Execute("CHECKPOINT");

    public void Dispose() => connection.Dispose();

    private static string Declaration(Column column)
    {
        var type = column.Kind switch
        {
            ColumnKind.Text => "VARCHAR",
            ColumnKind.Whole => "INTEGER",
            ColumnKind.Money => "DECIMAL(12, 2)",
            ColumnKind.Number => "DECIMAL(9, 2)",
            ColumnKind.Day => "DATE",
            ColumnKind.Moment => "TIMESTAMP",
            ColumnKind.Flag => "BOOLEAN",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No DuckDB type for this kind of column."),
        };
        return column.Nullable ? $"{column.Name} {type}" : $"{column.Name} {type} NOT NULL";
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private sealed class Cells(DuckDbAppender appender) : ICells
    {
        public void Text(string? value) => appender.Append(value);

        public void Whole(int? value) => _ = value is { } number ? appender.Append(number) : appender.AppendNull();

        public void Hundredths(int? value) => _ = value is { } number
            ? appender.Append(new decimal(Math.Abs(number), 0, 0, number < 0, 2))
            : appender.AppendNull();

        public void Day(DateOnly? value) => _ = value is { } day ? appender.Append(day) : appender.AppendNull();

        public void Moment(DateTime? value) => _ = value is { } moment ? appender.Append(moment) : appender.AppendNull();

        public void Flag(bool? value) => _ = value is { } truth ? appender.Append(truth) : appender.AppendNull();

        public void EndRow() => appender.EndRow();
    }
}
