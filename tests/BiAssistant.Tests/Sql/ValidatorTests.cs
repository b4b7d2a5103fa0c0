using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class ValidatorTests
{
    private static readonly SqlAllowList Allowed = GateTests.Allowed;

    private static CompiledSql Written(string query, SqlDialect dialect) =>
        SqlWriter.Write(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), dialect).Value.ShouldNotBeNull();

    [Theory]
    [InlineData("duckdb")]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void What_the_writer_writes_passes_with_its_parameters(string name)
    {
        var query = (SqlSelect)SqlParser.ParseQuery("SELECT DATE_TRUNC('month', note) AS month, SUM(amount) / COUNT(DISTINCT id) AS each FROM orders GROUP BY DATE_TRUNC('month', note)").Value.ShouldNotBeNull();
        var filtered = query with { Where = new SqlBinary(SqlBinaryOperator.GreaterOrEqual, new SqlColumn(null, "note"), new SqlParameter("p1", new SqlTimestamp(new DateTime(2024, 1, 1)))) };
        var sql = SqlWriter.Write(filtered, SqlDialects.Find(name).ShouldNotBeNull()).Value.ShouldNotBeNull();
        var valid = SqlValidator.Validate(sql, Allowed);
        valid.Issues.ShouldBe([]);
        valid.Value.ShouldNotBeNull().Sql.ShouldBe(sql);
        sql.Arguments.ShouldHaveSingleItem().Name.ShouldBe("p1");
    }

    [Fact]
    public void A_text_that_differs_from_its_tree_is_refused()
    {
        var sql = Written("SELECT id FROM orders WHERE amount > 10", SqlDialects.DuckDb);
        SqlValidator.Validate(sql, Allowed).Succeeded.ShouldBeTrue();
        SqlValidator.Validate(sql with { Text = "SELECT id FROM orders WHERE amount > 11" }, Allowed).Issues.ShouldHaveSingleItem().Code.ShouldBe("sql_not_as_meant");
    }

    [Fact]
    public void Parameters_and_values_must_agree()
    {
        var sql = Written("SELECT id FROM orders", SqlDialects.Sqlite);
        SqlValidator.Validate(sql with { Arguments = [new SqlArgument("p1", new SqlNumber(1))] }, Allowed).Issues.ShouldHaveSingleItem().Code.ShouldBe("sql_parameters_differ");
    }

    [Fact]
    public void Names_are_folded_as_the_warehouse_folds_them()
    {
        var allowed = new SqlAllowList([new AllowedTable(["PUBLIC", "ORDERS"], ["ID", "NetAmount"])]);
        var sql = Written("SELECT o.ID, o.\"NetAmount\" FROM PUBLIC.ORDERS o", SqlDialects.PostgreSql);
        sql.Text.ShouldBe("SELECT\n  o.id,\n  o.\"NetAmount\"\nFROM public.orders AS o");
        SqlValidator.Validate(sql, allowed).Issues.ShouldBe([]);
    }

    [Theory]
    [InlineData("SELECT TOP (5) o.[id], [o].amount FROM orders AS o WHERE o.status = N'x' ORDER BY o.amount DESC", true)]
    [InlineData("SELECT id FROM orders ORDER BY id OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY", true)]
    [InlineData("SELECT id FROM orders WHERE id = @p1", true)]
    [InlineData("SELECT id FROM orders LIMIT 5", false)]
    [InlineData("SELECT status || 'x' FROM orders", false)]
    [InlineData("SELECT id FROM orders WHERE status LIKE 'a' AND (amount > 1) IS NULL", false)]
    [InlineData("SELECT id FROM [dbo].[orders]", false)]
    public void T_SQL_is_read_by_two_parsers(string text, bool passes) =>
        SqlValidator.Check(text, SqlDialects.TSql, Allowed).Succeeded.ShouldBe(passes, string.Join('\n', SqlValidator.Check(text, SqlDialects.TSql, Allowed).Issues));

    [Fact]
    public void SQL_Servers_own_parser_refuses_what_ours_would_too()
    {
        // Empty statements and steps that read themselves are no offence to it.
        string[] lawful = ["SELECT id FROM orders;;", "; SELECT id FROM orders"];
        foreach (var hostile in GateTexts.Hostile.Where(hostile => hostile.Dialect == SqlDialects.TSql && hostile.Class is "statements" or "writes" or "sources" && !lawful.Contains(hostile.Line) && !hostile.Line.StartsWith("WITH ", StringComparison.Ordinal)))
        {
            TSqlScriptDomCheck.Of(hostile.Text, Allowed).ShouldNotBeEmpty(hostile.Line);
        }

        TSqlScriptDomCheck.Of("SELECT id FROM orders; DROP TABLE orders", Allowed).ShouldNotBeEmpty();
        TSqlScriptDomCheck.Of("SELECT id INTO copied FROM orders", Allowed).ShouldNotBeEmpty();
        TSqlScriptDomCheck.Of("WITH a AS (SELECT id FROM orders) SELECT COUNT(*) FROM a", Allowed).ShouldBe([]);
    }
}
