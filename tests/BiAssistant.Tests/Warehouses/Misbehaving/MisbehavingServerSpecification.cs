using System.Diagnostics;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Resilience;

namespace BiAssistant.Tests.Warehouses.Misbehaving;

/// <summary>
/// What every engine with a server must do when the network between does mischief: the right fault with the right words, control back in time, the whole table or none, and the next
/// query as if nothing had been.
/// </summary>
public abstract class MisbehavingServerSpecification(WarehouseUnderTest subject) : IAsyncLifetime
{
    private const int Count = 3_000;
    private const int Spots = 16;

    /// <summary>Two warehouses of four places and two for what is looked up.</summary>
    private const int MostConnections = 2 * (4 + 2);

    private static readonly QueryLimits Limits = new(TimeSpan.FromSeconds(20), Count + 1);
    private static readonly QueryLimits Short = Limits with { Timeout = TimeSpan.FromMilliseconds(700) };

    /// <summary>Long enough for a machine that is busy, and far from for ever.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(30);

    private FaultyProxy? proxy;
    private IWarehouse? warehouse;

    /// <summary>The name of the engine in words for people.</summary>
    protected abstract string Engine { get; }

    /// <summary>Where the real server is.</summary>
    protected abstract (string Host, int Port) Server { get; }

    protected virtual int SecondsToConnect => 20;

    private FaultyProxy Proxy => proxy ?? throw new InvalidOperationException("There is no server.");

    private IWarehouse Bare => warehouse ?? throw new InvalidOperationException("There is no server.");

    /// <summary>The warehouse behind a port of this machine, giving up a connection after so many seconds.</summary>
    protected abstract IWarehouse Open(string name, int port, int secondsToConnect);

    /// <summary>What is said of something else that answers there.</summary>
    protected virtual string Stranger(string place) => $"what answers at {place} is not {Engine}";

    public Task InitializeAsync()
    {
        if (Missing is null)
        {
            proxy = FaultyProxy.Before(Server.Host, Server.Port);
            warehouse = Open("sales", proxy.Port, SecondsToConnect);
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (warehouse is not null && proxy is not null)
        {
            proxy.ResetAll();
            await warehouse.DisposeAsync();
            await proxy.DisposeAsync();
        }
    }

    private string? Missing => ((NeedsAttribute?)Attribute.GetCustomAttribute(GetType(), typeof(NeedsAttribute)))?.Missing;

    [WarehouseFact]
    public async Task A_connection_cut_anywhere_gives_the_whole_table_or_a_fault_and_the_next_query_runs()
    {
        var whole = await LengthAsync();
        for (var spot = 0; spot <= Spots; spot++)
        {
            Proxy.Do(new Mischief.Cuts(whole * spot / Spots, Times: 1));
            await WholeOrFaultAsync(Limits, WarehouseFaultKind.Broken, WarehouseFaultKind.Unreachable);
            Proxy.Behave();
            await RightAsync(Bare);
        }
    }

    [WarehouseFact]
    public async Task Garbled_bytes_give_the_whole_table_or_a_fault_and_the_next_query_runs()
    {
        var whole = await LengthAsync();
        for (var spot = 0; spot <= 3; spot++)
        {
            Proxy.Do(new Mischief.Garbles(whole * spot / 3));
            await WholeOrFaultAsync(Short, WarehouseFaultKind.Broken, WarehouseFaultKind.Unreachable, WarehouseFaultKind.Timeout);
            Proxy.Behave();
            await RightAsync(Bare);
        }
    }

    [WarehouseFact]
    public async Task Garbled_bytes_of_a_sign_in_are_a_fault()
    {
        foreach (var after in new[] { 0, 5, 60 })
        {
            await using var fresh = Open("sales", Proxy.Port, secondsToConnect: 1);
            Proxy.Do(new Mischief.Garbles(after));

            (await FaultAsync(fresh, Limits)).Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        }
    }

    [WarehouseFact]
    public async Task One_cut_is_healed_and_nobody_notices()
    {
        await using var resilient = new ResilientWarehouse(Open("sales", Proxy.Port, SecondsToConnect), TimeProvider.System);
        var whole = await LengthAsync();
        foreach (var after in new[] { 0, 10, whole / 2 })
        {
            Proxy.Do(new Mischief.Cuts(after, Times: 1));
            await RightAsync(resilient);
        }
    }

    [WarehouseFact]
    public async Task Connections_that_died_while_nobody_used_them_are_not_noticed_either()
    {
        await using var resilient = new ResilientWarehouse(Open("sales", Proxy.Port, SecondsToConnect), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => RightAsync(resilient, asker: $"{n}")));

        Proxy.ResetAll();

        await RightAsync(resilient);
    }

    [WarehouseFact]
    public async Task A_slow_network_is_waited_for_within_the_limit_and_not_longer()
    {
        await RightAsync(Bare);
        Proxy.Do(new Mischief.Dawdles(4_000, TimeSpan.FromMilliseconds(10)));
        await RightAsync(Bare);

        Proxy.Do(new Mischief.Dawdles(100, TimeSpan.FromMilliseconds(200)));
        (await FaultAsync(Bare, Short)).Cause.ShouldBe(new TookTooLong(Short.Timeout));

        Proxy.Behave();
        await RightAsync(Bare);
    }

    [WarehouseFact]
    public async Task A_server_that_falls_silent_is_given_up_when_the_time_is_over_and_costs_no_place_for_good()
    {
        await using var fresh = Open("sales", Proxy.Port, secondsToConnect: 5);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => RightAsync(fresh, asker: $"{n}")));
        Proxy.Do(new Mischief.FallsSilent());
        var clock = Stopwatch.StartNew();

        var faults = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => FaultAsync(fresh, Short with { Asker = $"{n}" })));

        faults.ShouldAllBe(fault => fault.Cause == new TookTooLong(Short.Timeout));
        clock.Elapsed.ShouldBeLessThan(InTime);
        Proxy.Behave();
        await RightAsync(fresh);
    }

    [WarehouseFact]
    public async Task A_port_that_takes_connections_and_never_answers_is_out_of_reach()
    {
        await using var fresh = Open("sales", Proxy.Port, secondsToConnect: 1);
        Proxy.Do(new Mischief.FallsSilent());

        var fault = await FaultAsync(fresh, Limits);

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldBe($"The warehouse 'sales' cannot be opened: nothing answers at 127.0.0.1:{Proxy.Port}.");
        Proxy.Behave();
        await RightAsync(Bare);
    }

    [WarehouseFact]
    public async Task A_closed_port_is_out_of_reach_until_it_is_open_again_and_another_warehouse_answers_meanwhile()
    {
        await RightAsync(Bare);
        Proxy.Do(new Mischief.Refuses());
        await using var other = Open("other", Server.Port, SecondsToConnect);

        await FaultAsync(Bare, Limits);
        var fault = await FaultAsync(Bare, Limits);
        await RightAsync(other);

        fault.Cause.ShouldBe(new NothingAnswers($"127.0.0.1:{Proxy.Port}"));
        Proxy.Behave();
        await RightAsync(Bare);
    }

    [WarehouseFact]
    public async Task A_page_that_somebody_is_away_is_no_server_of_the_engine()
    {
        Proxy.Do(new Mischief.ShowsAPage());

        var fault = await FaultAsync(Bare, Limits);

        fault.Kind.ShouldBe(WarehouseFaultKind.Unreachable);
        fault.Message.ShouldBe($"The warehouse 'sales' cannot be opened: {Stranger($"127.0.0.1:{Proxy.Port}")}.");
        Proxy.Behave();
        await RightAsync(Bare);
    }

    [WarehouseFact]
    public async Task Five_hundred_faulty_queries_leave_no_connection_and_no_thread_behind()
    {
        await using var resilient = new ResilientWarehouse(Open("sales", Proxy.Port, secondsToConnect: 1), TimeProvider.System);
        var whole = await LengthAsync();
        var threads = Process.GetCurrentProcess().Threads.Count;
        Mischief[] all = [new Mischief.Cuts(whole / 2), new Mischief.Cuts(0), new Mischief.ShowsAPage(), new Mischief.Refuses(), new Mischief.Garbles(whole / 3), new Mischief.Cuts(1), new Mischief.Refuses()];
        var faults = 0;
        for (var round = 0; round < 50; round++)
        {
            Proxy.Do(all[round % all.Length]);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
            {
                try
                {
                    await AskAsync(round % 2 == 0 ? Bare : resilient, Short with { Asker = $"{n}" });
                }
                catch (WarehouseFault)
                {
                    Interlocked.Increment(ref faults);
                }
            }));
        }

        Proxy.Behave();
        await RightAsync(Bare);
        faults.ShouldBeGreaterThan(400);
        Proxy.Clients.ShouldBeLessThanOrEqualTo(MostConnections);
        (Process.GetCurrentProcess().Threads.Count - threads).ShouldBeLessThan(200);
    }

    private async Task WholeOrFaultAsync(QueryLimits limits, params WarehouseFaultKind[] kinds)
    {
        try
        {
            Whole(await AskAsync(Bare, limits));
        }
        catch (WarehouseFault fault)
        {
            kinds.ShouldContain(fault.Kind, fault.ToString());
            fault.Warehouse.ShouldBe("sales");
        }
    }

    /// <summary>How many bytes the server says on a connection that is open already.</summary>
    private async Task<long> LengthAsync()
    {
        await RightAsync(Bare);
        Proxy.Behave();
        await RightAsync(Bare);
        return Proxy.Passed;
    }

    private async Task RightAsync(IWarehouse asked, string asker = "") => Whole(await AskAsync(asked, Limits with { Asker = asker }));

    private async Task<WarehouseFault> FaultAsync(IWarehouse asked, QueryLimits limits) => await Should.ThrowAsync<WarehouseFault>(AskAsync(asked, limits));

    private Task<ResultTable> AskAsync(IWarehouse asked, QueryLimits limits) =>
        asked.QueryAsync(subject.Sql(subject.Numbers(Count)), limits, default).WaitAsync(InTime);

    private static void Whole(ResultTable table)
    {
        table.Truncated.ShouldBeFalse();
        table.Rows.Select(row => (long)row[0].ShouldNotBeNull()).Order().ShouldBe(Enumerable.Range(1, Count).Select(n => (long)n));
    }
}
