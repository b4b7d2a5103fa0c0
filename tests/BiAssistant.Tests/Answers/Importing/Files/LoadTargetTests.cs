using BiAssistant.Answers.Importing.Files;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Answers.Importing.Files;

public sealed class LoadTargetTests : IDisposable
{
    private readonly FileDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Other_tables_of_the_database_stay_and_one_of_the_same_name_is_replaced()
    {
        _desk.Run("CREATE TABLE other AS SELECT 7 AS n; CREATE TABLE sales AS SELECT 1 AS old; CREATE VIEW seen AS SELECT * FROM other", _desk.Database);
        _desk.Write("sales.csv", "id,amount\na,1\nb,2\n");

        var load = await _desk.LoadAsync("sales.csv");

        _desk.Table("other").ShouldBe(["7"]);
        _desk.Rows("SELECT * FROM seen").ShouldBe(["7"]);
        _desk.Table("sales").ShouldBe(["a|1", "b|2"]);
        load.Of(RemarkKind.Done).ShouldContain("was there before, with 1 row;");
        _desk.Entries().ShouldBe(["data.duckdb", "sales.csv"]);
    }

    [Fact]
    public async Task A_load_that_fails_leaves_the_database_as_it_was()
    {
        _desk.Run("CREATE TABLE good AS SELECT 1 AS a", _desk.Database);
        var before = await File.ReadAllBytesAsync(_desk.Database);
        _desk.Write("good.csv", "a,b\n1,2\n");
        _desk.Write("bad.csv", "a,b\n1\n");

        await _desk.FailAsync("good.csv", "bad.csv");

        (await File.ReadAllBytesAsync(_desk.Database)).ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_load_that_is_not_taken()
    {
        _desk.Write("a.csv", "id,n\nx,1\n");

        var loaded = await FileLoad.RunAsync(_desk.Request("a.csv"), CancellationToken.None);
        loaded.Value!.Dispose();

        _desk.Entries().ShouldBe(["a.csv"]);
    }

    [Fact]
    public async Task A_database_that_is_written_elsewhere_is_left_alone()
    {
        _desk.Write("a.csv", "id,n\nx,1\n");
        using var writer = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = _desk.Database }.ToString());
        writer.Open();
        using (var command = writer.CreateCommand("CREATE TABLE t AS SELECT 1 AS n; CHECKPOINT"))
        {
            command.ExecuteNonQuery();
        }

        (await _desk.FailAsync("a.csv")).Code.ShouldBe("target_open");
    }

    [Fact]
    public async Task A_database_that_changes_in_the_meantime_is_not_overwritten()
    {
        _desk.Run("CREATE TABLE t AS SELECT 1 AS n", _desk.Database);
        _desk.Write("a.csv", "id,n\nx,1\n");
        using var load = (await FileLoad.RunAsync(_desk.Request("a.csv"), CancellationToken.None)).Value!;
        _desk.Run("CREATE TABLE late AS SELECT 2 AS n", _desk.Database);

        load.Check().ShouldHaveSingleItem().Code.ShouldBe("target_changed");
        load.Keep().ShouldHaveSingleItem().Code.ShouldBe("target_changed");

        _desk.Rows("SELECT n FROM late").ShouldBe(["2"]);
    }

    [Fact]
    public async Task Two_imports_into_one_database_do_not_run_at_once()
    {
        _desk.Write("a.csv", "id,n\nx,1\n");
        using (var first = (await FileLoad.RunAsync(_desk.Request("a.csv"), CancellationToken.None)).Value!)
        {
            (await FileLoad.RunAsync(_desk.Request("a.csv"), CancellationToken.None)).Issues.ShouldHaveSingleItem().Message.ShouldContain("Another import is loading");
            first.Keep().ShouldBeEmpty();
        }

        await _desk.LoadAsync("a.csv");
        _desk.Entries().ShouldBe(["a.csv", "data.duckdb"]);
    }

    [Fact]
    public async Task Readers_of_the_database_do_not_stand_in_the_way()
    {
        _desk.Run("CREATE TABLE t AS SELECT 1 AS n", _desk.Database);
        _desk.Write("t.csv", "id,n\nx,5\n");
        using var reader = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(_desk.Database).ToString());
        reader.Open();

        using var load = (await FileLoad.RunAsync(_desk.Request("t.csv"), CancellationToken.None)).Value!;
        load.Keep().ShouldBeEmpty();
        reader.Close();

        _desk.Table("t").ShouldBe(["x|5"]);
    }

    [Theory]
    [InlineData("folder", "is a folder")]
    [InlineData("missing/data.duckdb", "no folder")]
    [InlineData("notes.txt", "no DuckDB database")]
    [InlineData("", "No file was named")]
    public async Task A_place_that_cannot_be_loaded_into_is_said_why(string into, string says)
    {
        Directory.CreateDirectory(_desk.File("folder"));
        _desk.Write("notes.txt", "do not lose this");
        _desk.Write("a.csv", "id,n\nx,1\n");

        (await _desk.FailAsync(_desk.Request("a.csv") with { Into = into })).Message.ShouldContain(says);
        (await File.ReadAllTextAsync(_desk.File("notes.txt"))).ShouldBe("do not lose this");
    }

    [Fact]
    public async Task Folders_and_patterns_name_their_files()
    {
        _desk.Write("in/a.csv", "id,n\nx,1\n");
        _desk.Write("in/매출 2024.csv", "id,n\nx,1\n");
        _desk.Write("in/readme.md", "# no table");

        (await _desk.LoadAsync("in")).Tables.Select(t => t.Name).ShouldBe(["a", "매출_2024"]);
        (await _desk.LoadAsync("in/*.csv")).Tables.Count.ShouldBe(2);
        (await _desk.LoadAsync("*/a.csv")).Tables.Count.ShouldBe(1);
        (await _desk.FailAsync("no*/*.csv")).Message.ShouldContain("No file has a name like");
        (await _desk.FailAsync("in/*.parquet")).Message.ShouldContain("No file has a name like");
        var missing = await _desk.FailAsync("in/b.csv");
        missing.Message.ShouldContain("There is no file 'in/b.csv'");
        missing.Suggestions.ShouldBe(["did you mean 'a.csv'?"]);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_no_table_unless_the_person_says_so()
    {
        _desk.Write("x/sales.csv", "id,n\na,1\n");
        _desk.Write("y/Sales.csv", "id,n\nb,2.5\n");

        (await _desk.FailAsync("x", "y")).Code.ShouldBe("table_twice");
        await _desk.LoadAsync(_desk.Request("x", "y") with { Table = "sales" });
        _desk.Table("sales").ShouldBe(["a|1.0", "b|2.5"]);
    }

    [Fact]
    public async Task Files_of_different_columns_are_not_made_one_table()
    {
        _desk.Write("a.csv", "id,n\na,1\n");
        _desk.Write("b.csv", "id,m\nb,2\n");

        (await _desk.FailAsync(_desk.Request("a.csv", "b.csv") with { Table = "both" })).Message.ShouldContain("a column 'm' where 'a.csv' has 'n'");
        (await _desk.FailAsync(_desk.Request("a.csv") with { Table = "drop table;" })).Code.ShouldBe("table_name");
    }

    [Fact]
    public async Task An_empty_file_and_no_file_are_told()
    {
        _desk.Write("empty.csv", "");
        (await _desk.FailAsync("empty.csv")).Code.ShouldBe("file_empty");
        (await _desk.FailAsync("")).Code.ShouldBe("file_missing");
        (await _desk.FailAsync("/dev/null")).Code.ShouldBe("file_empty");
    }

    [Fact]
    public async Task Loading_stops_when_it_is_cancelled_or_takes_too_long()
    {
        _desk.Write("big.csv", "id,n\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"k{i},{i}.5\n")));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => FileLoad.RunAsync(_desk.Request("big.csv"), cancelled.Token));
        (await _desk.FailAsync(_desk.Request("big.csv") with { TimeLimit = TimeSpan.FromTicks(1) })).Code.ShouldBe("import_time");
        _desk.Entries().ShouldBe(["big.csv"]);
    }
}
