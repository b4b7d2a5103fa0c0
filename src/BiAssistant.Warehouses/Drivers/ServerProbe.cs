using System.Net.Sockets;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>Finds out whether anybody listens at an address, for drivers that take long to say so.</summary>
internal static class ServerProbe
{
    /// <summary>Throws what the network says where nobody does.</summary>
    public static void Knock(ServerAddress address, TimeSpan limit)
    {
        using var probe = new TcpClient();
        using var stop = new CancellationTokenSource(limit);
        try
        {
            probe.ConnectAsync(address.Name, address.Port, stop.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new SocketException((int)SocketError.TimedOut);
        }
    }
}
