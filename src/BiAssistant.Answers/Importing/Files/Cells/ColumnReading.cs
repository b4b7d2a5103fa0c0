using System.Buffers;
using System.Globalization;
using System.Text;
using BiAssistant.DuckDb;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>How the cells of a column become values of its type; every cell was seen to be one, so that nothing is lost.</summary>
internal abstract record ColumnReading
{
    private protected ColumnReading()
    {
    }

    /// <summary>The engine's words for the type.</summary>
    public abstract string Type { get; }

    /// <summary>The exact number that a cell is; null where it is none.</summary>
    public virtual decimal? Number(ReadOnlySpan<char> cell) => null;

    /// <summary>Puts a cell's value into the row; false where it is no value of the type, which means that the file has changed since it was looked at.</summary>
    public bool TryAppend(DuckDbAppender row, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
        {
            row.AppendNull();
            return true;
        }

        if (this is TextReading)
        {
            return TryAppendValue(row, cell);
        }

        var value = cell.Trim();
        if (value.IsEmpty || NullWords.Contains(value))
        {
            row.AppendNull();
            return true;
        }

        return TryAppendValue(row, value);
    }

    private protected abstract bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value);
}

/// <summary>Letters as they stand in the file.</summary>
internal sealed record TextReading : ColumnReading
{
    private const int Short = 512;

    public override string Type => "VARCHAR";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= Short)
        {
            Span<byte> few = stackalloc byte[Short];
            row.Append(few[..Encoding.UTF8.GetBytes(value, few)]);
            return true;
        }

        var many = ArrayPool<byte>.Shared.Rent(most);
        row.Append(many.AsSpan(0, Encoding.UTF8.GetBytes(value, many)));
        ArrayPool<byte>.Shared.Return(many);
        return true;
    }
}

/// <summary>Whole numbers and exact decimals.</summary>
/// <param name="Mark">The decimal mark that they are written with.</param>
/// <param name="Width">How many digits the longest needs.</param>
internal sealed record NumberReading(char Mark, int Width, int Scale) : ColumnReading
{
    private const int MostCharacters = 64;

    /// <summary>A whole number of so many digits fits 64 bits.</summary>
    public const int WidestWhole = 18;

    /// <summary>So many digits fit <see cref="decimal"/> in every case.</summary>
    public const int Widest = 28;

    public override string Type => Scale == 0 ? "BIGINT" : string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Math.Max(Width, WidestWhole)},{Scale})");

    public override decimal? Number(ReadOnlySpan<char> cell)
    {
        Span<char> digits = stackalloc char[MostCharacters];
        var value = cell.Trim();
        return value.Length <= MostCharacters && NumberShape.TryRead(value, out var shape) && shape.TryDigits(Mark, digits, out var number)
            && !number.LeadingZero && number.Whole <= Width - Scale && number.Scale + (shape.Unit == NumberShape.Percent ? 2 : 0) <= Scale
            ? shape.Value(digits[..number.Length], number.Scale)
            : null;
    }

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (Number(value) is not { } exact)
        {
            return false;
        }

        if (Scale == 0)
        {
            row.Append((long)exact);
        }
        else
        {
            row.Append(exact);
        }

        return true;
    }
}

/// <summary>Numbers of which some have an exponent.</summary>
internal sealed record DoubleReading : ColumnReading
{
    public override string Type => "DOUBLE";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!Exponential.TryValue(value, out var number))
        {
            return false;
        }

        row.Append(number);
        return true;
    }
}

/// <summary>true and false.</summary>
internal sealed record TruthReading : ColumnReading
{
    public override string Type => "BOOLEAN";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!bool.TryParse(value, out var truth))
        {
            return false;
        }

        row.Append(truth);
        return true;
    }
}

/// <summary>Days, written in one form.</summary>
internal sealed record DateReading(DateForms Form) : ColumnReading
{
    public override string Type => "DATE";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!DateShape.TryRead(value, out var date) || (date.Forms & Form) == 0 || date.Clock is { Ticks: not 0 } or { Offset: not null })
        {
            return false;
        }

        row.Append(date.Day(Form));
        return true;
    }
}

/// <summary>Days with a time, as on the clock where they were written.</summary>
/// <param name="Fine">Some have digits beyond the microsecond.</param>
internal sealed record MomentReading(DateForms Form, bool Fine) : ColumnReading
{
    public override string Type => Fine ? "TIMESTAMP_NS" : "TIMESTAMP";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!DateShape.TryRead(value, out var date) || (date.Forms & Form) == 0 || date.Clock is { Offset: not null } || (!Fine && date.Clock is { Digits: > 6 }))
        {
            return false;
        }

        row.Append(DateMoments.Local(date, Form));
        return true;
    }
}

/// <summary>Moments with their zone, kept as instants.</summary>
internal sealed record InstantReading(DateForms Form) : ColumnReading
{
    public override string Type => "TIMESTAMP WITH TIME ZONE";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!DateShape.TryRead(value, out var date) || (date.Forms & Form) == 0 || date.Clock is not { Offset: not null, Digits: <= 6 } || !DateMoments.HasInstant(date))
        {
            return false;
        }

        row.Append(DateMoments.Instant(date, Form));
        return true;
    }
}

/// <summary>Times of day.</summary>
internal sealed record TimeReading : ColumnReading
{
    public override string Type => "TIME";

    private protected override bool TryAppendValue(DuckDbAppender row, ReadOnlySpan<char> value)
    {
        if (!ClockShape.TryRead(value, out var clock) || clock.Offset is not null || clock.Digits > 6)
        {
            return false;
        }

        row.Append(new TimeOnly(clock.Ticks));
        return true;
    }
}
