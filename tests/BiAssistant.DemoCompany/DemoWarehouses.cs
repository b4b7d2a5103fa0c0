using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Tables;

namespace BiAssistant.DemoCompany;

/// <summary>The demo company's two warehouse files, made where they are missing. The same seed and size give the same rows on every machine.</summary>
public static class DemoWarehouses
{
    public const int DefaultSeed = 1;
    public const int DefaultRows = CompanySize.RowsOfFullCluster;

    /// <summary>The last day of the data: the demo's today.</summary>
    public static DateOnly LastDay => Company.DataPeriod.Last;

    /// <summary>Makes both files unless they are there, complete and of the present version; several callers at once, in one process or more, wait for the first.</summary>
    /// <param name="seed">When given, files of another seed are made again; otherwise any will do.</param>
    /// <param name="rows">Fact rows of both files together, to one part in ten, from 100,000 to 100,000,000; as for <paramref name="seed"/>.</param>
    /// <param name="force">Makes them again in any case.</param>
    public static DemoFiles EnsureCreated(string folder, int? seed = null, int? rows = null, bool force = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows ?? DefaultRows, CompanySize.FewestRows, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows ?? DefaultRows, CompanySize.MostRows, nameof(rows));
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        using var held = FolderLock.Take(full);
        var operations = Path.Combine(full, "operations.duckdb");
        var feedback = Path.Combine(full, "feedback.sqlite");
        var complete = File.Exists(operations) && File.Exists(feedback) && Stamp.Read(full) is { Version: Stamp.CurrentVersion } stamp
            && stamp.Seed == (seed ?? stamp.Seed) && stamp.Rows == (rows ?? stamp.Rows);
        if (complete && !force)
        {
            Stamp.Touch(full);
            return new DemoFiles(operations, feedback, Created: false);
        }

        Build(full, operations, feedback, new Stamp(Stamp.CurrentVersion, seed ?? DefaultSeed, rows ?? DefaultRows));
        return new DemoFiles(operations, feedback, Created: true);
    }

    private static void Build(string folder, string operations, string feedback, Stamp stamp)
    {
        using var pendingOperations = new PendingFile(operations);
        using var pendingFeedback = new PendingFile(feedback);
        using (var operationsFile = New(Engine.DuckDb, pendingOperations.TemporaryPath))
        using (var feedbackFile = New(Engine.Sqlite, pendingFeedback.TemporaryPath))
        {
            Write(CompanySize.Clusters(stamp.Seed, stamp.Rows), operationsFile, feedbackFile);
        }

        Stamp.Remove(folder);
        pendingOperations.Publish();
        pendingFeedback.Publish();
        stamp.Write(folder);
    }

    /// <summary>Writes both warehouses into a folder, each by the engine that is asked for: the product has one arrangement, its tests have others. The rows are those of <see cref="EnsureCreated"/>.</summary>
    internal static DemoFiles Write(string folder, int seed, int rows, Engine operations, Engine feedback)
    {
        var files = new DemoFiles(Path.Combine(folder, $"operations{Suffix(operations)}"), Path.Combine(folder, $"feedback{Suffix(feedback)}"), Created: true);
        using var operationsFile = New(operations, files.Operations);
        using var feedbackFile = New(feedback, files.Feedback);
        Write(CompanySize.Clusters(seed, rows), operationsFile, feedbackFile);
        return files;
    }

    /// <summary>Writes cluster by cluster, the next one being made meanwhile; what is written never depends on which is done first.</summary>
    internal static void Write(IEnumerable<Cluster> clusters, ITableFile operations, ITableFile feedback)
    {
        var written = Task.CompletedTask;
        try
        {
            foreach (var cluster in clusters)
            {
                var data = ClusterData.Generate(cluster);
                written.GetAwaiter().GetResult();
                written = Task.Run(() => Parallel.Invoke(() => operations.Append(OperationsTables.Of(data)), () => feedback.Append(FeedbackTables.Of(data))));
            }
        }
        finally
        {
            // Nobody may close the files while they are written to.
            written.GetAwaiter().GetResult();
        }

        operations.Complete();
        feedback.Complete();
    }

    private static ITableFile New(Engine engine, string path) => engine == Engine.DuckDb ? new DuckDbFile(path) : new SqliteFile(path);

    private static string Suffix(Engine engine) => engine == Engine.DuckDb ? ".duckdb" : ".sqlite";
}
