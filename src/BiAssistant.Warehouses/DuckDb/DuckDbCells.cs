using System.Numerics;
using BiAssistant.DuckDb;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>One column of a result: what its values become. Whole numbers of up to 128 bits are long where all fit, else exact decimals.</summary>
internal sealed class DuckDbCells(string warehouse, DuckDbColumn column)
{
    private bool wide;

    public object? Cell(DuckDbDataReader reader, int place)
    {
        if (reader.IsDBNull(place))
        {
            return null;
        }

        try
        {
            return reader.GetValue(place) switch
            {
                (bool or long or decimal or string or DateOnly or DateTime or TimeOnly) and var same => same,
                int value => (long)value,
                short value => (long)value,
                sbyte value => (long)value,
                byte value => (long)value,
                ushort value => (long)value,
                uint value => (long)value,
                ulong value => Whole(value),
                BigInteger value => Whole(value),
                double value => Cells.Finite(warehouse, column.Name, value),
                float value => Cells.Finite(warehouse, column.Name, Cells.Shortest(value)),
                DateTimeOffset value => value.DateTime,
                Guid value => value.ToString("D"),
                byte[] => throw Cells.Binary(warehouse, column.Name),
                _ => throw Cells.NoCell(warehouse, column.Name, column.TypeName),
            };
        }
        catch (Exception error) when (error is OverflowException || (error is InvalidCastException && column.Type == DuckDbType.Decimal))
        {
            throw Cells.TooWide(warehouse, column.Name);
        }
        catch (Exception error) when (error is InvalidCastException or NotSupportedException)
        {
            throw Cells.NoCell(warehouse, column.Name, column.TypeName);
        }
    }

    /// <summary>The column's type, now that all cells are known; cells of a column with a number too wide for long become decimals.</summary>
    public ResultColumn Finish(List<object?[]> rows, int place)
    {
        if (wide)
        {
            foreach (var row in rows)
            {
                row[place] = row[place] is long value ? (decimal)value : row[place];
            }
        }

        return new ResultColumn(column.Name, wide ? SqlType.Decimal(38, 0) : Type());
    }

    private object Whole(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            return long.CreateChecked(value);
        }

        wide = true;
        return decimal.CreateChecked(value);
    }

    private SqlType Type() => column.Type switch
    {
        DuckDbType.Boolean => SqlType.Boolean,
        DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt or DuckDbType.UTinyInt or DuckDbType.USmallInt
            or DuckDbType.UInteger or DuckDbType.UBigInt or DuckDbType.HugeInt or DuckDbType.UHugeInt => SqlType.BigInteger,
        DuckDbType.Decimal => SqlType.Decimal(column.Precision, column.Scale),
        DuckDbType.Float or DuckDbType.Double => SqlType.Double,
        DuckDbType.Varchar or DuckDbType.Enum or DuckDbType.Uuid or DuckDbType.Bit => SqlType.Text,
        DuckDbType.Date => SqlType.Date,
        DuckDbType.Time or DuckDbType.TimeNs => new SqlType(SqlTypeKind.Time),
        DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => SqlType.Timestamp,
        DuckDbType.TimestampTz => new SqlType(SqlTypeKind.TimestampTz),
        _ => SqlType.Unknown,
    };
}
