using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

/// <summary>What a network does to what a server says.</summary>
internal abstract record Mischief
{
    private Mischief()
    {
    }

    /// <summary>Everything passes.</summary>
    public sealed record None : Mischief;

    /// <summary>The port is closed, and so is every connection.</summary>
    public sealed record Refuses : Mischief;

    /// <summary>Connections are taken, and nothing ever comes back on one that says something meanwhile, also when all others pass again: as behind a wall that has forgotten it.</summary>
    public sealed record FallsSilent : Mischief;

    /// <summary>Connections are taken and told, in HTML, that somebody is away.</summary>
    public sealed record ShowsAPage : Mischief;

    /// <summary>So many bytes of the server pass, then the connection is reset; so many times, after which everything passes.</summary>
    public sealed record Cuts(long After, int Times = int.MaxValue) : Mischief;

    /// <summary>So many bytes of the server pass, all that come later are other ones.</summary>
    public sealed record Garbles(long After) : Mischief;

    /// <summary>Every so many bytes take so long.</summary>
    public sealed record Dawdles(int Bytes, TimeSpan Pause) : Mischief;
}

/// <summary>A network between a client and a server on this machine that does mischief when told to, also to connections that are there already.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private const string Page = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><body><h1>We are away</h1></body></html>\r\n";

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<Socket> _open = [];
    private readonly IPEndPoint _server;
    private Socket _listener;
    private Mischief _mischief = new Mischief.None();
    private long _passed;
    private int _times;

    private FaultyProxy(string host, int port)
    {
        _server = new IPEndPoint(IPAddress.Parse(host), port);
        _listener = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        Port = ((IPEndPoint?)_listener.LocalEndPoint)?.Port ?? 0;
    }

    public int Port { get; }

    /// <summary>A network before a server of this machine.</summary>
    public static FaultyProxy Before(string host, int port) => new(host, port);

    /// <summary>How many bytes of the server have passed since the last mischief began.</summary>
    public long Passed => Interlocked.Read(ref _passed);

    /// <summary>Connections of clients that are open.</summary>
    public int Clients
    {
        get
        {
            lock (_lock)
            {
                return _open.Count / 2;
            }
        }
    }

    public void Do(Mischief mischief)
    {
        lock (_lock)
        {
            var closed = _mischief is Mischief.Refuses;
            (_mischief, _passed, _times) = (mischief, 0, (mischief as Mischief.Cuts)?.Times ?? 0);
            if (mischief is Mischief.Refuses)
            {
                _listener.Dispose();
                Reset([.. _open]);
            }
            else if (closed)
            {
                _listener = Listen(new IPEndPoint(IPAddress.Loopback, Port));
            }
        }
    }

    public void Behave() => Do(new Mischief.None());

    /// <summary>Resets every connection; new ones are taken.</summary>
    public void ResetAll()
    {
        lock (_lock)
        {
            Reset([.. _open]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        ResetAll();
        _end.Dispose();
    }

    private Socket Listen(IPEndPoint place)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(place);
        listener.Listen(100);
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptAsync(_end.Token));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The port is closed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        lock (_lock)
        {
            _open.AddRange([client, server]);
        }

        try
        {
            if (_mischief is Mischief.ShowsAPage)
            {
                await client.ReceiveAsync(new byte[1_000], _end.Token);
                await client.SendAsync(Encoding.ASCII.GetBytes(Page), _end.Token);
                client.Shutdown(SocketShutdown.Send);
                return;
            }

            await PassAsync();
            await server.ConnectAsync(_server, _end.Token);
            await Task.WhenAny(AskAsync(client, server), AnswerAsync(server, client));
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Somebody has gone.
        }
        finally
        {
            lock (_lock)
            {
                Reset([client, server]);
            }
        }
    }

    private async Task AskAsync(Socket client, Socket server)
    {
        var bytes = new byte[1 << 14];
        while (await client.ReceiveAsync(bytes, _end.Token) is > 0 and var count)
        {
            await PassAsync();
            await server.SendAsync(bytes.AsMemory(0, count), _end.Token);
        }
    }

    private async Task AnswerAsync(Socket server, Socket client)
    {
        var bytes = new byte[1 << 14];
        while (true)
        {
            var most = _mischief is Mischief.Dawdles { Bytes: var few } ? Math.Min(few, bytes.Length) : bytes.Length;
            var count = await server.ReceiveAsync(bytes.AsMemory(0, most), _end.Token);
            await PassAsync();
            var whole = Spoil(bytes.AsSpan(0, count), out var pause);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, _end.Token);
            }

            await client.SendAsync(bytes.AsMemory(0, whole), _end.Token);
            if (whole < count || count == 0)
            {
                return;
            }
        }
    }

    /// <summary>How many of the bytes pass, which may be others afterwards.</summary>
    private int Spoil(Span<byte> bytes, out TimeSpan pause)
    {
        lock (_lock)
        {
            var before = _passed;
            _passed += bytes.Length;
            pause = TimeSpan.Zero;
            switch (_mischief)
            {
                case Mischief.Cuts { After: var after } when _times > 0 && _passed > after:
                    if (--_times == 0)
                    {
                        _mischief = new Mischief.None();
                    }

                    return (int)Math.Max(0, after - before);
                case Mischief.Garbles { After: var after }:
                    for (var i = (int)Math.Max(0, after - before); i < bytes.Length; i++)
                    {
                        bytes[i] ^= 0x5A;
                    }

                    return bytes.Length;
                case Mischief.Dawdles dawdles:
                    pause = dawdles.Pause;
                    return bytes.Length;
                default:
                    return bytes.Length;
            }
        }
    }

    /// <summary>Never ends while nothing passes.</summary>
    private Task PassAsync()
    {
        lock (_lock)
        {
            return _mischief is Mischief.FallsSilent ? Task.Delay(Timeout.Infinite, _end.Token) : Task.CompletedTask;
        }
    }

    private void Reset(Socket[] sockets)
    {
        foreach (var socket in sockets)
        {
            _open.Remove(socket);
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }

            socket.Dispose();
        }
    }
}
