using BiAssistant.Sql;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql;

public sealed class ExpressionParserTests
{
    private static readonly SqlColumn A = new(null, "a");
    private static readonly SqlColumn B = new(null, "b");
    private static readonly SqlColumn C = new(null, "c");

    private static SqlExpression Parse(string text)
    {
        var outcome = SqlParser.ParseExpression(text);
        outcome.Issues.ShouldBe([]);
        return outcome.Value.ShouldNotBeNull();
    }

    private static Issue Problem(string text) => SqlParser.ParseExpression(text).Issues.ShouldHaveSingleItem();

    public static TheoryData<string, SqlExpression> Readings => new()
    {
        { "a + b * c", new SqlBinary(SqlBinaryOperator.Add, A, new SqlBinary(SqlBinaryOperator.Multiply, B, C)) },
        { "a - b - c", new SqlBinary(SqlBinaryOperator.Subtract, new SqlBinary(SqlBinaryOperator.Subtract, A, B), C) },
        { "not a = b and c", new SqlBinary(SqlBinaryOperator.And, new SqlUnary(SqlUnaryOperator.Not, new SqlBinary(SqlBinaryOperator.Equal, A, B)), C) },
        { "a or b and c", new SqlBinary(SqlBinaryOperator.Or, A, new SqlBinary(SqlBinaryOperator.And, B, C)) },
        { "sales.orders.net_amount", new SqlColumn("sales.orders", "net_amount") },
        { "\"Order\".\"Net Amount\"", new SqlColumn("Order", "Net Amount") },
        { "-1.50", new SqlNumber(-1.50m) },
        { "'it''s'", new SqlText("it's") },
        { "DATE '2024-02-29'", new SqlDate(new DateOnly(2024, 2, 29)) },
        { "TIMESTAMP '2024-02-29 12:30:00'", new SqlTimestamp(new DateTime(2024, 2, 29, 12, 30, 0)) },
        { "INTERVAL '3' MONTH", new SqlInterval(3, SqlTimeUnit.Month) },
        { "interval '-2 weeks'", new SqlInterval(-2, SqlTimeUnit.Week) },
        { "date", new SqlColumn(null, "date") },
        { "a between b and c and a is not null", new SqlBinary(SqlBinaryOperator.And, new SqlBetween(A, B, C), new SqlIsNull(A, Negated: true)) },
        { "a not in (1, 2)", new SqlInList(A, [new SqlNumber(1), new SqlNumber(2)], Negated: true) },
        { "a like 'x!%' escape '!'", new SqlLike(A, new SqlText("x!%"), new SqlText("!")) },
        { "a is not distinct from b", new SqlIsDistinct(A, B, Negated: true) },
        { "case when a > 1 then b else c end", new SqlCase(null, [new SqlWhen(new SqlBinary(SqlBinaryOperator.Greater, A, new SqlNumber(1)), B)], C) },
        { "case a when 1 then b end", new SqlCase(A, [new SqlWhen(new SqlNumber(1), B)], null) },
        { "cast(a as decimal(18, 2))", new SqlCast(A, SqlType.Decimal(18, 2)) },
        { "a || b", new SqlBinary(SqlBinaryOperator.Concat, A, B) },
        { "count(*)", new SqlAggregate("COUNT", [new SqlStar()]) },
        { "count(distinct a)", new SqlAggregate("COUNT", [A]) { Distinct = true } },
        { "sum(a) filter (where b = 1)", new SqlAggregate("SUM", [A]) { Filter = new SqlBinary(SqlBinaryOperator.Equal, B, new SqlNumber(1)) } },
        { "last(a order by b)", new SqlAggregate("LAST", [A]) { OrderBy = [new SqlOrder(B)] } },
        { "first(a order by b desc nulls first)", new SqlAggregate("FIRST", [A]) { OrderBy = [new SqlOrder(B, true, SqlNullOrder.First)] } },
        { "percentile(a, 0.9)", new SqlAggregate("PERCENTILE", [A, new SqlNumber(0.9m)]) },
        { "percentile_cont(0.9) within group (order by a)", new SqlAggregate("PERCENTILE", [A, new SqlNumber(0.9m)]) },
        { "date_trunc('month', a)", new SqlDateTrunc(SqlTimeUnit.Month, A) },
        { "date_diff('day', a, b)", new SqlDateDiff(SqlTimeUnit.Day, A, B) },
        { "date_add('week', 2, a)", new SqlDateAdd(SqlTimeUnit.Week, new SqlNumber(2), A) },
        { "extract(isodow from a)", new SqlExtract(SqlDatePart.DayOfWeek, A) },
        { "current_date", new SqlNow(DayOnly: true) },
        { "current_timestamp", new SqlNow(DayOnly: false) },
        { "position('x' in a)", new SqlFunction("POSITION", [new SqlText("x"), A]) },
        { "substring(a from 2 for 3)", new SqlFunction("SUBSTRING", [A, new SqlNumber(2), new SqlNumber(3)]) },
        { "trim(leading '0' from a)", new SqlFunction("LTRIM", [A, new SqlText("0")]) },
        { "sum(a) over (partition by b order by c rows between 6 preceding and current row)", new SqlWindow(new SqlAggregate("SUM", [A]), [B], [new SqlOrder(C)], new SqlFrame(SqlFrameUnit.Rows, new SqlFrameEnd(-6), new SqlFrameEnd(0))) },
        { "row_number() over (order by a desc)", new SqlWindow(new SqlFunction("ROW_NUMBER", []), [], [new SqlOrder(A, true)]) },
        { "user.region = a", new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("user", "region"), A) },
        { "매출.금액 -- net\n + /* gross */ a", new SqlBinary(SqlBinaryOperator.Add, new SqlColumn("매출", "금액"), A) },
    };

    [Theory]
    [MemberData(nameof(Readings), DisableDiscoveryEnumeration = true)]
    public void A_text_is_read_as_this_tree(string text, SqlExpression expected) => Parse(text).ShouldBe(expected);

    [Theory]
    [InlineData("SUM(a", 1, 6, "')'", "the end of the text")]
    [InlineData("a +\n  * b", 2, 3, "a value", "'*'")]
    [InlineData("a b", 1, 3, "operator", "'b'")]
    [InlineData("DATE '2024-13-01'", 1, 6, "2024-12-31", "2024-13-01")]
    [InlineData("case a end", 1, 8, "WHEN", "'end'")]
    public void An_error_says_where_what_was_found_and_what_was_expected(string text, int line, int column, string expected, string found)
    {
        var issue = Problem(text);
        issue.At.ShouldBe(new TextLocation(null, line, column));
        issue.Message.ShouldContain(expected);
        issue.Message.ShouldContain(found);
    }

    [Theory]
    [InlineData("SUMM(a)", "SUM")]
    [InlineData("COALECSE(a, 0)", "COALESCE")]
    [InlineData("DATETRUNC('month', a)", "DATE_TRUNC")]
    public void An_unknown_function_gets_its_nearest_neighbour(string text, string nearest)
    {
        var issue = Problem(text);
        issue.Code.ShouldBe("sql_unknown_function");
        issue.Suggestions[0].ShouldBe(nearest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NULLIF(a)")]
    [InlineData("ROW_NUMBER()")]
    [InlineData("LAST(a)")]
    [InlineData("SUM(a ORDER BY b)")]
    [InlineData("SUM(*)")]
    [InlineData("a = b = c")]
    [InlineData("a; b")]
    [InlineData("'open")]
    [InlineData("/* open")]
    [InlineData("/* a /* b */ c */ 1")]
    [InlineData("E'\\n'")]
    [InlineData("a.b.c.d")]
    [InlineData("1abc")]
    [InlineData("a\u00A0+ b")]
    [InlineData("pg_catalog.lower(a)")]
    [InlineData("\"lower\"(a)")]
    [InlineData("99999999999999999999999999999999999")]
    public void A_text_that_is_wrong_or_doubtful_is_refused(string text) => SqlParser.ParseExpression(text).Succeeded.ShouldBeFalse();

    [Fact]
    public void Deep_nesting_long_chains_and_long_texts_are_refused_without_harm()
    {
        Problem(new string('(', 10_000) + "a" + new string(')', 10_000)).Code.ShouldBe("sql_too_deep");
        Problem(string.Join(" + ", Enumerable.Repeat("a", 20_000))).Code.ShouldBe("sql_too_deep");
        Problem(string.Concat(Enumerable.Repeat("NOT ", 50_000)) + "a").Code.ShouldBe("sql_too_deep");
        Problem(string.Concat(Enumerable.Repeat("- ", 50_000)) + "a").Code.ShouldBe("sql_too_deep");
        Problem(string.Concat(Enumerable.Repeat("CASE WHEN ", 10_000))).Code.ShouldBe("sql_too_deep");
        Problem(new string(' ', 1_000_000)).Code.ShouldBe("sql_too_long");
        Parse(string.Join(" + ", Enumerable.Repeat("a", 900))).ShouldBeOfType<SqlBinary>();
    }
}
