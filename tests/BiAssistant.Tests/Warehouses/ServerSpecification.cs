using System.Diagnostics;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>An engine that is a server, and what somebody else sees there of what the product does.</summary>
public abstract class ServerUnderTest : WarehouseUnderTest
{
    /// <summary>As many sessions as a warehouse may have open at once.</summary>
    public abstract int MostSessions { get; }

    /// <summary>How many statements that hold these words run now, by the server's own list.</summary>
    public abstract Task<long> RunningAsync(string words);

    /// <summary>How many sessions other than the asker's are open to the database, by the server's own list.</summary>
    public abstract Task<long> SessionsAsync();

    /// <summary>Ends the sessions that run a statement with these words, as an administrator would.</summary>
    public abstract Task EndAsync(string words);

    /// <summary>Runs a statement in a session as the warehouse opens them under a time limit, and does not stop it.</summary>
    public abstract Task RunBareAsync(string statement, TimeSpan limit);
}

/// <summary>What every engine that is a server must do as well; it is asked whether it did, with patience for a busy machine.</summary>
public abstract class ServerSpecification(ServerUnderTest subject) : WarehouseSpecification(subject)
{
    /// <summary>Far below what the slow query would take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Within this, the server's statement has ended.</summary>
    private static readonly TimeSpan Ended = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    [WarehouseFact]
    public async Task The_servers_statement_ends_within_a_second_when_its_query_is_cancelled()
    {
        await BestOfSeveralAsync(Ended, async () =>
        {
            var (slow, words) = Marked();
            using var cancel = new CancellationTokenSource();
            var query = Warehouse.QueryAsync(subject.Sql(slow), QueryLimits.Default, cancel.Token);
            await UntilAsync(() => subject.RunningAsync(words), running => running == 1);

            var clock = Stopwatch.StartNew();
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(query);
            await UntilAsync(() => subject.RunningAsync(words), running => running == 0);
            return clock.Elapsed;
        });
    }

    [WarehouseFact]
    public async Task The_servers_statement_ends_when_its_time_is_over()
    {
        var (slow, words) = Marked();

        await Should.ThrowAsync<WarehouseFault>(Warehouse.QueryAsync(subject.Sql(slow), QueryLimits.Default with { Timeout = TimeSpan.FromMilliseconds(400) }, default));

        await UntilAsync(() => subject.RunningAsync(words), running => running == 0);
    }

    [WarehouseFact]
    public async Task The_server_ends_a_statement_over_its_time_by_itself()
    {
        var (slow, _) = Marked();

        var ended = await Record.ExceptionAsync(() => subject.RunBareAsync(slow, TimeSpan.FromMilliseconds(300)).WaitAsync(Patience));

        ended.ShouldNotBeNull();
        ended.ShouldNotBeOfType<TimeoutException>();
    }

    [WarehouseFact]
    public async Task The_servers_statement_ends_when_its_rows_are_no_longer_wanted()
    {
        var (endless, words) = Marked(subject.Endless);

        var result = await Warehouse.QueryAsync(subject.Sql(endless), QueryLimits.Default with { MaxRows = 10 }, default);

        result.Truncated.ShouldBeTrue();
        await UntilAsync(() => subject.RunningAsync(words), running => running == 0);
    }

    [WarehouseFact]
    public async Task The_servers_statement_ends_when_one_of_its_rows_cannot_be_shown()
    {
        var (endless, words) = Marked($"SELECT {subject.Refused[0].Text} AS unfit FROM ({subject.Endless}) e");

        (await Should.ThrowAsync<WarehouseFault>(Ask(endless))).Kind.ShouldBe(WarehouseFaultKind.Rejected);

        await UntilAsync(() => subject.RunningAsync(words), running => running == 0);
    }

    [WarehouseFact]
    public async Task A_connection_that_breaks_is_a_fault_and_the_next_query_runs()
    {
        var (slow, words) = Marked();
        var running = Ask(slow);
        await UntilAsync(() => subject.RunningAsync(words), statements => statements == 1);

        await subject.EndAsync(words);

        (await Should.ThrowAsync<WarehouseFault>(running)).Kind.ShouldBe(WarehouseFaultKind.Broken);
        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
    }

    [WarehouseFact]
    public async Task There_are_never_more_sessions_than_places_and_none_once_the_warehouse_is_closed()
    {
        var before = await subject.SessionsAsync();
        var busy = subject.Open("busy");
        var (slow, words) = Marked();
        using var cancel = new CancellationTokenSource();
        var queries = Enumerable.Range(0, 20).Select(_ => busy.QueryAsync(subject.Sql(slow), QueryLimits.Default, cancel.Token)).ToList();
        var versions = Enumerable.Range(0, 20).Select(_ => busy.VersionsAsync([["facts"]], default)).ToList();
        await UntilAsync(() => subject.RunningAsync(words), running => running > 1);
        await Task.WhenAll(versions);

        (await subject.SessionsAsync() - before).ShouldBeInRange(2, subject.MostSessions);

        await cancel.CancelAsync();
        foreach (var query in queries)
        {
            await Should.ThrowAsync<OperationCanceledException>(query);
        }

        await busy.DisposeAsync();
        await UntilAsync(subject.SessionsAsync, sessions => sessions <= before);
    }

    protected static async Task UntilAsync(Func<Task<long>> count, Func<long, bool> done)
    {
        var waited = Stopwatch.StartNew();
        long now;
        while (!done(now = await count()))
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"The server still counts {now}.");
            await Task.Delay(LookAgain);
        }
    }

    /// <summary>A statement that can be told from all others in the server's list.</summary>
    private (string Text, string Words) Marked() => Marked(subject.Slow);

    private static (string Text, string Words) Marked(string text)
    {
        var words = Guid.NewGuid().ToString("N");
        return ($"{text} /* {words} */", words);
    }
}
