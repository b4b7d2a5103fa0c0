using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

public sealed class WarehouseUrlTests
{
    [Theory]
    [InlineData("sqlite:data/sales.sqlite", "/srv/bi/data/sales.sqlite")]
    [InlineData("SQLite:/var/sales.sqlite", "/var/sales.sqlite")]
    [InlineData("sqlite:///var/sales.sqlite", "/var/sales.sqlite")]
    [InlineData("sqlite:../sales.sqlite", "/srv/sales.sqlite")]
    public void A_path_starts_from_the_given_folder(string text, string path)
    {
        var url = WarehouseUrl.Parse(text, "/srv/bi").Value.ShouldNotBeNull();

        url.Scheme.ShouldBe("sqlite");
        url.Location.ShouldBe(path);
        url.ToString().ShouldBe($"sqlite:{path}");
    }

    [Theory]
    [InlineData("postgres://ann:s%40cret@db.example:6432/sales?sslmode=require&password=s%40cret", "postgres://ann@db.example:6432/sales")]
    [InlineData("postgresql://db.example/sales", "postgresql://db.example/sales")]
    public void A_server_is_shown_without_its_password(string text, string shown)
    {
        var url = WarehouseUrl.Parse(text, "/srv").Value.ShouldNotBeNull();

        url.Scheme.ShouldBe("postgres");
        url.ToString().ShouldBe(shown);
        $"{url}".ShouldNotContain("cret");
    }

    [Theory]
    [InlineData("sales.sqlite", "does not say where a warehouse is")]
    [InlineData("sqlite:", "does not say where a warehouse is")]
    [InlineData("sqlite: ", "needs the path of a file")]
    [InlineData("excel:sales.xlsx", "There is no warehouse engine 'excel'")]
    public void What_is_no_warehouse_is_an_issue_with_examples(string text, string words)
    {
        var issue = WarehouseUrl.Parse(text, "/srv").Issues.ShouldHaveSingleItem();

        issue.Message.ShouldContain(words);
        issue.Message.ShouldNotContain("secret");
        issue.Suggestions.ShouldContain("sqlite:data/sales.sqlite");
    }

    [Theory]
    [InlineData("postgres://host/sales?colour=blue")]
    [InlineData("postgres://host/sales?sslmode=perhaps")]
    [InlineData("postgres://host/sales?options=-c%20default_transaction_read_only%3Doff")]
    public void An_option_that_is_none_is_an_issue(string text) =>
        WarehouseUrl.Parse(text, "/srv").Issues.ShouldHaveSingleItem().Message.ShouldContain("options after '?'");

    [Fact]
    public void A_server_without_a_database_is_an_issue_that_keeps_the_password()
    {
        var issue = WarehouseUrl.Parse("postgres://user:secret@host", "/srv").Issues.ShouldHaveSingleItem();

        issue.Message.ShouldBe("'postgres://user@host' does not name a host and a database.");
    }
}
