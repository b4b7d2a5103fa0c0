using BiAssistant.Warehouses.MySql;
using MySql.Data.MySqlClient;

namespace BiAssistant.Tests.MariaDb;

/// <summary>One database of the test server.</summary>
public sealed class MariaDbDatabase(MySqlConnectionStringBuilder place)
{
    public MySqlConnectionStringBuilder Place => place;

    /// <summary>Where the product finds it.</summary>
    public string Url => UrlOf("mariadb");

    public string UrlOf(string scheme) =>
        $"{scheme}://{Uri.EscapeDataString(place.UserID)}:{Uri.EscapeDataString(place.Password)}@{place.Server}:{place.Port}/{place.Database}?ssl-mode=disabled";

    public async Task ExecuteAsync(string script)
    {
        await using var session = new MySqlConnection(place.ConnectionString);
        await session.OpenAsync();
        await using var command = new MySqlCommand(MySqlSession.Settings(isMariaDb: true) + script, session) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
