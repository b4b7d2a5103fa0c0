using System.Net.Sockets;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.MySql;

/// <summary>The server's errors in words for a person, by its error numbers, which MySQL and MariaDB share but for a few.</summary>
internal static class MySqlFaults
{
    private const string Engine = "MySQL/MariaDB";

    public static WarehouseFault OfOpening(string warehouse, ServerAddress address, Exception error)
    {
        var (number, message) = DriverErrors.Of(error);
        FaultCause cause = number switch
        {
            1045 or 1698 => new SignInRefused(address.Host, address.User),
            1044 or 1129 or 1130 => new OpeningRefused(address.Host, message),
            1049 => new DatabaseMissing(address.Host, address.Database),
            1040 or 1203 or 1226 => new ServerFull(address.Host),
            1053 or 1077 or 1079 => new ServerStarting(address.Host),
            not 0 and < 2000 and not (1042 or 1043) => new OpeningRefused(address.Host, message),
            _ when DriverErrors.IsUnknownHost(error) => new HostUnknown(address.Name),
            _ when DriverErrors.Find<SocketException>(error) is { SocketErrorCode: not SocketError.ConnectionReset } || DriverErrors.Find<TimeoutException>(error) is not null => new NothingAnswers(address.Host),
            _ when DriverErrors.Find<IOException>(error) is not null || DriverErrors.Find<SocketException>(error) is not null => new CutWhileOpening(address.Host),
            1042 => new NothingAnswers(address.Host),
            _ => new AnotherServer(address.Host, Engine),
        };
        return new WarehouseFault(warehouse, cause, error);
    }

    public static WarehouseFault OfQuery(string warehouse, ServerAddress address, Exception error)
    {
        var (number, message) = DriverErrors.Of(error);
        FaultCause cause = number switch
        {
            1969 or 3024 => new EndedByServer(),
            1792 => new OnlyRead(),
            1044 or 1142 or 1143 or 1227 or 1370 => new MayNotRead(address.User, message),
            0 or 1053 or 1152 or (>= 1158 and <= 1161) or 1184 or 1205 or 1317 or 1927 or 4031 or (>= 2000 and < 3000) => new ConnectionBroke(),
            _ => new Refused(message),
        };
        return new WarehouseFault(warehouse, cause, error);
    }
}
