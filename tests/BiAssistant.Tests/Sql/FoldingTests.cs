using System.Globalization;
using BiAssistant.DuckDb;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class FoldingTests
{
    private static SqlExpression Parse(string text) => SqlParser.ParseExpression(text).Value.ShouldNotBeNull(text);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1.10 * 1.10", "1.2100")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("6 / 2", "3.0")]
    [InlineData("1 / 3", "1 / 3")]
    [InlineData("x / (2 - 2) + 1 / 0", "x / 0 + CAST(NULL AS DECIMAL)")]
    [InlineData("2147483647 + 1", "2147483647 + 1")]
    [InlineData("79228162514264337593543950335 * 10", "79228162514264337593543950335 * 10")]
    [InlineData("-(-x)", "x")]
    [InlineData("x + 1 + 2", "x + 1 + 2")]
    [InlineData("amount * (1 - 0.2)", "amount * 0.8")]
    [InlineData("MOD(-7, 3)", "-1")]
    [InlineData("7 % 0", "7 % 0")]
    public void Numbers_are_computed_where_the_result_is_exact(string text, string folded) => SqlFolding.Fold(Parse(text)).ShouldBe(Parse(folded));

    [Theory]
    [InlineData("x AND TRUE", "x")]
    [InlineData("FALSE OR x", "x")]
    [InlineData("x AND FALSE", "FALSE")]
    [InlineData("TRUE OR x IS NULL", "TRUE")]
    [InlineData("NULL AND x", "NULL AND x")]
    [InlineData("NULL AND TRUE", "CAST(NULL AS BOOLEAN)")]
    [InlineData("NOT NOT x", "x")]
    [InlineData("NOT (x = 1)", "x <> 1")]
    [InlineData("NOT (x < 1)", "NOT (x < 1)")]
    [InlineData("NOT (x IN (1, 2))", "x NOT IN (1, 2)")]
    [InlineData("NOT (x IS NULL)", "x IS NOT NULL")]
    [InlineData("x IN (1)", "x = 1")]
    [InlineData("x NOT IN (1 + 1)", "x <> 2")]
    [InlineData("1 IN (2, NULL)", "CAST(NULL AS BOOLEAN)")]
    [InlineData("1 NOT IN (1, NULL)", "FALSE")]
    [InlineData("x BETWEEN 3 AND 1 + 2", "x = 3")]
    [InlineData("2 BETWEEN 1 AND 3", "TRUE")]
    [InlineData("'a' = 'a'", "TRUE")]
    [InlineData("'a' = 'A'", "'a' = 'A'")]
    [InlineData("'a' < 'b'", "'a' < 'b'")]
    [InlineData("'' = ''", "'' = ''")]
    [InlineData("1 = 1.0", "TRUE")]
    [InlineData("DATE '2024-01-01' < TIMESTAMP '2024-01-01 00:00:01'", "TRUE")]
    [InlineData("NULL IS NULL AND 1 IS DISTINCT FROM NULL", "TRUE")]
    [InlineData("SUM(x) > 1 AND FALSE", "SUM(x) > 1 AND FALSE")]
    [InlineData("x IN (SELECT a FROM t ORDER BY 1 + 1)", "x IN (SELECT a FROM t ORDER BY 1 + 1)")]
    public void Conditions_have_three_truth_values(string text, string folded) => SqlFolding.Fold(Parse(text)).ShouldBe(Parse(folded));

    [Theory]
    [InlineData("CASE WHEN 1 = 2 THEN 'a' WHEN x THEN 'b' WHEN TRUE THEN 'c' ELSE 'd' END", "CASE WHEN x THEN 'b' ELSE 'c' END")]
    [InlineData("CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", "'b'")]
    [InlineData("CASE WHEN NULL THEN 'a' END", "CAST(NULL AS VARCHAR)")]
    [InlineData("CASE WHEN TRUE THEN 1 ELSE 2.5 END", "1.0")]
    [InlineData("COALESCE(NULL, x, 0, y)", "COALESCE(x, 0)")]
    [InlineData("COALESCE(NULL, NULL)", "NULL")]
    [InlineData("COALESCE('a', SUM(x))", "COALESCE('a', SUM(x))")]
    [InlineData("NULLIF(5, 5)", "CAST(NULL AS INTEGER)")]
    [InlineData("NULLIF('a', 'b')", "'a'")]
    [InlineData("'a' || 'b' || x", "'ab' || x")]
    [InlineData("x || ('a' || NULL)", "x || CAST(NULL AS VARCHAR)")]
    public void Choices_and_texts_are_made(string text, string folded) => SqlFolding.Fold(Parse(text)).ShouldBe(Parse(folded));

    [Theory]
    [InlineData("DATE_ADD('month', 1, DATE '2024-01-31')", "DATE '2024-02-29'")]
    [InlineData("DATE '2024-01-31' + INTERVAL '1' MONTH", "DATE '2024-02-29'")]
    [InlineData("DATE '2024-01-31' - 31", "DATE '2023-12-31'")]
    [InlineData("DATE '2024-03-01' - DATE '2024-02-01'", "CAST(29 AS BIGINT)")]
    [InlineData("DATE_TRUNC('week', TIMESTAMP '2024-12-29 10:00:00')", "DATE '2024-12-23'")]
    [InlineData("DATE_TRUNC('hour', TIMESTAMP '2024-12-29 10:11:12')", "TIMESTAMP '2024-12-29 10:00:00'")]
    [InlineData("DATE_DIFF('year', DATE '2023-12-31', DATE '2024-01-01')", "CAST(1 AS BIGINT)")]
    [InlineData("EXTRACT(WEEK FROM DATE '2021-01-03')", "CAST(53 AS BIGINT)")]
    [InlineData("CAST('2024-02-29' AS DATE)", "DATE '2024-02-29'")]
    [InlineData("CAST('29.02.2024' AS DATE)", "CAST('29.02.2024' AS DATE)")]
    [InlineData("CAST(2.5 AS INTEGER)", "CAST(2.5 AS INTEGER)")]
    [InlineData("CAST(2.50 AS DECIMAL(10, 1))", "2.5")]
    [InlineData("DATE_ADD('year', 9000, DATE '2024-01-01')", "DATE_ADD('year', 9000, DATE '2024-01-01')")]
    [InlineData("DATE_TRUNC('month', CURRENT_DATE)", "DATE_TRUNC('month', CURRENT_DATE)")]
    public void Dates_are_computed_with_the_portable_meaning(string text, string folded) => SqlFolding.Fold(Parse(text)).ShouldBe(Parse(folded));

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void A_folded_expression_has_the_same_value_and_kind_and_nothing_left_to_fold()
    {
        using var database = new DuckDbConnection("Data Source=:memory:");
        database.Open();
        var (compared, constants, typed) = (0, 0, 0);
        var cases = GeneratedCases.Scale(3_000);
        for (var i = 1; i <= cases; i++)
        {
            var seed = GeneratedCases.SeedFor(i);
            var expression = new ConstantTrees(seed).Any(4);
            var folded = SqlFolding.Fold(expression);

            SqlFolding.Fold(folded).ShouldBe(folded, $"seed {seed}");
            if (IsTyped(expression))
            {
                KindOf(folded).ShouldBe(KindOf(expression), $"seed {seed}: {Text(expression)}");
                typed++;
            }

            if (ValueOf(database, expression) is { } value)
            {
                AreSame(ValueOf(database, folded), value).ShouldBeTrue($"seed {seed}: {Text(expression)}\n{Text(folded)}\n{value} became {ValueOf(database, folded)}");
                compared++;
                constants += folded is SqlLiteral or SqlCast { Operand: SqlLiteral } ? 1 : 0;
            }
        }

        compared.ShouldBeGreaterThan(cases * 9 / 10);
        constants.ShouldBeGreaterThan(cases / 2);
        typed.ShouldBeGreaterThan(cases / 2);
    }

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Any_tree_is_folded_once_and_for_all()
    {
        for (var i = 1; i <= GeneratedCases.Scale(2_000); i++)
        {
            var seed = GeneratedCases.SeedFor(i);
            foreach (var item in new RandomTrees(seed).Query().DescendantsAndSelf().OfType<SqlSelectItem>())
            {
                var folded = SqlFolding.Fold(item.Expression);

                SqlFolding.Fold(folded).ShouldBe(folded, $"seed {seed}");
                SqlAnalysis.IsAggregate(folded).ShouldBe(SqlAnalysis.IsAggregate(item.Expression), $"seed {seed}");
            }
        }
    }

    /// <summary>Where a part's type is not known (NULL + 1), folding may find it out.</summary>
    private static bool IsTyped(SqlExpression expression) =>
        expression.DescendantsAndSelf().OfType<SqlExpression>().All(part => part is SqlNull || KindOf(part) != SqlTypeKind.Unknown);

    private static SqlTypeKind KindOf(SqlExpression expression) => SqlTypes.Infer(expression, _ => SqlType.Unknown).Kind;

    private static string Text(SqlExpression expression) =>
        SqlWriter.Write(new SqlSelect([new SqlSelectItem(expression, "value")], null), SqlDialects.DuckDb).Value.ShouldNotBeNull().Text;

    /// <summary>The value as a text, numbers with all their digits; null where DuckDB cannot compute it (an overflow).</summary>
    private static string? ValueOf(DuckDbConnection database, SqlExpression expression)
    {
        try
        {
            using var command = database.CreateCommand(Text(expression));
            return command.ExecuteScalar() switch
            {
                null or DBNull => "null",
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            };
        }
        catch (DuckDbException)
        {
            return null;
        }
    }

    /// <summary>Whether two values are one, numbers as far as an approximate one has digits.</summary>
    private static bool AreSame(string? one, string? other) =>
        one == other || (double.TryParse(one, CultureInfo.InvariantCulture, out var a) && double.TryParse(other, CultureInfo.InvariantCulture, out var b) && Math.Abs(a - b) <= 1e-9 + (1e-14 * Math.Abs(a)));
}
