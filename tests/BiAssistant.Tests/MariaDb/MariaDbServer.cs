using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BiAssistant.Warehouses.MySql;
using MySql.Data.MySqlClient;

namespace BiAssistant.Tests.MariaDb;

/// <summary>
/// The MariaDB server of a test run: the one that BIASSISTANT_TEST_MARIADB names (a mysql:// URL whose user may create databases), else one of its own, started with the
/// first use on a free port from the binaries of this machine and ended with the process.
/// </summary>
public sealed class MariaDbServer
{
    private const string Variable = "BIASSISTANT_TEST_MARIADB";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;
    private static readonly string? Server = Find("mariadbd");
    private static readonly string? Installer = Find("mariadb-install-db");
    private static readonly Lazy<Task<MariaDbServer>> Shared = new(StartAsync);

    private readonly MySqlConnectionStringBuilder administrator;

    private MariaDbServer(MySqlConnectionStringBuilder administrator) => this.administrator = administrator;

    /// <summary>Why there is no server here; null when there is one.</summary>
    public static string? Missing { get; } =
        Given is not null || (Server is not null && Installer is not null) ? null : $"needs MariaDB: install its server, or name one in {Variable}";

    public static Task<MariaDbServer> GetAsync() => Shared.Value;

    /// <summary>An empty database of its own for the caller; its texts are told apart by case and by spaces at their ends, as in other engines.</summary>
    public async Task<MariaDbDatabase> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await new MariaDbDatabase(administrator).ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE {MySqlSession.MariaDbCollation}");
        return new MariaDbDatabase(new MySqlConnectionStringBuilder(administrator.ConnectionString) { Database = name });
    }

    private static async Task<MariaDbServer> StartAsync()
    {
        if (Given is not null)
        {
            var uri = new Uri(Given);
            var user = uri.UserInfo.Split(':', 2);
            return new MariaDbServer(Place(uri.Host, uri.Port > 0 ? uri.Port : 3306, Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? "")));
        }

        var folder = Directory.CreateTempSubdirectory("bi-assistant-mariadb-").FullName;
        var data = Path.Combine(folder, "data");
        string[] here = ["--no-defaults", $"--user={Environment.UserName}", $"--datadir={data}"];
        await RunAsync(Installer ?? throw new InvalidOperationException(Missing), [.. here, "--auth-root-authentication-method=normal", "--skip-test-db"]);
        var port = FreePort();
        await RunWithThisProcessAsync(
            folder,
            Server ?? throw new InvalidOperationException(Missing),
            [
                .. here, "--bind-address=127.0.0.1", $"--port={port}", $"--socket={Path.Combine(folder, "socket")}", $"--log-error={Path.Combine(folder, "log")}",
                "--skip-name-resolve", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--key-buffer-size=1M", "--max-connections=300", "--sync-frm=0",
            ]);
        var place = Place("127.0.0.1", port, "root", "");
        await AnsweringAsync(place);
        return new MariaDbServer(place);
    }

    private static MySqlConnectionStringBuilder Place(string host, int port, string user, string password) => new()
    {
        Server = host,
        Port = (uint)port,
        UserID = user,
        Password = password,
        SslMode = MySqlSslMode.Disabled,
        CharacterSet = "utf8mb4",
        ConvertZeroDateTime = true,
        Pooling = false,
    };

    private static async Task AnsweringAsync(MySqlConnectionStringBuilder place)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await new MariaDbDatabase(place).ExecuteAsync("DO 0");
                return;
            }
            catch (MySqlException) when (waited.Elapsed < LongestStart)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    /// <summary>A runner leaves its tests no time to tidy up, and may be ended itself: something outside waits for this process to be gone.</summary>
    private static Task RunWithThisProcessAsync(string folder, string program, string[] arguments)
    {
        const string wait = "process=$1; folder=$2; shift 2; (\"$@\" & server=$!; while kill -0 $process; do sleep 1; done; kill -9 $server; rm -rf \"$folder\") &";
        return RunAsync("sh", ["-c", wait, "sh", $"{Environment.ProcessId}", folder, program, .. arguments]);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        // The server inherits what its starter holds open, so nothing is piped: a pipe would never end.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() })
            ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Servers lie where administrators look. A link to a program that was removed is no program.</summary>
    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(["/usr/sbin", "/usr/local/sbin"])
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(path => File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true));
}
