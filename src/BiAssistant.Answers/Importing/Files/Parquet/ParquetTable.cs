using BiAssistant.Answers.Importing.Files.Csv;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Parquet;

/// <summary>Loads the Parquet files of a table: plain columns as they are, fields of a structure as columns of their own, what is no value of a table left out.</summary>
internal static class ParquetTable
{
    public static TableLoad Load(TablePlan plan, DuckDbConnection database, CancellationToken stop)
    {
        try
        {
            using var links = new PlainPaths(plan.Files);
            return Load(plan, links.Paths, database, stop);
        }
        catch (DuckDbException broken) when (broken.Kind is DuckDbErrorKind.InvalidInput or DuckDbErrorKind.Io or DuckDbErrorKind.Serialization or DuckDbErrorKind.Invalid or DuckDbErrorKind.NotImplemented)
        {
            throw new FileFault("parquet_broken", $"'{plan.Shown}' cannot be read as Parquet: it is broken or was cut off.", "copy or write it again", broken);
        }
    }

    private static TableLoad Load(TablePlan plan, Seq<string> paths, DuckDbConnection database, CancellationToken stop)
    {
        var remarks = new List<ImportRemark>();
        var described = paths.Select(path => Describe(database, $"SELECT * FROM {Source([path])}", stop)).ToSeq();
        foreach (var (place, columns) in described.Index())
        {
            if (columns != described[0])
            {
                throw new FileFault("files_differ", $"'{plan.Files[place].Shown}' and '{plan.Files[0].Shown}' have other columns or types: they are not one table '{plan.Name}'.", "import them as tables of their own");
            }
        }

        var source = Source(paths);
        var fields = described[0].SelectMany(column => Fields(database, source, column, stop)).ToSeq();
        if (fields.Count > CsvRecords.MostColumns)
        {
            throw new FileFault("parquet_wide", $"'{plan.Shown}' has more than {Counted.Of(CsvRecords.MostColumns)} columns.", "bring what repeats to the side under each other");
        }

        var choices = fields.Select(field => ParquetColumn.Of(database, source, field, plan.Shown, stop)).ToSeq();
        remarks.AddRange(choices.SelectMany(choice => choice.Remarks));
        var kept = choices.Where(choice => choice.Value is not null).ToSeq();
        if (kept.IsEmpty)
        {
            throw new FileFault("parquet_kind", $"'{plan.Shown}' has no column that a table can hold.", "write lists and maps as tables of their own");
        }

        if (plan.Files.Any(file => file.Path.Split(Path.DirectorySeparatorChar).SkipLast(1).Any(folder => folder.Contains('=', StringComparison.Ordinal))))
        {
            remarks.Add(new ImportRemark(RemarkKind.LeftOut, $"The folders of {plan.Shown} have names with '=', which may be values of a column: they are not in the table."));
        }

        var names = ColumnNames.Of(kept.Select(choice => choice.Field.Name).ToSeq(), plan.Shown, remarks);
        EngineTable.Run(database, $"CREATE OR REPLACE TABLE {EngineTable.Quoted(plan.Name)} AS SELECT {string.Join(", ", kept.Select((choice, i) => $"{choice.Value} AS {EngineTable.Quoted(names[i])}"))} FROM {source}", stop);
        var columnsMade = Describe(database, $"SELECT * FROM {EngineTable.Quoted(plan.Name)}", stop).Select(column => new LoadedColumn(column.Name, column.Type)).ToSeq();
        var rows = EngineTable.Count(database, plan.Name, stop);
        if (rows == 0)
        {
            remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{plan.Shown} has no row: the table '{plan.Name}' is empty."));
        }

        remarks.Add(new ImportRemark(RemarkKind.Done, $"{plan.Shown}: {Counted.Of(rows, "row")} and {Counted.Of(columnsMade.Count, "column")} are in the table '{plan.Name}'."));
        return new TableLoad(new LoadedTable(plan.Name, plan.Files.Select(file => file.Shown).ToSeq(), rows, columnsMade), remarks.ToSeq());
    }

    /// <summary>The file's own columns; folders called such as year=2024 add none, since nobody said that they mean something.</summary>
    private static string Source(Seq<string> paths) => $"read_parquet([{string.Join(", ", paths.Select(EngineTable.Text))}], hive_partitioning = false)";

    /// <summary>A structure's fields stand beside the other columns; a structure inside it stays one.</summary>
    private static Seq<ParquetField> Fields(DuckDbConnection database, string source, ParquetField column, CancellationToken stop) => column.IsStructure
        ? Describe(database, $"SELECT {column.Path}.* FROM {source}", stop)
            .Select(field => new ParquetField($"{column.Name}_{field.Name}", $"{column.Path}.{EngineTable.Quoted(field.Name)}", field.Type)).ToSeq()
        : [column];

    private static Seq<ParquetField> Describe(DuckDbConnection database, string query, CancellationToken stop)
    {
        using var command = database.CreateCommand($"DESCRIBE {query}");
        using var reader = command.ExecuteReader(stop);
        var columns = new List<ParquetField>();
        while (reader.Read())
        {
            columns.Add(new ParquetField(reader.GetString(0), EngineTable.Quoted(reader.GetString(0)), reader.GetString(1)));
        }

        return columns.ToSeq();
    }
}

/// <summary>A column of a Parquet file, or a field of a structure in it.</summary>
/// <param name="Path">How SQL names it.</param>
/// <param name="Type">The engine's words.</param>
internal sealed record ParquetField(string Name, string Path, string Type)
{
    public bool IsStructure => Type.StartsWith("STRUCT(", StringComparison.Ordinal) && !IsList;

    public bool IsList => Type.EndsWith(']');
}
