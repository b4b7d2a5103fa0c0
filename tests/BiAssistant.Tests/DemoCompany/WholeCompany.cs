using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Tables;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>All tables of both warehouses in one DuckDB file, so that rules which hold between them can be asked in one query.</summary>
public sealed class WholeCompany : IDisposable
{
    public const string Name = "the whole demo company";

    private readonly TemporaryFolder folder = new();

    public WholeCompany()
    {
        using var file = new DuckDbFile(folder.In("company.duckdb"));
        foreach (var cluster in CompanySize.Clusters(DemoFolder.Seed, DemoFolder.Rows))
        {
            var data = ClusterData.Generate(cluster);
            file.Append(OperationsTables.Of(data));
            file.Append(FeedbackTables.Of(data));
        }

        file.Complete();
    }

    public IReadOnlyList<object?[]> Query(string sql) => WarehouseFile.Query(folder.In("company.duckdb"), sql);

    /// <summary>Rows that break a rule: there must be none.</summary>
    public void Breaches(string sql) => Query(sql).ShouldBeEmpty();

    /// <summary>A number that a query gives.</summary>
    public double Number(string sql) => Convert.ToDouble(Query(sql).ShouldHaveSingleItem()[0], System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => folder.Dispose();
}

[CollectionDefinition(WholeCompany.Name)]
public sealed class WholeCompanyTests : ICollectionFixture<WholeCompany>;
