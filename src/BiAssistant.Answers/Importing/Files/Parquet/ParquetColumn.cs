using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Parquet;

/// <summary>What becomes of a Parquet column: the SQL of its values without loss, or that it is left out.</summary>
/// <param name="Value">Null for a column that is left out.</param>
internal sealed record ParquetColumn(ParquetField Field, string? Value, Seq<ImportRemark> Remarks)
{
    public static ParquetColumn Of(DuckDbConnection database, string source, ParquetField field, string shown, CancellationToken stop)
    {
        var column = $"'{field.Name}' of {shown}";
        long Count(string condition) => EngineTable.Number(database, $"SELECT COUNT(*) FROM {source} WHERE {condition}", stop);
        return field.Type switch
        {
            _ when field.IsList => Out(field, $"Column {column} holds lists and was left out; write them as a table with a row for each member to ask for them."),
            "BOOLEAN" or "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "VARCHAR" or "DATE" or "TIME" or "TIMESTAMP" => As(field, field.Path),
            "TIMESTAMP WITH TIME ZONE" => As(field, field.Path, RemarkKind.LookFirst, $"The times of column {column} are instants: say in the model's time_zone by which clock its days are counted."),
            "TIMESTAMP_S" or "TIMESTAMP_MS" => As(field, $"CAST({field.Path} AS TIMESTAMP)"),
            "TIMESTAMP_NS" => As(field, Count($"CAST(CAST({field.Path} AS TIMESTAMP) AS TIMESTAMP_NS) <> {field.Path}") == 0 ? $"CAST({field.Path} AS TIMESTAMP)" : field.Path),
            "UBIGINT" or "HUGEINT" or "UHUGEINT" => Wide(field, column, Count),
            "FLOAT" or "DOUBLE" => Floating(field, column, Count),
            "UUID" or "JSON" or "BIT" or "\"NULL\"" or "NULL" => As(field, $"CAST({field.Path} AS VARCHAR)"),
            "TIME WITH TIME ZONE" or "TIME_NS" => As(field, $"CAST({field.Path} AS VARCHAR)", RemarkKind.Guessed, $"Column {column} is of the type {field.Type} and is kept as text."),
            "BLOB" => Bytes(field, column, Count),
            _ when field.Type.StartsWith("DECIMAL(", StringComparison.Ordinal) => As(field, field.Path),
            _ when field.Type.StartsWith("ENUM(", StringComparison.Ordinal) => As(field, $"CAST({field.Path} AS VARCHAR)"),
            _ when field.IsStructure => Out(field, $"Column {column} is a structure inside a structure and was left out."),
            _ => Out(field, $"Column {column} is of the type {Brief(field.Type)}, which a table cannot hold here, and was left out."),
        };
    }

    private static ParquetColumn Wide(ParquetField field, string column, Func<string, long> count) =>
        count($"{field.Path} NOT BETWEEN {long.MinValue} AND {long.MaxValue}") == 0 ? As(field, $"CAST({field.Path} AS BIGINT)")
        : field.Type == "UBIGINT" ? As(field, $"CAST({field.Path} AS DECIMAL(20,0))")
        : As(field, $"CAST({field.Path} AS VARCHAR)", RemarkKind.LookFirst, $"The numbers of column {column} are too long to compute with exactly: it is kept as text.");

    private static ParquetColumn Floating(ParquetField field, string column, Func<string, long> count)
    {
        var none = count($"NOT isfinite({field.Path})");
        return none == 0 ? As(field, field.Path) : As(field, $"CASE WHEN isfinite({field.Path}) THEN {field.Path} END", RemarkKind.LookFirst,
            $"{Counted.Of(none)} values of column {column} are infinite or no number: they are taken as missing.");
    }

    private static ParquetColumn Bytes(ParquetField field, string column, Func<string, long> count) =>
        count($"{field.Path} IS NOT NULL") > 0 && count($"{field.Path} IS NOT NULL AND TRY(decode({field.Path})) IS NULL") == 0
            ? As(field, $"decode({field.Path})", RemarkKind.Guessed, $"The bytes of column {column} are all letters in UTF-8 and are taken as text.")
            : Out(field, $"Column {column} holds bytes and was left out.");

    private static ParquetColumn As(ParquetField field, string value) => new(field, value, []);

    private static ParquetColumn As(ParquetField field, string value, RemarkKind kind, string message) => new(field, value, [new ImportRemark(kind, message)]);

    private static ParquetColumn Out(ParquetField field, string message) => new(field, null, [new ImportRemark(RemarkKind.LeftOut, message)]);

    private static string Brief(string type) => type.Split('(')[0];
}
