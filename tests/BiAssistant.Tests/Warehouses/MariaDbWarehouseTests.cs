using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.MySql;
using MySql.Data.MySqlClient;

namespace BiAssistant.Tests.Warehouses;

public sealed class MariaDbUnderTest : ServerUnderTest
{
    private const string Objects =
        """
        CREATE SEQUENCE counter;
        CREATE TABLE facts (id INTEGER PRIMARY KEY, truth BOOLEAN, whole BIGINT, amount DECIMAL(12, 2), ratio DOUBLE, word VARCHAR(80), day DATE, moment DATETIME);
        INSERT INTO facts VALUES
          (1, true, 9000000000, 12.34, 0.125, 'plain', '2024-02-29', '2024-02-29 23:59:58'),
          (2, false, 5, 0.10, 0.5, '서울 호텔 🏨 O''Brien – ñ', '1999-12-31', '2024-03-01 00:00:00'),
          (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        CREATE VIEW known AS SELECT * FROM facts WHERE word IS NOT NULL;
        """;

    private MariaDbDatabase? database;

    public MariaDbDatabase Place => database ?? throw new InvalidOperationException("There is no server.");

    public override SqlDialect Dialect => SqlDialects.MariaDb;

    public override string Slow => "SELECT COUNT(*) FROM seq_1_to_2000000 a, seq_1_to_2000000 b WHERE a.seq * 1.0 * b.seq = 3";

    public override int MostSessions => 4 + QueryGate.LookUpPlaces;

    /// <summary>InnoDB's tables have 1,017 columns at most.</summary>
    public override int ManyColumns => 1_000;

    public override Seq<string> Writes => base.Writes.AddRange(BareWrites)
        .Add("COMMIT").Add("SET SESSION TRANSACTION READ WRITE").Add("SET autocommit = 1").Add("CREATE TEMPORARY TABLE more (id INTEGER)").Add("BEGIN NOT ATOMIC COMMIT; DELETE FROM facts; END")
        .Add("LOCK TABLES facts READ").Add("FLUSH TABLES").Add("KILL 1").Add("SET @more = 1").Add("PREPARE more FROM 'DELETE FROM facts'").Add("EXECUTE IMMEDIATE 'DELETE FROM facts'").Add("HANDLER facts OPEN");

    public override Seq<string> BareWrites =>
    [
        "DELETE FROM facts", "UPDATE facts SET whole = 0", "INSERT INTO facts (id) VALUES (9) RETURNING id", "REPLACE INTO facts (id) VALUES (1)", "TRUNCATE TABLE facts", "DROP TABLE facts",
        "CREATE TABLE more (id INTEGER)", "CREATE TABLE more AS SELECT 1 AS n", "ALTER TABLE facts ADD COLUMN more INTEGER", "CREATE VIEW more AS SELECT 1 AS n", "DROP VIEW known", "CREATE INDEX more ON facts (whole)",
        "RENAME TABLE facts TO more", "CREATE SEQUENCE more", "SELECT NEXTVAL(counter)", "SELECT SETVAL(counter, 9)", "DELETE facts FROM facts JOIN known ON known.id = facts.id",
    ];

    public override Seq<(string Text, object? Cell, SqlTypeKind Kind)> Typed =>
    [
        ("NULL", null, SqlTypeKind.Text), ("true", 1L, SqlTypeKind.BigInteger), ("-9223372036854775808", long.MinValue, SqlTypeKind.BigInteger), ("18446744073709551615", 18_446_744_073_709_551_615m, SqlTypeKind.Decimal),
        ("CAST(12345678901234567890123456.78 AS DECIMAL(28, 2))", 12345678901234567890123456.78m, SqlTypeKind.Decimal), ("CAST(7 AS DECIMAL(12, 2))", 7.00m, SqlTypeKind.Decimal), ("1 / 8", 0.125m, SqlTypeKind.Decimal),
        ("0.1e0", 0.1, SqlTypeKind.Double), ("1.7976931348623157e308", double.MaxValue, SqlTypeKind.Double), ("''", "", SqlTypeKind.Text), ("'서울 🏨'", "서울 🏨", SqlTypeKind.Text),
        ("JSON_OBJECT('a', 1)", "{\"a\": 1}", SqlTypeKind.Text), ("DATE '1000-01-01'", new DateOnly(1000, 1, 1), SqlTypeKind.Date), ("DATE '9999-12-31'", DateOnly.MaxValue, SqlTypeKind.Date),
        ("TIME '23:59:59.123456'", new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(123_456)), SqlTypeKind.Time), ("TIMESTAMP '2024-02-29 23:59:59.123456'", new DateTime(2024, 2, 29, 23, 59, 59).AddMicroseconds(123_456), SqlTypeKind.Timestamp),
        ("CAST('0000-00-00' AS DATE)", null, SqlTypeKind.Date),
    ];

    public override Seq<(string Text, string Words)> Refused =>
    [
        ("x'00ff'", "binary data"), ("CAST('x' AS BINARY)", "binary data"), ("TIME '25:00:00'", "TIME outside one day"), ("TIME '-00:00:01'", "TIME outside one day"), ("POINT(1, 2)", "GEOMETRY"),
        ("CAST('12345678901234567890123456789012345' AS DECIMAL(65, 0))", "more digits than can be kept exactly"), ("CAST('123456789012345678901234567890.1234567891' AS DECIMAL(40, 10))", "more digits than can be kept exactly"),
    ];

    public override string Analyze(string table) => $"ANALYZE TABLE {table}";

    public override string Parameter(string name) => $"@{name}";

    public override string Numbers(int count) => $"SELECT seq AS n FROM seq_1_to_{count}";

    public override IWarehouse Open(string name) => new MySqlWarehouse(name, database?.Url ?? "mariadb://localhost/none");

    public override async Task<IWarehouse> MadeByAsync(string script)
    {
        var made = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        // A TIMESTAMP is an instant of a zone there.
        await made.ExecuteAsync($"SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES'); {script.Replace(" TIMESTAMP,", " DATETIME,", StringComparison.Ordinal)}");
        return new MySqlWarehouse("made", made.Url);
    }

    public override Task<long> RunningAsync(string words) =>
        CountAsync($"SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%{words}%'");

    public override Task<long> SessionsAsync() => CountAsync("SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()");

    public override Task EndAsync(string words) =>
        Place.ExecuteAsync($"FOR process IN (SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%{words}%') DO KILL process.id; END FOR");

    public override Task RunBareAsync(string statement) => RunBareAsync(statement, QueryLimits.Default.Timeout);

    public override Task RunBareAsync(string statement, TimeSpan limit) => Task.Run(() =>
    {
        var connection = new MySqlConnection(Place.Place.ConnectionString);
        connection.Open();
        using var session = new ServerSession(connection, static error => new WarehouseFault("bare", new Refused(error.Message), error));
        session.Limit(QueryLimits.Default.Timeout, CancellationToken.None);
        MySqlSession.Settle(session, isMariaDb: true);
        MySqlSession.Begin(session, isMariaDb: true, limit);
        session.Execute(statement);
        MySqlSession.End(session);
    });

    /// <summary>What defines an object ends the transaction there, so it runs in a database of its own.</summary>
    public override async Task RunFreelyAsync(string statement)
    {
        var place = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await place.ExecuteAsync($"{Objects} {statement}; DROP DATABASE {place.Place.Database}");
    }

    public override async Task<string> StateAsync() => $"{await base.StateAsync()}\n{await CountAsync("SELECT next_not_cached_value FROM counter")}";

    public override async Task InitializeAsync()
    {
        if (MariaDbServer.Missing is not null)
        {
            return;
        }

        database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(Objects);
        // What was changed in this second or the last has no state that holds.
        await Task.Delay(TimeSpan.FromSeconds(2.1));
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    private async Task<long> CountAsync(string text)
    {
        await using var session = new MySqlConnection(Place.Place.ConnectionString);
        await session.OpenAsync();
        await using var command = new MySqlCommand(text, session);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

[NeedsMariaDb]
public sealed class MariaDbWarehouseTests(MariaDbUnderTest subject) : ServerSpecification(subject), IClassFixture<MariaDbUnderTest>
{
    [MariaDbFact]
    public async Task Every_kind_of_column_has_an_honest_cell_or_is_a_fault()
    {
        await using var made = await subject.MadeByAsync(
            """
            CREATE TABLE kinds (flag TINYINT(1), stars TINYINT(1), one_bit BIT(1), bits BIT(9), wide BIGINT UNSIGNED, exact DECIMAL(38, 4), padded DECIMAL(65, 30), clock TIME, zero DATE,
                                fine DATETIME(6), instant TIMESTAMP NULL, made YEAR, mood ENUM('good', 'bad'), tags SET('x', 'y'), note JSON, small FLOAT, id UUID, fixed CHAR(5));
            SET sql_mode = '';
            INSERT INTO kinds VALUES (1, 5, b'1', b'100000001', 18446744073709551615, 123456789012345678.0125, 12.34, '23:59:58', '0000-00-00', '2024-02-29 23:59:58.123456',
                                      '2024-02-29 23:59:58', 2024, 'good', 'x,y', '{"a":1}', 0.1, '6f9619ff-8b86-d011-b42d-00c04fc964ff', 'ab ');
            CREATE TABLE odd (blob_ BLOB, duration TIME, spot POINT, half DATE, too_wide DECIMAL(65, 0), too_fine DECIMAL(40, 10));
            INSERT INTO odd VALUES ('x', '25:00:00', POINT(1, 2), '2024-00-00', 12345678901234567890123456789012345, 123456789012345678901234567890.1234567891);
            """);

        var kinds = await made.QueryAsync(subject.Sql("SELECT * FROM kinds"), QueryLimits.Default, default);

        kinds.Rows.ShouldHaveSingleItem().ShouldBe([
            true, 5L, true, 257L, 18_446_744_073_709_551_615m, 123456789012345678.0125m, 12.34m, new TimeOnly(23, 59, 58), null, new DateTime(2024, 2, 29, 23, 59, 58).AddMicroseconds(123_456),
            new DateTime(2024, 2, 29, 23, 59, 58), 2024L, "good", "x,y", "{\"a\":1}", 0.1, "6f9619ff-8b86-d011-b42d-00c04fc964ff", "ab"]);
        kinds.Columns.Select(column => column.Type.Kind).ShouldBe([
            SqlTypeKind.Boolean, SqlTypeKind.BigInteger, SqlTypeKind.Boolean, SqlTypeKind.BigInteger, SqlTypeKind.Decimal, SqlTypeKind.Decimal, SqlTypeKind.Decimal, SqlTypeKind.Time, SqlTypeKind.Date,
            SqlTypeKind.Timestamp, SqlTypeKind.TimestampTz, SqlTypeKind.BigInteger, SqlTypeKind.Text, SqlTypeKind.Text, SqlTypeKind.Text, SqlTypeKind.Double, SqlTypeKind.Text, SqlTypeKind.Text]);
        foreach (var (column, words) in (IEnumerable<(string, string)>)[
            ("blob_", "binary data"), ("duration", "TIME outside one day"), ("spot", "GEOMETRY"), ("too_wide", "more digits than can be kept exactly"), ("too_fine", "more digits than can be kept exactly")])
        {
            (await Should.ThrowAsync<WarehouseFault>(made.QueryAsync(subject.Sql($"SELECT {column} FROM odd"), QueryLimits.Default, default), column)).Message.ShouldContain(words);
        }

        (await made.QueryAsync(subject.Sql("SELECT half FROM odd"), QueryLimits.Default, default)).Rows[0][0].ShouldBeNull();
    }

    [MariaDbFact]
    public async Task A_session_divides_exactly_and_tells_texts_apart_by_case_and_spaces()
    {
        var result = await Ask("SELECT 1 / 7 AS a, 'a' = 'A' AS b, 'a' = 'a ' AS c, 1 / 0 AS d, {text} = 'a' AS e, SUM(id) / 3 AS f FROM facts", ("text", new SqlText("A")));

        result.Rows.ShouldHaveSingleItem().ShouldBe([0.142857142857m, 0L, 0L, null, 0L, 2m], new Rounded());
    }

    [MariaDbFact]
    public async Task A_change_of_a_table_changes_its_version_at_once()
    {
        var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (n int); CREATE TABLE other (n int); CREATE VIEW v AS SELECT n FROM t; INSERT INTO t VALUES (0); INSERT INTO other VALUES (0)");
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        await using var warehouse = new MySqlWarehouse("sales", database.Url);
        Seq<Seq<string>> tables = [["t"], [database.Place.Database, "other"], ["v"]];
        var before = await warehouse.VersionsAsync(tables, default);

        await database.ExecuteAsync("INSERT INTO t VALUES (1)");
        var after = await warehouse.VersionsAsync(tables, default);
        await database.ExecuteAsync("UPDATE t SET n = 2 WHERE n = 1");
        var later = await warehouse.VersionsAsync(tables, default);

        after[0].ShouldNotBe(before[0]);
        later[0].ShouldNotBe(after[0]);
        later[1].ShouldBe(before[1]);
        before[2].Version.ShouldStartWith("minute ");
        (await Should.ThrowAsync<WarehouseFault>(warehouse.VersionsAsync([["nowhere"]], default))).Message.ShouldContain("no table 'nowhere'");
    }

    [MariaDbFact]
    public async Task A_refused_sign_in_a_missing_database_an_unknown_host_and_a_silent_port_are_told_apart_without_the_password()
    {
        var url = subject.Place.Url;
        var server = $"{subject.Place.Place.Server}:{subject.Place.Place.Port}";
        (await Unreachable(url.Replace("//root:", "//nobody:secret", StringComparison.Ordinal))).ShouldContain($"the server {server} refused the sign-in of 'nobody'");
        (await Unreachable(url.Replace(subject.Place.Place.Database, "nowhere", StringComparison.Ordinal))).ShouldContain("has no database 'nowhere'");
        (await Unreachable("mysql://tester:secret@127.0.0.1:1/sales")).ShouldContain("nothing answers at 127.0.0.1:1");
        (await Unreachable("mysql://tester:secret@no-such-host.invalid/sales")).ShouldContain("there is no host 'no-such-host.invalid'");
    }

    [MariaDbFact]
    public async Task A_URL_that_says_MySQL_finds_out_what_the_server_speaks()
    {
        await using var warehouse = new MySqlWarehouse("sales", subject.Place.UrlOf("mysql"));

        warehouse.Dialect.ShouldBe(SqlDialects.MariaDb);
        (await warehouse.QueryAsync(subject.Sql("SELECT COUNT(*) AS n FROM facts"), QueryLimits.Default, default)).Rows[0][0].ShouldBe(3L);
        await using var closed = new MySqlWarehouse("closed", "mysql://tester@127.0.0.1:1/sales");
        closed.Dialect.ShouldBe(SqlDialects.MySql);
    }

    private async Task<string> Unreachable(string url)
    {
        await using var warehouse = new MySqlWarehouse("sales", url);
        var fault = await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));
        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldNotContain("secret");
        return fault.Message;
    }

    /// <summary>Digits beyond the twelfth are the server's own.</summary>
    private sealed class Rounded : IEqualityComparer<object?>
    {
        public new bool Equals(object? x, object? y) => object.Equals(x is decimal a ? Math.Round(a, 12) : x, y is decimal b ? Math.Round(b, 12) : y);

        public int GetHashCode(object? obj) => 0;
    }
}

[NeedsMariaDb]
public sealed class MariaDbSchemaTests(MariaDbUnderTest subject) : SchemaSpecification(subject), IClassFixture<MariaDbUnderTest>
{
    private readonly MariaDbUnderTest subject = subject;

    [MariaDbFact]
    public async Task Comments_enumerations_keys_and_what_only_this_engine_has_are_told()
    {
        await using var warehouse = await subject.MadeByAsync(
            """
            CREATE TABLE cust (id BIGINT UNSIGNED PRIMARY KEY, mood ENUM('good', 'it''s bad') COMMENT '기분', tags SET('a', 'b'), photo BLOB, extra JSON, price DECIMAL(10, 2), flag TINYINT(1), n TINYINT UNSIGNED,
                               spot POINT, instant TIMESTAMP NULL, twice BIGINT AS (n * 2) STORED, mail VARCHAR(80) NOT NULL, UNIQUE KEY by_mail (mail), UNIQUE KEY by_start (mail(3))) COMMENT '고객';
            CREATE TABLE sale (id INT, day DATE, PRIMARY KEY (id, day)) PARTITION BY RANGE (YEAR(day)) (PARTITION p23 VALUES LESS THAN (2024), PARTITION p24 VALUES LESS THAN (2025));
            CREATE SEQUENCE counter;
            """);

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(table => table.Name[0]).ShouldBe(["cust", "sale"]);
        var cust = schema.Tables[0];
        (cust.Comment, cust.Columns[1].Comment).ShouldBe(("고객", "기분"));
        cust.Columns[1].Values.ShouldBe(["good", "it's bad"]);
        cust.Columns.Select(column => column.Type?.Kind).ShouldBe([
            SqlTypeKind.Decimal, SqlTypeKind.Text, SqlTypeKind.Text, SqlTypeKind.Binary, SqlTypeKind.Text, SqlTypeKind.Decimal, SqlTypeKind.Boolean, SqlTypeKind.Integer, null,
            SqlTypeKind.TimestampTz, SqlTypeKind.BigInteger, SqlTypeKind.Text]);
        cust.Columns[5].Type.ShouldBe(SqlType.Decimal(10, 2));
        cust.UniqueKeys.ShouldBe([["mail"]]);
        schema.Tables[1].PrimaryKey.ShouldBe(["id", "day"]);
    }

    [MariaDbFact]
    public async Task Another_database_of_the_server_is_read_when_it_is_named()
    {
        var server = await MariaDbServer.GetAsync();
        var (here, there) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
        await there.ExecuteAsync("CREATE TABLE far (id INT PRIMARY KEY)");
        await here.ExecuteAsync($"CREATE TABLE near (id INT PRIMARY KEY, far_id INT, FOREIGN KEY (far_id) REFERENCES {there.Place.Database}.far (id))");
        await using var warehouse = new MySqlWarehouse("made", here.Url);

        (await ReadAsync(warehouse)).Tables.ShouldHaveSingleItem().ForeignKeys.ShouldBeEmpty();
        var both = await warehouse.SchemaAsync(new SchemaScope([here.Place.Database, there.Place.Database], []), QueryLimits.Default.Timeout, default);

        both.Tables.Select(table => string.Join('.', table.Name)).ShouldBe([$"{there.Place.Database}.far", "near"], ignoreOrder: true);
        both.Tables.Single(table => table.Name.Count == 1).ForeignKeys.ShouldHaveSingleItem().To.ShouldBe([there.Place.Database, "far"]);
    }

    [MariaDbFact]
    public async Task What_the_user_may_not_read_is_named_and_marked()
    {
        var place = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        var user = $"reader_{Guid.NewGuid():N}"[..20];
        await place.ExecuteAsync(
            $"""
            CREATE TABLE open (n INT, secret INT); CREATE TABLE closed (n INT); CREATE USER {user} IDENTIFIED BY 'x';
            GRANT SELECT (n), INSERT ON open TO {user}; GRANT INSERT ON closed TO {user};
            """);
        await using var warehouse = new MySqlWarehouse("made", $"mysql://{user}:x@{place.Place.Server}:{place.Place.Port}/{place.Place.Database}?ssl-mode=disabled");

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(table => (table.Name[0], table.Readable)).ShouldBe([("closed", false), ("open", true)]);
        schema.Tables[1].Columns.Select(column => column.Readable).ShouldBe([true, false]);
        (await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(subject.Sql("SELECT n FROM closed"), QueryLimits.Default, default))).Message.ShouldContain($"does not let '{user}' read this");
    }
}
