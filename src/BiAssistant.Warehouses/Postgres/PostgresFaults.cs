using System.Net.Sockets;
using BiAssistant.Warehouses.Faults;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>The server's errors in words for a person, by its error codes.</summary>
internal static class PostgresFaults
{
    private const string Engine = "PostgreSQL";

    public static WarehouseFault OfOpening(string warehouse, PostgresServerAddress address, Exception error)
    {
        FaultCause cause = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new SignInRefused(address.Host, address.User),
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new DatabaseMissing(address.Host, address.Database),
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new ServerFull(address.Host),
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => new ServerStarting(address.Host),
            PostgresException told => new OpeningRefused(address.Host, told.MessageText),
            _ when Find<SocketException>(error) is { SocketErrorCode: SocketError.HostNotFound } => new HostUnknown(address.Host),
            _ when Find<SocketException>(error) is { SocketErrorCode: not SocketError.ConnectionReset } || Find<TimeoutException>(error) is not null => new NothingAnswers(address.Host),
            _ when Find<IOException>(error) is not null => new CutWhileOpening(address.Host),
            _ => new AnotherServer(address.Host, Engine),
        };
        return new WarehouseFault(warehouse, cause, error);
    }

    public static WarehouseFault OfQuery(string warehouse, PostgresServerAddress address, Exception error)
    {
        FaultCause cause = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => new EndedByServer(),
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new OnlyRead(),
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } told => new MayNotRead(address.User, told.MessageText),
            PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => new ConnectionBroke(),
            PostgresException told => new Refused(told.MessageText),
            _ => new ConnectionBroke(),
        };
        return new WarehouseFault(warehouse, cause, error);
    }

    private static T? Find<T>(Exception error)
        where T : Exception
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
