using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Tests.Warehouses.Resilience;

public sealed class QueryGateTests
{
    private static readonly QueryLimits Ann = new(TimeSpan.FromMinutes(1), 10) { Asker = "ann" };
    private static readonly QueryLimits Ben = Ann with { Asker = "ben" };
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task What_is_looked_up_does_not_wait_for_the_queries_that_run()
    {
        await using var gate = new QueryGate("sales", places: 1);
        var comes = new TaskCompletionSource<int>();
        var slow = gate.RunAsync(Ann, _ => comes.Task, default);

        (await gate.LookUpAsync(_ => Task.FromResult(7), default)).ShouldBe(7);

        slow.IsCompleted.ShouldBeFalse();
        comes.SetResult(1);
        await slow;
    }

    [Fact]
    public async Task A_query_whose_turn_does_not_come_in_time_is_told_so_and_never_begins()
    {
        await using var gate = new QueryGate("sales", places: 1);
        var comes = new TaskCompletionSource<int>();
        var slow = gate.RunAsync(Ann, _ => comes.Task, default);
        var begun = false;

        var fault = await Should.ThrowAsync<WarehouseFault>(gate.RunAsync(Ben with { Timeout = Soon }, _ => Task.FromResult(begun = true), default));

        fault.Cause.ShouldBe(new WaitedInVain(Soon));
        begun.ShouldBeFalse();
        comes.SetResult(1);
        await slow;
    }

    [Fact]
    public async Task A_query_that_does_not_stop_gives_control_back_and_keeps_its_place_until_it_has_stopped()
    {
        await using var gate = new QueryGate("sales", places: 1);
        var stops = new TaskCompletionSource<int>();

        (await Should.ThrowAsync<WarehouseFault>(gate.RunAsync(Ann with { Timeout = Soon }, _ => stops.Task, default))).Cause.ShouldBe(new TookTooLong(Soon));
        var next = gate.RunAsync(Ben, _ => Task.FromResult(2), default);
        next.IsCompleted.ShouldBeFalse();

        stops.SetResult(1);
        (await next).ShouldBe(2);
    }

    [Fact]
    public async Task Who_cancels_does_not_wait_for_a_driver_that_waits_for_the_server()
    {
        await using var gate = new QueryGate("sales", places: 1);
        using var cancelled = new CancellationTokenSource();
        using var told = new ManualResetEventSlim();
        var begins = new TaskCompletionSource();
        var stops = new TaskCompletionSource<int>();
        var query = gate.RunAsync(
            Ann,
            async stop =>
            {
                await begins.Task;
                stop.Register(() =>
                {
                    told.Wait();
                    stops.SetResult(1);
                });
                return await stops.Task;
            },
            cancelled.Token);
        begins.SetResult();

        _ = cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(query.WaitAsync(TimeSpan.FromSeconds(30)));
        query.IsCanceled.ShouldBeTrue();
        told.Set();
        (await gate.RunAsync(Ben, _ => Task.FromResult(2), default)).ShouldBe(2);
    }

    [Fact]
    public async Task Fifty_questions_of_one_person_leave_a_place_for_another_and_who_waits_can_go()
    {
        await using var gate = new QueryGate("sales", places: 4);
        var comes = new TaskCompletionSource<int>();
        using var gone = new CancellationTokenSource();
        var fifty = Enumerable.Range(0, 50).Select(_ => gate.RunAsync(Ann, _ => comes.Task, gone.Token)).ToList();

        (await gate.RunAsync(Ben, _ => Task.FromResult(2), default)).ShouldBe(2);

        await gone.CancelAsync();
        foreach (var one in fifty)
        {
            await Should.ThrowAsync<OperationCanceledException>(one);
        }

        comes.SetResult(1);
        (await gate.RunAsync(Ann, _ => Task.FromResult(3), default)).ShouldBe(3);
    }

    [Fact]
    public async Task Closing_sends_away_who_waits_and_waits_for_who_runs()
    {
        var gate = new QueryGate("sales", places: 1);
        var stops = new TaskCompletionSource<int>();
        var running = gate.RunAsync(Ann, _ => stops.Task, default);
        var waiting = gate.RunAsync(Ben, _ => Task.FromResult(2), default);

        var closing = gate.DisposeAsync().AsTask();

        await Should.ThrowAsync<ObjectDisposedException>(waiting);
        await Should.ThrowAsync<ObjectDisposedException>(running);
        closing.IsCompleted.ShouldBeFalse();
        stops.SetResult(1);
        await closing;
    }
}
