using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.DuckDb;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Tests.Warehouses;

public sealed class DuckDbUnderTest : WarehouseUnderTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;

    public string Path => System.IO.Path.Combine(folder, "facts.duckdb");

    public override SqlDialect Dialect => SqlDialects.DuckDb;

    public override string Slow => "SELECT COUNT(*) FROM range(2000000) a(x), range(2000000) b(y) WHERE a.x * b.y % 7 = 3";

    public override Seq<string> Writes => base.Writes
        .Add("SELECT nextval('counter')").Add("TRUNCATE facts").Add("ALTER TABLE facts ADD COLUMN more INTEGER").Add("CREATE TEMP TABLE facts AS SELECT 1 AS id").Add("CREATE VIEW more AS SELECT 1 AS n")
        .Add("COPY facts TO '/tmp/facts.csv'").Add("COPY facts FROM '/tmp/facts.csv'").Add("EXPORT DATABASE '/tmp/facts'").Add("ATTACH '/tmp/other.duckdb'").Add("CHECKPOINT").Add("INSTALL httpfs")
        .Add("SET enable_external_access = true").Add("PRAGMA enable_external_access = true").Add("SET access_mode = 'READ_WRITE'").Add("COMMIT").Add("BEGIN").Add("EXPLAIN ANALYZE DELETE FROM facts")
        .Add("WITH gone AS (DELETE FROM facts RETURNING id) SELECT COUNT(*) FROM gone").Add("SELECT * INTO more FROM facts").Add("SELECT * FROM query('DELETE FROM facts')").Add("PREPARE gone AS DELETE FROM facts")
        .Add("INSERT INTO facts (id) VALUES (9) RETURNING id");

    public override Seq<string> BareWrites =>
    [
        "DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9) RETURNING id", "CREATE TABLE more (id INTEGER)", "CREATE TABLE more AS SELECT 1 AS n", "DROP TABLE facts",
        "TRUNCATE facts", "ALTER TABLE facts ADD COLUMN more INTEGER", "CREATE VIEW more AS SELECT 1 AS n", "CREATE INDEX more ON facts (whole)", "SELECT nextval('counter')", "BEGIN; DELETE FROM facts; COMMIT",
        "SELECT 1; DELETE FROM facts", "EXPLAIN ANALYZE DELETE FROM facts", "PREPARE gone AS DELETE FROM facts; EXECUTE gone", "COMMENT ON TABLE facts IS 'more'",
    ];

    public override Seq<(string Text, object? Cell, SqlTypeKind Kind)> Typed =>
    [
        ("true", true, SqlTypeKind.Boolean), ("NULL::BOOLEAN", null, SqlTypeKind.Boolean), ("255::UTINYINT", 255L, SqlTypeKind.BigInteger), ("(-128)::TINYINT", -128L, SqlTypeKind.BigInteger),
        ("4294967295::UINTEGER", 4_294_967_295L, SqlTypeKind.BigInteger), ("9223372036854775807::UBIGINT", long.MaxValue, SqlTypeKind.BigInteger), ("(-9223372036854775808)::BIGINT", long.MinValue, SqlTypeKind.BigInteger),
        ("18446744073709551615::UBIGINT", 18_446_744_073_709_551_615m, SqlTypeKind.Decimal), ("100000000000000000000::HUGEINT", 100_000_000_000_000_000_000m, SqlTypeKind.Decimal),
        ("12345678901234567890123456.78::DECIMAL(28, 2)", 12345678901234567890123456.78m, SqlTypeKind.Decimal), ("(-0.01)::DECIMAL(12, 2)", -0.01m, SqlTypeKind.Decimal), ("0.1::REAL", 0.1, SqlTypeKind.Double),
        ("1.7976931348623157e308::DOUBLE", double.MaxValue, SqlTypeKind.Double), ("''", "", SqlTypeKind.Text), ("'x'::ENUM('x')", "x", SqlTypeKind.Text), ("'6f9619ff-8b86-d011-b42d-00c04fc964ff'::UUID", "6f9619ff-8b86-d011-b42d-00c04fc964ff", SqlTypeKind.Text),
        ("DATE '0001-01-01'", DateOnly.MinValue, SqlTypeKind.Date), ("DATE '9999-12-31'", DateOnly.MaxValue, SqlTypeKind.Date), ("TIME '23:59:59.123456'", new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(123_456)), SqlTypeKind.Time),
        ("TIMESTAMP '2024-02-29 23:59:59.123456'", new DateTime(2024, 2, 29, 23, 59, 59).AddMicroseconds(123_456), SqlTypeKind.Timestamp), ("TIMESTAMP_NS '2024-02-29 23:59:59.123456789'", new DateTime(2024, 2, 29, 23, 59, 59).AddTicks(1_234_567), SqlTypeKind.Timestamp),
        ("TIMESTAMPTZ '2024-01-01 00:00:00+09'", new DateTime(2023, 12, 31, 15, 0, 0), SqlTypeKind.TimestampTz),
    ];

    public override Seq<(string Text, string Words)> Refused =>
    [
        ("12345678901234567890123456789012345678::DECIMAL(38, 0)", "more digits than can be kept exactly"), ("0.00000000000000000000000000000000000001::DECIMAL(38, 38)", "more digits than can be kept exactly"),
        ("170141183460469231731687303715884105727::HUGEINT", "more digits than can be kept exactly"), ("'nan'::DOUBLE", "not a number"), ("'-infinity'::DOUBLE", "without bound"), ("'\\x00'::BLOB", "binary data"),
        ("INTERVAL 1 MONTH", "INTERVAL, which cannot be shown"), ("[1, 2]", "which cannot be shown"), ("{'a': 1}", "which cannot be shown"), ("'infinity'::DATE", "which cannot be shown"), ("DATE '294247-01-10'", "which cannot be shown"),
        ("'infinity'::TIMESTAMP", "which cannot be shown"), ("DATE '0044-03-15 (BC)'", "which cannot be shown"), ("TIMETZ '12:00:00+09'", "which cannot be shown"),
    ];

    public override string Parameter(string name) => $"${name}";

    public override string Numbers(int count) => $"SELECT n FROM range(1, {count} + 1) t(n)";

    public override IWarehouse Open(string name) => new DuckDbWarehouse(name, Path);

    public override Task<IWarehouse> MadeByAsync(string script)
    {
        var path = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.duckdb");
        Write(path, script);
        return Task.FromResult<IWarehouse>(new DuckDbWarehouse("made", path));
    }

    public override Task RunBareAsync(string statement)
    {
        using var sessions = new DuckDbSessions("bare", Path);
        var session = sessions.Rent(default);
        try
        {
            Run(session, statement);
        }
        finally
        {
            sessions.Return(session, whole: false);
        }

        return Task.CompletedTask;
    }

    public override Task RunFreelyAsync(string statement)
    {
        var copy = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.duckdb");
        File.Copy(Path, copy);
        Write(copy, statement);
        return Task.CompletedTask;
    }

    public override Task InitializeAsync()
    {
        Write(
            Path,
            """
            CREATE SEQUENCE counter;
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
        Run(connection, script);
    }

    private static void Run(DuckDbConnection connection, string script)
    {
        using var command = new DuckDbCommand(script, connection);
        command.ExecuteNonQuery();
    }
}

public sealed class DuckDbWarehouseTests(DuckDbUnderTest subject) : WarehouseSpecification(subject), IClassFixture<DuckDbUnderTest>
{
    [Fact]
    public async Task A_query_that_needs_more_memory_than_it_may_have_is_a_fault_and_the_next_one_runs()
    {
        // Forty megabytes of words to be put in order.
        const string Hungry = "SELECT MAX(place) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY repeat((n * 7919 % 1000003)::VARCHAR, 12)) AS place FROM range(1000000, 1500000) t(n)) words";
        using var folder = new TemporaryFolder();
        DuckDbUnderTest.Write(folder.File("narrow.duckdb"), "CREATE TABLE few AS SELECT 3 AS n");
        await using var narrow = new DuckDbWarehouse("narrow", folder.File("narrow.duckdb"), limits: new DuckDbLimits("20MB", "1MB"));

        var fault = await Should.ThrowAsync<WarehouseFault>(narrow.QueryAsync(subject.Sql(Hungry), QueryLimits.Default, default));

        fault.Cause.ShouldBe(new MemoryFull());
        fault.Message.ShouldBe("The warehouse 'narrow' has too little memory for this question.");
        (await narrow.QueryAsync(subject.Sql("SELECT n, current_setting('memory_limit') AS memory, current_setting('max_temp_directory_size') AS files FROM few"), QueryLimits.Default, default))
            .Rows.ShouldHaveSingleItem().ShouldBe([3L, "19.0 MiB", "976.5 KiB"]);
        await using var roomy = subject.Open("roomy");
        (await roomy.QueryAsync(subject.Sql(Hungry), QueryLimits.Default, default)).Rows[0][0].ShouldBe(500_000L);
    }

    [Fact]
    public async Task What_has_no_room_in_memory_lies_in_temporary_files_up_to_their_bound()
    {
        const string Large = "SELECT MAX(place) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY repeat((n * 7919 % 1000003)::VARCHAR, 12)) AS place FROM range(1000000, 2500000) t(n)) words";
        using var folder = new TemporaryFolder();
        DuckDbUnderTest.Write(folder.File("some.duckdb"), "CREATE TABLE few AS SELECT 3 AS n");
        DuckDbUnderTest.Write(folder.File("none.duckdb"), "CREATE TABLE few AS SELECT 3 AS n");
        await using var some = new DuckDbWarehouse("some", folder.File("some.duckdb"), limits: new DuckDbLimits("64MB", "1GB"));
        await using var none = new DuckDbWarehouse("none", folder.File("none.duckdb"), limits: new DuckDbLimits("64MB", "1MB"));

        (await some.QueryAsync(subject.Sql(Large), QueryLimits.Default, default)).Rows[0][0].ShouldBe(1_500_000L);
        (await Should.ThrowAsync<WarehouseFault>(none.QueryAsync(subject.Sql(Large), QueryLimits.Default, default))).Cause.ShouldBe(new MemoryFull());
        (await none.QueryAsync(subject.Sql("SELECT n FROM few"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(3L);
    }

    [Fact]
    public async Task Whoever_else_opens_the_file_of_a_warehouse_for_reading_does_so_within_the_same_bounds()
    {
        const string Bounds = "SELECT current_setting('memory_limit') || ' ' || current_setting('max_temp_directory_size') || ' ' || current_setting('temp_directory') AS bounds FROM few";
        using var folder = new TemporaryFolder();
        DuckDbUnderTest.Write(folder.File("sales.duckdb"), "CREATE TABLE few AS SELECT 3 AS n");
        File.CreateSymbolicLink(folder.File("link.duckdb"), folder.File("sales.duckdb"));
        await using var sales = new DuckDbWarehouse("sales", folder.File("sales.duckdb"));
        var bounds = (await sales.QueryAsync(subject.Sql(Bounds), QueryLimits.Default, default)).Rows[0][0];

        using var beside = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(folder.File("link.duckdb")).ToString());
        beside.Open();
        using var command = new DuckDbCommand(Bounds, beside);

        command.ExecuteScalar().ShouldBe(bounds);
        bounds.ShouldBeOfType<string>().ShouldContain(" 18.6 GiB ");
    }

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
    [InlineData("SELECT * FROM glob('/etc/*')")]
    public async Task Other_files_are_out_of_reach(string text) =>
        (await Should.ThrowAsync<WarehouseFault>(Ask(text))).Kind.ShouldBe(WarehouseFaultKind.Rejected);

    [Fact]
    public async Task A_whole_number_too_wide_for_64_bits_makes_its_column_decimal()
    {
        var result = await Ask("SELECT * FROM (VALUES (1::HUGEINT), (100000000000000000000::HUGEINT)) t(n)");

        result.Rows.Select(row => row[0]).ShouldBe([1m, 100_000_000_000_000_000_000m]);
        result.Columns[0].Type.ShouldBe(SqlType.Decimal(38, 0));
    }
}
