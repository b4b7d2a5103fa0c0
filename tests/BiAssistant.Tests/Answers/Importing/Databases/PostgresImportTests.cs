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

    private ImportedDatabase? _imported;

    public async Task InitializeAsync()
    {
        if (PostgresServer.Missing is null)
        {
            var place = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
            await place.ExecuteAsync(Script);
            _imported = new ImportedDatabase($"main={place.Url}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _imported?.Dispose();

    [PostgresFact]
    public async Task Questions_are_answered_right_after_the_import()
    {
        await Imported.ImportAsync();

        (await Imported.AskAsync("total fee amount by month")).ShouldBe(["2024-03-01 | 30.50", "2024-04-01 | 12.50"]);
        (await Imported.AskAsync("number of orders by start station")).ShouldBe(["Harbor | 2", "Park | 1", "Tower | 1"]);
        (await Imported.AskAsync("회원 등급별 대여 요금 합계")).ShouldBe(["골드 | 30.50", "브론즈 | 7.25", "실버 | 5.25"]);
        (await Imported.AskAsync("total quantity by item name")).ShouldBe(["helmet | 3", "lock | 1"]);
        (await Imported.AskAsync("how many employees by manager")).ShouldBe(["Ahn | 2", "Bae | 1", " | 1"]);
        (await Imported.AskAsync("how many bikes per tag")).ShouldBe(["electric | 2", "child seat | 1", " | 1"]);
        (await Imported.AskAsync("2024년 3월 대여 수")).ShouldBe(["2"]);
        (await Imported.AskAsync("total tax amount by item name")).ShouldBe(["helmet | 0.60"]);
    }

    private ImportedDatabase Imported => _imported ?? throw new InvalidOperationException(PostgresServer.Missing);
}
