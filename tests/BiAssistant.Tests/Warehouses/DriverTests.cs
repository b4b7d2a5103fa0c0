using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.MySql;

namespace BiAssistant.Tests.Warehouses;

public sealed class DriverTests
{
    /// <summary>Where the build of these tests drops a driver that nothing references.</summary>
    internal static readonly string Dropped = Path.Combine(AppContext.BaseDirectory, "dropped");

    internal static readonly DriverName SqlClient = new("Microsoft.Data.SqlClient.SqlClientFactory", "Microsoft.Data.SqlClient");

    [Fact]
    public void A_driver_that_was_dropped_into_a_folder_is_found_by_its_name_and_one_that_was_not_is_missing()
    {
        var factory = DriverFactories.Find(SqlClient, [Path.Combine(Dropped, "nowhere"), Dropped]).ShouldNotBeNull();

        factory.CreateConnection().ShouldNotBeNull().GetType().FullName.ShouldBe("Microsoft.Data.SqlClient.SqlConnection");
        DriverFactories.Find(SqlClient, [Dropped]).ShouldBeSameAs(factory);
        DriverFactories.Find(new DriverName("No.Such.Factory", "No.Such.Driver"), [Dropped]).ShouldBeNull();
    }

    [Theory]
    [InlineData("?driver=No.Such.Factory,No.Such.Driver", "the driver for MySQL and MariaDB ('No.Such.Factory, No.Such.Driver') is not there; put No.Such.Driver.dll, of the package No.Such.Driver")]
    [InlineData("?driver=System.Text.StringBuilder,System.Runtime", "the driver 'System.Text.StringBuilder, System.Runtime' cannot be used: its type is no DbProviderFactory")]
    [InlineData("?driver=No.Such.Type,MySql.Data", "cannot be used: the assembly MySql.Data has no such type")]
    public async Task A_driver_that_cannot_be_used_is_a_fault_that_says_what_to_do(string option, string words)
    {
        await using var warehouse = new MySqlWarehouse("sales", $"mysql://ann:secret@127.0.0.1:1/sales{option}");

        var fault = await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(
            new ValidatedSql(new CompiledSql(SqlDialects.MySql, "SELECT 1", [], new SqlSelect([], null))), QueryLimits.Default, default));

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldContain(words);
        fault.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("mysql://host/sales?driver=nonsense", "names a type and its assembly")]
    [InlineData("mysql://host/sales?driver=A.B,../../evil", "names a type and its assembly")]
    [InlineData("mysql://host/sales?colour=blue", "options after '?'")]
    [InlineData("mariadb://host/sales?ssl-mode=perhaps", "options after '?'")]
    public void An_option_that_is_none_is_an_issue(string url, string words) =>
        WarehouseUrl.Parse(url, "/srv").Issues.ShouldHaveSingleItem().Message.ShouldContain(words);

    [Fact]
    public void A_driver_by_another_name_is_taken_with_its_options()
    {
        var url = WarehouseUrl.Parse("mysql://ann:secret@db.example/sales?driver=MySql.Data.MySqlClient.MySqlClientFactory,MySql.Data&ssl-mode=verify-full", "/srv").Value.ShouldNotBeNull();

        url.ToString().ShouldBe("mysql://ann@db.example/sales");
        var address = ServerAddress.Of(url.Location, 3306);
        address.Driver.ShouldBe(new DriverName("MySql.Data.MySqlClient.MySqlClientFactory", "MySql.Data"));
        address.Options.ShouldBe([("ssl-mode", "verify-full")]);
        address.Host.ShouldBe("db.example:3306");
    }

    [Theory]
    [InlineData("snowflake://account/sales", "Snowflake.Data.Client.SnowflakeDbFactory")]
    [InlineData("oracle://host/sales", "Oracle.ManagedDataAccess.Core")]
    [InlineData("bigquery://project/sales", "REST")]
    public void An_engine_that_joins_later_says_over_what(string url, string words)
    {
        var issue = WarehouseUrl.Parse(url, "/srv").Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe("warehouse_engine_later");
        issue.Message.ShouldContain("are not available yet");
        issue.Message.ShouldContain(words);
    }
}
