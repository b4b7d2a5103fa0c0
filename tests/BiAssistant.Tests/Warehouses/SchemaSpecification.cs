using System.Globalization;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.Postgres;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Postgres;

namespace BiAssistant.Tests.Warehouses;

/// <summary>What every engine must tell of its tables; each engine's class inherits it.</summary>
public abstract class SchemaSpecification(WarehouseUnderTest subject)
{
    private const string Script =
        """
        CREATE TABLE region (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE);
        CREATE TABLE "order" ("no" INTEGER NOT NULL, line INTEGER NOT NULL, amount DECIMAL(12, 2), day DATE, moment TIMESTAMP, truth BOOLEAN, region_id INTEGER REFERENCES region (id),
                              "Mixed Case" VARCHAR(10), "점포.이름" VARCHAR(10), PRIMARY KEY ("no", line));
        CREATE TABLE parcel (id INTEGER, order_no INTEGER, order_line INTEGER, weight DOUBLE PRECISION, FOREIGN KEY (order_no, order_line) REFERENCES "order" ("no", line));
        CREATE VIEW big_order AS SELECT "no", amount FROM "order" WHERE amount > 100;
        INSERT INTO region VALUES (1, 'North');
        """;

    [WarehouseFact]
    public async Task Tables_and_views_come_in_order_with_their_columns_and_portable_types()
    {
        await using var warehouse = await subject.MadeByAsync(Script);

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(t => (t.Name[^1], t.Kind)).ShouldBe([("big_order", TableKind.View), ("order", TableKind.Table), ("parcel", TableKind.Table), ("region", TableKind.Table)]);
        schema.Tables.ShouldAllBe(t => t.Name.Count == 1 && t.Readable);
        var order = schema.Tables[1];
        order.Columns.Select(c => c.Name).ShouldBe(["no", "line", "amount", "day", "moment", "truth", "region_id", "Mixed Case", "점포.이름"]);
        order.Columns[2].Type.ShouldBe(SqlType.Decimal(12, 2));
        order.Columns.Skip(3).Take(3).Select(c => c.Type).ShouldBe([SqlType.Date, SqlType.Timestamp, SqlType.Boolean]);
        order.Columns[0].Type!.Kind.ShouldBeOneOf(SqlTypeKind.Integer, SqlTypeKind.BigInteger);
        order.Columns[7].Type!.Kind.ShouldBe(SqlTypeKind.Text);
        order.Columns.Select(c => c.Nullable).Take(3).ShouldBe([false, false, true]);
        schema.Tables[0].Columns.Select(c => c.Name).ShouldBe(["no", "amount"]);
    }

    [WarehouseFact]
    public async Task Keys_and_links_of_several_columns_keep_their_order()
    {
        await using var warehouse = await subject.MadeByAsync(Script);

        var schema = await ReadAsync(warehouse);

        schema.Tables[1].PrimaryKey.ShouldBe(["no", "line"]);
        schema.Tables[1].ForeignKeys.ShouldHaveSingleItem().ShouldBe(new ForeignKeySchema(["region_id"], ["region"], ["id"]));
        schema.Tables[2].PrimaryKey.ShouldBeEmpty();
        schema.Tables[2].ForeignKeys.ShouldHaveSingleItem().ShouldBe(new ForeignKeySchema(["order_no", "order_line"], ["order"], ["no", "line"]));
        schema.Tables[3].UniqueKeys.ShouldHaveSingleItem().ShouldBe(["name"]);
    }

    [WarehouseFact]
    public async Task A_scope_takes_tables_by_pattern_and_the_links_among_them()
    {
        await using var warehouse = await subject.MadeByAsync(Script);

        var some = await warehouse.SchemaAsync(new SchemaScope([], ["OR*", "regi?n"]), QueryLimits.Default.Timeout, default);
        var one = await warehouse.SchemaAsync(new SchemaScope([], ["parcel"]), QueryLimits.Default.Timeout, default);

        some.Tables.Select(t => t.Name[0]).ShouldBe(["order", "region"]);
        some.Tables[0].ForeignKeys.Count.ShouldBe(1);
        one.Tables.ShouldHaveSingleItem().ForeignKeys.ShouldBeEmpty();
    }

    [WarehouseFact]
    public async Task An_empty_database_has_no_tables()
    {
        await using var warehouse = await subject.MadeByAsync("CREATE TABLE gone (n INTEGER); DROP TABLE gone");

        (await ReadAsync(warehouse)).Tables.ShouldBeEmpty();
    }

    [WarehouseFact]
    public async Task A_table_of_a_thousand_columns_comes_whole()
    {
        var columns = string.Join(", ", Enumerable.Range(1, subject.ManyColumns).Select(n => string.Create(CultureInfo.InvariantCulture, $"c{n} INTEGER")));
        await using var warehouse = await subject.MadeByAsync($"CREATE TABLE wide ({columns})");

        (await ReadAsync(warehouse)).Tables.ShouldHaveSingleItem().Columns.Count.ShouldBe(subject.ManyColumns);
    }

    [WarehouseFact]
    public async Task Reading_a_schema_stops_when_it_is_told_to()
    {
        await using var warehouse = await subject.MadeByAsync(Script);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(warehouse.SchemaAsync(SchemaScope.All, QueryLimits.Default.Timeout, cancel.Token));
        (await ReadAsync(warehouse)).Tables.Count.ShouldBe(4);
    }

    protected static Task<DatabaseSchema> ReadAsync(IWarehouse warehouse) => warehouse.SchemaAsync(SchemaScope.All, QueryLimits.Default.Timeout, default);
}

public sealed class SqliteSchemaTests(SqliteUnderTest subject) : LargeSchemaSpecification(subject), IClassFixture<SqliteUnderTest>
{
    private readonly WarehouseUnderTest subject = subject;

    [Fact]
    public async Task A_view_whose_table_has_gone_is_named_and_cannot_be_read()
    {
        await using var warehouse = await subject.MadeByAsync("CREATE TABLE t (n INTEGER); CREATE VIEW v AS SELECT n FROM t; DROP TABLE t");

        var view = (await ReadAsync(warehouse)).Tables.ShouldHaveSingleItem();

        view.Name.ShouldBe(["v"]);
        view.Readable.ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_without_columns_leads_to_the_primary_key_and_one_to_a_missing_table_nowhere()
    {
        await using var warehouse = await subject.MadeByAsync("CREATE TABLE Shop (Code TEXT PRIMARY KEY); CREATE TABLE sale (shop TEXT REFERENCES shop, other TEXT REFERENCES nowhere (id), twice AS (shop || shop))");

        var schema = await ReadAsync(warehouse);

        schema.Tables[1].ForeignKeys.ShouldBe([new ForeignKeySchema(["shop"], ["Shop"], ["Code"])]);
        schema.Tables[1].Columns.Select(c => c.Name).ShouldBe(["shop", "other", "twice"]);
    }
}

public sealed class DuckDbSchemaTests(DuckDbUnderTest subject) : LargeSchemaSpecification(subject), IClassFixture<DuckDbUnderTest>
{
    private readonly WarehouseUnderTest subject = subject;

    [Fact]
    public async Task Schemas_comments_and_enumerations_are_told()
    {
        await using var warehouse = await subject.MadeByAsync(
            """
            CREATE SCHEMA crm;
            CREATE TABLE crm.cust (id INTEGER PRIMARY KEY, mood ENUM('good', 'it''s bad'), tags VARCHAR[], big HUGEINT);
            CREATE TABLE plain (n INTEGER);
            COMMENT ON TABLE crm.cust IS '고객';
            COMMENT ON COLUMN crm.cust.mood IS '기분';
            INSERT INTO plain SELECT 1 FROM range(10);
            """);

        var schema = await ReadAsync(warehouse);

        var table = schema.Tables[0];
        table.Name.ShouldBe(["crm", "cust"]);
        (table.Schema, table.Comment).ShouldBe(("crm", "고객"));
        table.Columns[1].Comment.ShouldBe("기분");
        table.Columns[1].Values.ShouldBe(["good", "it's bad"]);
        table.Columns[2].Type.ShouldBeNull();
        table.Columns[3].Type.ShouldBe(SqlType.Decimal(38, 0));
        schema.Tables[1].Name.ShouldBe(["plain"]);
        schema.Tables[1].Rows.ShouldBe(10);
        (await warehouse.SchemaAsync(new SchemaScope(["crm"], []), QueryLimits.Default.Timeout, default)).Tables.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_view_whose_table_has_gone_does_not_hide_the_others()
    {
        await using var warehouse = await subject.MadeByAsync("CREATE TABLE t (n INTEGER); CREATE TABLE u (n INTEGER); CREATE VIEW v AS SELECT n FROM t; DROP TABLE t");

        (await ReadAsync(warehouse)).Tables.Select(t => t.Name[0]).ShouldContain("u");
    }
}

[NeedsPostgres]
public sealed class PostgresSchemaTests(PostgresUnderTest subject) : LargeSchemaSpecification(subject), IClassFixture<PostgresUnderTest>
{
    private readonly PostgresUnderTest subject = subject;

    [PostgresFact]
    public async Task Schemas_comments_enumerations_domains_and_stored_views_are_told()
    {
        await using var warehouse = await subject.MadeByAsync(
            """
            CREATE SCHEMA crm;
            CREATE TYPE mood AS ENUM ('good', 'bad', 'awful');
            CREATE DOMAIN email AS varchar(80) NOT NULL;
            CREATE TABLE crm.cust (id bigint PRIMARY KEY, mood mood, mail email, tags text[], photo bytea, extra jsonb, price numeric(10,2), free numeric, twice bigint GENERATED ALWAYS AS (id * 2) STORED);
            CREATE TABLE sale (id int, cust_id bigint REFERENCES crm.cust (id), note text);
            CREATE UNIQUE INDEX sale_note ON sale (note) WHERE note IS NOT NULL;
            CREATE MATERIALIZED VIEW monthly AS SELECT cust_id, COUNT(*) AS n FROM sale GROUP BY cust_id;
            COMMENT ON TABLE crm.cust IS '고객';
            COMMENT ON COLUMN crm.cust.mood IS '기분';
            """);

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(t => string.Join('.', t.Name)).ShouldBe(["crm.cust", "monthly", "sale"]);
        var cust = schema.Tables[0];
        (cust.Schema, cust.Comment, cust.Columns[1].Comment).ShouldBe(("crm", "고객", "기분"));
        cust.Columns[1].Values.ShouldBe(["good", "bad", "awful"]);
        cust.Columns.Select(c => c.Type?.Kind).ShouldBe([SqlTypeKind.BigInteger, SqlTypeKind.Text, SqlTypeKind.Text, null, SqlTypeKind.Binary, null, SqlTypeKind.Decimal, SqlTypeKind.Decimal, SqlTypeKind.BigInteger]);
        cust.Columns[6].Type.ShouldBe(SqlType.Decimal(10, 2));
        cust.Columns[2].Nullable.ShouldBeFalse();
        schema.Tables[1].Kind.ShouldBe(TableKind.View);
        schema.Tables[1].Columns.Count.ShouldBe(2);
        schema.Tables[2].ForeignKeys.ShouldBe([new ForeignKeySchema(["cust_id"], ["crm", "cust"], ["id"])]);
        schema.Tables[2].UniqueKeys.ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task A_partitioned_table_is_one_table_and_one_without_columns_has_none()
    {
        await using var warehouse = await subject.MadeByAsync(
            """
            CREATE TABLE sale (id int, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE sale_2023 PARTITION OF sale FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
            CREATE TABLE sale_2024 PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE nothing ();
            """);

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(t => t.Name[0]).ShouldBe(["nothing", "sale"]);
        schema.Tables[0].Columns.ShouldBeEmpty();
        schema.Tables[1].PrimaryKey.ShouldBe(["id", "day"]);
    }

    [PostgresFact]
    public async Task What_the_user_may_not_read_is_named_and_marked()
    {
        var place = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var user = $"reader_{Guid.NewGuid():N}"[..20];
        await place.ExecuteAsync($"CREATE TABLE open (n int, secret int); CREATE TABLE closed (n int); CREATE ROLE {user} LOGIN PASSWORD 'x'; GRANT SELECT (n) ON open TO {user}");
        var url = new UriBuilder(place.Url) { UserName = user, Password = "x" }.Uri.ToString();
        await using var warehouse = new PostgresWarehouse("made", url);

        var schema = await ReadAsync(warehouse);

        schema.Tables.Select(t => (t.Name[0], t.Readable)).ShouldBe([("closed", false), ("open", true)]);
        schema.Tables[1].Columns.Select(c => c.Readable).ShouldBe([true, false]);
    }
}
