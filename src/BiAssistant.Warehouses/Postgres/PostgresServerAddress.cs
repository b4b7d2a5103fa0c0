using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>The parts of <c>postgres://user:password@host:port/database?option=value</c>; shown without the password.</summary>
internal sealed class PostgresServerAddress
{
    private const int DefaultPort = 5432;
    private const int SecondsToConnect = 5;

    private readonly NpgsqlConnectionStringBuilder parts;

    private PostgresServerAddress(NpgsqlConnectionStringBuilder parts) => this.parts = parts;

    public string Host => $"{parts.Host}:{parts.Port}";

    public string Database => parts.Database ?? "";

    public string User => parts.Username ?? "";

    /// <summary>
    /// How long the driver waits for what a server answers at once, such as the beginning and the end of a transaction: it hears no cancellation there, so without a bound a
    /// connection that has fallen silent would never be given up. As long as one may take to open.
    /// </summary>
    private int SecondsOfSilence => parts.Timeout > 0 ? parts.Timeout : SecondsToConnect;

    public static string? Problem(string url)
    {
        try
        {
            Of(url);
            return null;
        }
        catch (Exception error) when (error is ArgumentException or KeyNotFoundException or FormatException)
        {
            return "The options after '?' hold one that a connection to PostgreSQL does not have, or a value that does not fit; an example of a right one is 'sslmode=require'.";
        }
    }

    public static PostgresServerAddress Of(string url)
    {
        var uri = new Uri(url);
        var user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.Port > 0 ? uri.Port : DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            Timeout = SecondsToConnect,
        };
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var said = option.Split('=', 2);
            parts[Keyword(Uri.UnescapeDataString(said[0]))] = Value(Uri.UnescapeDataString(said.ElementAtOrDefault(1) ?? ""));
        }

        return new(parts);
    }

    /// <summary>For sessions that read by default, in universal time, so many at once.</summary>
    public string ConnectionString(int sessions) => new NpgsqlConnectionStringBuilder(parts.ConnectionString)
    {
        MaxPoolSize = sessions,
        CommandTimeout = SecondsOfSilence,
        Timezone = "UTC",
        Options = "-c default_transaction_read_only=on",
        ApplicationName = "bi-assistant",
        IncludeErrorDetail = false,
    }.ConnectionString;

    /// <summary>The server's own clients write <c>sslmode</c> and <c>require</c>.</summary>
    private static string Keyword(string option) => option switch
    {
        "connect_timeout" => nameof(NpgsqlConnectionStringBuilder.Timeout),
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "options" => throw new ArgumentException("The option 'options' is not taken: sessions have the product's own."),
        _ => option,
    };

    private static string Value(string value) => value switch
    {
        "verify-full" => "VerifyFull",
        "verify-ca" => "VerifyCA",
        _ => value,
    };
}
