using System.Globalization;
using System.Text;

namespace BiAssistant.Tests.Carrier.Data;

/// <summary>The carrier's tables as a script of one engine; SQLite keeps days, moments and truth values as texts and numbers.</summary>
internal static class CarrierScript
{
    private const int RowsAtOnce = 400;

    public static string For(string engine, IEnumerable<CarrierTable> tables)
    {
        var script = new StringBuilder("BEGIN;\n");
        foreach (var table in tables)
        {
            script.Append(CultureInfo.InvariantCulture, $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(c => $"{c.Name} {Type(engine, c.Kind)}"))});\n");
            foreach (var rows in table.Rows.Chunk(RowsAtOnce))
            {
                script.Append(CultureInfo.InvariantCulture, $"INSERT INTO {table.Name} VALUES\n{string.Join(",\n", rows.Select(r => $"({string.Join(", ", r.Select(v => Literal(engine, v)))})"))};\n");
            }
        }

        return script.Append("COMMIT;\n").ToString();
    }

    private static string Type(string engine, CarrierColumnKind kind) => kind switch
    {
        CarrierColumnKind.Text => engine == "sqlite" ? "TEXT" : "VARCHAR(60)",
        CarrierColumnKind.Whole => engine == "sqlite" ? "INTEGER" : "BIGINT",
        CarrierColumnKind.Exact => engine == "sqlite" ? "REAL" : "DECIMAL(14, 4)",
        CarrierColumnKind.Day => "DATE",
        CarrierColumnKind.Moment => "TIMESTAMP",
        CarrierColumnKind.Instant => engine == "sqlite" ? "TEXT" : "TIMESTAMP WITH TIME ZONE",
        CarrierColumnKind.Flag => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Literal(string engine, object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => engine == "sqlite" ? flag ? "1" : "0" : flag ? "TRUE" : "FALSE",
        DateOnly day => $"'{day:yyyy-MM-dd}'",
        DateTime moment => $"'{moment:yyyy-MM-dd HH:mm:ss}'",
        DateTimeOffset instant => engine == "sqlite" ? $"'{instant.UtcDateTime:yyyy-MM-dd HH:mm:ss}'" : $"'{instant.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
