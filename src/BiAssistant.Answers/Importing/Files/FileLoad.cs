using BiAssistant.Answers.Importing.Files.Csv;
using BiAssistant.Answers.Importing.Files.Parquet;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>
/// Loads files for a DuckDB file: all of them, or none. What was loaded lies in a copy beside the file until <see cref="Keep"/> puts it in the file's
/// place; thrown away before, the file is as it was, byte by byte.
/// </summary>
public sealed class FileLoad : IDisposable
{
    private readonly LoadTarget _target;

    private FileLoad(LoadTarget target, Seq<LoadedTable> tables, Seq<ImportRemark> remarks) => (_target, Tables, Remarks) = (target, tables, remarks);

    /// <summary>In the order of the files.</summary>
    public Seq<LoadedTable> Tables { get; }

    public Seq<ImportRemark> Remarks { get; }

    /// <summary>The full path of the DuckDB file that will hold the tables.</summary>
    public string Database => _target.Path;

    /// <summary>The full path of the copy that holds them already.</summary>
    public string Copy => _target.Work;

    public static async Task<Outcome<FileLoad>> RunAsync(FileImportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (request.TimeLimit is { } longest)
        {
            limit.CancelAfter(longest);
        }

        try
        {
            return Outcome<FileLoad>.Of(await Task.Run(() => Load(request, limit.Token), limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("import_time", $"Loading took longer than {Counted.Of((long)Math.Ceiling(request.TimeLimit!.Value.TotalSeconds), "second")} and was stopped. Nothing was loaded.", "give more time with --time-limit");
        }
        catch (Exception fault) when (Told(fault) is { } failed)
        {
            return failed;
        }
    }

    /// <summary>Whether the tables can be put where they belong; issues where something has come between.</summary>
    public Seq<Issue> Check() => Try(_target.Check);

    /// <summary>Puts the tables where they belong; issues where that cannot be done, and nothing is changed then.</summary>
    public Seq<Issue> Keep() => Try(_target.Commit);

    public void Dispose() => _target.Dispose();

    private static FileLoad Load(FileImportRequest request, CancellationToken stop)
    {
        var files = FileSources.Find(request);
        var plans = TablePlans.Of(files, request.Table);
        var target = LoadTarget.Prepare(request.Into, request.WorkingDirectory, files.Sum(file => new FileInfo(file.Path).Length), stop);
        try
        {
            var remarks = new List<ImportRemark>();
            var tables = new List<LoadedTable>();
            foreach (var plan in plans)
            {
                if (EngineTable.Exists(target.Connection, plan.Name, stop))
                {
                    remarks.Add(new ImportRemark(RemarkKind.Done, $"The table '{plan.Name}' was there before, with {Counted.Of(EngineTable.Count(target.Connection, plan.Name, stop), "row")}; it is replaced."));
                }

                var load = plan.Content == FileContent.Parquet ? ParquetTable.Load(plan, target.Connection, stop) : CsvTable.Load(plan, request, target.Connection, stop);
                tables.Add(load.Table);
                remarks.AddRange(load.Remarks);
            }

            target.Close(stop);
            return new FileLoad(target, tables.ToSeq(), remarks.ToSeq());
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    private static Seq<Issue> Try(Action step)
    {
        try
        {
            step();
            return [];
        }
        catch (Exception fault) when (Told(fault) is { } failed)
        {
            return failed.Issues;
        }
    }

    /// <summary>What went wrong in words; null for what is no fault of files, disk or engine.</summary>
    private static Outcome<FileLoad>? Told(Exception fault) => fault switch
    {
        FileFault told => Failed(told.Code, told.Message, told.Suggestion),
        DuckDbException { Kind: DuckDbErrorKind.OutOfMemory } => Failed("import_memory", "There is too little memory to load the files. Nothing was loaded.", "import fewer files at once"),
        DuckDbException error => Failed("import_engine", $"The database refused what was loaded: {error.Message.Split('\n')[0]} Nothing was loaded.", null),
        IOException or UnauthorizedAccessException => Failed("import_disk", $"Reading or writing failed: {fault.Message} Nothing was loaded.", null),
        _ => null,
    };

    private static Outcome<FileLoad> Failed(string code, string message, string? suggestion) =>
        Outcome<FileLoad>.Failed(new Issue(code, message) { Suggestions = suggestion is null ? [] : [suggestion] });
}
