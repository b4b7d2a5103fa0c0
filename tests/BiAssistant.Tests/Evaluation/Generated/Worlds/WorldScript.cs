using System.Globalization;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A world's tables as SQL that every engine takes.</summary>
internal static class WorldScript
{
    public static string Of(World world) => string.Join('\n', world.Things.SelectMany(thing => Statements(world, thing)));

    /// <summary>The tables that one of the two warehouses has; a statement at least.</summary>
    public static string Of(World world, bool elsewhere) =>
        string.Join('\n', world.Things.Where(thing => world.Elsewhere.Contains(thing.Name) == elsewhere).SelectMany(thing => Statements(world, thing)).DefaultIfEmpty("SELECT 1;"));

    private static IEnumerable<string> Statements(World world, Thing thing)
    {
        yield return $"CREATE TABLE {thing.Name} ({string.Join(", ", thing.Columns.Select(column => $"{column.Name} {TypeOf(column.Kind)}"))});";
        var rows = world.Rows[thing.Name];
        if (rows.Count > 0)
        {
            yield return $"INSERT INTO {thing.Name} VALUES\n  {string.Join(",\n  ", rows.Select(row => $"({string.Join(", ", thing.Columns.Select(column => Value(row[column.Name], column.Kind)))})"))};";
        }
    }

    private static string TypeOf(Kind kind) => kind switch
    {
        Kind.Whole => "INTEGER",
        Kind.Decimal => "DECIMAL(14, 3)",
        Kind.Text => "VARCHAR",
        Kind.Date => "DATE",
        Kind.Timestamp => "TIMESTAMP",
        _ => "BOOLEAN",
    };

    private static string Value(object? value, Kind kind) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime time => $"'{time.ToString(kind == Kind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}'",
        _ => ((decimal)value).ToString(CultureInfo.InvariantCulture),
    };
}
