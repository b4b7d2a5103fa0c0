using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.Postgres;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Postgres;
using Npgsql;

namespace BiAssistant.Tests.Warehouses;

public sealed class PostgresUnderTest : ServerUnderTest
{
    private PostgresDatabase? database;

    public PostgresDatabase Place => database ?? throw new InvalidOperationException("There is no server.");

    public override SqlDialect Dialect => SqlDialects.PostgreSql;

    public override string Slow => "SELECT COUNT(*) FROM generate_series(1, 2000000) a (x), generate_series(1, 2000000) b (y) WHERE a.x * 1.0 * b.y = 3";

    public override int MostSessions => 4 + QueryGate.LookUpPlaces + 1;

    public override Seq<string> Writes => BareWrites
        .Add("COMMIT; DELETE FROM facts").Add("SELECT 1; DELETE FROM facts").Add("SELECT 1) ; DELETE FROM facts; (SELECT 2").Add("COMMIT").Add("SET TRANSACTION READ WRITE").Add("SET default_transaction_read_only = off")
        .Add("SELECT set_config('transaction_read_only', 'off', false)").Add("COPY facts TO '/tmp/facts.csv'").Add("COPY (SELECT 1) TO PROGRAM 'true'").Add("EXPLAIN ANALYZE SELECT 1").Add("SHOW server_version").Add("LISTEN more").Add("NOTIFY more")
        .Add("PREPARE gone AS DELETE FROM facts").Add("DECLARE c CURSOR FOR SELECT 1").Add("LOCK TABLE facts").Add("VACUUM facts").Add("DISCARD ALL");

    public override Seq<string> BareWrites =>
    [
        "DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9) RETURNING id", "MERGE INTO facts USING (SELECT 1 AS n) AS m ON id = n WHEN MATCHED THEN DELETE", "TRUNCATE facts", "DROP TABLE facts CASCADE",
        "CREATE TABLE more (id integer)", "CREATE TABLE more AS SELECT 1 AS n", "CREATE TEMP TABLE more (id integer)", "SELECT * INTO more FROM facts", "ALTER TABLE facts ADD COLUMN more integer", "CREATE VIEW more AS SELECT 1 AS n",
        "CREATE INDEX more ON facts (whole)", "COMMENT ON TABLE facts IS 'more'", "GRANT SELECT ON facts TO PUBLIC", "SELECT nextval('counter')", "SELECT setval('counter', 9)", "SELECT wipe()", "DO $$ BEGIN DELETE FROM facts; END $$",
        "WITH gone AS (DELETE FROM facts RETURNING id) SELECT COUNT(*) FROM gone", "COPY facts (id) FROM PROGRAM 'echo 9'", "SELECT id FROM facts FOR UPDATE", "EXPLAIN ANALYZE DELETE FROM facts",
    ];

    public override Seq<(string Text, object? Cell, SqlTypeKind Kind)> Typed =>
    [
        ("true", true, SqlTypeKind.Boolean), ("32767::smallint", 32_767L, SqlTypeKind.BigInteger), ("(-9223372036854775808)::bigint", long.MinValue, SqlTypeKind.BigInteger), ("4294967295::oid", 4_294_967_295L, SqlTypeKind.BigInteger),
        ("18446744073709551615::numeric", 18_446_744_073_709_551_615m, SqlTypeKind.Decimal), ("12345678901234567890123456.78::numeric(28, 2)", 12345678901234567890123456.78m, SqlTypeKind.Decimal), ("7::numeric(12, 2)", 7.00m, SqlTypeKind.Decimal),
        ("7::numeric", 7L, SqlTypeKind.BigInteger), ("1::numeric / 3", 0.33333333333333333333m, SqlTypeKind.Decimal), ("12.34::money", 12.34m, SqlTypeKind.Decimal), ("0.1::real", 0.1, SqlTypeKind.Double), ("1.7976931348623157e308::double precision", double.MaxValue, SqlTypeKind.Double),
        ("''", "", SqlTypeKind.Text), ("'ab '::char(5)", "ab", SqlTypeKind.Text), ("'good'::mood", "good", SqlTypeKind.Text), ("'6f9619ff-8b86-d011-b42d-00c04fc964ff'::uuid", "6f9619ff-8b86-d011-b42d-00c04fc964ff", SqlTypeKind.Text), ("'{\"a\": 1}'::jsonb", "{\"a\": 1}", SqlTypeKind.Text),
        ("DATE '0001-01-01'", DateOnly.MinValue, SqlTypeKind.Date), ("DATE '9999-12-31'", DateOnly.MaxValue, SqlTypeKind.Date), ("TIME '23:59:59.123456'", new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(123_456)), SqlTypeKind.Time),
        ("TIMESTAMP '2024-02-29 23:59:59.123456'", new DateTime(2024, 2, 29, 23, 59, 59).AddMicroseconds(123_456), SqlTypeKind.Timestamp), ("TIMESTAMPTZ '2024-01-01 00:00:00+09'", new DateTime(2023, 12, 31, 15, 0, 0), SqlTypeKind.TimestampTz),
        ("TIMESTAMPTZ '2024-03-31 02:30:00 Europe/Berlin'", new DateTime(2024, 3, 31, 1, 30, 0), SqlTypeKind.TimestampTz),
    ];

    public override Seq<(string Text, string Words)> Refused =>
    [
        ("1234567890123456789012345678901234567890::numeric", "more digits than can be kept exactly"), ("0.1234567890123456789012345678901::numeric(40, 31)", "more digits than can be kept exactly"), ("'NaN'::numeric", "which cannot be shown"), ("'Infinity'::numeric", "which cannot be shown"),
        ("'NaN'::double precision", "not a number"), ("'-Infinity'::real", "without bound"), ("'\\x00'::bytea", "binary data"), ("INTERVAL '1 month'", "interval, which cannot be shown"), ("ARRAY[1, 2]", "which cannot be shown"), ("ROW(1, 2)", "which cannot be shown"),
        ("DATE 'infinity'", "which cannot be shown"), ("DATE '0044-03-15 BC'", "which cannot be shown"), ("DATE '12024-01-01'", "which cannot be shown"), ("TIMESTAMP '-infinity'", "which cannot be shown"), ("TIMESTAMP '12024-01-01'", "which cannot be shown"),
        ("TIME '24:00:00'", "which cannot be shown"), ("TIMETZ '12:00:00+09'", "which cannot be shown"), ("point(1, 2)", "which cannot be shown"),
    ];

    public override string Parameter(string name) => $"@{name}";

    public override string Numbers(int count) => $"SELECT n FROM generate_series(1, {count}) t (n)";

    public override IWarehouse Open(string name) => new PostgresWarehouse(name, database?.Url ?? "postgres://localhost/none");

    public override async Task<IWarehouse> MadeByAsync(string script)
    {
        var made = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await made.ExecuteAsync(script);
        return new PostgresWarehouse("made", made.Url);
    }

    public override Task<long> RunningAsync(string words) =>
        CountAsync($"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%{words}%'");

    public override Task<long> SessionsAsync() => CountAsync("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    public override Task EndAsync(string words) =>
        Place.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%{words}%'");

    public override Task RunBareAsync(string statement) => RunBareAsync(statement, QueryLimits.Default.Timeout);

    public override async Task RunBareAsync(string statement, TimeSpan limit)
    {
        await using var warehouse = new PostgresWarehouse("bare", Place.Url);
        await warehouse.InTransaction(
            limit,
            async (session, _, stop) =>
            {
                await using var command = new NpgsqlBatch(session) { BatchCommands = { new NpgsqlBatchCommand(statement) } };
                return await command.ExecuteNonQueryAsync(stop);
            },
            default);
    }

    public override Task RunFreelyAsync(string statement) => Place.ExecuteAsync($"BEGIN; {statement}; ROLLBACK; SELECT setval('counter', 1, false)");

    public override async Task<string> StateAsync() =>
        $"{await base.StateAsync()}\n{await CountAsync("SELECT last_value + is_called::int FROM counter")} {await CountAsync("SELECT COUNT(*) FROM pg_largeobject_metadata")} {await CountAsync("SELECT COUNT(*) FROM pg_description WHERE objoid = 'facts'::regclass")}";

    public override async Task InitializeAsync()
    {
        if (PostgresServer.Missing is not null)
        {
            return;
        }

        database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE SEQUENCE counter;
            CREATE TABLE facts (id integer PRIMARY KEY, truth boolean, whole bigint, amount numeric(12, 2), ratio double precision, word text, day date, moment timestamp);
            CREATE TABLE moods (id uuid, mood mood);
            INSERT INTO moods VALUES ('6f9619ff-8b86-d011-b42d-00c04fc964ff', 'good');
            INSERT INTO facts VALUES
              (1, true, 9000000000, 12.34, 0.125, 'plain', '2024-02-29', '2024-02-29 23:59:58'),
              (2, false, 5, 0.10, 0.5, '서울 호텔 🏨 O''Brien – ñ', '1999-12-31', '2024-03-01 00:00:00'),
              (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            CREATE FUNCTION wipe() RETURNS integer LANGUAGE sql AS 'DELETE FROM facts RETURNING id';
            CREATE VIEW known AS SELECT * FROM facts WHERE word IS NOT NULL;
            """);
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    private async Task<long> CountAsync(string text)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Place.Place.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(text);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

[NeedsPostgres]
public sealed class PostgresWarehouseTests(PostgresUnderTest subject) : ServerSpecification(subject), IClassFixture<PostgresUnderTest>
{
    private static readonly Lazy<Task<PostgresDatabase>> PlannedPlace = new(async () =>
    {
        var place = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await place.ExecuteAsync(
            """
            CREATE TABLE lines (k int, v int PRIMARY KEY) WITH (autovacuum_enabled = off);
            INSERT INTO lines SELECT n % 100, n FROM generate_series(1, 30000) n;
            CREATE TABLE parts (n int) WITH (autovacuum_enabled = off);
            INSERT INTO parts SELECT n FROM generate_series(1, 50) n;
            CREATE TABLE unseen (n int) WITH (autovacuum_enabled = off);
            CREATE TABLE dated (n int, day date) PARTITION BY RANGE (day);
            CREATE TABLE dated_1 PARTITION OF dated FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
            CREATE TABLE dated_2 PARTITION OF dated FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
            INSERT INTO dated SELECT n, DATE '2024-01-01' + n % 31 FROM generate_series(1, 1000) n UNION ALL SELECT n, DATE '2024-02-01' + n % 28 FROM generate_series(1, 2000) n;
            ANALYZE;
            INSERT INTO unseen SELECT n FROM generate_series(1, 5000) n;
            """);
        return place;
    });

    [PostgresFact]
    public async Task A_value_of_an_enumeration_or_a_UUID_is_compared_with_a_text()
    {
        var result = await Ask(
            "SELECT id, mood FROM moods WHERE mood = {m} AND id = {i}",
            ("m", new SqlText("good")), ("i", new SqlText("6f9619ff-8b86-d011-b42d-00c04fc964ff")));

        result.Rows.ShouldHaveSingleItem().ShouldBe(["6f9619ff-8b86-d011-b42d-00c04fc964ff", "good"]);
    }

    [PostgresTheory]
    [InlineData("1 / (5.0000000000000000 * 12.0000000000000000)", "0.0166666666666666666666666667")]
    [InlineData("-200000000000000000000.0000000000000000 / 3.0000000000000000000000000000000000", "-66666666666666666666.666666667")]
    [InlineData("1 / 70000000000.00000000000000000000000000000000", "0.0000000000142857142857142857")]
    [InlineData("2.00000000000000000000000000000000005", "2.0000000000000000000000000000")]
    [InlineData("0.000000000000000000000000000000000005", "0.0000000000000000000000000000")]
    public async Task A_quotient_of_more_digits_than_are_kept_is_rounded_at_the_last_that_is(string quotient, string expected)
    {
        var cell = (await Ask($"SELECT {quotient} AS n")).Rows.ShouldHaveSingleItem().ShouldHaveSingleItem().ShouldBeOfType<decimal>();

        cell.ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [PostgresFact]
    public async Task An_average_of_numerics_is_an_exact_decimal() => (await Ask("SELECT AVG(amount) AS a FROM facts")).Rows[0][0].ShouldBe(6.22m);

    [PostgresFact]
    public async Task What_a_query_sets_in_its_session_is_gone_with_it()
    {
        await using var narrow = new PostgresWarehouse("narrow", subject.Place.Url, concurrency: 1);
        foreach (var (setting, value) in (IEnumerable<(string, string)>)[("search_path", "pg_catalog"), ("default_transaction_read_only", "off"), ("statement_timeout", "1"), ("TimeZone", "Asia/Seoul"), ("DateStyle", "SQL, DMY")])
        {
            await narrow.QueryAsync(subject.Sql($"SELECT set_config('{setting}', '{value}', false) AS was"), QueryLimits.Default, default);
        }

        var result = await narrow.QueryAsync(subject.Sql("SELECT COUNT(*) AS n, current_setting('default_transaction_read_only') AS reads, current_setting('TimeZone') AS zone FROM facts"), QueryLimits.Default, default);

        result.Rows.ShouldHaveSingleItem().ShouldBe([3L, "on", "UTC"]);
    }

    [PostgresTheory]
    [InlineData("SELECT v FROM lines WHERE v = 5", "lines", 1, 1)]
    [InlineData("SELECT k FROM lines WHERE k > 5 AND v < 4000", "lines", 3_999, 12_000)]
    [InlineData("SELECT k FROM lines WHERE k = 5 AND v + 1 < 4000", "lines", 30_000, 30_000)]
    [InlineData("SELECT k FROM lines WHERE v BETWEEN 50 AND 249 AND k + 1 > 3", "lines", 190, 900)]
    [InlineData("SELECT k FROM lines LIMIT 30", "lines", 30, 30)]
    [InlineData("SELECT k FROM lines ORDER BY k LIMIT 30", "lines", 30_000, 30_000)]
    [InlineData("SELECT p.n, (SELECT SUM(l.v) FROM lines l WHERE l.k < p.n) AS total FROM parts p", "lines", 1_500_000, 1_500_000)]
    [InlineData("SELECT p.n, (SELECT l.k FROM lines l WHERE l.v = p.n) AS k FROM parts p", "lines", 50, 50)]
    [InlineData("SELECT SUM(n) AS total FROM unseen WHERE n > 3", "unseen", 5_000, 10_000)]
    [InlineData("SELECT SUM(n) AS total FROM dated WHERE day >= DATE '2024-02-01'", "dated", 2_000, 2_000)]
    [InlineData("SELECT SUM(n) AS total FROM dated", "dated", 3_000, 3_000)]
    [InlineData("SELECT 1 / (n - n) AS x FROM parts", "parts", 50, 50)]
    public async Task The_plan_says_what_is_read(string text, string table, long least, long most)
    {
        await using var made = new PostgresWarehouse("made", (await PlannedPlace.Value).Url);

        var estimate = await EstimateAsync(made, text);

        var scan = estimate.Scans.Single(scan => scan.Table == [table]);
        scan.Rows.ShouldNotBeNull().ShouldBeInRange(least, most);
        scan.Bytes.ShouldNotBeNull().ShouldBeGreaterThan(0);
        estimate.EngineCost.ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [PostgresFact]
    public async Task A_change_of_a_table_changes_its_version_and_that_of_a_view_over_it()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (n int); CREATE TABLE other (n int); CREATE VIEW v AS SELECT n FROM t");
        await using var warehouse = new PostgresWarehouse("sales", database.Url);
        Seq<Seq<string>> tables = [["public", "t"], ["v"], ["other"]];
        var before = await warehouse.VersionsAsync(tables, default);

        await database.ExecuteAsync("INSERT INTO t VALUES (1)");

        var after = await ChangedAsync(warehouse, tables, before);
        after[0].ShouldNotBe(before[0]);
        after[1].ShouldNotBe(before[1]);
        after[2].ShouldBe(before[2]);
        (await Should.ThrowAsync<WarehouseFault>(warehouse.VersionsAsync([["nowhere"]], default))).Message.ShouldContain("no table 'nowhere'");
    }

    [PostgresFact]
    public async Task A_refused_sign_in_a_missing_database_and_a_silent_port_are_told_apart_without_the_password()
    {
        (await Unreachable(subject.Place.Url.Replace("p%40ss", "wrong", StringComparison.Ordinal))).ShouldContain("refused the sign-in of 'tester'");
        (await Unreachable(subject.Place.Url.Replace(subject.Place.Place.Database ?? "", "nowhere", StringComparison.Ordinal))).ShouldContain("has no database 'nowhere'");
        (await Unreachable("postgres://tester:secret@127.0.0.1:1/sales")).ShouldContain("nothing answers at 127.0.0.1:1");
    }

    /// <summary>The server counts at the end of a transaction or up to a second later.</summary>
    private static async Task<Seq<TableVersion>> ChangedAsync(PostgresWarehouse warehouse, Seq<Seq<string>> tables, Seq<TableVersion> before)
    {
        for (var wait = 0; wait < 30; wait++)
        {
            var now = await warehouse.VersionsAsync(tables, default);
            if (now[0] != before[0])
            {
                return now;
            }

            await Task.Delay(100);
        }

        return before;
    }

    private async Task<string> Unreachable(string url)
    {
        await using var warehouse = new PostgresWarehouse("sales", url);
        var fault = await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));
        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldNotContain("secret");
        fault.Message.ShouldNotContain("wrong");
        return fault.Message;
    }
}
