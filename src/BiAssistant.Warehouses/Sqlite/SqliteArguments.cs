using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>Puts a text and its values into a command. SQLite knows integers, reals and texts: a whole number goes as an integer, another as a real, a date as ISO text.</summary>
internal static class SqliteArguments
{
    private static readonly TimeSpan LongestWaitForLock = TimeSpan.FromSeconds(5);

    public static SqliteCommand Command(SqliteConnection connection, string text, Seq<SqlArgument> arguments, TimeSpan timeout)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = Math.Max(1, (int)Math.Min(timeout.TotalSeconds, LongestWaitForLock.TotalSeconds));
        foreach (var argument in arguments)
        {
            command.Parameters.AddWithValue(argument.Name, Value(argument));
        }

        return command;
    }

    private static object Value(SqlArgument argument) => argument.Value switch
    {
        SqlNull => DBNull.Value,
        SqlBoolean { Value: var value } => value ? 1L : 0L,
        SqlNumber { Value: { Scale: 0 } value } when value is >= long.MinValue and <= long.MaxValue => (long)value,
        SqlNumber { Value: var value } => (double)value,
        SqlText { Value: var value } => value,
        SqlDate { Value: var value } => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SqlTimestamp { Value: var value } => value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which SQLite has no value for."),
    };
}
