using BiAssistant.Sql.Tree;
using Npgsql;
using Npgsql.PostgresTypes;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>One column of a result: what its values become. A numeric without a declared scale whose values are all whole, as a sum of integers is, becomes whole numbers.</summary>
internal sealed class PostgresCells(string warehouse, NpgsqlDataReader reader, int place)
{
    private const int WidestPrecision = 38;

    private readonly string name = reader.GetName(place);
    private readonly PostgresType type = reader.GetPostgresType(place);
    private readonly string declared = reader.GetDataTypeName(place);

    private bool HasScale => declared.Contains('(', StringComparison.Ordinal);

    public object? Cell()
    {
        if (reader.IsDBNull(place))
        {
            return null;
        }

        try
        {
            return type.Name switch
            {
                "boolean" => reader.GetBoolean(place),
                "smallint" or "integer" or "bigint" => reader.GetInt64(place),
                "oid" => (long)reader.GetFieldValue<uint>(place),
                "numeric" => Number(),
                "money" => reader.GetDecimal(place),
                "real" => Cells.Finite(warehouse, name, Cells.Shortest(reader.GetFloat(place))),
                "double precision" => Cells.Finite(warehouse, name, reader.GetDouble(place)),
                "date" => reader.GetFieldValue<DateOnly>(place) is var day && (day == DateOnly.MinValue || day == DateOnly.MaxValue) && IsEndless() ? throw Cells.NoCell(warehouse, name, declared) : day,
                "time without time zone" => reader.GetFieldValue<TimeOnly>(place),
                "timestamp without time zone" or "timestamp with time zone" => Moment(),
                "uuid" => reader.GetGuid(place).ToString("D"),
                "character" => reader.GetString(place).TrimEnd(' '),
                "bytea" => throw Cells.Binary(warehouse, name),
                _ when IsText => reader.GetString(place),
                _ => throw Cells.NoCell(warehouse, name, declared),
            };
        }
        catch (OverflowException)
        {
            throw Cells.TooWide(warehouse, name);
        }
        catch (Exception error) when (error is InvalidCastException or ArgumentOutOfRangeException)
        {
            // The second is what the driver says of a day before the first year or after the last that there is here.
            throw Cells.NoCell(warehouse, name, declared);
        }
    }

    public ResultColumn Finish(List<object?[]> rows)
    {
        if (type.Name is not "numeric" || HasScale)
        {
            return new ResultColumn(name, Type(rows));
        }

        var numbers = rows.Select(row => row[place]).OfType<decimal>();
        if (!numbers.Any() || !numbers.All(value => value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue))
        {
            return new ResultColumn(name, Type(rows));
        }

        foreach (var row in rows)
        {
            row[place] = row[place] is decimal value ? (long)value : null;
        }

        return new ResultColumn(name, SqlType.BigInteger);
    }

    private DateTime Moment()
    {
        var moment = DateTime.SpecifyKind(reader.GetDateTime(place), DateTimeKind.Unspecified);
        return (moment == DateTime.MinValue || moment == DateTime.MaxValue) && IsEndless() ? throw Cells.NoCell(warehouse, name, declared) : moment;
    }

    /// <summary>The driver gives the first and the last day for the infinities, which the server's own bytes tell from these: all bits set but the sign's, or the sign's alone.</summary>
    private bool IsEndless()
    {
        using var bytes = reader.GetStream(place);
        return bytes.ReadByte() is var first && first is 0x7F or 0x80 && Enumerable.Range(1, (int)bytes.Length - 1).All(_ => bytes.ReadByte() == (first == 0x7F ? 0xFF : 0x00));
    }

    private decimal Number()
    {
        try
        {
            return reader.GetDecimal(place);
        }
        catch (OverflowException) when (!HasScale)
        {
            return PostgresNumeric.Rounded(reader, place);
        }
    }

    private bool IsText => type is PostgresEnumType || type.Name is "text" or "character varying" or "name" or "citext" or "json" or "jsonb" or "xml" or "\"char\"" or "unknown" or "inet" or "cidr";

    private SqlType Type(List<object?[]> rows) => type.Name switch
    {
        "boolean" => SqlType.Boolean,
        "smallint" or "integer" or "bigint" or "oid" => SqlType.BigInteger,
        "numeric" or "money" => SqlType.Decimal(WidestPrecision, rows.Select(row => row[place]).OfType<decimal>().Select(value => (int)value.Scale).DefaultIfEmpty().Max()),
        "real" or "double precision" => SqlType.Double,
        "date" => SqlType.Date,
        "time without time zone" => new SqlType(SqlTypeKind.Time),
        "timestamp without time zone" => SqlType.Timestamp,
        "timestamp with time zone" => new SqlType(SqlTypeKind.TimestampTz),
        "character" or "uuid" => SqlType.Text,
        _ => IsText ? SqlType.Text : SqlType.Unknown,
    };
}
