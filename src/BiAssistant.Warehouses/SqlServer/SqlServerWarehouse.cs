using System.Data.Common;
using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>
/// A database of SQL Server. The server has no sessions that only read: the connection says that it means to read, each query stands alone in a transaction that is always undone,
/// and the gate lets nothing but a SELECT come here. Give it a user who may only read.
/// </summary>
public sealed class SqlServerWarehouse : ServerWarehouse
{
    private const int DefaultPort = 1433;
    private const int SecondsToConnect = 10;

    internal static readonly DriverNeed Driver = new("SQL Server", "sqlserver", [new("Microsoft.Data.SqlClient.SqlClientFactory", "Microsoft.Data.SqlClient")]);

    public SqlServerWarehouse(string name, string url, int concurrency = 4)
        : base(name, ServerAddress.Of(url, DefaultPort), Driver, concurrency)
    {
    }

    public override SqlDialect Dialect => SqlDialects.TSql;

    /// <summary>The driver sends text and values together as they are; preparing would ask for the length of each value first.</summary>
    private protected override bool Prepares => false;

    internal static string? Problem(string url) => ServerAddress.Of(url, DefaultPort).Problem(Driver);

    private protected override void Configure(DbConnectionStringBuilder settings) => Configure(settings, Address);

    /// <summary>Without a user's name the account that the program runs under signs in.</summary>
    internal static void Configure(DbConnectionStringBuilder settings, ServerAddress address)
    {
        settings["Data Source"] = string.Create(CultureInfo.InvariantCulture, $"tcp:{address.Name},{address.Port}");
        settings["Initial Catalog"] = address.Database;
        if (address.User.Length > 0)
        {
            settings["User ID"] = address.User;
            settings["Password"] = address.Password;
        }
        else
        {
            settings["Integrated Security"] = true;
        }

        settings["Connect Timeout"] = SecondsToConnect;
        settings["Pooling"] = false;
        settings["MultipleActiveResultSets"] = false;
        settings["Application Name"] = "bi-assistant";
        settings["ApplicationIntent"] = "ReadOnly";
        settings["Persist Security Info"] = false;
    }

    /// <summary>Some versions of the driver take the whole time to connect to notice that nobody listens; a bare connection is refused at once.</summary>
    private protected override void Knock() => ServerProbe.Knock(Address, TimeSpan.FromSeconds(SecondsToConnect));

    private protected override void Settle(ServerSession session) => session.Execute(SqlServerSession.Settings);

    private protected override void Begin(ServerSession session, TimeSpan limit) => session.Execute(SqlServerSession.Begin(limit));

    private protected override void End(ServerSession session) => session.Execute(SqlServerSession.End);

    private protected override void Bind(DbParameter parameter, SqlArgument argument) => SqlServerArguments.Bind(parameter, argument);

    private protected override Func<DbDataReader, int, ServerColumn> Columns() => (reader, place) => new SqlServerColumn(Name, reader, place);

    private protected override QueryEstimate Estimate(ServerSession session, CompiledSql sql) => SqlServerEstimates.Read(session, sql);

    private protected override Seq<TableVersion> Versions(ServerSession session, Seq<Seq<string>> tables) => SqlServerVersions.Read(Name, session, tables);

    private protected override DatabaseSchema Schema(ServerSession session, SchemaScope scope) => SqlServerSchema.Read(Name, session, scope);

    private protected override WarehouseFault OfOpening(Exception error) => SqlServerFaults.OfOpening(Name, Address, error);

    private protected override WarehouseFault OfQuery(Exception error) => SqlServerFaults.OfQuery(Name, Address, error);
}
