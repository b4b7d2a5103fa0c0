using System.Text;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.MySql;

/// <summary>The portable type of a column by the server's words for it.</summary>
internal static class MySqlTypes
{
    /// <param name="name">Such as int or varchar.</param>
    /// <param name="declared">The whole declaration, such as <c>tinyint(1) unsigned</c> or <c>enum('a','b')</c>.</param>
    public static SqlType? Portable(string name, string declared, int? precision, int? scale)
    {
        var unsigned = declared.Contains("unsigned", StringComparison.OrdinalIgnoreCase);
        return name.ToLowerInvariant() switch
        {
            "tinyint" when declared.StartsWith("tinyint(1)", StringComparison.OrdinalIgnoreCase) && !unsigned => SqlType.Boolean,
            "bit" when declared.Equals("bit(1)", StringComparison.OrdinalIgnoreCase) => SqlType.Boolean,
            "tinyint" or "smallint" or "mediumint" or "year" => SqlType.Integer,
            "int" or "integer" => unsigned ? SqlType.BigInteger : SqlType.Integer,
            "bigint" => unsigned ? SqlType.Decimal(20, 0) : SqlType.BigInteger,
            "bit" => SqlType.BigInteger,
            "decimal" or "numeric" => SqlType.Decimal(precision ?? 10, scale ?? 0),
            "float" or "double" or "real" => SqlType.Double,
            "char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext" or "enum" or "set" or "uuid" or "inet4" or "inet6" => SqlType.Text,
            "date" => SqlType.Date,
            "datetime" => SqlType.Timestamp,
            "timestamp" => new SqlType(SqlTypeKind.TimestampTz),
            "time" => new SqlType(SqlTypeKind.Time),
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" => new SqlType(SqlTypeKind.Binary),
            _ => null,
        };
    }

    /// <summary>The values of <c>enum('a','it''s')</c>, in their order; none for other types.</summary>
    public static Seq<string> Values(string declared)
    {
        if (!declared.StartsWith("enum(", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var values = new List<string>();
        var value = new StringBuilder();
        var within = false;
        for (var i = "enum(".Length; i < declared.Length; i++)
        {
            if (declared[i] != '\'')
            {
                value.Append(within ? declared[i] : "");
            }
            else if (within && i + 1 < declared.Length && declared[i + 1] == '\'')
            {
                value.Append(declared[i++]);
            }
            else
            {
                within = !within;
                if (!within)
                {
                    values.Add(value.ToString());
                    value.Clear();
                }
            }
        }

        return values.ToSeq();
    }
}
