using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.MariaDb;

public sealed class MariaDbServerTests
{
    [MariaDbFact]
    public async Task Every_kind_of_value_goes_in_as_a_parameter_and_comes_back()
    {
        var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(
            """
            CREATE TABLE facts (id INTEGER, truth BOOLEAN, whole BIGINT, amount DECIMAL(38, 4), ratio DOUBLE, word VARCHAR(40), day DATE, moment DATETIME);
            INSERT INTO facts VALUES (1, TRUE, 9007199254740993, 123456789012345678.0125, 0.1, 'it''s \\ 한국', '2024-02-29', '2024-02-29 23:59:59'), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """);

        (await RowsAsync(database, "SELECT * FROM facts ORDER BY id")).ShouldBe([
            "1 | 1 | 9007199254740993 | 123456789012345678.0125 | 0.1 | it's \\ 한국 | 2024-02-29 | 2024-02-29 23:59:59", "2 | null | null | null | null | null | null | null"]);
        (await RowsAsync(
            database,
            "SELECT id FROM facts WHERE truth = @truth AND whole = @whole AND amount = @amount AND word = @word AND day = @day AND moment = @moment AND @missing IS NULL",
            ("truth", new SqlBoolean(true)),
            ("whole", new SqlNumber(9007199254740993)),
            ("amount", new SqlNumber(123456789012345678.0125m)),
            ("word", new SqlText("it's \\ 한국")),
            ("day", new SqlDate(new DateOnly(2024, 2, 29))),
            ("moment", new SqlTimestamp(new DateTime(2024, 2, 29, 23, 59, 59))),
            ("missing", SqlNull.Instance))).ShouldBe(["1"]);
    }

    [MariaDbFact]
    public async Task A_session_divides_exactly_and_tells_texts_apart_by_case_and_spaces()
    {
        var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();

        (await RowsAsync(database, "SELECT 1 / 7, 'a' = 'A', 'a' = 'a ', 1 / 0, @text = 'a'", ("text", new SqlText("A")))).ShouldBe(["0.142857143 | 0 | 0 | null | 0"]);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(MariaDbDatabase database, string text, params Seq<(string Name, SqlLiteral Value)> arguments)
    {
        var sql = new CompiledSql(SqlDialects.Find("sqlite").ShouldNotBeNull(), text, arguments.Select(argument => new SqlArgument(argument.Name, argument.Value)).ToSeq(), new SqlSelect([], null));
        return RealEngines.Rows(await database.QueryAsync(sql));
    }
}
