using BiAssistant.DuckDb;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.DuckDb;

namespace BiAssistant.Tests.Warehouses;

public sealed class DuckDbUnderTest : WarehouseUnderTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;

    public string Path => System.IO.Path.Combine(folder, "facts.duckdb");

    public override SqlDialect Dialect => SqlDialects.DuckDb;

    public override string Slow => "SELECT COUNT(*) FROM range(2000000) a(x), range(2000000) b(y) WHERE a.x * b.y % 7 = 3";

    public override string Parameter(string name) => $"${name}";

    public override string Numbers(int count) => $"SELECT n FROM range(1, {count} + 1) t(n)";

    public override IWarehouse Open(string name) => new DuckDbWarehouse(name, Path);

    public override Task<IWarehouse> MadeByAsync(string script)
    {
        var path = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.duckdb");
        Write(path, script);
        return Task.FromResult<IWarehouse>(new DuckDbWarehouse("made", path));
    }

    public override Task InitializeAsync()
    {
        Write(
            Path,
            """
            CREATE TABLE facts (id INTEGER PRIMARY KEY, truth BOOLEAN, whole BIGINT, amount DECIMAL(12, 2), ratio DOUBLE, word VARCHAR, day DATE, moment TIMESTAMP);
            INSERT INTO facts VALUES
              (1, true, 9000000000, 12.34, 0.125, 'plain', '2024-02-29', '2024-02-29 23:59:58'),
              (2, false, 5, 0.10, 0.5, '서울 호텔 🏨 O''Brien – ñ', '1999-12-31', '2024-03-01 00:00:00'),
              (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """);
        return Task.CompletedTask;
    }

    public override Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    public static void Write(string path, string script)
    {
        using var connection = new DuckDbConnection($"Data Source={path}");
        connection.Open();
        using var command = new DuckDbCommand(script, connection);
        command.ExecuteNonQuery();
    }
}

public sealed class DuckDbWarehouseTests(DuckDbUnderTest subject) : WarehouseSpecification(subject), IClassFixture<DuckDbUnderTest>
{
    [Fact]
    public async Task A_missing_file_is_said_and_not_made()
    {
        using var folder = new TemporaryFolder();
        await using var missing = new DuckDbWarehouse("sales", folder.File("none.duckdb"));

        var fault = await Should.ThrowAsync<WarehouseFault>(missing.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldBe($"The warehouse 'sales' cannot be opened: there is no file {folder.File("none.duckdb")}.");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_another_kind_is_said()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("letter.txt"), new string('x', 20_000));
        await using var letter = new DuckDbWarehouse("sales", folder.File("letter.txt"));

        var fault = await Should.ThrowAsync<WarehouseFault>(letter.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldContain("is not a DuckDB database");
    }

    [Fact]
    public async Task A_file_put_in_its_place_is_read_by_the_next_query_though_an_older_one_still_runs()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sales.duckdb");
        DuckDbUnderTest.Write(path, "CREATE TABLE t AS SELECT 1 AS n");
        await using var changing = new DuckDbWarehouse("sales", path);
        (await changing.QueryAsync(subject.Sql("SELECT n FROM t"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(1);
        var before = await changing.VersionsAsync([["t"]], default);
        var older = changing.QueryAsync(subject.Sql(subject.Slow), QueryLimits.Default with { Timeout = TimeSpan.FromMilliseconds(500) }, default);

        DuckDbUnderTest.Write(folder.File("new.duckdb"), "CREATE TABLE t AS SELECT 2 AS n");
        File.Move(folder.File("new.duckdb"), path, overwrite: true);

        (await changing.QueryAsync(subject.Sql("SELECT n FROM t"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(2);
        (await changing.VersionsAsync([["t"]], default)).ShouldNotBe(before);
        await Should.ThrowAsync<WarehouseFault>(older);
    }

    [Fact]
    public async Task A_table_is_found_by_its_whole_name_and_rows_fetched_by_their_places_are_no_second_scan()
    {
        await using var made = await subject.MadeByAsync(
            """
            CREATE SCHEMA crm;
            CREATE TABLE crm."odd.""name" AS SELECT n, 'word ' || n AS word FROM range(60000) t(n);
            CREATE TABLE "odd.""name" (n INTEGER);
            """);

        var estimate = await EstimateAsync(made, "SELECT word FROM crm.\"odd.\"\"name\" WHERE n % 2 = 1 ORDER BY n LIMIT 5");

        estimate.Scans.ShouldBe([new ScanEstimate(["crm", "odd.\"name"], 60_000, null)]);
    }

    [Fact]
    public async Task Of_a_large_table_the_stretches_outside_a_span_of_days_are_not_counted_as_read()
    {
        const int all = 5_100_000;
        await using var made = await subject.MadeByAsync(
            $"CREATE TABLE events AS SELECT n, DATE '2020-01-01' + (n // 10000)::INTEGER AS day, TIMESTAMP '2020-01-01' + to_seconds(n * 8) AS moment FROM range({all}) t(n)");
        (string Condition, int Least, int Most)[] cases =
        [
            ("day >= DATE '2020-02-01' AND day < DATE '2020-02-11'", 100_000, 500_000),
            ("moment >= TIMESTAMP '2020-02-01' AND moment < TIMESTAMP '2020-02-11' AND n % 7 = 1", 100_000, 500_000),
            ("day = DATE '2020-02-01'", 10_000, 300_000),
            ("day > DATE '2020-03-01' AND moment < TIMESTAMP '2020-02-11'", 0, 500_000),
            ("day < DATE '2020-02-01' OR n = 7", all, all),
            ("n < 100", all, all),
            ("extract(month FROM day) = 2", all, all),
        ];
        foreach (var (condition, least, most) in cases)
        {
            var read = (await EstimateAsync(made, $"SELECT SUM(n) AS total FROM events WHERE {condition}")).Scans.Single().Rows.ShouldNotBeNull();
            read.ShouldBeInRange(least, most, condition);
        }
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv_auto('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("ATTACH '/tmp/other.duckdb'")]
    [InlineData("COPY facts TO '/tmp/facts.csv'")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("CREATE TEMP TABLE facts AS SELECT 1 AS id")]
    [InlineData("INSTALL httpfs")]
    public async Task Other_files_and_settings_are_out_of_reach(string text) =>
        (await Should.ThrowAsync<WarehouseFault>(Ask(text))).Kind.ShouldBe(WarehouseFaultKind.Rejected);

    [Fact]
    public async Task A_whole_number_too_wide_for_64_bits_makes_its_column_decimal()
    {
        var result = await Ask("SELECT * FROM (VALUES (1::HUGEINT), (100000000000000000000::HUGEINT)) t(n)");

        result.Rows.Select(row => row[0]).ShouldBe([1m, 100_000_000_000_000_000_000m]);
        result.Columns[0].Type.ShouldBe(SqlType.Decimal(38, 0));
    }

    [Theory]
    [InlineData("SELECT 12345678901234567890123456789012345678::DECIMAL(38,0) AS n", "more digits than can be kept exactly")]
    [InlineData("SELECT [1, 2] AS n", "which cannot be shown")]
    [InlineData("SELECT 'nan'::DOUBLE AS n", "not a number")]
    [InlineData("SELECT '\\x00'::BLOB AS n", "binary data")]
    public async Task A_value_without_an_honest_cell_is_refused_with_its_column(string text, string words)
    {
        var fault = await Should.ThrowAsync<WarehouseFault>(Ask(text));

        fault.Message.ShouldContain("'n'");
        fault.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Small_kinds_of_number_and_text_come_as_the_documented_cells()
    {
        var result = await Ask(
            "SELECT 1::UTINYINT AS a, 18446744073709551615::UBIGINT AS b, 0.1::REAL AS c, '12:30:00'::TIME AS d, 'x'::ENUM('x') AS e, '6f9619ff-8b86-d011-b42d-00c04fc964ff'::UUID AS f, TIMESTAMPTZ '2024-01-01 00:00:00+09' AS g");

        result.Rows[0].ShouldBe([1L, 18446744073709551615m, 0.1, new TimeOnly(12, 30), "x", "6f9619ff-8b86-d011-b42d-00c04fc964ff", new DateTime(2023, 12, 31, 15, 0, 0)]);
    }
}
