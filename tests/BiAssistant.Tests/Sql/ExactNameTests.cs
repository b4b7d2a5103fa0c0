using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class ExactNameTests
{
    [Theory]
    [InlineData("postgresql", "SELECT \"FEE\" FROM visits", "FEE")]
    [InlineData("postgresql", "SELECT v.fee FROM visits AS v JOIN \"ROOMS\" AS r ON r.id = v.id", "ROOMS")]
    [InlineData("postgresql", "SELECT fee AS \"FEE\" FROM visits ORDER BY \"FEE\"", "FEE")]
    [InlineData("postgresql", "SELECT d.x FROM (SELECT fee AS x, id AS \"X\" FROM visits) AS d", "X")]
    [InlineData("postgresql", "SELECT a.fee FROM visits AS a JOIN rooms AS b USING (\"ID\")", "ID")]
    [InlineData("snowflake", "SELECT \"fee\" FROM visits", "fee")]
    [InlineData("oracle", "SELECT fee FROM \"visits\"", "visits")]
    public void A_name_whose_case_matters_is_refused_and_never_folded(string dialect, string text, string name)
    {
        var issue = SqlTranslator.ReadQuery(text, SqlDialects.Find(dialect).ShouldNotBeNull()).Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe("sql_unportable");
        issue.Message.ShouldStartWith($"The name \"{name}\" is in quotes");
    }

    [Theory]
    [InlineData("postgresql", "SELECT \"fee\", \"NetFee\", \"two words\" FROM \"visits\"")]
    [InlineData("postgresql", "SELECT fee AS \"FEE\" FROM visits UNION ALL SELECT cost AS \"FEE\" FROM rooms")]
    [InlineData("snowflake", "SELECT \"FEE\", fee AS \"total\" FROM visits")]
    [InlineData("mysql", "SELECT `FEE`, `fee` FROM `VISITS`")]
    public void Names_that_every_engine_folds_alike_and_mere_labels_pass(string dialect, string text) =>
        SqlTranslator.ReadQuery(text, SqlDialects.Find(dialect).ShouldNotBeNull()).Issues.ShouldBeEmpty(text);
}
