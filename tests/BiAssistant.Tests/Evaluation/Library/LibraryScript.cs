using System.Globalization;
using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>The world's tables as statements that every engine takes.</summary>
internal static class LibraryScript
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["fee"] = "DECIMAL(9, 2)",
        ["price"] = "DECIMAL(9, 2)",
        ["amount"] = "DECIMAL(9, 2)",
        ["loaned_on"] = "DATE",
        ["returned_on"] = "DATE",
        ["counted_on"] = "DATE",
        ["from_day"] = "DATE",
        ["to_day"] = "DATE",
        ["month"] = "DATE",
        ["entered_at"] = "TIMESTAMP",
        ["region"] = "VARCHAR",
        ["tier"] = "VARCHAR",
        ["genre"] = "VARCHAR",
        ["status"] = "VARCHAR",
    };

    public static string Of(LibraryWorld world) => string.Concat(world.Tables.Select(table =>
        $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(column => $"{column} {TypeOf(column)}"))});\n" +
        $"INSERT INTO {table.Name} VALUES {string.Join(",\n  ", table.Stored.Select(row => $"({string.Join(", ", table.Columns.Select(column => Written(column, row)))})"))};\n"));

    private static string TypeOf(string column) => Types.GetValueOrDefault(column, "INTEGER");

    private static string Written(string column, Row row) => row[column] switch
    {
        null => "NULL",
        DateTime time => string.Create(CultureInfo.InvariantCulture, $"'{(TypeOf(column) == "DATE" ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))}'"),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        var text => $"'{text}'",
    };
}
