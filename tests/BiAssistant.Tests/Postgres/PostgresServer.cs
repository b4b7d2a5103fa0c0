using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BiAssistant.Tests.Postgres;

/// <summary>
/// The PostgreSQL server of a test run: the one that BIASSISTANT_TEST_POSTGRES names (a postgres:// URL whose user may create databases), else one of its own, started with the
/// first use on a free port from the binaries of this machine and ended with the process.
/// </summary>
public sealed class PostgresServer
{
    private const string Variable = "BIASSISTANT_TEST_POSTGRES";
    private const string Password = "p@ss word";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? url : null;
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly NpgsqlConnectionStringBuilder administrator;

    private PostgresServer(NpgsqlConnectionStringBuilder administrator) => this.administrator = administrator;

    /// <summary>Why there is no server here; null when there is one.</summary>
    public static string? Missing { get; } =
        Given is not null || Binaries is not null ? null : $"needs PostgreSQL: install its server, or name one in {Variable}";

    public static Task<PostgresServer> GetAsync() => Shared.Value;

    /// <summary>An empty database of its own for the caller.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(administrator, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
        return new PostgresDatabase(new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Database = name });
    }

    internal static async Task ExecuteAsync(NpgsqlConnectionStringBuilder place, string script)
    {
        await using var source = NpgsqlDataSource.Create(place);
        await using var command = source.CreateCommand(script);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Given is not null)
        {
            var uri = new Uri(Given);
            var user = uri.UserInfo.Split(':', 2);
            return new PostgresServer(new NpgsqlConnectionStringBuilder
            {
                Host = uri.Host,
                Port = uri.Port > 0 ? uri.Port : 5432,
                Username = Uri.UnescapeDataString(user[0]),
                Password = Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""),
                Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } database ? database : "postgres",
            });
        }

        var folder = Directory.CreateTempSubdirectory("bi-assistant-postgres-").FullName;
        var password = Path.Combine(folder, "password");
        var data = Path.Combine(folder, "data");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "postgres", folder);
        }

        await RunAsServerAsync("initdb", "-D", data, "-U", "tester", "--pwfile", password, "-A", "scram-sha-256", "-E", "UTF8", "--locale", "C", "--no-sync");
        var port = FreePort();
        await EndWithThisProcessAsync(data, folder);
        await RunAsServerAsync("pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o", $"-h 127.0.0.1 -p {port} -k {folder} -F -c max_connections=60", "start");
        return new PostgresServer(new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "tester", Password = Password, Database = "postgres" });
    }

    /// <summary>A runner leaves its tests no time to tidy up, and may be ended itself: something outside waits for this process to be gone.</summary>
    private static Task EndWithThisProcessAsync(string data, string folder)
    {
        const string wait = "process=$1; folder=$2; shift 2; (while kill -0 $process; do sleep 1; done; \"$@\"; rm -rf \"$folder\") &";
        var (program, arguments) = AsServer("pg_ctl", "-D", data, "-m", "immediate", "stop");
        return RunAsync("sh", ["-c", wait, "sh", $"{Environment.ProcessId}", folder, program, .. arguments]);
    }

    private static Task RunAsServerAsync(string program, params string[] arguments)
    {
        var (started, given) = AsServer(program, arguments);
        return RunAsync(started, given);
    }

    /// <summary>The server refuses to run as an administrator, so there it runs as the user that its package made.</summary>
    private static (string Program, string[] Arguments) AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries ?? throw new InvalidOperationException(Missing), program);
        return Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : (path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
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

    private static string? FindBinaries()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return packaged.Concat(onPath).FirstOrDefault(folder => IsThere(Path.Combine(folder, "initdb")) && IsThere(Path.Combine(folder, "pg_ctl")));
    }

    /// <summary>A link to a program that was removed is no program.</summary>
    private static bool IsThere(string program) => File.Exists(program) && (File.ResolveLinkTarget(program, returnFinalTarget: true)?.Exists ?? true);
}

/// <summary>One database of the test server.</summary>
public sealed class PostgresDatabase(NpgsqlConnectionStringBuilder place)
{
    public NpgsqlConnectionStringBuilder Place => place;

    public string Url =>
        $"postgres://{Uri.EscapeDataString(place.Username ?? "")}:{Uri.EscapeDataString(place.Password ?? "")}@{place.Host}:{place.Port}/{place.Database}";

    public Task ExecuteAsync(string script) => PostgresServer.ExecuteAsync(place, script);
}
