using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>What values become on their way in and out.</summary>
public abstract partial class WarehouseSpecification
{
    /// <summary>Texts that something between here and the engine may take for more, or for less, than a text.</summary>
    private static readonly string[] Nasty =
    [
        "", " ", " both ends ", "'", "''", "\"", "`", "\\", "\\'", "%", "_%\\%", "--", "/* no comment */", ";", "$1", "@p", ":p", "?", "{0}", "NULL", "null", "0", "1e3", "true", "2024-02-29",
        "line\r\nline\ttab", "\u001b[31m", "x'; DROP TABLE facts; --", "1 OR 1=1", "한국어 매출", "e\u0301", "é", "שלום", "👨‍👩‍👧", "𝄞𠮷", "\ufeffmark", "a\u00a0b", "ﬁ", new('한', 2_000),
    ];

    [WarehouseFact]
    public async Task Values_of_every_type_have_an_honest_cell()
    {
        subject.Typed.ShouldNotBeEmpty();
        foreach (var (text, cell, kind) in subject.Typed)
        {
            var result = await Ask($"SELECT {text} AS value");

            result.Rows.ShouldHaveSingleItem()[0].ShouldBe(cell, text);
            result.Columns[0].Type.Kind.ShouldBe(kind, text);
        }
    }

    [WarehouseFact]
    public async Task A_value_that_has_no_honest_cell_is_refused_with_its_column()
    {
        subject.Refused.ShouldNotBeEmpty();
        foreach (var (text, words) in subject.Refused)
        {
            var fault = await Should.ThrowAsync<WarehouseFault>(Ask($"SELECT {text} AS unfit"), text);

            fault.Kind.ShouldBe(WarehouseFaultKind.Rejected, text);
            fault.Message.ShouldContain("'unfit'", customMessage: text);
            fault.Message.ShouldContain(words, customMessage: text);
        }

        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
    }

    [WarehouseFact]
    public async Task A_text_goes_in_and_comes_back_letter_by_letter()
    {
        foreach (var text in Nasty)
        {
            // Beside a text column, so that an engine without a type for the value has one.
            var result = await Ask("SELECT CASE WHEN id = 3 THEN {v} ELSE word END AS echo FROM facts WHERE id = 3", ("v", new SqlText(text)));

            result.Rows.ShouldHaveSingleItem()[0].ShouldBe(subject.AsRead(text), text);
        }
    }

    [WarehouseFact]
    public async Task Texts_that_differ_in_a_letter_a_case_an_accent_or_a_space_are_not_equal()
    {
        foreach (var (one, other) in (IEnumerable<(string, string)>)[("a", "A"), ("a", "a "), ("", " "), ("é", "e"), ("e\u0301", "é"), ("한", "한"), ("ﬁ", "fi"), ("ß", "ss"), ("👨‍👩‍👧", "👨‍👩‍👦"), ("𠮷", "吉")])
        {
            (await SameAsync(one, other)).ShouldBeFalse($"'{one}' and '{other}'");
            (await SameAsync(other, other)).ShouldBeTrue(other);
        }
    }

    [WarehouseFact]
    public async Task Half_of_a_character_is_refused_and_not_turned_into_another()
    {
        var fault = await Should.ThrowAsync<WarehouseFault>(Ask("SELECT id FROM facts WHERE word = {v}", ("v", new SqlText("x\ud83c"))));

        fault.Kind.ShouldBe(WarehouseFaultKind.Rejected);
        fault.Message.ShouldContain("half of a character");
    }

    [WarehouseFact]
    public async Task Numbers_days_and_instants_at_the_ends_of_what_there_is_are_compared_as_themselves()
    {
        (await Ids("whole > {v}", new SqlNumber(long.MinValue))).ShouldBe([1L, 2L]);
        (await Ids("whole < {v}", new SqlNumber(long.MaxValue))).ShouldBe([1L, 2L]);
        (await Ids("whole < {v}", new SqlNumber(decimal.MaxValue))).ShouldBe([1L, 2L]);
        (await Ids("whole > {v}", new SqlNumber(-0.000000000001m))).ShouldBe([1L, 2L]);
        (await Ids("amount < {v}", new SqlNumber(12.3400000000000001m))).ShouldBe(subject.ExactDecimals ? [1L, 2L] : [2L]);
        (await Ids("day > {v}", new SqlDate(DateOnly.MinValue))).ShouldBe([1L, 2L]);
        (await Ids("day < {v}", new SqlDate(DateOnly.MaxValue))).ShouldBe([1L, 2L]);
        (await Ids("moment < {v}", new SqlTimestamp(new DateTime(2024, 2, 29, 23, 59, 58).AddMicroseconds(1)))).ShouldBe([1L]);
        (await Ids("moment > {v}", new SqlTimestamp(new DateTime(2024, 3, 1).AddMicroseconds(-1)))).ShouldBe([2L]);
    }

    [WarehouseFact]
    public async Task Names_of_columns_in_any_script_come_back_as_they_were_said()
    {
        Seq<string> names = ["매출 (₩)", "say \"when\"", "a`b]c", "select", "UPPER lower", "50 %"];
        var tree = new SqlSelect([.. names.Select(name => new SqlSelectItem(new SqlColumn("f", "id"), name))], new SqlTable(["facts"], "f")) { Limit = 1 };

        var result = await RunAsync(tree, "id");

        result.Columns.Select(column => column.Name).ShouldBe(names);
    }

    [WarehouseFact]
    public async Task The_values_of_a_column_come_with_how_often_they_stand_most_used_first_up_to_a_bound()
    {
        SqlColumn word = new("f", "word");
        var times = new SqlAggregate("COUNT", [new SqlStar()]);
        var pairs = new SqlJoin(SqlJoinKind.Inner, new SqlTable(["facts"], "f"), new SqlTable(["facts"], "g"), new SqlBinary(SqlBinaryOperator.LessOrEqual, new SqlColumn("g", "id"), new SqlColumn("f", "id")));
        var tree = new SqlSelect([new(word, "value"), new(times, "times")], pairs)
        {
            GroupBy = [word],
            OrderBy = [new(times, Descending: true), new(word, Descending: false)],
        };

        var all = await RunAsync(tree, "id", "word");
        var some = await RunAsync(tree, QueryLimits.Default with { MaxRows = 2 }, "id", "word");

        all.Rows.Select(row => (row[0], row[1])).ShouldBe([(null, 3L), ("서울 호텔 🏨 O'Brien – ñ", 2L), ("plain", 1L)]);
        all.Truncated.ShouldBeFalse();
        some.Rows.Count.ShouldBe(2);
        some.Truncated.ShouldBeTrue();
    }

    private async Task<bool> SameAsync(string one, string other) =>
        (await Ask("SELECT COUNT(*) AS n FROM facts WHERE CASE WHEN id = 3 THEN {a} ELSE word END = {b} AND id = 3", ("a", new SqlText(one)), ("b", new SqlText(other)))).Rows[0][0].ShouldBeOfType<long>() == 1;

    private Task<ResultTable> RunAsync(SqlSelect tree, params Seq<string> columns) => RunAsync(tree, QueryLimits.Default, columns);

    private Task<ResultTable> RunAsync(SqlSelect tree, QueryLimits limits, params Seq<string> columns)
    {
        var written = SqlWriter.Write(tree, subject.Dialect);
        var passed = SqlValidator.Validate(written.Value.ShouldNotBeNull(string.Join('\n', written.Issues)), new SqlAllowList([new AllowedTable(["facts"], columns)]));
        return warehouse.QueryAsync(passed.Value.ShouldNotBeNull(string.Join('\n', passed.Issues)), limits, default);
    }
}
