using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Names of types that most engines share; a name that is not known is refused.</summary>
internal static class SqlTypeNames
{
    public static SqlType? Find(string name, int? precision, int? scale)
    {
        var found = Named(name, precision, scale);
        var takesSizes = found?.Kind is SqlTypeKind.Decimal || (found?.Kind is SqlTypeKind.Text && scale is null);
        return precision is null || (precision >= 0 && takesSizes) ? found : null;
    }

    private static SqlType? Named(string name, int? precision, int? scale) => name switch
    {
        "BOOLEAN" or "BOOL" => SqlType.Boolean,
        "INTEGER" or "INT" or "SMALLINT" => SqlType.Integer,
        "BIGINT" => SqlType.BigInteger,
        "DECIMAL" or "NUMERIC" => new SqlType(SqlTypeKind.Decimal, precision, precision is null ? null : scale ?? 0),
        "DOUBLE" or "DOUBLE PRECISION" or "FLOAT" or "REAL" => SqlType.Double,
        "TEXT" or "VARCHAR" or "CHAR" or "CHARACTER" or "CHARACTER VARYING" or "CHAR VARYING" or "STRING" => new SqlType(SqlTypeKind.Text, precision),
        "DATE" => SqlType.Date,
        "TIME" => new SqlType(SqlTypeKind.Time),
        "TIMESTAMP" or "TIMESTAMP WITHOUT TIME ZONE" => SqlType.Timestamp,
        "TIMESTAMPTZ" or "TIMESTAMP WITH TIME ZONE" => new SqlType(SqlTypeKind.TimestampTz),
        "INTERVAL" => new SqlType(SqlTypeKind.Interval),
        "BLOB" or "BYTEA" or "BINARY" or "VARBINARY" => new SqlType(SqlTypeKind.Binary),
        _ => null,
    };
}
