using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using Npgsql;
using NpgsqlTypes;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>A literal as a parameter. A text goes without a type, as a literal in the text would, so that it meets a column of an enumeration or a UUID in that column's type.</summary>
internal static class PostgresArguments
{
    private const int MicrosecondsPerSecond = 1_000_000;

    /// <summary>The text in brackets, in which nothing but a SELECT has a meaning: no COPY to a file of the server, no SET.</summary>
    /// <param name="before">What is asked about it, such as EXPLAIN.</param>
    public static NpgsqlBatchCommand Select(string before, CompiledSql sql)
    {
        var command = new NpgsqlBatchCommand($"{before}(\n{sql.Text}\n)");
        foreach (var argument in sql.Arguments)
        {
            command.Parameters.Add(Parameter(argument));
        }

        return command;
    }

    private static NpgsqlParameter Parameter(SqlArgument argument) => argument.Value switch
    {
        SqlNull => new(argument.Name, NpgsqlDbType.Unknown) { Value = DBNull.Value },
        SqlBoolean { Value: var value } => new(argument.Name, NpgsqlDbType.Boolean) { Value = value },
        SqlNumber { Value: { Scale: 0 } value } when value is >= long.MinValue and <= long.MaxValue => new(argument.Name, NpgsqlDbType.Bigint) { Value = (long)value },
        SqlNumber { Value: var value } => new(argument.Name, NpgsqlDbType.Numeric) { Value = value },
        SqlText { Value: var value } => new(argument.Name, NpgsqlDbType.Unknown) { Value = value },
        SqlDate { Value: var value } => new(argument.Name, NpgsqlDbType.Date) { Value = value },
        SqlTimestamp { Value: var value } => new(argument.Name, NpgsqlDbType.Timestamp) { Value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified) },
        SqlInterval { Amount: var amount, Unit: var unit } => new(argument.Name, NpgsqlDbType.Interval) { Value = Interval(amount, unit) },
        _ => throw new ArgumentException($"The parameter '{argument.Name}' is a {argument.Value.GetType().Name}, which PostgreSQL has no value for."),
    };

    private static NpgsqlInterval Interval(long amount, SqlTimeUnit unit) => unit switch
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
