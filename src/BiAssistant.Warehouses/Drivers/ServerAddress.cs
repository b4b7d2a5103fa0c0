using System.Data.Common;
using BiAssistant.Sql;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>The parts of <c>scheme://user:password@host:port/database?option=value</c>; never shown as a whole.</summary>
internal sealed class ServerAddress
{
    private ServerAddress(Uri uri, int port)
    {
        var user = uri.UserInfo.Split(':', 2);
        (Scheme, Name, Port) = (uri.Scheme.ToLowerInvariant(), uri.DnsSafeHost, uri.Port > 0 ? uri.Port : port);
        Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        User = Uri.UnescapeDataString(user[0]);
        Password = Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? "");
        var options = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=', 2)).ToLookup(
            said => string.Equals(said[0], "driver", StringComparison.OrdinalIgnoreCase),
            said => (Uri.UnescapeDataString(said[0]), Uri.UnescapeDataString(said.ElementAtOrDefault(1) ?? "")));
        Options = options[false].ToSeq();
        SaidDriver = options[true].Select(option => option.Item2).FirstOrDefault();
    }

    public string Scheme { get; }

    public string Name { get; }

    public int Port { get; }

    public string Host => $"{Name}:{Port}";

    public string Database { get; }

    /// <summary>Empty when the URL names nobody.</summary>
    public string User { get; }

    public string Password { get; }

    /// <summary>What is said after '?', in its order, but for the driver.</summary>
    public Seq<(string Name, string Value)> Options { get; }

    public DriverName? Driver => SaidDriver is null ? null : DriverName.Parse(SaidDriver);

    private string? SaidDriver { get; }

    /// <summary>What an option says, in whatever way its name is spelled; null when it is not there.</summary>
    public object? Says(string option) => Options.Where(said => string.Equals(Joined(said.Name), option, StringComparison.OrdinalIgnoreCase)).Select(said => said.Value).FirstOrDefault();

    public static ServerAddress Of(string url, int defaultPort) => new(new Uri(url), defaultPort);

    /// <summary>What is wrong with the options; null when nothing is. Options of a driver that is not there are not judged before it is.</summary>
    public string? Problem(DriverNeed need)
    {
        if (SaidDriver is not null && Driver is null)
        {
            return "The option 'driver' names a type and its assembly, as in 'driver=MySqlConnector.MySqlConnectorFactory,MySqlConnector'.";
        }

        try
        {
            AddOptions(need.Look(Driver)?.CreateConnectionStringBuilder());
            return null;
        }
        catch (Exception error) when (error is ArgumentException or KeyNotFoundException or FormatException or InvalidCastException or OverflowException)
        {
            return $"The options after '?' hold one that a connection to {need.Engine} does not have, or a value that does not fit.";
        }
    }

    /// <summary>The options of the URL, each under the driver's own name for it or the one that the engine's own clients use.</summary>
    public void AddOptions(DbConnectionStringBuilder? settings)
    {
        if (settings is null)
        {
            return;
        }

        foreach (var (name, value) in Options)
        {
            settings[Spelled(name, settings)] = string.Equals(value, "verify-full", StringComparison.OrdinalIgnoreCase) ? "VerifyFull" : string.Equals(value, "verify-ca", StringComparison.OrdinalIgnoreCase) ? "VerifyCA" : value;
        }
    }

    /// <summary>Clients write <c>ssl-mode</c> where connection strings have <c>SslMode</c>.</summary>
    private static string Spelled(string option, DbConnectionStringBuilder settings)
    {
        var joined = Joined(option);
        return joined == option || settings.ContainsKey(option) ? option : joined;
    }

    private static string Joined(string option) => option.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
