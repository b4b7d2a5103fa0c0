using BiAssistant.Tests.Cli;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Answers.Importing.Databases;

/// <summary>A PostgreSQL database as they grow: abbreviations, names in capitals and keywords, keys that nobody declared, comments in Korean, leftovers.</summary>
public sealed class PostgresImportTests : IAsyncLifetime, IDisposable
{
    private const string Script =
        """
        CREATE SCHEMA hr;
        CREATE TYPE bike_state AS ENUM ('ready', 'rented', 'repair');
        CREATE TABLE hr.tb_dept (dept_cd varchar(4) PRIMARY KEY, dept_nm varchar(40));
        CREATE TABLE hr.tb_emp (emp_no int PRIMARY KEY, emp_nm varchar(40) NOT NULL, mgr_emp_no int, dept_cd varchar(4), hire_dt date, email varchar(80));
        CREATE TABLE station (station_id int PRIMARY KEY, name varchar(40) NOT NULL, city varchar(40), lat double precision, lng double precision);
        CREATE TABLE "Bike" ("bikeId" int PRIMARY KEY, "frameNo" text UNIQUE NOT NULL, state bike_state, "homeStationId" int REFERENCES station, "modelYear" int, "purchasePrice" numeric(10, 2), tags text[], photo bytea);
        CREATE TABLE tag (id int PRIMARY KEY, name text NOT NULL);
        CREATE TABLE bike_tag (bike_id int REFERENCES "Bike", tag_id int REFERENCES tag, PRIMARY KEY (bike_id, tag_id));
        CREATE TABLE tb_mbr (mbr_id int, mbr_nm varchar(40), grade_cd char(1), join_dt date, phone_no varchar(20), last_station_id int);
        CREATE TABLE "order" (order_no int PRIMARY KEY, mbr_id int NOT NULL, bike_id int, start_station_id int NOT NULL REFERENCES station, end_station_id int REFERENCES station, start_ts timestamp NOT NULL,
          fee_amt numeric(10, 2), paid_yn char(1), "user" text, deleted_at timestamp, created_at timestamp, created_by text, updated_at timestamp);
        CREATE TABLE order_extra (order_no int REFERENCES "order", seq_no int, item_nm text, qty int, PRIMARY KEY (order_no, seq_no));
        CREATE TABLE extra_tax (id int PRIMARY KEY, order_no int, seq_no int, tax_amt numeric(8, 2));
        CREATE TABLE ride_event (event_id bigint, event_dt date NOT NULL, bike_id int, distance_km numeric(8, 1)) PARTITION BY RANGE (event_dt);
        CREATE TABLE ride_event_2024 PARTITION OF ride_event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
        CREATE VIEW v_revenue AS SELECT start_ts::date AS day, SUM(fee_amt) AS fee FROM "order" GROUP BY 1;
        CREATE TABLE schema_migrations (version text);
        CREATE TABLE order_bak (order_no int);
        CREATE TABLE access_log (id int);
        CREATE TABLE "LOUD" (n int);
        CREATE TABLE nothing ();
        COMMENT ON TABLE "order" IS '대여';
        COMMENT ON COLUMN "order".fee_amt IS '대여 요금';
        COMMENT ON COLUMN "order".start_station_id IS '출발 대여소 ID';
        COMMENT ON COLUMN "order".end_station_id IS '도착 대여소 ID';
        COMMENT ON TABLE station IS '대여소';
        COMMENT ON TABLE tb_mbr IS '회원 마스터';
        COMMENT ON COLUMN tb_mbr.grade_cd IS '회원 등급(G:골드, S:실버, B:브론즈)';
        COMMENT ON COLUMN order_extra.qty IS 'How many pieces were rented with the bike.';
        INSERT INTO hr.tb_dept VALUES ('OPS', 'Operations'), ('FIN', 'Finance');
        INSERT INTO hr.tb_emp VALUES (1, 'Ahn', NULL, 'OPS', '2020-01-01', 'a@x.kr'), (2, 'Bae', 1, 'OPS', '2021-01-01', 'b@x.kr'), (3, 'Cho', 1, 'FIN', '2022-01-01', NULL), (4, 'Do', 2, 'OPS', '2023-01-01', NULL);
        INSERT INTO station VALUES (1, 'Harbor', 'Busan', 35.1, 129.0), (2, 'Park', 'Busan', 35.2, 129.1), (3, 'Tower', 'Seoul', 37.5, 127.0);
        INSERT INTO "Bike" VALUES (11, 'F-11', 'ready', 1, 2022, 500, '{}', NULL), (12, 'F-12', 'repair', 1, 2023, 700, '{}', NULL), (13, 'F-13', 'rented', 3, 2023, 900, '{}', NULL);
        INSERT INTO tag VALUES (1, 'electric'), (2, 'child seat');
        INSERT INTO bike_tag VALUES (11, 1), (12, 1), (12, 2);
        INSERT INTO tb_mbr VALUES (1, 'Kim', 'G', '2024-01-05', '010-1', 1), (2, 'Lee', 'S', '2024-02-07', '010-2', 99), (3, 'Park', 'B', '2024-02-20', '010-3', NULL);
        INSERT INTO "order" VALUES
          (100, 1, 11, 1, 2, '2024-03-01 09:00', 10.00, 'Y', 'app', NULL, '2024-03-01', 'app', '2024-03-01'),
          (101, 1, 12, 1, 3, '2024-03-10 10:00', 20.50, 'Y', 'app', NULL, '2024-03-10', 'app', '2024-03-10'),
          (102, 2, 11, 2, 1, '2024-04-02 11:00', 5.25, 'N', 'web', NULL, '2024-04-02', 'web', '2024-04-02'),
          (103, 3, 13, 3, NULL, '2024-04-20 12:00', 7.25, 'Y', 'web', '2024-04-21', '2024-04-20', 'web', '2024-04-21');
        INSERT INTO order_extra VALUES (100, 1, 'helmet', 2), (100, 2, 'lock', 1), (102, 1, 'helmet', 1);
        INSERT INTO extra_tax VALUES (1, 100, 1, 0.40), (2, 102, 1, 0.20);
        INSERT INTO ride_event VALUES (1, '2024-03-01', 11, 12.5), (2, '2024-04-20', 13, 3.5);
        """;

    private PostgresDatabase? _place;
    private ImportedDatabase? _imported;

    public async Task InitializeAsync()
    {
        if (PostgresServer.Missing is null)
        {
            _place = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
            await _place.ExecuteAsync(Script);
            _imported = new ImportedDatabase($"main={_place.Url}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _imported?.Dispose();

    [PostgresFact]
    public async Task Questions_are_answered_right_after_the_import()
    {
        await Imported.ImportAsync();

        (await Imported.AskAsync("total fee amount by month")).ShouldBe(["2024-03-01 | 30.5", "2024-04-01 | 12.5"]);
        (await Imported.AskAsync("number of orders by start station")).ShouldBe(["Harbor | 2", "Park | 1", "Tower | 1"]);
        (await Imported.AskAsync("회원 등급별 대여 요금 합계")).ShouldBe(["G | 30.5", "B | 7.25", "S | 5.25"]);
        (await Imported.AskAsync("total quantity by item name")).ShouldBe(["helmet | 3", "lock | 1"]);
        (await Imported.AskAsync("how many employees by manager")).ShouldBe(["Ahn | 2", "Bae | 1", " | 1"]);
        (await Imported.AskAsync("how many bikes per tag")).ShouldBe(["electric | 2", "child seat | 1", " | 1"]);
        (await Imported.AskAsync("2024년 3월 대여 수")).ShouldBe(["2"]);
        (await Imported.AskAsync("total tax amount by item name")).ShouldBe(["helmet | 0.6"]);
    }

    [PostgresFact]
    public async Task The_report_tells_what_was_guessed_disproved_and_left_out()
    {
        await Imported.ImportAsync();

        var report = Imported.Report;
        report.ShouldContain("order.mbr_id leads to tb_mbr.mbr_id: all 4 rows find theirs.");
        report.ShouldContain("extra_tax.(order_no, seq_no) leads to order_extra.(order_no, seq_no): all 2 rows find theirs.");
        report.ShouldContain("tb_mbr.mbr_id is taken for the primary key: it is filled and different in all 3 rows.");
        report.ShouldContain("tb_mbr.last_station_id looks like a link to station.station_id, but 1 of 3 rows finds no row there.");
        report.ShouldContain("order.deleted_at seems to mark rows that were deleted; 1 of 4 rows has it.");
        report.ShouldContain("The table LOUD is left out");
        report.ShouldContain("The view v_revenue is left out");
        report.ShouldContain("The column Bike.tags is left out: no question can be asked of values of the type text[].");
        report.ShouldContain("In tb_mbr, phone_no may be personal and is marked sensitive");
        Imported.Model.ShouldNotContain("access_log");
        Imported.Model.ShouldNotContain("ride_event_2024");
        Imported.Model.ShouldNotContain("schema_migrations");
    }

    [PostgresFact]
    public async Task A_second_import_brings_what_changed_in_the_database_and_keeps_what_was_edited()
    {
        await Imported.ImportAsync();
        await Imported.ImportAsync();
        Imported.Report.ShouldContain("1 unchanged");

        Imported.Edit("ko: \"대여 요금\"", "ko: \"우리 요금\" # as finance says");
        await Place.ExecuteAsync("ALTER TABLE station ADD COLUMN dock_cnt int; UPDATE station SET dock_cnt = station_id * 10; ALTER TABLE station DROP COLUMN lng; COMMENT ON COLUMN station.city IS '도시'");
        await Imported.ImportAsync();

        Imported.Model.ShouldContain("ko: \"우리 요금\" # as finance says");
        Imported.Model.ShouldContain("ko: \"도시\"");
        Imported.Model.ShouldNotContain("name: lng");
        (await Imported.AskAsync("total dock count by city")).ShouldBe(["Busan | 30", "Seoul | 30"]);
    }

    [PostgresFact]
    public async Task Only_the_schemas_and_tables_that_are_named_are_read_and_a_named_view_is_drafted()
    {
        await Imported.ImportAsync("--schema", "hr");
        Imported.Report.ShouldContain("2 tables with");

        using var other = new ImportedDatabase(Connection);
        await other.ImportAsync("--tables", "v_*", "--tables", "hr.tb_e*");
        other.Model.ShouldContain("source: v_revenue");
        other.Model.ShouldNotContain("source: hr.tb_dept");
        (await other.AskAsync("total fee by month")).ShouldBe(["2024-03-01 | 30.5", "2024-04-01 | 12.5"]);
    }

    [PostgresFact]
    public async Task What_the_engine_cannot_compare_is_no_link()
    {
        await Place.ExecuteAsync("CREATE TABLE state (code text PRIMARY KEY, name text); INSERT INTO state VALUES ('ready', 'Ready'), ('rented', 'Rented'), ('repair', 'In repair')");

        await Imported.ImportAsync();

        Imported.Report.ShouldContain("Bike.state looks like a link to state.code, but the two cannot be compared");
        (await Imported.AskAsync("how many bikes per tag")).ShouldBe(["electric | 2", "child seat | 1", " | 1"]);
    }

    [PostgresFact]
    public async Task A_wrong_password_is_said_without_it_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();

        var run = await Run.OfAsync(folder.Path, "", "import", "database", Connection.Replace("p%40ss", "wrong", StringComparison.Ordinal), "--catalog", "catalog");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("refused the sign-in of 'tester'");
        (run.Output + run.Error).ShouldNotContain("wrong");
        Directory.Exists(folder.File("catalog")).ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Tables_that_may_not_be_read_are_left_out_and_told()
    {
        var user = $"reader_{Guid.NewGuid():N}"[..20];
        await Place.ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD 'x'; GRANT SELECT ON station TO {user}; GRANT SELECT (id) ON tag TO {user}");
        using var limited = new ImportedDatabase($"main={new UriBuilder(Place.Url) { UserName = user, Password = "x" }.Uri}");

        await limited.ImportAsync();

        limited.Report.ShouldContain("The table order is left out: it cannot be read over this connection.");
        limited.Report.ShouldContain("The column tag.name is left out: it cannot be read over this connection.");
        (await limited.AskAsync("how many stations")).ShouldBe(["3"]);
    }

    private PostgresDatabase Place => _place ?? throw new InvalidOperationException(PostgresServer.Missing);

    private string Connection => $"main={Place.Url}";

    private ImportedDatabase Imported => _imported ?? throw new InvalidOperationException(PostgresServer.Missing);
}
