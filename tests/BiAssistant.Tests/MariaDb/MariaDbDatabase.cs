using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;
using MySql.Data.MySqlClient;

namespace BiAssistant.Tests.MariaDb;

/// <summary>One database of the test server.</summary>
public sealed class MariaDbDatabase(MySqlConnectionStringBuilder place)
{
    public async Task ExecuteAsync(string script)
    {
        await using var session = await OpenAsync();
        await using var command = new MySqlCommand(script, session);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of one statement; values travel apart from the text, each in the type it has.</summary>
    public async Task<ResultTable> QueryAsync(CompiledSql sql)
    {
        await using var session = await OpenAsync();
        await using var command = new MySqlCommand(sql.Text, session);
        foreach (var argument in sql.Arguments)
        {
            command.Parameters.Add(Parameter(argument));
        }

        await command.PrepareAsync();
        await using var reader = (MySqlDataReader)await command.ExecuteReaderAsync();
        var places = Enumerable.Range(0, reader.FieldCount).ToList();
        var rows = new List<Seq<object?>>();
        while (await reader.ReadAsync())
        {
            rows.Add(places.Select(column => Cell(reader, column)).ToSeq());
        }

        return new ResultTable(places.Select(column => new ResultColumn(reader.GetName(column), SqlType.Unknown)).ToSeq(), rows.ToSeq(), Truncated: false);
    }

    private async Task<MySqlConnection> OpenAsync()
    {
        var session = new MySqlConnection(place.ConnectionString);
        await session.OpenAsync();
        await using var settings = new MySqlCommand(MariaDbSession.Settings, session);
        await settings.ExecuteNonQueryAsync();
        return session;
    }

    private static MySqlParameter Parameter(SqlArgument argument) => argument.Value switch
    {
        SqlNull => new(argument.Name, DBNull.Value),
        SqlBoolean { Value: var value } => new(argument.Name, MySqlDbType.Int64) { Value = value ? 1L : 0L },
        SqlNumber { Value: { Scale: 0 } value } when value is >= long.MinValue and <= long.MaxValue => new(argument.Name, MySqlDbType.Int64) { Value = (long)value },
        SqlNumber { Value: var value } => new(argument.Name, MySqlDbType.NewDecimal) { Value = value },
        SqlText { Value: var value } => new(argument.Name, MySqlDbType.VarChar) { Value = value },
        // The driver has no value for a day alone.
        SqlDate { Value: var value } => new(argument.Name, MySqlDbType.Date) { Value = value.ToDateTime(TimeOnly.MinValue) },
        SqlTimestamp { Value: var value } => new(argument.Name, MySqlDbType.DateTime) { Value = value },
        _ => throw new ArgumentException($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which MariaDB has no value for."),
    };

    private static object? Cell(MySqlDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return reader.GetDataTypeName(column) switch
        {
            "DATE" => DateOnly.FromDateTime(reader.GetDateTime(column)),
            "TIME" => TimeOnly.FromTimeSpan(reader.GetTimeSpan(column)),
            // Up to 65 digits, of which those behind the point beyond the 28th are rounded away.
            "DECIMAL" => decimal.Parse(reader.GetMySqlDecimal(column).ToString(), NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => reader.GetValue(column) switch
            {
                byte[] text => System.Text.Encoding.UTF8.GetString(text),
                var value and (bool or double or string or DateTime) => value,
                var whole => Convert.ToInt64(whole, CultureInfo.InvariantCulture),
            },
        };
    }
}
