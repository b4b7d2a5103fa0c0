using System.Text.RegularExpressions;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>The catalog's word for the type that a project gives a column, in the words of whatever engine it runs on.</summary>
internal static partial class DbtDatatypes
{
    /// <summary>Null for a type that is not said or not known.</summary>
    public static string? Of(string? type) => type is null ? null : Name().Match(type.Trim().ToLowerInvariant()).Value switch
    {
        "string" or "text" or "varchar" or "char" or "character" or "nvarchar" or "nchar" or "varchar2" or "uuid" or "clob" => "String",
        "int" or "integer" or "bigint" or "smallint" or "tinyint" or "int2" or "int4" or "int8" or "int64" or "hugeint" => "Integer",
        "decimal" or "numeric" or "number" or "bignumeric" or "money" => "Decimal",
        "float" or "double" or "real" or "float4" or "float8" or "float64" => "Float",
        "bool" or "boolean" => "Boolean",
        "date" => "Date",
        "datetime" or "datetime2" or "timestamp_ntz" => "DateTime",
        "timestamptz" or "timestamp_tz" or "timestamp_ltz" or "datetimeoffset" => "DateTimeTz",
        "timestamp" => type.Contains("with time zone", StringComparison.OrdinalIgnoreCase) ? "DateTimeTz" : "DateTime",
        _ => null,
    };

    [GeneratedRegex("^[a-z_0-9]+")]
    private static partial Regex Name();
}
