using System.Data.Common;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.MySql;

/// <summary>
/// A database of MySQL or MariaDB. Sessions read only, each query alone in a read-only transaction that the server itself ends when the time limit passes. Which of the two
/// languages the server speaks is asked of it where the URL says mysql, since people say so of both.
/// </summary>
public sealed class MySqlWarehouse : ServerWarehouse
{
    private const int DefaultPort = 3306;
    private const int SecondsToConnect = 10;

    internal static readonly DriverNeed Driver = new(
        "MySQL and MariaDB",
        "mysql",
        [new("MySqlConnector.MySqlConnectorFactory", "MySqlConnector"), new("MySql.Data.MySqlClient.MySqlClientFactory", "MySql.Data")]);

    /// <summary>How long a look at the server may hold up the writing of a first text; where it does not answer, that text will say so when it is run.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(3);

    /// <summary>Who does not answer is not looked at again for every text.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private readonly bool saysMariaDb;
    private readonly Lock looking = new();
    private bool? isMariaDb;
    private long? lookedInVain;

    public MySqlWarehouse(string name, string url, int concurrency = 4)
        : base(name, ServerAddress.Of(url, DefaultPort), Driver, concurrency) => saysMariaDb = Address.Scheme == "mariadb";

    public override SqlDialect Dialect => saysMariaDb || (isMariaDb ?? Look()) ? SqlDialects.MariaDb : SqlDialects.MySql;

    internal static string? Problem(string url) => ServerAddress.Of(url, DefaultPort).Problem(Driver);

    private protected override void Configure(DbConnectionStringBuilder settings)
    {
        settings["Server"] = Address.Name;
        settings["Port"] = Address.Port;
        settings["Database"] = Address.Database;
        settings["User ID"] = Address.User;
        settings["Password"] = Address.Password;
        settings["Character Set"] = "utf8mb4";
        settings["Connection Timeout"] = Address.Says("connectiontimeout") ?? SecondsToConnect;
        settings["Pooling"] = false;
        settings["Treat Tiny As Boolean"] = false;
        settings["Convert Zero DateTime"] = true;
        settings["Allow User Variables"] = false;
        settings["Allow Load Local Infile"] = false;
        SetWhereKnown(settings, "Ignore Prepare", false);
    }

    private protected override void Settle(ServerSession session)
    {
        var version = session.Rows("SELECT VERSION()", static row => row.GetString(0))[0];
        var found = version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        if (saysMariaDb && !found)
        {
            throw new WarehouseFault(Name, new AnotherServer(Address.Host, "MariaDB"));
        }

        isMariaDb = found;
        MySqlSession.Settle(session, found);
    }

    private protected override void Begin(ServerSession session, TimeSpan limit) => MySqlSession.Begin(session, isMariaDb == true, limit);

    private protected override void End(ServerSession session) => MySqlSession.End(session);

    private protected override WarehouseFault? Misfit(CompiledSql sql) => sql.Dialect == Dialect
        ? null
        : new(Name, new LanguageJustFound(Address.Host));

    private protected override void Bind(DbParameter parameter, SqlArgument argument) => MySqlArguments.Bind(parameter, argument);

    private protected override Func<DbDataReader, int, ServerColumn> Columns() => MySqlColumn.Of(Name);

    private protected override QueryEstimate Estimate(ServerSession session, CompiledSql sql) =>
        MySqlEstimates.Read(session, sql.Text, command => Bind(command, sql.Arguments), isMariaDb == true);

    private protected override Seq<TableVersion> Versions(ServerSession session, Seq<Seq<string>> tables) => MySqlVersions.Read(Name, session, tables);

    private protected override DatabaseSchema Schema(ServerSession session, SchemaScope scope) => MySqlSchema.Read(Name, session, scope);

    private protected override WarehouseFault OfOpening(Exception error) => MySqlFaults.OfOpening(Name, Address, error);

    private protected override WarehouseFault OfQuery(Exception error) => MySqlFaults.OfQuery(Name, Address, error);

    private bool Look()
    {
        lock (looking)
        {
            if (isMariaDb is null && !(lookedInVain is { } since && TimeProvider.System.GetElapsedTime(since) < BetweenLooks))
            {
                try
                {
                    LookAsync(static _ => { }, LongestLook, CancellationToken.None).Wait(LongestLook);
                }
                catch (AggregateException error) when (error.InnerException is WarehouseFault or ObjectDisposedException)
                {
                    // The query itself will say what is wrong.
                }

                lookedInVain = TimeProvider.System.GetTimestamp();
            }

            return isMariaDb == true;
        }
    }
}
