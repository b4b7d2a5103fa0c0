using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class PortableTextTests
{
    [Theory]
    [InlineData("a + b * 2")]
    [InlineData("(a OR b) AND NOT c")]
    [InlineData("orders.status <> 'cancelled' AND orders.region IS NOT NULL")]
    [InlineData("SUM(CASE WHEN \"order\".is_gift THEN 1 ELSE 0 END)")]
    [InlineData("DATE_TRUNC('month', orders.day) = DATE '2024-02-01'")]
    [InlineData("PERCENTILE(orders.amount, 0.75)")]
    [InlineData("COUNT(DISTINCT orders.customer_id) FILTER (WHERE orders.kind IN ('a', 'it''s'))")]
    [InlineData("FIRST(a ORDER BY b DESC)")]
    [InlineData("EXTRACT(YEAR FROM a) || CAST(b AS VARCHAR(10))")]
    public void An_expression_is_written_as_a_catalog_holds_it(string text) =>
        SqlPortableText.Of(SqlParser.ParseExpression(text).Value!).ShouldBe(text);

    [Fact]
    public void A_long_choice_stands_on_one_line_and_breaks_inside_texts_stay()
    {
        var branches = Enumerable.Range(1, 30).Select(n => new SqlWhen(new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn(null, "a_long_name"), new SqlNumber(n)), new SqlText($"text\n  {n}")));
        SqlExpression choice = new SqlCase(null, [.. branches], null);

        var text = SqlPortableText.Of(choice).ShouldNotBeNull();

        SqlParser.ParseExpression(text).Value.ShouldBe(choice);
        SqlPortableText.Of(new SqlCase(null, [.. Enumerable.Range(1, 30).Select(n => new SqlWhen(new SqlColumn(null, $"flag_{n}"), new SqlNumber(n)))], null)).ShouldNotBeNull().ShouldNotContain("\n");
    }

    [Fact]
    public void What_catalogs_have_no_words_for_is_not_written()
    {
        SqlPortableText.Of(new SqlFunction("ARRAY_AGG", [new SqlColumn(null, "a")])).ShouldBeNull();
        SqlPortableText.Of(new SqlElement(new SqlColumn(null, "a"), 1)).ShouldBeNull();
        SqlPortableText.Of(new SqlParameter("p", new SqlNumber(1))).ShouldBeNull();
    }
}
