using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Merge;

namespace BiAssistant.Tests.Warehouses;

public sealed class MergeEngineTests
{
    private static readonly ResultTable Revenue = new(
        [new("region", SqlType.Text), new("month", SqlType.Date), new("revenue", SqlType.Decimal(38, 2))],
        [["North", new DateOnly(2024, 1, 1), 79228162514264337593543950.33m], ["South", new DateOnly(2024, 1, 1), 0.10m], [null, null, null]],
        Truncated: false);

    private static readonly ResultTable Satisfaction = new(
        [new("region", SqlType.Text), new("score", SqlType.Double), new("answers", SqlType.BigInteger)],
        [["North", 4.5, 10L], ["East", 3.25, 2L]],
        Truncated: false);

    [Fact]
    public async Task Rows_of_two_warehouses_meet_on_their_keys_and_keep_their_types()
    {
        var result = await Run(
            "SELECT region, r.month, r.revenue, s.score, s.answers FROM revenue r FULL JOIN satisfaction s USING (region) ORDER BY region NULLS LAST",
            new("revenue", Revenue), new("satisfaction", Satisfaction));

        result.Rows.Select(row => row.ToArray()).ShouldBe(
        [
            ["East", null, null, 3.25, 2L],
            ["North", new DateOnly(2024, 1, 1), 79228162514264337593543950.33m, 4.5, 10L],
            ["South", new DateOnly(2024, 1, 1), 0.10m, null, null],
            [null, null, null, null, null],
        ]);
        result.Columns.Select(column => column.Type).ShouldBe([SqlType.Text, SqlType.Date, SqlType.Decimal(28, 2), SqlType.Double, SqlType.BigInteger]);
    }

    [Fact]
    public async Task Names_with_quotes_spaces_and_other_scripts_are_names()
    {
        ResultTable odd = new([new("Re\"venue (₩)", SqlType.BigInteger), new("지역", SqlType.Text)], [[1L, "서울"]], Truncated: false);

        var result = await Run("SELECT \"지역\", \"Re\"\"venue (₩)\" FROM \"a \"\" b\"", new NamedResult("a \" b", odd));

        result.Rows[0].ShouldBe(["서울", 1L]);
        result.Columns.Select(column => column.Name).ShouldBe(["지역", "Re\"venue (₩)"]);
    }

    [Fact]
    public async Task A_column_without_type_and_values_fits_any_other()
    {
        ResultTable empty = new([new("region", SqlType.Unknown), new("score", SqlType.Unknown)], [[null, null]], Truncated: false);

        var joined = await Run("SELECT r.region, n.score + r.revenue AS x FROM revenue r LEFT JOIN nothing n ON r.region = n.region ORDER BY 1 NULLS LAST", new("revenue", Revenue), new("nothing", empty));

        joined.Rows.Select(row => row[0]).ShouldBe(["North", "South", null]);
        joined.Rows.ShouldAllBe(row => row[1] == null);
    }

    [Fact]
    public async Task Exact_numbers_of_different_digits_that_stand_for_one_another_keep_them_all()
    {
        ResultTable cost = new([new("region", SqlType.Text), new("cost", SqlType.Decimal(38, 4))], [["North", 3.0625m], ["South", 0.0375m]], Truncated: false);
        ResultTable paid = new([new("region", SqlType.Text), new("paid", SqlType.Decimal(38, 2))], [["North", 1.25m], ["South", null]], Truncated: false);

        var result = await Run(
            "SELECT GREATEST(paid, cost), COALESCE(paid, cost), CASE WHEN region = 'North' THEN cost ELSE paid END FROM paid JOIN cost USING (region) UNION ALL SELECT cost, cost, 0.5 FROM cost WHERE region = 'South'",
            new("paid", paid), new("cost", cost));

        result.Rows.Select(row => row.ToArray()).ShouldBe([[3.0625m, 1.25m, 3.0625m], [0.0375m, 0.0375m, null], [0.0375m, 0.0375m, 0.5m]], ignoreOrder: true);
    }

    [Fact]
    public async Task Quotients_with_all_the_digits_of_an_engine_are_multiplied_as_approximate_numbers()
    {
        ResultTable means = new([new("mean", SqlType.Decimal(65, 21))], [[3.333333333333333333333m], [null]], Truncated: false);

        var result = await Run("SELECT mean * mean FROM means WHERE mean > 3", new NamedResult("means", means));

        result.Rows.ShouldHaveSingleItem()[0].ShouldBeOfType<double>().ShouldBe(100 / 9d, 1e-12);
    }

    [Fact]
    public async Task A_merge_that_needs_more_than_it_may_have_is_a_fault_that_says_so_and_the_next_one_runs()
    {
        const string Hungry = "SELECT MAX(place) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY repeat((n * 7919 % 1000003)::VARCHAR, 12)) AS place FROM range(1000000, 1500000) t(n)) words";
        await using var narrow = new MergeEngine(limits: new DuckDbLimits("20MB", "1MB"));

        var fault = await Should.ThrowAsync<WarehouseFault>(narrow.RunAsync(Sql(Hungry), [], QueryLimits.Default, default));

        fault.Cause.ShouldBe(new MergeMemoryFull());
        fault.Message.ShouldBe("There is too little memory to put together the rows of the warehouses.");
        (await narrow.RunAsync(Sql("SELECT region FROM revenue"), [new("revenue", Revenue)], QueryLimits.Default, default)).Rows.Count.ShouldBe(3);
        (await Run(Sql(Hungry), [], QueryLimits.Default)).Rows[0][0].ShouldBe(500_000L);
    }

    [Fact]
    public async Task What_a_merge_has_no_memory_for_lies_in_temporary_files_while_it_runs()
    {
        const string Large = "SELECT MAX(place) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY repeat((n * 7919 % 1000003)::VARCHAR, 12)) AS place FROM range(1000000, 2500000) t(n)) words";
        await using var some = new MergeEngine(limits: new DuckDbLimits("64MB", "1GB"));
        await using var none = new MergeEngine(limits: new DuckDbLimits("64MB", "1MB"));

        (await some.RunAsync(Sql(Large), [], QueryLimits.Default, default)).Rows[0][0].ShouldBe(1_500_000L);
        (await Should.ThrowAsync<WarehouseFault>(none.RunAsync(Sql(Large), [], QueryLimits.Default, default))).Cause.ShouldBe(new MergeMemoryFull());
        Directory.GetDirectories(Path.GetTempPath(), $"bi-assistant-duckdb-{Environment.ProcessId}-*").Where(folder => Path.GetFileName(folder).Split('-')[^1].Length == 32).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_truncated_before_is_truncated_after()
    {
        (await Run("SELECT region FROM revenue", new NamedResult("revenue", Revenue))).Truncated.ShouldBeFalse();
        (await Run("SELECT region FROM revenue", new NamedResult("revenue", Revenue with { Truncated = true }))).Truncated.ShouldBeTrue();
        (await Run(Sql("SELECT region FROM revenue"), [new("revenue", Revenue)], QueryLimits.Default with { MaxRows = 2 })).Truncated.ShouldBeTrue();
    }

    [Fact]
    public async Task Values_of_the_query_are_parameters()
    {
        var result = await Run(Sql("SELECT region FROM revenue WHERE revenue < $most", new SqlArgument("most", new SqlNumber(0.11m))), [new("revenue", Revenue)], QueryLimits.Default);

        result.Rows.ShouldHaveSingleItem().ShouldBe(["South"]);
    }

    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("DELETE FROM revenue")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SET threads = 1")]
    [InlineData("SELECT * FROM elsewhere")]
    public async Task Nothing_but_a_query_over_the_given_rows_runs(string text) =>
        (await Should.ThrowAsync<WarehouseFault>(Run(text, new NamedResult("revenue", Revenue)))).Kind.ShouldBe(WarehouseFaultKind.Rejected);

    [Fact]
    public async Task A_merge_over_its_time_limit_is_stopped()
    {
        var limits = QueryLimits.Default with { Timeout = TimeSpan.FromMilliseconds(200) };

        var fault = await Should.ThrowAsync<WarehouseFault>(Run(Sql("SELECT COUNT(*) FROM range(2000000) a(x), range(2000000) b(y) WHERE a.x * b.y % 7 = 3"), [], limits));

        fault.Kind.ShouldBe(WarehouseFaultKind.Timeout);
    }

    private static ValidatedSql Sql(string text, params ReadOnlySpan<SqlArgument> arguments) =>
        new(new CompiledSql(SqlDialects.DuckDb, text, Seq.Create(arguments), new SqlSelect([], null)));

    private static Task<ResultTable> Run(string text, params ReadOnlySpan<NamedResult> inputs) =>
        Run(Sql(text), Seq.Create(inputs), QueryLimits.Default);

    private static async Task<ResultTable> Run(ValidatedSql sql, Seq<NamedResult> inputs, QueryLimits limits)
    {
        await using var engine = new MergeEngine();
        return await engine.RunAsync(sql, inputs, limits, default);
    }
}
