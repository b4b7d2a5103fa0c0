using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>The portable type of a type of the server, by its name in the server's catalog.</summary>
internal static class PostgresTypes
{
    /// <summary>What the modifier of a sized type is more than its size.</summary>
    private const int HeaderBytes = 4;

    /// <param name="name">Such as int4 or bpchar; that of the base type for a domain.</param>
    /// <param name="modifier">Precision and scale, packed; -1 when there are none.</param>
    public static SqlType? Portable(string name, int modifier) => name switch
    {
        "bool" => SqlType.Boolean,
        "int2" or "int4" => SqlType.Integer,
        "int8" or "oid" => SqlType.BigInteger,
        "numeric" => modifier < HeaderBytes ? new SqlType(SqlTypeKind.Decimal) : SqlType.Decimal(((modifier - HeaderBytes) >> 16) & 0xffff, (modifier - HeaderBytes) & 0x7ff),
        "float4" or "float8" => SqlType.Double,
        "text" or "varchar" or "bpchar" or "char" or "name" or "uuid" or "citext" => SqlType.Text,
        "date" => SqlType.Date,
        "time" => new SqlType(SqlTypeKind.Time),
        "timestamp" => SqlType.Timestamp,
        "timestamptz" => new SqlType(SqlTypeKind.TimestampTz),
        "interval" => new SqlType(SqlTypeKind.Interval),
        "bytea" => new SqlType(SqlTypeKind.Binary),
        _ => null,
    };
}
