using System.Collections.ObjectModel;
using System.Data.Common;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.MySql;

/// <summary>
/// One column of a result. TINYINT(1) and BIT(1) are truth where they hold nothing but 0 and 1, and numbers where they hold more. The zero day, which is no day, is null.
/// </summary>
internal sealed class MySqlColumn(string warehouse, DbDataReader reader, int place, Lazy<ReadOnlyCollection<DbColumn>> described) : ServerColumn(warehouse, reader, place)
{
    private readonly string type = reader.GetDataTypeName(place).ToUpperInvariant();

    /// <summary>Drivers describe columns only while there are rows to come.</summary>
    private readonly DbColumn? column = IsDescribed(reader.GetDataTypeName(place).ToUpperInvariant()) ? described.Value[place] : null;

    public static Func<DbDataReader, int, ServerColumn> Of(string warehouse)
    {
        Lazy<ReadOnlyCollection<DbColumn>>? described = null;
        return (reader, place) => new MySqlColumn(warehouse, reader, place, described ??= new(() => reader.GetColumnSchema()));
    }

    private bool IsDay => type is "DATE" or "NEWDATE";

    private bool IsFlag => !IsDecimal(type) && column?.ColumnSize == 1;

    private int Scale => column?.NumericScale ?? 0;

    public override ResultColumn Finish(List<object?[]> rows)
    {
        if (IsDecimal(type))
        {
            return Numbers(rows, whole: Scale == 0);
        }

        if (IsFlag && rows.TrueForAll(row => row[Place] is null or 0L or 1L))
        {
            Each(rows, cell => cell is long flag ? flag == 1 : cell);
            return new ResultColumn(Name, SqlType.Boolean);
        }

        return rows.Exists(row => row[Place] is decimal) ? Numbers(rows, whole: true) : new ResultColumn(Name, Type());
    }

    protected override object? Cell(object value) => value switch
    {
        DateTime { Ticks: 0 } => null,
        DateTime moment when IsDay => DateOnly.FromDateTime(moment),
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        DateOnly day => day,
        decimal number => Exact(number, Scale),
        byte[] when type.StartsWith("GEOM", StringComparison.Ordinal) => throw Cells.NoCell(Warehouse, Name, "GEOMETRY"),
        _ => Plain(value) ?? throw Cells.NoCell(Warehouse, Name, type),
    };

    private static bool IsDecimal(string type) => type.Contains("DECIMAL", StringComparison.Ordinal);

    private static bool IsDescribed(string type) =>
        IsDecimal(type) || type == "BOOL" || type.StartsWith("TINYINT", StringComparison.Ordinal) || type.StartsWith("BIT", StringComparison.Ordinal);

    private SqlType Type() => type switch
    {
        "DATE" or "NEWDATE" => SqlType.Date,
        "DATETIME" => SqlType.Timestamp,
        "TIMESTAMP" => new SqlType(SqlTypeKind.TimestampTz),
        "TIME" => new SqlType(SqlTypeKind.Time),
        "FLOAT" or "DOUBLE" => SqlType.Double,
        "YEAR" => SqlType.BigInteger,
        _ when type.Contains("INT", StringComparison.Ordinal) || type.StartsWith("BIT", StringComparison.Ordinal) => SqlType.BigInteger,
        _ when type.Contains("CHAR", StringComparison.Ordinal) || type.Contains("TEXT", StringComparison.Ordinal) || type is "ENUM" or "SET" or "JSON" => SqlType.Text,
        _ => SqlType.Unknown,
    };
}
