using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>What every engine must do; each engine's class inherits it.</summary>
public abstract partial class WarehouseSpecification(WarehouseUnderTest subject) : IAsyncLifetime
{
    private readonly IWarehouse warehouse = subject.Open("sales");

    protected IWarehouse Warehouse => warehouse;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await warehouse.DisposeAsync();

    [WarehouseFact]
    public async Task Each_type_comes_as_its_documented_cell()
    {
        var result = await Ask("SELECT id, truth, whole, amount, ratio, word, day, moment FROM facts ORDER BY id");

        object amount = subject.ExactDecimals ? 12.34m : 12.34;
        result.Rows[0].ShouldBe([1L, true, 9_000_000_000L, amount, 0.125, "plain", new DateOnly(2024, 2, 29), new DateTime(2024, 2, 29, 23, 59, 58)]);
        result.Columns.Select(column => column.Name).ShouldBe(["id", "truth", "whole", "amount", "ratio", "word", "day", "moment"]);
        result.Columns[1].Type.ShouldBe(SqlType.Boolean);
        result.Columns[2].Type.ShouldBe(SqlType.BigInteger);
        result.Columns[3].Type.Kind.ShouldBe(subject.ExactDecimals ? SqlTypeKind.Decimal : SqlTypeKind.Double);
        result.Columns[4].Type.ShouldBe(SqlType.Double);
        result.Columns[5].Type.Kind.ShouldBe(SqlTypeKind.Text);
        result.Columns[6].Type.ShouldBe(SqlType.Date);
        result.Columns[7].Type.ShouldBe(SqlType.Timestamp);
    }

    [WarehouseFact]
    public async Task Nulls_stay_nulls_in_every_type()
    {
        var result = await Ask("SELECT truth, whole, amount, ratio, word, day, moment FROM facts WHERE id = 3");

        result.Rows.ShouldHaveSingleItem().ShouldAllBe(cell => cell == null);
    }

    [WarehouseFact]
    public async Task A_sum_of_whole_numbers_is_a_whole_number()
    {
        var result = await Ask("SELECT SUM(whole) AS total, COUNT(*) AS n FROM facts");

        result.Rows.ShouldHaveSingleItem().ShouldBe([9_000_000_005L, 3L]);
    }

    [WarehouseFact]
    public async Task A_sum_of_money_is_exact_to_the_last_digit()
    {
        var total = (await Ask("SELECT SUM(amount) AS total FROM facts")).Rows[0][0];

        total.ShouldBe(subject.ExactDecimals ? 12.44m : 12.44);
    }

    [WarehouseFact]
    public async Task Text_of_every_script_comes_back_as_it_was_written()
    {
        (await Ask("SELECT word FROM facts WHERE id = 2")).Rows[0][0].ShouldBe("서울 호텔 🏨 O'Brien – ñ");
        (await Ask("SELECT id FROM facts WHERE word = {w}", ("w", new SqlText("서울 호텔 🏨 O'Brien – ñ")))).Rows[0][0].ShouldBe(2L);
    }

    [WarehouseFact]
    public async Task A_value_is_compared_in_the_type_of_its_column()
    {
        (await Ids("whole = {v}", new SqlNumber(9_000_000_000m))).ShouldBe([1L]);
        (await Ids("amount > {v}", new SqlNumber(12.33m))).ShouldBe([1L]);
        (await Ids("amount = {v}", new SqlNumber(0.10m))).ShouldBe([2L]);
        (await Ids("ratio < {v}", new SqlNumber(0.2m))).ShouldBe([1L]);
        (await Ids("day = {v}", new SqlDate(new DateOnly(2024, 2, 29)))).ShouldBe([1L]);
        (await Ids("moment >= {v}", new SqlTimestamp(new DateTime(2024, 2, 29, 23, 59, 58)))).ShouldBe([1L, 2L]);
        (await Ids("truth = {v}", new SqlBoolean(false))).ShouldBe([2L]);
        (await Ids("word = {v}", SqlNull.Instance)).ShouldBeEmpty();
    }

    [WarehouseFact]
    public async Task A_value_that_looks_like_SQL_is_only_a_value()
    {
        (await Ids("word = {v}", new SqlText("x'; DROP TABLE facts; --"))).ShouldBeEmpty();
        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
    }

    [WarehouseFact]
    public async Task A_total_is_compared_as_a_number()
    {
        (await Ask("SELECT COUNT(*) AS n FROM facts HAVING SUM(amount) > {v}", ("v", new SqlNumber(12.43m)))).Rows.Count.ShouldBe(1);
        (await Ask("SELECT COUNT(*) AS n FROM facts HAVING SUM(amount) > {v}", ("v", new SqlNumber(100m)))).Rows.ShouldBeEmpty();
    }

    [WarehouseFact]
    public async Task No_rows_still_have_columns()
    {
        var result = await Ask("SELECT id, word FROM facts WHERE id < 0");

        result.Rows.ShouldBeEmpty();
        result.Truncated.ShouldBeFalse();
        result.Columns.Select(column => column.Name).ShouldBe(["id", "word"]);
        result.Columns[0].Type.ShouldBe(SqlType.BigInteger);
    }

    [WarehouseFact]
    public async Task A_missing_table_or_column_is_a_fault_that_names_it()
    {
        var table = await Should.ThrowAsync<WarehouseFault>(Ask("SELECT id FROM nowhere"));
        table.Kind.ShouldBe(WarehouseFaultKind.Rejected);
        table.Message.ShouldContain("'sales'");
        table.Message.ShouldContain("nowhere");

        var column = await Should.ThrowAsync<WarehouseFault>(Ask("SELECT nothing FROM facts"));
        column.Kind.ShouldBe(WarehouseFaultKind.Rejected);
        column.Message.ShouldContain("nothing");
    }

    [WarehouseFact]
    public async Task The_same_data_has_the_same_version()
    {
        Seq<Seq<string>> tables = [["facts"]];

        var first = await warehouse.VersionsAsync(tables, default);

        first.ShouldHaveSingleItem().Table.ShouldBe(["facts"]);
        first[0].Version.ShouldNotBeEmpty();
        (await warehouse.VersionsAsync(tables, default)).ShouldBe(first);
    }

    [WarehouseFact]
    public async Task A_tree_that_was_written_and_passed_the_gate_runs_with_its_values()
    {
        SqlColumn Of(string name) => new("f", name);
        var tree = new SqlSelect(
            [
                new(new SqlDateTrunc(SqlTimeUnit.Month, Of("day")), "month"),
                new(new SqlAggregate("SUM", [Of("amount")]), "total"),
                new(new SqlBinary(SqlBinaryOperator.Divide, new SqlAggregate("SUM", [Of("whole")]), new SqlAggregate("COUNT", [new SqlStar()])), "mean"),
            ],
            new SqlTable(["facts"], "f"))
        {
            Where = new SqlBinary(
                SqlBinaryOperator.And,
                new SqlBinary(
                    SqlBinaryOperator.And,
                    new SqlBinary(SqlBinaryOperator.GreaterOrEqual, Of("day"), new SqlParameter("from", new SqlDate(new DateOnly(1999, 12, 1)))),
                    new SqlBinary(SqlBinaryOperator.Less, Of("moment"), new SqlParameter("to", new SqlTimestamp(new DateTime(2024, 3, 1, 0, 0, 1))))),
                new SqlInList(Of("word"), [new SqlParameter("w1", new SqlText("plain")), new SqlParameter("w2", new SqlText("서울 호텔 🏨 O'Brien – ñ"))])),
            GroupBy = [new SqlDateTrunc(SqlTimeUnit.Month, Of("day"))],
            Having = new SqlBinary(SqlBinaryOperator.Greater, new SqlAggregate("SUM", [Of("amount")]), new SqlParameter("least", new SqlNumber(0.05m))),
            OrderBy = [new(new SqlDateTrunc(SqlTimeUnit.Month, Of("day")), Descending: true)],
            Limit = 10,
        };
        var written = SqlWriter.Write(tree, subject.Dialect).Value.ShouldNotBeNull();
        var passed = SqlValidator.Validate(written, new SqlAllowList([new AllowedTable(["facts"], ["day", "moment", "amount", "whole", "word"])]));

        var result = await warehouse.QueryAsync(passed.Value.ShouldNotBeNull(string.Join('\n', passed.Issues)), QueryLimits.Default, default);

        result.Rows.Count.ShouldBe(2);
        Month(result.Rows[0][0]).ShouldBe(new DateOnly(2024, 2, 1));
        Month(result.Rows[1][0]).ShouldBe(new DateOnly(1999, 12, 1));
        result.Rows.Select(row => Number(row[1])).ShouldBe([12.34m, 0.10m]);
        result.Rows.Select(row => Number(row[2])).ShouldBe([9_000_000_000m, 5m]);
    }

    protected Task<ResultTable> Ask(string text, params ReadOnlySpan<(string Name, SqlLiteral Value)> arguments) =>
        warehouse.QueryAsync(subject.Sql(text, arguments), QueryLimits.Default, default);

    private static DateOnly Month(object? cell) => cell is DateTime time ? DateOnly.FromDateTime(time) : cell.ShouldBeOfType<DateOnly>();

    private static decimal Number(object? cell) => System.Convert.ToDecimal(cell, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IEnumerable<object?>> Ids(string condition, SqlLiteral value) =>
        (await Ask($"SELECT id FROM facts WHERE {condition} ORDER BY id", ("v", value))).Rows.Select(row => row[0]);
}
