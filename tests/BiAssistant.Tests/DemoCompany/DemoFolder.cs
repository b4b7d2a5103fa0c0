using BiAssistant.DemoCompany;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company at a quarter of its usual size in a folder of its own, made once for the tests of a class.</summary>
public sealed class DemoFolder : IDisposable
{
    public const int Seed = 1;
    public const int Rows = 250_000;

    public DemoFolder() => Files = DemoWarehouses.EnsureCreated(Path, Seed, Rows);

    public string Path { get; } = Directory.CreateTempSubdirectory("demo-company-").FullName;

    public DemoFiles Files { get; }

    public IReadOnlyList<object?[]> Operations(string sql) => WarehouseFile.Query(Files.Operations, sql);

    public IReadOnlyList<object?[]> Feedback(string sql) => WarehouseFile.Query(Files.Feedback, sql);

    /// <summary>A hash of every row of every table of both files.</summary>
    public static string ContentHash(DemoFiles files) => DemoContent.Hash([.. WarehouseFile.Contents(files.Operations), .. WarehouseFile.Contents(files.Feedback)]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
