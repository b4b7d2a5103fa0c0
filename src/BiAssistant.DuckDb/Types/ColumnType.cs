using System.Numerics;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb.Types;

/// <summary>A column's type, read once out of the library: with the width and scale of a decimal, the words of an enum, the parts of a nested type.</summary>
internal sealed record ColumnType(DuckDbType Id, DuckDbType Storage)
{
    public byte Width { get; init; }

    public byte Scale { get; init; }

    public int ArraySize { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<(string Name, ColumnType Type)> Parts { get; init; } = [];

    /// <summary>Reads the type and destroys the native one.</summary>
    public static ColumnType Take(nint type)
    {
        try
        {
            return Read(type);
        }
        finally
        {
            DuckDbNative.duckdb_destroy_logical_type(ref type);
        }
    }

    /// <summary>The engine's own spelling, for example <c>DECIMAL(18,2)</c> or <c>VARCHAR[]</c>.</summary>
    public string Name => Id switch
    {
        DuckDbType.Decimal => $"DECIMAL({Width},{Scale})",
        DuckDbType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        DuckDbType.TimeTz => "TIME WITH TIME ZONE",
        DuckDbType.TimestampS => "TIMESTAMP_S",
        DuckDbType.TimestampMs => "TIMESTAMP_MS",
        DuckDbType.TimestampNs => "TIMESTAMP_NS",
        DuckDbType.List => $"{Parts[0].Type.Name}[]",
        DuckDbType.Array => $"{Parts[0].Type.Name}[{ArraySize}]",
        DuckDbType.Map => $"MAP({Parts[0].Type.Name}, {Parts[1].Type.Name})",
        DuckDbType.Struct => $"STRUCT({string.Join(", ", Parts.Select(part => $"{part.Name} {part.Type.Name}"))})",
        DuckDbType.SqlNull => "NULL",
        _ => Id.ToString().ToUpperInvariant(),
    };

    /// <summary>The type that <see cref="System.Data.Common.DbDataReader.GetValue"/> gives for it.</summary>
    public Type ClrType => Id switch
    {
        DuckDbType.Boolean => typeof(bool),
        DuckDbType.TinyInt => typeof(sbyte),
        DuckDbType.SmallInt => typeof(short),
        DuckDbType.Integer => typeof(int),
        DuckDbType.BigInt => typeof(long),
        DuckDbType.UTinyInt => typeof(byte),
        DuckDbType.USmallInt => typeof(ushort),
        DuckDbType.UInteger => typeof(uint),
        DuckDbType.UBigInt => typeof(ulong),
        DuckDbType.HugeInt or DuckDbType.UHugeInt => typeof(BigInteger),
        DuckDbType.Float => typeof(float),
        DuckDbType.Double => typeof(double),
        DuckDbType.Decimal => typeof(decimal),
        DuckDbType.Date => typeof(DateOnly),
        DuckDbType.Time or DuckDbType.TimeNs => typeof(TimeOnly),
        DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => typeof(DateTime),
        DuckDbType.TimestampTz => typeof(DateTimeOffset),
        DuckDbType.Interval => typeof(DuckDbInterval),
        DuckDbType.Uuid => typeof(Guid),
        DuckDbType.Blob => typeof(byte[]),
        DuckDbType.List or DuckDbType.Array => typeof(List<object?>),
        DuckDbType.Struct => typeof(Dictionary<string, object?>),
        DuckDbType.Map => typeof(Dictionary<object, object?>),
        DuckDbType.SqlNull => typeof(object),
        _ => typeof(string),
    };

    private static ColumnType Read(nint type)
    {
        var id = DuckDbNative.duckdb_get_type_id(type);
        return id switch
        {
            DuckDbType.Decimal => new ColumnType(id, DuckDbNative.duckdb_decimal_internal_type(type))
            {
                Width = DuckDbNative.duckdb_decimal_width(type),
                Scale = DuckDbNative.duckdb_decimal_scale(type),
            },
            DuckDbType.Enum => new ColumnType(id, DuckDbNative.duckdb_enum_internal_type(type)) { Words = WordsOf(type) },
            DuckDbType.List => new ColumnType(id, id) { Parts = [("", Take(DuckDbNative.duckdb_list_type_child_type(type)))] },
            DuckDbType.Array => new ColumnType(id, id)
            {
                Parts = [("", Take(DuckDbNative.duckdb_array_type_child_type(type)))],
                ArraySize = checked((int)DuckDbNative.duckdb_array_type_array_size(type)),
            },
            DuckDbType.Map => new ColumnType(id, id)
            {
                Parts = [("key", Take(DuckDbNative.duckdb_map_type_key_type(type))), ("value", Take(DuckDbNative.duckdb_map_type_value_type(type)))],
            },
            DuckDbType.Struct => new ColumnType(id, id) { Parts = FieldsOf(type) },
            _ => new ColumnType(id, id),
        };
    }

    private static string[] WordsOf(nint type)
    {
        var words = new string[DuckDbNative.duckdb_enum_dictionary_size(type)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = NativeText.Owned(DuckDbNative.duckdb_enum_dictionary_value(type, (ulong)i));
        }

        return words;
    }

    private static (string, ColumnType)[] FieldsOf(nint type)
    {
        var fields = new (string, ColumnType)[DuckDbNative.duckdb_struct_type_child_count(type)];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = (NativeText.Owned(DuckDbNative.duckdb_struct_type_child_name(type, (ulong)i)),
                Take(DuckDbNative.duckdb_struct_type_child_type(type, (ulong)i)));
        }

        return fields;
    }
}
