using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>The portable type of a column by the server's name of its type.</summary>
internal static class SqlServerTypes
{
    public static SqlType? Portable(string name, int precision, int scale) => name switch
    {
        "bit" => SqlType.Boolean,
        "tinyint" or "smallint" or "int" => SqlType.Integer,
        "bigint" => SqlType.BigInteger,
        "decimal" or "numeric" => SqlType.Decimal(precision, scale),
        "money" => SqlType.Decimal(19, 4),
        "smallmoney" => SqlType.Decimal(10, 4),
        "float" or "real" => SqlType.Double,
        "char" or "varchar" or "text" or "nchar" or "nvarchar" or "ntext" or "uniqueidentifier" or "sysname" => SqlType.Text,
        "date" => SqlType.Date,
        "datetime" or "datetime2" or "smalldatetime" => SqlType.Timestamp,
        "datetimeoffset" => new SqlType(SqlTypeKind.TimestampTz),
        "time" => new SqlType(SqlTypeKind.Time),
        "binary" or "varbinary" or "image" or "timestamp" or "rowversion" => new SqlType(SqlTypeKind.Binary),
        _ => null,
    };
}
