using System.Net.Sockets;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>What the errors of drivers have in common, although they share no type that says it.</summary>
internal static class DriverErrors
{
    /// <summary>The error within, or itself, that carries a number of the server: drivers wrap one in another.</summary>
    public static (int Number, string Message) Of(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner.GetType().GetProperty("Number")?.GetValue(inner) is int number and not 0)
            {
                return (number, inner.Message);
            }
        }

        return (0, error.Message);
    }

    /// <summary>Whether the host's name is known to nobody.</summary>
    public static bool IsUnknownHost(Exception error) =>
        Find<SocketException>(error) is { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } || Find<ArgumentException>(error) is { Message: "The host name or IP address is invalid" };

    public static T? Find<T>(Exception error)
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
