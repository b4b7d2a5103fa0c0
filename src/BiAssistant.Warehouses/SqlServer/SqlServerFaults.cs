using System.Net.Sockets;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>The server's errors in words for a person, by its error numbers as documented; negative and five-digit ones are the network's.</summary>
internal static class SqlServerFaults
{
    public static WarehouseFault OfOpening(string warehouse, ServerAddress address, Exception error)
    {
        var (number, message) = DriverErrors.Of(error);
        return new WarehouseFault(warehouse, OfOpening(address, number, message, error), error);
    }

    public static WarehouseFault OfQuery(string warehouse, ServerAddress address, Exception error)
    {
        var (number, message) = DriverErrors.Of(error);
        return new WarehouseFault(warehouse, OfQuery(address, number, message), error);
    }

    internal static FaultCause OfQuery(ServerAddress address, int number, string message) => number switch
    {
        -2 or 1222 => new EndedByServer(),
        3906 or 3908 or 15562 => new OnlyRead(),
        229 or 230 or 297 or 300 or 262 or 916 => new MayNotRead(address.User, message.TrimEnd('.')),
        701 or 802 or 8645 or 8651 => new MemoryFull(),
        0 or -1 or 1205 or 596 or 6005 or 10928 or 10929 or 40197 or 40501 or 40613 or (>= 49918 and <= 49920) => new ConnectionBroke(),
        _ when IsNetwork(number) => new ConnectionBroke(),
        _ => new Refused(message.TrimEnd('.')),
    };

    internal static FaultCause OfOpening(ServerAddress address, int number, string message, Exception error) => number switch
    {
        18452 or 18456 or 18486 or 18487 or 18488 => new SignInRefused(address.Host, address.User),
        911 or 4060 => new DatabaseMissing(address.Host, address.Database),
        10928 or 10929 or 17809 or (>= 49918 and <= 49920) => new ServerFull(address.Host),
        6005 or 17142 or 40197 or 40501 or 40613 or 922 or 927 => new ServerStarting(address.Host),
        _ when DriverErrors.IsUnknownHost(error) || number == 11001 => new HostUnknown(address.Name),
        _ when DriverErrors.Find<SocketException>(error) is { SocketErrorCode: not SocketError.ConnectionReset } || DriverErrors.Find<TimeoutException>(error) is not null => new NothingAnswers(address.Host),
        233 or 10053 or 10054 => new CutWhileOpening(address.Host),
        -2 or -1 or 2 or 53 or 258 => new NothingAnswers(address.Host),
        _ when IsNetwork(number) => new NothingAnswers(address.Host),
        0 => new AnotherServer(address.Host, "SQL Server"),
        _ => new OpeningRefused(address.Host, message.TrimEnd('.')),
    };

    private static bool IsNetwork(int number) => number is 2 or 53 or 64 or 121 or 233 or 258 or (>= 10050 and <= 10065) or 11001;
}
