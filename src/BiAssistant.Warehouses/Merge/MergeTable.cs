using System.Globalization;
using BiAssistant.DuckDb;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.Merge;

/// <summary>Loads rows into a table of the engine in memory, each column in its own type.</summary>
internal static class MergeTable
{
    private const string Approximate = "DOUBLE";
    private const int RowsBetweenChecks = 1_000;
    private const int MostDigits = 38;
    private const int FewestDigits = 18;

    /// <summary>A product of two numbers with more digits behind the point would have more than there are.</summary>
    private const int MostBehindPoint = 18;

    public static void Load(DuckDbConnection connection, NamedResult input, CancellationToken stop)
    {
        var columns = input.Rows.Columns;
        var types = columns.Select((_, place) => TypeOf(input, place)).ToArray();
        var untyped = columns.Where((column, place) => IsUntyped(input.Rows, place)).ToArray();
        var table = untyped.Length == 0 ? input.Name : input.Name + " (rows)";
        Execute(connection, $"CREATE TABLE {Quote(table)} ({string.Join(", ", columns.Select((column, place) => $"{Quote(column.Name)} {types[place]}"))})");
        if (untyped.Length > 0)
        {
            // A column without a value or a type fits whatever it is compared with, which no type of a table does.
            Execute(connection, $"CREATE VIEW {Quote(input.Name)} AS SELECT * REPLACE ({string.Join(", ", untyped.Select(column => $"NULL AS {Quote(column.Name)}"))}) FROM {Quote(table)}");
        }

        using var appender = connection.CreateAppender(table);
        var count = 0;
        foreach (var row in input.Rows.Rows)
        {
            if (count++ % RowsBetweenChecks == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            for (var place = 0; place < row.Count; place++)
            {
                appender.AppendValue(row[place] is decimal number && types[place] == Approximate ? (double)number : row[place]);
            }

            appender.EndRow();
        }

        appender.Complete();
    }

    private static bool IsUntyped(ResultTable rows, int place) =>
        rows.Columns[place].Type.Kind == SqlTypeKind.Unknown && rows.Rows.All(row => row[place] is null);

    private static string TypeOf(NamedResult input, int place) => input.Rows.Columns[place].Type.Kind switch
    {
        SqlTypeKind.Boolean => "BOOLEAN",
        SqlTypeKind.Integer or SqlTypeKind.BigInteger => "BIGINT",
        SqlTypeKind.Decimal => DecimalOf(input, place),
        SqlTypeKind.Double => Approximate,
        SqlTypeKind.Text => "VARCHAR",
        SqlTypeKind.Date => "DATE",
        SqlTypeKind.Time => "TIME",
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz => "TIMESTAMP",
        _ => OfCells(input, place),
    };

    private static string OfCells(NamedResult input, int place) => input.Rows.Rows.Select(row => row[place]).FirstOrDefault(cell => cell is not null) switch
    {
        null => "BOOLEAN",
        bool => "BOOLEAN",
        long => "BIGINT",
        decimal => DecimalOf(input, place),
        double => Approximate,
        DateOnly => "DATE",
        DateTime => "TIMESTAMP",
        TimeOnly => "TIME",
        _ => "VARCHAR",
    };

    /// <summary>
    /// As many digits after the point as the column says or its values have, and as many before it as its values need: where numbers of two columns stand for one another, the engine has room for the
    /// digits of both, and rounds none. A quotient of which an engine keeps so many digits that nothing could be multiplied with it is as approximate as the merge's own quotients are.
    /// </summary>
    private static string DecimalOf(NamedResult input, int place)
    {
        var scale = 0;
        var before = 1;
        foreach (var value in input.Rows.Rows.Select(row => row[place]).OfType<decimal>())
        {
            scale = Math.Max(scale, value.Scale);
            before = Math.Max(before, decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length);
        }

        if (scale + before > MostDigits)
        {
            throw Cells.TooWide(MergeEngine.Name, input.Rows.Columns[place].Name);
        }

        if (scale > MostBehindPoint)
        {
            return Approximate;
        }

        var behind = Math.Max(scale, Math.Min(input.Rows.Columns[place].Type.Scale ?? 0, MostDigits - before));
        return string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Math.Max(FewestDigits, before + behind)},{behind})");
    }

    private static void Execute(DuckDbConnection connection, string sql)
    {
        using var command = connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
