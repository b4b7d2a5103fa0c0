using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.DemoCompany;

/// <summary>The demo company's two warehouse files, made where they are missing. The same seed and scale give the same rows on every machine.</summary>
public static class DemoWarehouses
{
    public const int DefaultSeed = 1;
    public const double DefaultScale = 1;

    /// <summary>The last day of the data: the demo's today.</summary>
    public static DateOnly LastDay => Company.DataPeriod.Last;

    /// <summary>Makes both files unless they are there, complete and of the present version; several callers at once, in one process or more, wait for the first.</summary>
    /// <param name="seed">When given, files of another seed are made again; otherwise any will do.</param>
    /// <param name="scale">Rooms and all that follows from them, against about 150,000 stay nights; as for <paramref name="seed"/>.</param>
    /// <param name="force">Makes them again in any case.</param>
    public static DemoFiles EnsureCreated(string folder, int? seed = null, double? scale = null, bool force = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale ?? DefaultScale, nameof(scale));
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        using var held = FolderLock.Take(full);
        var operations = Path.Combine(full, "operations.duckdb");
        var feedback = Path.Combine(full, "feedback.sqlite");
        var complete = File.Exists(operations) && File.Exists(feedback) && Stamp.Read(full) is { Version: Stamp.CurrentVersion } stamp
            && stamp.Seed == (seed ?? stamp.Seed) && stamp.Scale.Equals(scale ?? stamp.Scale);
        if (complete && !force)
        {
            Stamp.Touch(full);
            return new DemoFiles(operations, feedback, Created: false);
        }

        Build(full, operations, feedback, new Stamp(Stamp.CurrentVersion, seed ?? DefaultSeed, scale ?? DefaultScale));
        return new DemoFiles(operations, feedback, Created: true);
    }

    private static void Build(string folder, string operations, string feedback, Stamp stamp)
    {
        var data = CompanyData.Generate(stamp.Seed, stamp.Scale);
        using var pendingOperations = new PendingFile(operations);
        using var pendingFeedback = new PendingFile(feedback);
        DuckDbFile.Write(pendingOperations.TemporaryPath, OperationsTables.Of(data));
        SqliteFile.Write(pendingFeedback.TemporaryPath, FeedbackTables.Of(data));
        Stamp.Remove(folder);
        pendingOperations.Publish();
        pendingFeedback.Publish();
        stamp.Write(folder);
    }
}
