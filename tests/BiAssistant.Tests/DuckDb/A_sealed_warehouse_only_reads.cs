using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class A_sealed_warehouse_only_reads : IDisposable
{
    private readonly Folder folder = new();
    private readonly DuckDbConnection connection;

    public A_sealed_warehouse_only_reads()
    {
        using (var writer = Database.Open($"Data Source={Path}"))
        {
            writer.Run("CREATE TABLE facts AS SELECT range AS n FROM range(10)");
        }

        File.WriteAllText(folder.File("rows.csv"), "n\n1\n");
        connection = Database.Open(DuckDbConnectionStringBuilder.ForReading(Path).ConnectionString);
    }

    private string Path => folder.File("warehouse.duckdb");

    [Fact]
    public void Reading_works() =>
        connection.Scalar("SELECT sum(n)::BIGINT FROM facts").ShouldBe(45L);

    [Theory]
    [InlineData("INSERT INTO facts VALUES (1)")]
    [InlineData("UPDATE facts SET n = 0")]
    [InlineData("DELETE FROM facts")]
    [InlineData("DROP TABLE facts")]
    [InlineData("CREATE TABLE other (n INTEGER)")]
    [InlineData("CREATE VIEW other AS SELECT 1")]
    [InlineData("COMMIT; DELETE FROM facts")]
    public void Nothing_is_written(string sql)
    {
        Should.Throw<DuckDbException>(() => connection.Run(sql));
        connection.Scalar("SELECT count(*) FROM facts").ShouldBe(10L);
    }

    [Theory]
    [InlineData("COPY facts TO '{0}/out.csv'")]
    [InlineData("COPY (SELECT 1) TO '{0}/out.parquet' (FORMAT parquet)")]
    [InlineData("EXPORT DATABASE '{0}/out'")]
    [InlineData("SELECT * FROM read_csv('{0}/rows.csv')")]
    [InlineData("SELECT * FROM '{0}/rows.csv'")]
    [InlineData("SELECT * FROM read_text('{0}/rows.csv')")]
    [InlineData("SELECT * FROM read_blob('{0}/rows.csv')")]
    [InlineData("SELECT * FROM glob('{0}/*')")]
    [InlineData("SELECT * FROM read_parquet('https://example.com/x.parquet')")]
    [InlineData("ATTACH '{0}/other.duckdb'")]
    public void No_file_is_reached(string sql)
    {
        var files = Directory.GetFileSystemEntries(System.IO.Path.GetDirectoryName(Path).ShouldNotBeNull()).Order().ToArray();
        Should.Throw<DuckDbException>(() => connection.Run(sql.Replace("{0}", System.IO.Path.GetDirectoryName(Path), StringComparison.Ordinal)));
        Directory.GetFileSystemEntries(System.IO.Path.GetDirectoryName(Path).ShouldNotBeNull()).Order().ShouldBe(files);
    }

    [Theory]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("SET GLOBAL threads = 64")]
    [InlineData("PRAGMA memory_limit = '100GB'")]
    [InlineData("RESET memory_limit")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    public void No_setting_is_changed_and_no_extension_comes_in(string sql) =>
        Should.Throw<DuckDbException>(() => connection.Run(sql));

    [Fact]
    public void A_second_process_that_only_reads_would_find_the_file_unlocked()
    {
        // The write lock is what would keep another process out; a read-only file can even be moved over while it is open.
        File.Move(folder.File("rows.csv"), folder.File("moved.csv"));
        using var second = Database.Open(DuckDbConnectionStringBuilder.ForReading(Path).ConnectionString);
        second.Scalar("SELECT count(*) FROM facts").ShouldBe(10L);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_made()
    {
        var missing = folder.File("missing.duckdb");
        Should.Throw<DuckDbException>(() => Database.Open(DuckDbConnectionStringBuilder.ForReading(missing).ConnectionString)).Message.ShouldContain("missing.duckdb");
        File.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        var text = folder.File("text.duckdb");
        File.WriteAllText(text, new string('x', 20_000));
        Should.Throw<DuckDbException>(() => Database.Open(DuckDbConnectionStringBuilder.ForReading(text).ConnectionString)).Kind.ShouldBe(DuckDbErrorKind.Io);
    }

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }
}
