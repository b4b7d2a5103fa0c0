using System.Data.Common;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>One column of a result of a server: what its values become. An engine says what differs.</summary>
internal abstract class ServerColumn(string warehouse, DbDataReader reader, int place)
{
    private const int WidestPrecision = 38;

    /// <summary>A quotient of the dialects that round has so many digits at least; what is cut behind them was never exact.</summary>
    private const int DigitsOfQuotients = 9;

    protected string Warehouse => warehouse;

    protected string Name { get; } = reader.GetName(place);

    protected int Place => place;

    protected DbDataReader Reader => reader;

    public object? Cell()
    {
        try
        {
            return reader.IsDBNull(place) ? null : Cell(Value());
        }
        catch (OverflowException)
        {
            throw Cells.TooWide(warehouse, Name);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or ArgumentException || (error is not DbException && error.GetType().Assembly == reader.GetType().Assembly))
        {
            // The last is a driver's own kind of error for a value that it cannot give.
            throw Cells.NoCell(warehouse, Name, reader.GetDataTypeName(place));
        }
    }

    /// <summary>The column's type, now that all cells are known; may give the cells another form.</summary>
    public abstract ResultColumn Finish(List<object?[]> rows);

    protected abstract object? Cell(object value);

    /// <summary>The value that the driver gives, where there is one.</summary>
    protected virtual object Value() => reader.GetValue(place);

    /// <summary>Values whose form does not hang on the engine; null for others.</summary>
    protected object? Plain(object value) => value switch
    {
        bool or long or string => value,
        sbyte or byte or short or ushort or int or uint => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        ulong number => number <= long.MaxValue ? (object)(long)number : (decimal)number,
        float number => Cells.Finite(warehouse, Name, Cells.Shortest(number)),
        double number => Cells.Finite(warehouse, Name, number),
        Guid id => id.ToString("D"),
        byte[] => throw Cells.Binary(warehouse, Name),
        TimeSpan time => time >= TimeSpan.Zero && time < TimeSpan.FromDays(1) ? TimeOnly.FromTimeSpan(time) : throw Cells.NoCell(warehouse, Name, "TIME outside one day"),
        _ => null,
    };

    /// <summary>An exact number that the driver cut to the digits that a decimal holds: what is lost may only lie behind those of a quotient.</summary>
    /// <param name="scale">The digits behind the point that the server sent.</param>
    protected decimal Exact(decimal value, int scale) => value.Scale >= Math.Min(scale, DigitsOfQuotients) ? value : throw Cells.TooWide(warehouse, Name);

    /// <summary>Exact numbers without digits behind the point are whole ones, as a sum of integers is, where all fit.</summary>
    protected ResultColumn Numbers(List<object?[]> rows, bool whole)
    {
        var decimals = rows.Select(row => row[place]).OfType<decimal>().ToList();
        if (whole && decimals.TrueForAll(value => value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue))
        {
            Each(rows, cell => cell is decimal value ? (long)value : cell);
            return new ResultColumn(Name, SqlType.BigInteger);
        }

        Each(rows, cell => cell is long value ? (decimal)value : cell);
        return new ResultColumn(Name, SqlType.Decimal(WidestPrecision, decimals.Select(value => (int)value.Scale).DefaultIfEmpty().Max()));
    }

    protected void Each(List<object?[]> rows, Func<object?, object?> change)
    {
        foreach (var row in rows)
        {
            row[place] = change(row[place]);
        }
    }
}
