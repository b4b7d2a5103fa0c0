using BiAssistant.Answers.Importing.Files.Cells;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>Loads the CSV files of a table: one look at every cell tells the types, a second pass loads the values.</summary>
internal static class CsvTable
{
    public static TableLoad Load(TablePlan plan, FileImportRequest request, DuckDbConnection database, CancellationToken stop)
    {
        var remarks = new List<ImportRemark>();
        var files = plan.Files.Select(file => CsvFile.Open(file, request, stop)).ToSeq();
        Agree(plan, files);
        remarks.AddRange(files.SelectMany(file => file.Remarks));
        var surveys = files[0].Columns.Select(_ => new ColumnSurvey()).ToSeq();
        var lines = 0L;
        foreach (var file in files)
        {
            var blank = file.ForEach(row =>
            {
                lines++;
                for (var i = 0; i < surveys.Count; i++)
                {
                    surveys[i].Look(row[i], row.Line);
                }
            }, stop);
            if (blank > 0)
            {
                remarks.Add(new ImportRemark(RemarkKind.Done, $"{blank:N0} blank lines of {file.File.Shown} were passed over."));
            }
        }

        var context = ColumnContext.Of(request, files[0].Dialect.Delimiter, surveys);
        var choices = surveys.Select((survey, i) => ColumnChoice.Of($"'{files[0].Columns[i]}' of {plan.Shown}", survey, context)).ToSeq();
        remarks.AddRange(choices.SelectMany(choice => choice.Remarks));
        var columns = choices.Select((choice, i) => new LoadedColumn(files[0].Columns[i], choice.Reading.Type) { Unit = choice.Unit, Percent = choice.Percent }).ToSeq();
        EngineTable.Create(database, plan.Name, columns, stop);
        Append(plan, files, choices, database, lines, stop);
        remarks.AddRange(TotalRow.Remove(database, plan, columns, lines, stop) is { } total ? [total] : []);
        EngineTable.Comment(database, plan.Name, columns, stop);
        var rows = EngineTable.Count(database, plan.Name, stop);
        if (rows == 0)
        {
            remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{plan.Shown} has names of columns and no row: the table '{plan.Name}' is empty."));
        }

        if (columns.Count == 1)
        {
            remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{plan.Shown} has a single column; say what divides its cells with --delimiter if it has more."));
        }

        remarks.Add(new ImportRemark(RemarkKind.Done, $"{plan.Shown}: {rows:N0} rows and {columns.Count:N0} columns, {CsvDialect.NameOf(files[0].Dialect.Delimiter)} between them, are in the table '{plan.Name}'."));
        return new TableLoad(new LoadedTable(plan.Name, plan.Files.Select(file => file.Shown).ToSeq(), rows, columns), remarks.ToSeq());
    }

    private static void Agree(TablePlan plan, Seq<CsvFile> files)
    {
        foreach (var file in files)
        {
            if (file.Columns != files[0].Columns)
            {
                var (first, second) = file.Columns.Zip(files[0].Columns).FirstOrDefault(pair => pair.First != pair.Second);
                throw new FileFault("files_differ", first is null
                    ? $"'{file.File.Shown}' has {file.Columns.Count:N0} columns and '{files[0].File.Shown}' has {files[0].Columns.Count:N0}: they are not one table '{plan.Name}'."
                    : $"'{file.File.Shown}' has a column '{first}' where '{files[0].File.Shown}' has '{second}': they are not one table '{plan.Name}'.", "import them as tables of their own");
            }
        }
    }

    private static void Append(TablePlan plan, Seq<CsvFile> files, Seq<ColumnChoice> choices, DuckDbConnection database, long expected, CancellationToken stop)
    {
        using var appender = database.CreateAppender(plan.Name);
        foreach (var file in files)
        {
            file.ForEach(row =>
            {
                for (var i = 0; i < choices.Count; i++)
                {
                    if (!choices[i].Reading.TryAppend(appender, row[i]))
                    {
                        throw Changed(file.File);
                    }
                }

                appender.EndRow();
            }, stop);
        }

        stop.ThrowIfCancellationRequested();
        appender.Complete();
        if (appender.Rows != expected)
        {
            throw Changed(files[0].File);
        }
    }

    private static FileFault Changed(DataFile file) =>
        new("file_changed", $"'{file.Shown}' was written to while it was loaded. Nothing was loaded.", "import it again when it is whole");
}
