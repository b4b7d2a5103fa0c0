using BiAssistant.Answers.Importing.Files.Cells;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>Loads the CSV files of a table: one look at every cell tells the types, a second pass loads the values.</summary>
internal sealed class CsvTable
{
    private readonly TablePlan _plan;
    private readonly DuckDbConnection _database;
    private readonly CancellationToken _stop;
    private readonly Seq<CsvFile> _files;
    private readonly Seq<ColumnSurvey> _surveys;
    private readonly List<ImportRemark> _remarks = [];

    /// <summary>The last row of each file where it calls itself a total; not looked at with the others.</summary>
    private readonly TotalRow?[] _totals;
    private long _rows;

    private CsvTable(TablePlan plan, Seq<CsvFile> files, DuckDbConnection database, CancellationToken stop)
    {
        (_plan, _files, _database, _stop) = (plan, files, database, stop);
        _surveys = files[0].Columns.Select(_ => new ColumnSurvey()).ToSeq();
        _totals = new TotalRow?[files.Count];
    }

    private Seq<string> Columns => _files[0].Columns;

    public static TableLoad Load(TablePlan plan, FileImportRequest request, DuckDbConnection database, CancellationToken stop)
    {
        var files = plan.Files.Select(file => CsvFile.Open(file, request, stop)).ToSeq();
        Agree(plan, files);
        return new CsvTable(plan, files, database, stop).Load(request);
    }

    private TableLoad Load(FileImportRequest request)
    {
        _remarks.AddRange(_files.SelectMany(file => file.Remarks));
        foreach (var (place, file) in _files.Index())
        {
            Survey(file, place);
        }

        var choices = Choose(request);
        while (!TryAppend(choices))
        {
            choices = Choose(request);
        }

        _remarks.AddRange(choices.SelectMany(choice => choice.Remarks));
        var columns = Made(choices);
        EngineTable.Comment(_database, _plan.Name, columns, _stop);
        Conclude(columns);
        return new TableLoad(new LoadedTable(_plan.Name, _plan.Files.Select(file => file.Shown).ToSeq(), _rows, columns), _remarks.ToSeq());
    }

    private Seq<ColumnChoice> Choose(FileImportRequest request)
    {
        var context = ColumnContext.Of(request, _files[0].Dialect.Delimiter, _surveys);
        return _surveys.Select((survey, i) => ColumnChoice.Of($"'{Columns[i]}' of {_plan.Shown}", survey, context)).ToSeq();
    }

    private Seq<LoadedColumn> Made(Seq<ColumnChoice> choices) =>
        choices.Select((choice, i) => new LoadedColumn(Columns[i], choice.Reading.Type) { Unit = choice.Unit, Percent = choice.Percent }).ToSeq();

    private void Survey(CsvFile file, int place)
    {
        var (inside, first) = (0L, 0L);
        var blank = file.ForEach(row =>
        {
            _rows++;
            if (_totals[place] is { } before)
            {
                Look(before);
                (inside, first) = (inside + 1, inside == 0 ? before.Line : first);
                _totals[place] = null;
            }

            if (TotalRow.IsOne(row, Columns.Count))
            {
                _totals[place] = TotalRow.Of(row, Columns.Count);
                return;
            }

            for (var i = 0; i < _surveys.Count; i++)
            {
                _surveys[i].Look(row[i], row.Line);
            }
        }, _stop);
        if (blank > 0)
        {
            _remarks.Add(new ImportRemark(RemarkKind.Done, $"{Counted.Of(blank, "blank line")} of {file.File.Shown} {(blank == 1 ? "was" : "were")} passed over."));
        }

        if (inside > 0)
        {
            _remarks.Add(new ImportRemark(RemarkKind.LookFirst,
                $"{Counted.Of(inside, "row")} inside {file.File.Shown}, the first in line {Counted.Of(first)}, {(inside == 1 ? "is" : "are")} called a total and loaded like any other: if they sum up others, numbers of '{_plan.Name}' count twice; take them out of the file then."));
        }
    }

    private void Look(TotalRow total)
    {
        for (var i = 0; i < _surveys.Count; i++)
        {
            _surveys[i].Look(total.Cells[i], total.Line);
        }
    }

    /// <summary>Loads the rows; false where a last row called a total is no sum after all, which is looked at now for the types to be chosen again.</summary>
    private bool TryAppend(Seq<ColumnChoice> choices)
    {
        EngineTable.Create(_database, _plan.Name, Made(choices), _stop);
        var readings = choices.Select(choice => choice.Reading).ToSeq();
        var loaded = 0L;
        using (var appender = _database.CreateAppender(_plan.Name))
        {
            foreach (var (place, file) in _files.Index())
            {
                var (sums, total) = (new decimal[Columns.Count], _totals[place]);
                file.ForEach(row =>
                {
                    if (total is not null && row.Line == total.Line)
                    {
                        return;
                    }

                    for (var i = 0; i < readings.Count; i++)
                    {
                        if (!readings[i].TryAppend(appender, row[i]))
                        {
                            throw Changed(file.File);
                        }

                        sums[i] += total is null || !TotalRow.CanSum(readings[i]) ? 0 : readings[i].Number(row[i]) ?? 0;
                    }

                    appender.EndRow();
                    loaded++;
                }, _stop);
                if (total?.Sums(readings, sums) == false)
                {
                    Look(total);
                    _totals[place] = null;
                    _remarks.Add(new ImportRemark(RemarkKind.LookFirst,
                        $"The last row of {file.File.Shown} is called a total and is loaded as a row: if it sums up others, numbers of '{_plan.Name}' count twice; take it out of the file then."));
                    return false;
                }
            }

            _stop.ThrowIfCancellationRequested();
            appender.Complete();
        }

        if (loaded + _totals.Count(total => total is not null) != _rows || EngineTable.Count(_database, _plan.Name, _stop) != loaded)
        {
            throw Changed(_files[0].File);
        }

        _rows = loaded;
        return true;
    }

    private void Conclude(Seq<LoadedColumn> columns)
    {
        foreach (var (place, file) in _files.Index())
        {
            if (_totals[place] is not null)
            {
                _remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"The last row of {file.File.Shown} is the sum of all others and was left out, since every number would count twice with it."));
            }
        }

        if (_rows == 0)
        {
            _remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{_plan.Shown} has names of columns and no row: the table '{_plan.Name}' is empty."));
        }

        if (columns.Count == 1)
        {
            _remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{_plan.Shown} has a single column; say what divides its cells with --delimiter if it has more."));
        }

        _remarks.Add(new ImportRemark(RemarkKind.Done, $"{_plan.Shown}: {Counted.Of(_rows, "row")} and {Counted.Of(columns.Count, "column")}{(columns.Count == 1 ? "" : $" ({CsvDialect.NameOf(_files[0].Dialect.Delimiter)} between them)")} are in the table '{_plan.Name}'."));
    }

    private static void Agree(TablePlan plan, Seq<CsvFile> files)
    {
        foreach (var file in files)
        {
            if (file.Columns != files[0].Columns)
            {
                var (first, second) = file.Columns.Zip(files[0].Columns).FirstOrDefault(pair => pair.First != pair.Second);
                throw new FileFault("files_differ", first is null
                    ? $"'{file.File.Shown}' has {Counted.Of(file.Columns.Count, "column")} and '{files[0].File.Shown}' has {Counted.Of(files[0].Columns.Count)}: they are not one table '{plan.Name}'."
                    : $"'{file.File.Shown}' has a column '{first}' where '{files[0].File.Shown}' has '{second}': they are not one table '{plan.Name}'.", "import them as tables of their own");
            }
        }
    }

    private static FileFault Changed(DataFile file) =>
        new("file_changed", $"'{file.Shown}' was written to while it was loaded. Nothing was loaded.", "import it again when it is whole");
}
