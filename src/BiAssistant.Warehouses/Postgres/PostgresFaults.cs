using System.Net.Sockets;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>The server's errors in words for a person, by its error codes.</summary>
internal static class PostgresFaults
{
    public static WarehouseFault OfOpening(string warehouse, PostgresServerAddress address, Exception error)
    {
        var why = error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => $"the server {address.Host} refused the sign-in of '{address.User}'",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"the server {address.Host} has no database '{address.Database}'",
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => $"the server {address.Host} has no free connection; try again in a moment",
            PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } => $"the server {address.Host} is starting or stopping; try again in a moment",
            PostgresException told => $"the server {address.Host} says: {told.MessageText}",
            _ when error.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound } => $"there is no host '{address.Host}'",
            _ => $"nothing answers at {address.Host}",
        };
        return new WarehouseFault(warehouse, WarehouseFaultKind.Unreachable, $"The warehouse '{warehouse}' cannot be opened: {why}.", error);
    }

    public static WarehouseFault OfQuery(string warehouse, PostgresServerAddress address, NpgsqlException error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => new(warehouse, WarehouseFaultKind.Timeout, $"The server of the warehouse '{warehouse}' ended the query because it took too long. Ask for a shorter period or fewer groups.", error),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' can only be read; the statement was refused.", error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } told => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' does not let '{address.User}' read this: {told.MessageText}.", error),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => Broken(warehouse, error),
        PostgresException told => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' refused the query: {told.MessageText}.", error),
        _ => Broken(warehouse, error),
    };

    private static WarehouseFault Broken(string warehouse, Exception error) =>
        new(warehouse, WarehouseFaultKind.Broken, $"The connection to the warehouse '{warehouse}' broke while it was answering. Ask again in a moment.", error);
}
