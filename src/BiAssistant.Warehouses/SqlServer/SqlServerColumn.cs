using System.Data.Common;
using System.Data.SqlTypes;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>One column of a result. An instant with a zone comes as the same instant in universal time.</summary>
internal sealed class SqlServerColumn(string warehouse, DbDataReader reader, int place) : ServerColumn(warehouse, reader, place)
{
    /// <summary>Digits that a decimal holds, whatever they are.</summary>
    private const int SafeDigits = 28;

    private readonly string type = reader.GetDataTypeName(place).ToLowerInvariant();

    private bool IsDecimal => type is "decimal" or "numeric" or "money" or "smallmoney";

    public override ResultColumn Finish(List<object?[]> rows) => IsDecimal
        ? Numbers(rows, whole: rows.TrueForAll(row => row[Place] is null or decimal { Scale: 0 }))
        : new ResultColumn(Name, Type());

    /// <summary>The server's exact numbers have up to 38 digits: they are taken as the server sends them, and lose digits only behind those of a quotient.</summary>
    protected override object Value() => IsDecimal && Reader.GetProviderSpecificValue(Place) is SqlDecimal exact ? Narrowed(exact) : Reader.GetValue(Place);

    protected override object? Cell(object value) => value switch
    {
        DateTime day when type == "date" => DateOnly.FromDateTime(day),
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        DateTimeOffset moment => DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified),
        DateOnly or TimeOnly => value,
        decimal number => number,
        _ => Plain(value) ?? throw Cells.NoCell(Warehouse, Name, type),
    };

    private decimal Narrowed(SqlDecimal exact)
    {
        var cut = Math.Clamp(Digits(exact) - SafeDigits, 0, exact.Scale);
        return Exact(SqlDecimal.AdjustScale(exact, -cut, fRound: true).Value, exact.Scale);
    }

    private static int Digits(SqlDecimal value) => value.ToString().Count(char.IsAsciiDigit);

    private SqlType Type() => type switch
    {
        "bit" => SqlType.Boolean,
        "tinyint" or "smallint" or "int" or "bigint" => SqlType.BigInteger,
        "float" or "real" => SqlType.Double,
        "date" => SqlType.Date,
        "datetime" or "datetime2" or "smalldatetime" => SqlType.Timestamp,
        "datetimeoffset" => new SqlType(SqlTypeKind.TimestampTz),
        "time" => new SqlType(SqlTypeKind.Time),
        "char" or "varchar" or "text" or "nchar" or "nvarchar" or "ntext" or "uniqueidentifier" or "xml" or "sysname" => SqlType.Text,
        _ => SqlType.Unknown,
    };
}
