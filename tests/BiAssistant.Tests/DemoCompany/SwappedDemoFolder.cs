using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>The demo company with its engines the other way round: operations in SQLite, feedback in DuckDB. Amounts of operations are then real numbers, exact once they are rounded to cents.</summary>
public sealed class SwappedDemoFolder : IDisposable
{
    public const int Rows = CompanySize.FewestRows;

    private readonly TemporaryFolder folder = new();

    public SwappedDemoFolder() => Files = DemoWarehouses.Write(folder.Path, DemoFolder.Seed, Rows, operations: Engine.Sqlite, feedback: Engine.DuckDb);

    public DemoFiles Files { get; }

    public void Dispose() => folder.Dispose();
}
