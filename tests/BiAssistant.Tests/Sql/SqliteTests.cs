using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>What SQLite would answer otherwise is not written for it.</summary>
public sealed class SqliteTests
{
    [Theory]
    [InlineData("SELECT c.x FROM a JOIN b ON a.x = b.x AND 'R' > 'r' RIGHT JOIN c ON c.x = b.x")]
    [InlineData("SELECT c.x FROM a JOIN b ON $only > 1 LEFT JOIN d ON d.x = b.x FULL JOIN c ON c.x = b.x")]
    public void A_join_on_no_column_before_one_that_keeps_its_right_side_is_declined(string portable)
    {
        var written = SqlWriter.WriteOpen(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), SqlDialects.Find("sqlite").ShouldNotBeNull());

        var issue = written.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe("sql_unsayable");
        issue.Message.ShouldBe("A join on a condition without columns, before a RIGHT or FULL join, cannot be computed in sqlite; put the condition into a query in FROM.");
    }

    [Theory]
    [InlineData("SELECT c.x FROM a JOIN b ON a.x = b.x AND 'R' > 'r' LEFT JOIN c ON c.x = b.x")]
    [InlineData("SELECT c.x FROM a JOIN b ON TRUE RIGHT JOIN c ON c.x = b.x AND 1 > 2")]
    public void Elsewhere_such_a_join_is_written(string portable) =>
        SqlWriter.WriteOpen(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), SqlDialects.Find("sqlite").ShouldNotBeNull()).Issues.ShouldBeEmpty();
}
