using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql;

public sealed class AnalysisTests
{
    private static SqlExpression Parse(string text) => SqlParser.ParseExpression(text).Value.ShouldNotBeNull();

    [Theory]
    [InlineData("a + 1", SqlExpressionKind.Scalar)]
    [InlineData("SUM(a) / COUNT(*)", SqlExpressionKind.Aggregate)]
    [InlineData("ROW_NUMBER() OVER (ORDER BY a)", SqlExpressionKind.Window)]
    [InlineData("SUM(a) OVER (PARTITION BY b)", SqlExpressionKind.Window)]
    [InlineData("SUM(SUM(a)) OVER ()", SqlExpressionKind.Window)]
    [InlineData("a IN (SELECT MAX(b) FROM t)", SqlExpressionKind.Scalar)]
    public void An_expression_is_scalar_aggregate_or_window(string text, SqlExpressionKind kind) => SqlAnalysis.Kind(Parse(text)).ShouldBe(kind);

    [Fact]
    public void The_aggregates_of_a_window_are_those_inside_its_function()
    {
        SqlAnalysis.Aggregates(Parse("SUM(SUM(a)) OVER () + COUNT(b)")).ShouldBe([(SqlAggregate)Parse("SUM(a)"), (SqlAggregate)Parse("COUNT(b)")]);
    }

    [Fact]
    public void Columns_come_once_in_order()
    {
        SqlAnalysis.Columns(Parse("SUM(t.b) FILTER (WHERE a > t.b) + c")).Select(column => column.Name).ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public void The_clock_is_seen()
    {
        SqlAnalysis.HasNow(Parse("DATE_DIFF('day', a, CURRENT_DATE)")).ShouldBeTrue();
        SqlAnalysis.HasNow(Parse("DATE_DIFF('day', a, b)")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("i + 1", SqlTypeKind.Integer)]
    [InlineData("i + m", SqlTypeKind.Decimal)]
    [InlineData("i / 2", SqlTypeKind.Decimal)]
    [InlineData("COUNT(t)", SqlTypeKind.BigInteger)]
    [InlineData("SUM(m)", SqlTypeKind.Decimal)]
    [InlineData("a > 1", SqlTypeKind.Boolean)]
    [InlineData("DATE_TRUNC('month', ts)", SqlTypeKind.Date)]
    [InlineData("DATE_TRUNC('hour', ts)", SqlTypeKind.Timestamp)]
    [InlineData("DATE_ADD('day', 3, d)", SqlTypeKind.Date)]
    [InlineData("DATE_DIFF('day', d, ts)", SqlTypeKind.BigInteger)]
    [InlineData("CASE WHEN i = 1 THEN 'x' ELSE NULL END", SqlTypeKind.Text)]
    [InlineData("COALESCE(NULL, m)", SqlTypeKind.Decimal)]
    [InlineData("t || i", SqlTypeKind.Text)]
    [InlineData("MAX(d)", SqlTypeKind.Date)]
    public void A_type_follows_from_the_types_of_columns(string text, SqlTypeKind kind) => SqlTypes.Infer(Parse(text), column => column.Name switch
    {
        "i" => SqlType.Integer,
        "m" => SqlType.Decimal(18, 2),
        "t" => SqlType.Text,
        "d" => SqlType.Date,
        "ts" => SqlType.Timestamp,
        _ => SqlType.Unknown,
    }).Kind.ShouldBe(kind);

    [Fact]
    public void Rewriting_is_bottom_up_and_reaches_subqueries()
    {
        var tree = SqlParser.ParseQuery("WITH s AS (SELECT a FROM t WHERE a > 1) SELECT COUNT(a) FROM s WHERE EXISTS (SELECT a FROM u) ORDER BY a").Value.ShouldNotBeNull();
        var renamed = tree.Rewrite(expression => expression is SqlColumn column ? column with { Name = "z" } : null);
        SqlAnalysis.Columns(renamed).ShouldHaveSingleItem().Name.ShouldBe("z");
    }
}
