using System.IO.Compression;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Caching;

/// <summary>Writes result tables as bytes and reads them back, cell for cell; bytes of another form read as nothing.</summary>
public static class ResultCodec
{
    private const int Form = 1;

    private enum Tag : byte
    {
        Null,
        False,
        True,
        Whole,
        Exact,
        Inexact,
        Text,
        Day,
        Instant,
        Clock,
    }

    public static byte[] Write(ResultTable table)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(Form);
        using (var packed = new DeflateStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(table.Truncated);
            writer.Write(table.Columns.Count);
            foreach (var column in table.Columns)
            {
                writer.Write(column.Name);
                writer.Write((int)column.Type.Kind);
                writer.Write(column.Type.Precision ?? -1);
                writer.Write(column.Type.Scale ?? -1);
            }

            writer.Write(table.Rows.Count);
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                {
                    WriteCell(writer, cell);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The table; null when the bytes are of another form or damaged.</summary>
    public static ResultTable? Read(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] != Form)
        {
            return null;
        }

        try
        {
            using var packed = new DeflateStream(new MemoryStream(bytes, 1, bytes.Length - 1), CompressionMode.Decompress);
            using var reader = new BinaryReader(packed);
            var truncated = reader.ReadBoolean();
            var columns = Many(reader.ReadInt32(), () => ReadColumn(reader));
            var rows = Many(reader.ReadInt32(), () => Many(columns.Count, () => ReadCell(reader)));
            return new ResultTable(columns, rows, truncated);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or IOException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static Seq<T> Many<T>(int count, Func<T> read)
    {
        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read();
        }

        return Seq.Create<T>(items);
    }

    private static ResultColumn ReadColumn(BinaryReader reader)
    {
        var name = reader.ReadString();
        var kind = (SqlTypeKind)reader.ReadInt32();
        var (precision, scale) = (reader.ReadInt32(), reader.ReadInt32());
        return new ResultColumn(name, new SqlType(kind, precision < 0 ? null : precision, scale < 0 ? null : scale));
    }

    private static void WriteCell(BinaryWriter writer, object? cell)
    {
        switch (cell)
        {
            case null:
                writer.Write((byte)Tag.Null);
                break;
            case bool flag:
                writer.Write((byte)(flag ? Tag.True : Tag.False));
                break;
            case long whole:
                writer.Write((byte)Tag.Whole);
                writer.Write7BitEncodedInt64(whole);
                break;
            case decimal exact:
                writer.Write((byte)Tag.Exact);
                writer.Write(exact);
                break;
            case double inexact:
                writer.Write((byte)Tag.Inexact);
                writer.Write(inexact);
                break;
            case string text:
                writer.Write((byte)Tag.Text);
                writer.Write(text);
                break;
            case DateOnly day:
                writer.Write((byte)Tag.Day);
                writer.Write(day.DayNumber);
                break;
            case DateTime instant:
                writer.Write((byte)Tag.Instant);
                writer.Write(instant.Ticks);
                break;
            case TimeOnly clock:
                writer.Write((byte)Tag.Clock);
                writer.Write(clock.Ticks);
                break;
            default:
                throw new ArgumentException($"A result holds no cells of the type {cell.GetType().Name}.", nameof(cell));
        }
    }

    private static object? ReadCell(BinaryReader reader) => (Tag)reader.ReadByte() switch
    {
        Tag.Null => null,
        Tag.False => false,
        Tag.True => true,
        Tag.Whole => reader.Read7BitEncodedInt64(),
        Tag.Exact => reader.ReadDecimal(),
        Tag.Inexact => reader.ReadDouble(),
        Tag.Text => reader.ReadString(),
        Tag.Day => DateOnly.FromDayNumber(reader.ReadInt32()),
        Tag.Instant => new DateTime(reader.ReadInt64()),
        Tag.Clock => new TimeOnly(reader.ReadInt64()),
        var other => throw new InvalidDataException($"No cell has the tag {other}."),
    };
}
