using BiAssistant.DemoCompany.Files;
using Npgsql;
using NpgsqlTypes;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company's tables, written into a PostgreSQL database as binary copies.</summary>
internal sealed class PostgresTables(NpgsqlConnection connection) : ITableFile
{
    private readonly HashSet<string> made = [];

    public void Append(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            if (made.Add(table.Name))
            {
                using var command = new NpgsqlCommand($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Declaration))})", connection);
                command.ExecuteNonQuery();
            }

            using var importer = connection.BeginBinaryImport($"COPY {table.Name} FROM STDIN (FORMAT BINARY)");
            table.WriteTo(new Cells(importer));
            importer.Complete();
        }
    }

    public void Complete()
    {
        // Every copy is whole by itself.
    }

    public void Dispose() => connection.Dispose();

    private static string Declaration(Column column)
    {
        var type = column.Kind switch
        {
            ColumnKind.Text => "text",
            ColumnKind.Whole => "integer",
            ColumnKind.Money => "numeric(12, 2)",
            ColumnKind.Number => "numeric(9, 2)",
            ColumnKind.Day => "date",
            ColumnKind.Moment => "timestamp",
            ColumnKind.Flag => "boolean",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No PostgreSQL type for this kind of column."),
        };
        return column.Nullable ? $"{column.Name} {type}" : $"{column.Name} {type} NOT NULL";
    }

    private sealed class Cells(NpgsqlBinaryImporter importer) : ICells
    {
        private bool inRow;

        public void Text(string? value) => Write(value, NpgsqlDbType.Text);

        public void Whole(int? value) => Write(value, NpgsqlDbType.Integer);

        public void Hundredths(int? value) => Write(value / 100m, NpgsqlDbType.Numeric);

        public void Day(DateOnly? value) => Write(value, NpgsqlDbType.Date);

        public void Moment(DateTime? value) => Write(value, NpgsqlDbType.Timestamp);

        public void Flag(bool? value) => Write(value, NpgsqlDbType.Boolean);

        public void EndRow() => inRow = false;

        private void Write<T>(T value, NpgsqlDbType type)
        {
            if (!inRow)
            {
                importer.StartRow();
                inRow = true;
            }

            if (value is null)
            {
                importer.WriteNull();
            }
            else
            {
                importer.Write<object>(value, type);
            }
        }
    }
}
