using System.Globalization;
using BiAssistant.Answers.Importing.Databases;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql.Schemas;
using BiAssistant.Tests.Cli;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses.DuckDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Importing.Databases;

/// <summary>Databases that cannot be imported, and such as nobody would make on purpose.</summary>
public sealed class OddDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("main=sqlite:none.sqlite", 1, "there is no file")]
    [InlineData("main=duckdb:none.duckdb", 1, "there is no file")]
    [InlineData("main=postgres://tester:secret@127.0.0.1:1/sales", 1, "nothing answers at 127.0.0.1:1")]
    [InlineData("main=snowflake://host/sales", 64, "are not available yet")]
    [InlineData("main=sales.sqlite", 64, "does not say where a warehouse is")]
    [InlineData("sales.sqlite", 64, "A connection is expected: NAME=URL")]
    public async Task What_cannot_be_reached_is_told_without_secrets_and_nothing_is_written(string connection, int code, string words)
    {
        var run = await ImportAsync(connection);

        run.Code.ShouldBe(code);
        run.Error.ShouldContain(words);
        (run.Output + run.Error).ShouldNotContain("secret");
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_database_gives_nothing_to_import()
    {
        SqliteUnderTest.Write(_folder.File("empty.sqlite"), "CREATE TABLE t (n INTEGER); DROP TABLE t");

        var run = await ImportAsync("main=sqlite:empty.sqlite");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("The warehouse 'main' has no tables that this connection can see, so there is nothing to import.");
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_scope_that_holds_nothing_is_told()
    {
        SqliteUnderTest.Write(_folder.File("one.sqlite"), "CREATE TABLE t (n INTEGER)");

        (await ImportAsync("main=sqlite:one.sqlite", "--tables", "x*")).Error.ShouldContain("has no tables under the schemas and names that were asked for");
    }

    [Fact]
    public async Task A_database_of_leftovers_alone_is_told()
    {
        SqliteUnderTest.Write(_folder.File("left.sqlite"), "CREATE TABLE order_bak (n INTEGER)");

        (await ImportAsync("main=sqlite:left.sqlite")).Error.ShouldContain("None of the tables of the warehouse 'main' can be imported. The table order_bak is left out");
    }

    [Fact]
    public async Task Names_of_every_kind_are_imported_and_can_be_asked()
    {
        var longName = string.Concat(Enumerable.Repeat("very_long_name_", 8)) + "end";
        SqliteUnderTest.Write(
            _folder.File("odd.sqlite"),
            $"""
            CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "from" TEXT, "group" TEXT, "null" INTEGER, "true" TEXT, "current_date" INTEGER);
            CREATE TABLE "has ""quotes"" in it" ("a ""b"" c" INTEGER, "x.y" TEXT, "1st" TEXT, "100%" INTEGER);
            CREATE TABLE "with.dots and spaces" ("the amount" DECIMAL(8, 2), "x.y" INTEGER, "x_y" INTEGER);
            CREATE TABLE {longName} (n INTEGER);
            CREATE TABLE 매출표 (금액 INTEGER, "판매 일자" DATE);
            CREATE TABLE "O'Brien; DROP TABLE x" (amount INTEGER);
            CREATE TABLE SELECT_ (amount INTEGER, "%" INTEGER, "🙂" TEXT, "_" INTEGER);
            INSERT INTO "order" VALUES (1, 'a', 'g', 5, 't', 3);
            INSERT INTO "with.dots and spaces" VALUES (1.5, 2, 3), (2, 3, 4);
            INSERT INTO 매출표 VALUES (10, '2024-01-01'), (20, '2024-02-01');
            INSERT INTO "O'Brien; DROP TABLE x" VALUES (7);
            """);
        using var imported = new ImportedDatabase($"main=sqlite:{_folder.File("odd.sqlite")}");

        await imported.ImportAsync();

        imported.Report.ShouldContain("7 tables with");
        (await imported.AskAsync("how many orders")).ShouldBe(["1"]);
        (await imported.AskAsync("total the amount")).ShouldBe(["3.5"]);
        (await imported.AskAsync("월별 금액 합계")).ShouldBe(["2024-01-01 | 10", "2024-02-01 | 20"]);
    }

    [Fact]
    public async Task A_table_of_a_thousand_columns_and_hundreds_of_tables_are_imported_whole()
    {
        var columns = string.Join(", ", Enumerable.Range(1, 1_200).Select(n => string.Create(CultureInfo.InvariantCulture, $"measure_{n} INTEGER")));
        var tables = string.Concat(Enumerable.Range(1, 400).Select(n => string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE thing{n} (id INTEGER PRIMARY KEY, name TEXT, parent_id INTEGER);")));
        SqliteUnderTest.Write(_folder.File("wide.sqlite"), $"CREATE TABLE wide ({columns}); {tables}");
        using var imported = new ImportedDatabase($"main=sqlite:{_folder.File("wide.sqlite")}");

        await imported.ImportAsync();

        imported.Report.ShouldContain("401 tables with 2,400 columns");
    }

    [Fact]
    public async Task What_is_too_large_to_be_looked_at_is_drafted_by_its_names_and_told_first()
    {
        DuckDbUnderTest.Write(
            _folder.File("large.duckdb"),
            "CREATE TABLE customer (customer_id INTEGER, active_yn VARCHAR); CREATE TABLE sale (sale_id INTEGER PRIMARY KEY, customer_id INTEGER); INSERT INTO customer VALUES (1, 'Y'), (2, 'N'); INSERT INTO sale VALUES (1, 1)");
        await using var warehouse = new DuckDbWarehouse("main", _folder.File("large.duckdb"));

        var draft = await new DatabaseImport(warehouse, "main", SchemaScope.All, new ImportLimits { LargestTable = 0 }, TimeProvider.System, NullLogger.Instance).DraftAsync(default);

        var remarks = draft.Value.ShouldNotBeNull().Remarks;
        remarks.ShouldContain(new ImportRemark(RemarkKind.LookFirst, "customer.customer_id is taken for the primary key by its name alone: some 2 rows are too many to look at. 'check --against-data' proves it."));
        remarks.ShouldContain(new ImportRemark(RemarkKind.LookFirst, "sale.customer_id leads to customer.customer_id by its name alone: some 2 rows are too many to look at. 'check --against-data' proves it."));
        remarks.ShouldContain(new ImportRemark(RemarkKind.Guessed, "The rows of customer were not looked at, so its columns are taken as declared: some 2 rows are too many to look at."));
        draft.Value.Files[0].Text.ShouldContain("expression: active_yn\n            datatype: String");
    }

    [Fact]
    public async Task An_import_that_is_given_up_writes_nothing()
    {
        SqliteUnderTest.Write(_folder.File("one.sqlite"), "CREATE TABLE t (n INTEGER)");
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        using var output = new StringWriter();

        var code = await BiAssistant.Cli.CommandLine.RunAsync(
            ["import", "database", "main=sqlite:one.sqlite", "--catalog", "catalog"],
            new BiAssistant.Cli.Terminal(new StringReader(""), output, output, _folder.Path, _folder.Path, null),
            cancel.Token);

        code.ShouldBe(1);
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private Task<Run> ImportAsync(string connection, params string[] options) =>
        Run.OfAsync(_folder.Path, "", ["import", "database", connection, "--catalog", "catalog", .. options]);
}
