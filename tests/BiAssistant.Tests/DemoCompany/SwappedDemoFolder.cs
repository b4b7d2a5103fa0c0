using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company with its engines the other way round: operations in SQLite, feedback in DuckDB. Amounts of operations are then real numbers, exact once they are rounded to cents.</summary>
public sealed class SwappedDemoFolder : IDisposable
{
    public const int Rows = CompanySize.FewestRows;

    private readonly TemporaryFolder folder = new();

    public SwappedDemoFolder()
    {
        (Operations, Feedback) = (folder.In("operations.sqlite"), folder.In("feedback.duckdb"));
        using var operations = new SqliteFile(Operations);
        using var feedback = new DuckDbFile(Feedback);
        DemoWarehouses.Write(CompanySize.Clusters(DemoFolder.Seed, Rows), operations, feedback);
    }

    public string Operations { get; }

    public string Feedback { get; }

    public void Dispose() => folder.Dispose();
}
