using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Sqlite;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Tests.Warehouses;

public sealed class SqliteUnderTest : WarehouseUnderTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;

    public string Path => System.IO.Path.Combine(folder, "facts.sqlite");

    public override SqlDialect Dialect => SqlDialects.Sqlite;

    public override bool ExactDecimals => false;

    public override string Slow => "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100000000000) SELECT COUNT(*) FROM t";

    public override Seq<string> Writes => base.Writes
        .Add("REPLACE INTO facts (id) VALUES (1)").Add("ALTER TABLE facts ADD COLUMN more INTEGER").Add("CREATE TEMP TABLE more (id INTEGER)").Add("CREATE VIEW more AS SELECT 1 AS n").Add("CREATE INDEX more ON facts (whole)")
        .Add("INSERT INTO facts (id) VALUES (9) RETURNING id").Add("PRAGMA query_only = 0").Add("PRAGMA writable_schema = 1").Add("PRAGMA journal_mode = WAL").Add("ATTACH DATABASE ':memory:' AS other").Add("VACUUM")
        .Add("VACUUM INTO '/tmp/facts.sqlite'").Add("ANALYZE").Add("BEGIN IMMEDIATE").Add("COMMIT").Add("SAVEPOINT s").Add("SELECT load_extension('more')").Add("SELECT * FROM pragma_journal_mode('wal')")
        .Add("SELECT 1; COMMIT; DELETE FROM facts");

    public override Seq<string> BareWrites =>
    [
        "DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9) RETURNING id", "REPLACE INTO facts (id) VALUES (1)", "CREATE TABLE more (id INTEGER)", "CREATE TABLE more AS SELECT 1 AS n", "DROP TABLE facts",
        "ALTER TABLE facts ADD COLUMN more INTEGER", "CREATE VIEW more AS SELECT 1 AS n", "CREATE INDEX more ON facts (whole)", "PRAGMA query_only = 0; DELETE FROM facts", "BEGIN IMMEDIATE; DELETE FROM facts; COMMIT", "SELECT 1; DELETE FROM facts",
        "PRAGMA journal_mode = WAL", "PRAGMA user_version = 9", "VACUUM", "ANALYZE",
    ];

    public override Seq<(string Text, object? Cell, SqlTypeKind Kind)> Typed =>
    [
        ("9223372036854775807", long.MaxValue, SqlTypeKind.BigInteger), ("-9223372036854775808", long.MinValue, SqlTypeKind.BigInteger), ("18446744073709551615", 18_446_744_073_709_551_615.0, SqlTypeKind.Double), ("0.1", 0.1, SqlTypeKind.Double),
        ("''", "", SqlTypeKind.Text), ("'12:30:00'", "12:30:00", SqlTypeKind.Text), ("'2024-02-29'", new DateOnly(2024, 2, 29), SqlTypeKind.Date), ("'2024-02-30'", "2024-02-30", SqlTypeKind.Text),
        ("'2024-02-29T23:59:59.5'", new DateTime(2024, 2, 29, 23, 59, 59, 500), SqlTypeKind.Timestamp), ("'2024-01-01 00:00:00+09:00'", "2024-01-01 00:00:00+09:00", SqlTypeKind.Text), ("NULL", null, SqlTypeKind.Unknown),
    ];

    public override Seq<(string Text, string Words)> Refused => [("x'00ff'", "binary data"), ("9e999", "without bound"), ("-9e999", "without bound")];

    public override string Parameter(string name) => $"${name}";

    public override string Numbers(int count) => $"WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < {count}) SELECT n FROM t";

    public override IWarehouse Open(string name) => new SqliteWarehouse(name, Path);

    public override Task<IWarehouse> MadeByAsync(string script)
    {
        var path = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.sqlite");
        Write(path, script);
        return Task.FromResult<IWarehouse>(new SqliteWarehouse("made", path));
    }

    public override object AsRead(string text) => text == "2024-02-29" ? new DateOnly(2024, 2, 29) : text;

    public override Task RunBareAsync(string statement)
    {
        using var session = SqliteSession.Open(Path, default);
        using var command = new SqliteCommand(statement, session);
        command.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override Task RunFreelyAsync(string statement)
    {
        var copy = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}.sqlite");
        File.Copy(Path, copy);
        Write(copy, statement);
        return Task.CompletedTask;
    }

    public override async Task<string> StateAsync() => await base.StateAsync() + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path)));

    public override Task InitializeAsync()
    {
        Write(
            Path,
            """
            CREATE TABLE facts (id INTEGER PRIMARY KEY, truth BOOLEAN, whole INTEGER, amount REAL, ratio REAL, word TEXT, day DATE, moment TIMESTAMP);
            INSERT INTO facts VALUES
              (1, 1, 9000000000, 12.34, 0.125, 'plain', '2024-02-29', '2024-02-29 23:59:58'),
              (2, 0, 5, 0.10, 0.5, '서울 호텔 🏨 O''Brien – ñ', '1999-12-31', '2024-03-01 00:00:00'),
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
        SqliteLibrary.Use();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        // What a test makes need not outlive a power cut: without waiting for the disk after each statement, thousands of them take no minute.
        using var command = new SqliteCommand($"PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; {script}", connection);
        command.ExecuteNonQuery();
    }
}

public sealed class SqliteWarehouseTests(SqliteUnderTest subject) : WarehouseSpecification(subject), IClassFixture<SqliteUnderTest>
{
    [Fact]
    public async Task A_missing_file_is_said_and_not_made()
    {
        using var folder = new TemporaryFolder();
        await using var missing = new SqliteWarehouse("sales", folder.File("none.sqlite"));

        var fault = await Should.ThrowAsync<WarehouseFault>(missing.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldBe($"The warehouse 'sales' cannot be opened: there is no file {folder.File("none.sqlite")}.");
        await Should.ThrowAsync<WarehouseFault>(missing.VersionsAsync([["facts"]], default));
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_another_kind_is_said()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("letter.txt"), new string('x', 5_000));
        await using var letter = new SqliteWarehouse("sales", folder.File("letter.txt"));

        var fault = await Should.ThrowAsync<WarehouseFault>(letter.QueryAsync(subject.Sql("SELECT 1 FROM facts"), QueryLimits.Default, default));

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldContain("is not a SQLite database");
    }

    [Fact]
    public async Task A_file_under_exclusive_writing_is_said_to_be_locked()
    {
        using var folder = new TemporaryFolder();
        SqliteUnderTest.Write(folder.File("busy.sqlite"), "CREATE TABLE facts (id INTEGER)");
        using var writer = new SqliteConnection($"Data Source={folder.File("busy.sqlite")};Pooling=False");
        writer.Open();
        using var hold = new SqliteCommand("BEGIN EXCLUSIVE; INSERT INTO facts VALUES (1)", writer);
        hold.ExecuteNonQuery();
        await using var busy = new SqliteWarehouse("sales", folder.File("busy.sqlite"));

        var limits = QueryLimits.Default with { Timeout = TimeSpan.FromSeconds(60) };
        var fault = await Should.ThrowAsync<WarehouseFault>(busy.QueryAsync(subject.Sql("SELECT id FROM facts"), limits, default));

        fault.Message.ShouldContain("is locked");
    }

    [Fact]
    public async Task A_file_put_in_its_place_is_read_by_the_next_query_and_has_another_version()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("sales.sqlite");
        SqliteUnderTest.Write(path, "CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)");
        await using var changing = new SqliteWarehouse("sales", path);
        (await changing.QueryAsync(subject.Sql("SELECT n FROM t"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(1L);
        var before = await changing.VersionsAsync([["t"]], default);

        SqliteUnderTest.Write(folder.File("new.sqlite"), "CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (2)");
        File.Move(folder.File("new.sqlite"), path, overwrite: true);

        (await changing.QueryAsync(subject.Sql("SELECT n FROM t"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(2L);
        (await changing.VersionsAsync([["t"]], default)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Other_files_and_settings_are_out_of_reach()
    {
        using var folder = new TemporaryFolder();
        SqliteUnderTest.Write(folder.File("other.sqlite"), "CREATE TABLE secret (n INTEGER)");

        await Should.ThrowAsync<WarehouseFault>(Ask($"ATTACH DATABASE '{folder.File("other.sqlite")}' AS other"));
        await Should.ThrowAsync<WarehouseFault>(Ask("PRAGMA query_only = 0"));
        await Should.ThrowAsync<WarehouseFault>(Ask("SELECT load_extension('x')"));
    }

    [Theory]
    [InlineData("SELECT k FROM lines WHERE rowid = 5", 1)]
    [InlineData("SELECT k FROM lines WHERE k = 5", 10)]
    [InlineData("SELECT k FROM lines WHERE k > 5", 1_000)]
    [InlineData("SELECT COUNT(*) AS n FROM lines", 1_000)]
    [InlineData("SELECT p.n, (SELECT MAX(l.v) FROM lines l WHERE l.v < p.n) AS most FROM parts p", 50_000)]
    [InlineData("SELECT p.n, (SELECT COUNT(*) FROM lines l WHERE l.k = p.n) AS lines FROM parts p", 500)]
    [InlineData("SELECT SUM(l.v) AS total FROM parts p JOIN lines l ON l.rowid = p.n", 50)]
    [InlineData("SELECT SUM(l.v) AS total FROM parts p JOIN lines l ON l.v = p.n", 1_000)]
    public async Task Loops_and_searches_of_a_statement_say_what_it_reads(string text, long rows)
    {
        await using var made = await subject.MadeByAsync(
            """
            CREATE TABLE lines (k INTEGER, v INTEGER);
            INSERT INTO lines WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1000) SELECT n % 100, n FROM t;
            CREATE INDEX lines_k ON lines (k);
            CREATE TABLE parts (n INTEGER PRIMARY KEY);
            INSERT INTO parts SELECT v FROM lines WHERE v <= 50;
            ANALYZE;
            """);

        (await EstimateAsync(made, text)).Scans.Single(scan => scan.Table == ["lines"]).Rows.ShouldBe(rows);
    }

    [Fact]
    public async Task A_table_that_was_never_analysed_is_as_large_as_its_highest_rowid_and_without_one_unknown()
    {
        await using var made = await subject.MadeByAsync("CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1), (2); CREATE TABLE b (n INTEGER PRIMARY KEY) WITHOUT ROWID; CREATE TABLE c (n INTEGER)");

        (await EstimateAsync(made, "SELECT a.n FROM a, b, c")).Scans.ShouldBe([new ScanEstimate(["a"], 2, null), new ScanEstimate(["b"], null, null), new ScanEstimate(["c"], 0, null)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_computed_day_is_a_date_and_a_computed_instant_a_timestamp()
    {
        var result = await Ask("SELECT date(day, 'start of month') AS month, datetime(moment, 'start of day') AS start, strftime('%Y', day) AS year FROM facts WHERE id = 1");

        result.Rows[0].ShouldBe([new DateOnly(2024, 2, 1), new DateTime(2024, 2, 29), "2024"]);
        result.Columns.Select(column => column.Type).ShouldBe([SqlType.Date, SqlType.Timestamp, SqlType.Text]);
    }

    [Fact]
    public async Task A_column_that_mixes_whole_numbers_and_reals_is_of_reals()
    {
        var result = await Ask("SELECT CASE id WHEN 1 THEN 1 ELSE 0.5 END AS mixed FROM facts ORDER BY id");

        result.Rows.Select(row => row[0]).ShouldBe([1.0, 0.5, 0.5]);
    }
}
