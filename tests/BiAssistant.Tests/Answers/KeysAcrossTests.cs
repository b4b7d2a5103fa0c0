using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Sql;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.MySql;

namespace BiAssistant.Tests.Answers;

/// <summary>Events of one warehouse point to things of another: what counts as the same key, and which keys travel.</summary>
public sealed class KeysAcrossTests : IDisposable
{
    private const string ByKind = """{"measures": [{"aggregate": "sum", "field": "events.amount"}], "group_by": [{"field": "things.kind"}]}""";
    private const string OfOneKind = """{"measures": [{"metric": "events"}, {"aggregate": "sum", "field": "events.amount"}], "where": {"field": "things.kind", "operator": "=", "value": "z"}}""";

    private static readonly Lazy<Catalog> Things = new(() => CatalogLoader.Load([new CatalogText("things.yml", """
        version: "0.2.0.dev0"
        semantic_model:
          - name: happening
            warehouse: happening
            datasets:
              - name: events
                source: events
                primary_key: [event_id]
                fields:
                  - {name: amount, expression: amount, datatype: decimal}
          - name: keeping
            warehouse: keeping
            datasets:
              - name: things
                source: things
                primary_key: [code]
                fields:
                  - {name: kind, expression: kind, datatype: text}
              - name: shelves
                source: shelves
                primary_key: [aisle, place]
                fields:
                  - {name: floor, expression: floor, datatype: text}
              - name: prices
                source: prices
                primary_key: [price]
                fields:
                  - {name: band, expression: band, datatype: text}
              - name: days
                source: days
                primary_key: [day]
                fields:
                  - {name: day, expression: day, datatype: date}
                  - {name: season, expression: season, datatype: text}
            relationships:
              - {name: event_thing, from: happening.events, to: things, from_columns: [thing], to_columns: [code]}
              - {name: event_shelf, from: happening.events, to: shelves, from_columns: [aisle, place], to_columns: [aisle, place]}
              - {name: event_price, from: happening.events, to: prices, from_columns: [price], to_columns: [price]}
              - {name: event_day, from: happening.events, to: days, from_columns: [day], to_columns: [day]}
        metrics:
          - {name: events, expression: COUNT(*), dataset: events}
        """)]).Catalog);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("duckdb", "sqlite")]
    [InlineData("sqlite", "duckdb")]
    public async Task Texts_are_the_same_key_to_the_last_character(string events, string things)
    {
        Write("happening", events, "CREATE TABLE events (event_id INTEGER, thing VARCHAR, amount INTEGER); INSERT INTO events VALUES (1, 'A', 1), (2, 'a', 2), (3, 'A ', 4), (4, 'Ä', 8), (5, NULL, 16), (6, '', 32)");
        Write("keeping", things, "CREATE TABLE things (code VARCHAR, kind VARCHAR); INSERT INTO things VALUES ('A', 'x'), ('a', 'y'), ('A ', 'z'), (NULL, 'n'), (NULL, 'm'), ('', 'empty')");

        (await RowsAsync(events, things, ByKind)).ShouldBe(["x | 1", "y | 2", "z | 4", "empty | 32"], ignoreOrder: true);
        (await RowsAsync(events, things, OfOneKind)).ShouldBe(["1 | 4"]);
    }

    [MariaDbFact]
    public async Task A_server_that_takes_two_texts_for_equal_tells_them_apart_where_they_are_keys()
    {
        var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE events (event_id INTEGER, thing VARCHAR(9), amount DECIMAL(9, 2)); INSERT INTO events VALUES (1, 'A', 1), (2, 'a', 2), (3, 'A ', 4), (4, 'Ä', 8), (5, 'A', 16)");
        var query = SemanticQueryJson.Read(ByKind).Value.ShouldNotBeNull();
        var compiled = new QueryCompiler(Things.Value, name => Outcome<WarehouseDialect>.Of(new WarehouseDialect(name!, SqlDialects.Find("mariadb").ShouldNotBeNull())), TimeProvider.System).Compile(query, new BindingContext(Asker.Anyone, new DateTime(2024, 1, 1)));

        await using var warehouse = new MySqlWarehouse("happening", database.Url);

        var rows = await warehouse.QueryAsync(compiled.Ready.ShouldNotBeNull().Plan.Fragments[0].Sql, QueryLimits.Default, default);

        RealEngines.Rows(rows).ShouldBe(["A | 17", "a | 2", "A  | 4", "Ä | 8"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_whole_number_is_the_same_key_however_it_is_kept()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, thing DECIMAL(9, 1), amount INTEGER); INSERT INTO events VALUES (1, 5.0, 1), (2, 6.5, 2), (3, 7.0, 4)");
        Write("keeping", "sqlite", "CREATE TABLE things (code REAL, kind TEXT); INSERT INTO things VALUES (5, 'x'), (7, 'z')");

        (await RowsAsync("duckdb", "sqlite", ByKind)).ShouldBe(["x | 1", "z | 4"], ignoreOrder: true);
        (await RowsAsync("duckdb", "sqlite", OfOneKind)).ShouldBe(["1 | 4"]);
    }

    [Theory]
    [InlineData("thing INTEGER", "5", "code VARCHAR", "'5'")]
    [InlineData("thing VARCHAR", "'5'", "code INTEGER", "5")]
    [InlineData("thing DOUBLE", "0.5", "code DECIMAL(3, 1)", "0.5")]
    public async Task Keys_that_would_have_to_be_guessed_are_refused(string thing, string value, string code, string key)
    {
        Write("happening", "duckdb", $"CREATE TABLE events (event_id INTEGER, {thing}, amount INTEGER); INSERT INTO events VALUES (1, {value}, 1)");
        Write("keeping", "duckdb", $"CREATE TABLE things ({code}, kind VARCHAR); INSERT INTO things VALUES ({key}, 'z')");

        (await Should.ThrowAsync<WarehouseFault>(RowsAsync("duckdb", "duckdb", ByKind))).Cause.ShouldBeOfType<KeysDiffer>();
        (await Should.ThrowAsync<WarehouseFault>(RowsAsync("duckdb", "duckdb", OfOneKind))).Kind.ShouldBe(WarehouseFaultKind.Rejected);
    }

    [Fact]
    public async Task Numbers_and_texts_in_one_column_are_texts_and_not_matched_with_numbers()
    {
        Write("happening", "sqlite", "CREATE TABLE events (event_id INTEGER, thing, amount INTEGER); INSERT INTO events VALUES (1, 5, 1), (2, '5', 2)");
        Write("keeping", "duckdb", "CREATE TABLE things (code INTEGER, kind VARCHAR); INSERT INTO things VALUES (5, 'z')");

        (await Should.ThrowAsync<WarehouseFault>(RowsAsync("sqlite", "duckdb", OfOneKind))).Message
            .ShouldBe("Rows of the warehouses 'keeping' and 'happening' cannot be matched: things_code_key holds whole or exact numbers, and what it is compared with holds texts.");
    }

    [Fact]
    public async Task A_key_that_different_rows_share_is_refused_and_not_counted_twice()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, thing INTEGER, amount INTEGER); INSERT INTO events VALUES (1, 5, 1)");
        Write("keeping", "sqlite", "CREATE TABLE things (code INTEGER, kind TEXT); INSERT INTO things VALUES (5, 'x'), (5, 'z')");

        (await Should.ThrowAsync<WarehouseFault>(RowsAsync("duckdb", "sqlite", ByKind))).Message
            .ShouldBe("In the warehouse 'keeping', several different rows of things share the key 5, so nothing can be looked up there without counting it twice.");
    }

    [Fact]
    public async Task Days_match_however_they_are_kept()
    {
        Write("happening", "sqlite", "CREATE TABLE events (event_id INTEGER, day TEXT, amount INTEGER); INSERT INTO events VALUES (1, '2024-02-29', 1), (2, '2024-03-01', 2), (3, NULL, 4)");
        Write("keeping", "duckdb", "CREATE TABLE days (day DATE, season VARCHAR); INSERT INTO days VALUES ('2024-02-29', 'winter'), ('2024-03-01', 'spring')");

        (await RowsAsync("sqlite", "duckdb", """{"measures": [{"aggregate": "sum", "field": "events.amount"}], "group_by": [{"field": "days.season"}], "where": {"field": "days.season", "operator": "=", "value": "spring"}}""")).ShouldBe(["spring | 2"]);
    }

    [Fact]
    public async Task Sums_are_exact_to_the_last_of_28_digits()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, thing INTEGER, amount DECIMAL(38, 4)); INSERT INTO events VALUES (1, 5, 123456789012345678901234.5678), (2, 6, 0.0001), (3, 7, 100000000000000000000000.0000)");
        Write("keeping", "sqlite", "CREATE TABLE things (code INTEGER, kind TEXT); INSERT INTO things VALUES (5, 'z'), (6, 'z'), (7, 'z')");

        var table = await AskAsync("duckdb", "sqlite", ByKind);

        table.Rows.ShouldHaveSingleItem()[1].ShouldBe(223456789012345678901234.5679m);
    }

    [Fact]
    public async Task The_keys_that_a_condition_leaves_are_sent_to_the_other_warehouse()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, range % 1000 AS thing, 1 AS amount FROM range(5000)");
        Write("keeping", "sqlite", "CREATE TABLE things (code INTEGER, kind TEXT); INSERT INTO things VALUES (7, 'z'), (3, 'z'), (4, 'x'), (NULL, 'z')");
        var heard = new List<CompiledSql>();

        RealEngines.Rows(await AskAsync("duckdb", "sqlite", OfOneKind, heard)).ShouldBe(["10 | 10"]);

        var sent = heard.ShouldHaveSingleItem();
        sent.Text.ShouldContain("events.thing IN ($keys_1_1, $keys_1_2)");
        sent.Arguments.Select(a => $"{a.Name}={a.Value}").ShouldBe(["keys_1_1=SqlNumber { Value = 3 }", "keys_1_2=SqlNumber { Value = 7 }"]);
    }

    [Fact]
    public async Task Days_are_sent_as_days_however_the_other_warehouse_keeps_them()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, day TIMESTAMP, amount INTEGER); INSERT INTO events VALUES (1, '2024-02-29 10:00', 1), (2, '2024-03-01', 2), (3, NULL, 4), (4, '2024-03-02', 8)");
        Write("keeping", "sqlite", "CREATE TABLE days (day TEXT, season TEXT); INSERT INTO days VALUES ('2024-02-29', 'winter'), ('2024-03-01', 'spring'), ('2024-03-02', 'spring')");
        var heard = new List<CompiledSql>();
        var ofWinter = """{"measures":[{"aggregate":"sum","field":"events.amount"}],"where":{"field":"days.season","in":["winter"]}}""";

        RealEngines.Rows(await AskAsync("duckdb", "sqlite", ofWinter, heard)).ShouldBe(["1"]);

        var sent = heard.ShouldHaveSingleItem();
        sent.Text.ShouldContain("CAST(events.day AS DATE) IN ($keys_1_1)");
        sent.Arguments.ShouldHaveSingleItem().Value.ShouldBe(new SqlDate(new DateOnly(2024, 2, 29)));
    }

    [Fact]
    public async Task Exact_numbers_are_sent_and_a_number_is_the_same_with_and_without_digits_after_the_point()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, price DECIMAL(9, 3), amount INTEGER); INSERT INTO events VALUES (1, 0.500, 1), (2, 2, 2), (3, 0.501, 4)");
        Write("keeping", "duckdb", "CREATE TABLE prices (price DECIMAL(4, 2), band VARCHAR); INSERT INTO prices VALUES (0.50, 'low'), (2.00, 'low'), (7.25, 'high')");
        var heard = new List<CompiledSql>();
        var low = """{"measures":[{"aggregate":"sum","field":"events.amount"}],"where":{"field":"prices.band","in":["low"]}}""";

        // The third event has a price that no band knows: a row without its other row, which a required relationship leaves out.
        RealEngines.Rows(await AskAsync("duckdb", "duckdb", low, heard)).ShouldBe(["3"]);

        heard.ShouldHaveSingleItem().Arguments.Select(a => ((SqlNumber)a.Value).Value).ShouldBe([0.5m, 2m]);
    }

    [Fact]
    public async Task Of_a_key_of_several_columns_each_is_sent_and_the_pairs_are_matched_afterwards()
    {
        Write("happening", "duckdb", "CREATE TABLE events (event_id INTEGER, aisle VARCHAR, place INTEGER, amount INTEGER); INSERT INTO events VALUES (1, 'a', 1, 1), (2, 'a', 2, 2), (3, 'b', 1, 4), (4, 'b', 2, 8), (5, 'c', 1, 16)");
        Write("keeping", "sqlite", "CREATE TABLE shelves (aisle TEXT, place INTEGER, floor TEXT); INSERT INTO shelves VALUES ('a', 1, 'up'), ('b', 2, 'up'), ('a', 2, 'down'), ('b', 1, 'down'), ('c', 1, 'down')");
        var heard = new List<CompiledSql>();
        var up = """{"measures":[{"aggregate":"sum","field":"events.amount"}],"where":{"field":"shelves.floor","in":["up"]}}""";

        RealEngines.Rows(await AskAsync("duckdb", "sqlite", up, heard)).ShouldBe(["9"]);

        var sent = heard.ShouldHaveSingleItem();
        sent.Text.ShouldContain("events.aisle IN ($keys_1_1, $keys_1_2)");
        sent.Text.ShouldContain("events.place IN ($keys_2_1, $keys_2_2)");
    }

    [Fact]
    public async Task Lists_that_are_too_long_together_are_sent_as_far_as_there_is_room()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, 'a' || range AS aisle, range AS place, 1 AS amount FROM range(9000)");
        Write("keeping", "duckdb", "CREATE TABLE shelves AS SELECT 'a' || range AS aisle, range AS place, 'up' AS floor FROM range(6000)");
        var heard = new List<CompiledSql>();

        RealEngines.Rows(await AskAsync("duckdb", "duckdb", """{"measures":[{"metric":"events"}],"where":{"field":"shelves.floor","in":["up"]}}""", heard)).ShouldBe(["6000"]);

        heard.ShouldHaveSingleItem().Arguments.Count.ShouldBe(6000);
    }

    [Fact]
    public async Task A_condition_that_leaves_no_key_leaves_no_row()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, range AS thing, 1 AS amount FROM range(10)");
        Write("keeping", "duckdb", "CREATE TABLE things (code INTEGER, kind VARCHAR); INSERT INTO things VALUES (7, 'x'), (NULL, 'z')");
        var heard = new List<CompiledSql>();

        RealEngines.Rows(await AskAsync("duckdb", "duckdb", OfOneKind, heard)).ShouldBe(["0 | null"]);

        heard.ShouldHaveSingleItem().Text.ShouldContain("WHERE 1 = 0");
    }

    [Fact]
    public async Task More_keys_than_a_text_takes_are_looked_up_afterwards_and_the_number_is_the_same()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, range AS thing, 1 AS amount FROM range(30000)");
        Write("keeping", "duckdb", "CREATE TABLE things AS SELECT range AS code, CASE WHEN range < 10001 THEN 'z' ELSE 'x' END AS kind FROM range(20000)");
        var heard = new List<CompiledSql>();

        RealEngines.Rows(await AskAsync("duckdb", "duckdb", OfOneKind, heard)).ShouldBe(["10001 | 10001"]);

        heard.ShouldHaveSingleItem().Text.ShouldNotContain("IN (");
    }

    [Fact]
    public async Task As_many_keys_as_a_text_takes_are_sent()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, range AS thing, 1 AS amount FROM range(30000)");
        Write("keeping", "duckdb", "CREATE TABLE things AS SELECT range AS code, CASE WHEN range < 10000 THEN 'z' ELSE 'x' END AS kind FROM range(20000)");
        var heard = new List<CompiledSql>();

        RealEngines.Rows(await AskAsync("duckdb", "duckdb", OfOneKind, heard)).ShouldBe(["10000 | 10000"]);

        heard.ShouldHaveSingleItem().Arguments.Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task More_keys_than_can_be_put_together_are_refused_with_the_reason()
    {
        Write("happening", "duckdb", "CREATE TABLE events AS SELECT range AS event_id, range AS thing, 1 AS amount FROM range(2000001)");
        Write("keeping", "duckdb", "CREATE TABLE things AS SELECT range AS code, 'z' AS kind FROM range(10)");

        var fault = await Should.ThrowAsync<WarehouseFault>(AskAsync("duckdb", "duckdb", ByKind));

        fault.Cause.ShouldBe(new TooManyToMerge(2_000_000));
        fault.Warehouse.ShouldBe("happening");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, string engine, string script)
    {
        if (engine == "duckdb")
        {
            DuckDbUnderTest.Write(_folder.File(name), script);
        }
        else
        {
            SqliteUnderTest.Write(_folder.File(name), script);
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string events, string things, string query) => RealEngines.Rows(await AskAsync(events, things, query));

    private async Task<ResultTable> AskAsync(string events, string things, string query, List<CompiledSql>? heard = null)
    {
        var happening = new HeardWarehouse(Open("happening", events));
        await using var warehouses = new WarehouseSet([happening, Open("keeping", things)]);
        var compiled = new QueryCompiler(Things.Value, warehouses.DialectOf, TimeProvider.System)
            .Compile(SemanticQueryJson.Read(query).Value.ShouldNotBeNull(), new BindingContext(Asker.Anyone, new DateTime(2024, 1, 1)));
        compiled.Issues.ShouldBeEmpty();
        var run = await new PlanRunner(warehouses, TimeProvider.System).RunAsync(compiled.Ready.ShouldNotBeNull().Plan, QueryLimits.Default, CancellationToken.None);
        heard?.AddRange(happening.Heard);
        return run.Table;
    }

    private IWarehouse Open(string name, string engine) => Engines.Open(name, WarehouseUrl.Parse($"{engine}:{_folder.File(name)}", _folder.Path).Value.ShouldNotBeNull(), TimeProvider.System);
}
