using BiAssistant.Tests.Warehouses;

namespace BiAssistant.Tests.Answers.Importing.Databases;

/// <summary>A DuckDB file as a data warehouse has it: facts and dimensions without any declared key.</summary>
public sealed class DuckDbImportTests : IDisposable
{
    private const string Script =
        """
        CREATE TABLE dim_product (product_key INTEGER, product_name VARCHAR, category VARCHAR, list_price DECIMAL(10, 2));
        CREATE TABLE dim_store (store_key INTEGER, store_name VARCHAR, region VARCHAR);
        CREATE TABLE fact_sales (sale_id BIGINT, product_key INTEGER, store_key INTEGER, sale_date DATE, units INTEGER, net_amount DECIMAL(12, 2), discount_pct DOUBLE);
        CREATE TABLE fact_stock (product_key INTEGER, store_key INTEGER, snapshot_date DATE, stock_qty INTEGER, PRIMARY KEY (product_key, store_key, snapshot_date));
        CREATE TABLE dim_promo (promo_key INTEGER, promo_name VARCHAR);
        COMMENT ON COLUMN fact_sales.net_amount IS '순매출';
        COMMENT ON COLUMN dim_store.region IS '지역';
        INSERT INTO dim_product VALUES (1, 'Pen', 'office', 2.00), (2, 'Mug', 'kitchen', 8.00);
        INSERT INTO dim_store VALUES (1, 'Main', 'North'), (2, 'Mall', 'South');
        INSERT INTO dim_promo VALUES (1, 'Spring'), (1, 'Summer');
        INSERT INTO fact_sales VALUES (1, 1, 1, '2024-01-05', 3, 6.00, 0), (2, 2, 1, '2024-01-20', 1, 8.00, 0.1), (3, 2, 2, '2024-02-10', 2, 16.00, 0.2);
        INSERT INTO fact_stock VALUES (1, 1, '2024-01-31', 9), (2, 1, '2024-01-31', 9), (1, 1, '2024-02-29', 5), (2, 1, '2024-02-29', 7), (1, 2, '2024-02-29', 1);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ImportedDatabase _imported;

    public DuckDbImportTests()
    {
        DuckDbUnderTest.Write(_folder.File("sales.duckdb"), Script);
        _imported = new ImportedDatabase($"main=duckdb:{_folder.File("sales.duckdb")}");
    }

    [Fact]
    public async Task Questions_are_answered_right_after_the_import()
    {
        await _imported.ImportAsync();

        (await _imported.AskAsync("total net amount by category")).ShouldBe(["kitchen | 24", "office | 6"]);
        (await _imported.AskAsync("total units by month")).ShouldBe(["2024-01-01 | 4", "2024-02-01 | 2"]);
        (await _imported.AskAsync("지역별 순매출")).ShouldBe(["South | 16", "North | 14"]);
        (await _imported.AskAsync("average list price by category")).ShouldBe(["kitchen | 8", "office | 2"]);
        (await _imported.AskAsync("how many stores")).ShouldBe(["2"]);
        (await _imported.AskAsync("stock quantity by store")).ShouldBe(["Main | 12", "Mall | 1"]);
    }

    [Fact]
    public async Task A_key_that_the_rows_disprove_is_no_key()
    {
        await _imported.ImportAsync();

        _imported.Report.ShouldContain("dim_promo.promo_key looks like a primary key, but is none: 2 of 2 rows share their value with another.");
        _imported.Report.ShouldContain("dim_store.store_key is taken for the primary key: it is filled and different in all 2 rows.");
        _imported.Model.ShouldNotContain("primary_key: [promo_key]");
    }

    public void Dispose()
    {
        _imported.Dispose();
        _folder.Dispose();
    }
}
