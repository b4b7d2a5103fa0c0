using BiAssistant.Answers.Caching;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers;

public sealed class CachingTests
{
    private static readonly ResultTable EveryKindOfCell = new(
        [new ResultColumn("a", SqlType.Text), new ResultColumn("b", SqlType.Decimal(18, 2))],
        [
            ["서울", 1234.50m],
            [null, 0.1],
            [true, long.MinValue],
            [new DateOnly(2024, 2, 29), new DateTime(2024, 12, 31, 23, 59, 59)],
            [new TimeOnly(13, 5), false],
        ],
        Truncated: true);

    [Fact]
    public void A_result_reads_back_cell_for_cell() => ResultCodec.Read(ResultCodec.Write(EveryKindOfCell)).ShouldBe(EveryKindOfCell);

    [Fact]
    public void Damaged_bytes_read_as_nothing()
    {
        var bytes = ResultCodec.Write(EveryKindOfCell);
        ResultCodec.Read(bytes[..(bytes.Length / 2)]).ShouldBeNull();
        ResultCodec.Read([9, .. bytes[1..]]).ShouldBeNull();
        ResultCodec.Read([]).ShouldBeNull();
    }

    [Fact]
    public async Task Equal_work_asked_for_at_the_same_time_runs_once()
    {
        var flights = new SingleFlight<string>();
        var runs = 0;
        var go = new TaskCompletionSource();
        var all = Enumerable.Range(0, 20).Select(_ => flights.RunAsync("key", Work, CancellationToken.None)).ToList();
        go.SetResult();

        (await Task.WhenAll(all)).ShouldAllBe(answer => answer == "done");
        runs.ShouldBe(1);

        async Task<string> Work(CancellationToken stop)
        {
            Interlocked.Increment(ref runs);
            await go.Task;
            return "done";
        }
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_work_to_the_others()
    {
        var flights = new SingleFlight<string>();
        var go = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var first = flights.RunAsync("key", Work, impatient.Token);
        var second = flights.RunAsync("key", Work, CancellationToken.None);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        go.SetResult();

        (await second).ShouldBe("done");

        async Task<string> Work(CancellationToken stop)
        {
            await go.Task.WaitAsync(stop);
            return "done";
        }
    }

    [Fact]
    public async Task Work_that_nobody_waits_for_is_cancelled()
    {
        var flights = new SingleFlight<string>();
        var cancelled = new TaskCompletionSource();
        using var only = new CancellationTokenSource();
        var flight = flights.RunAsync("key", Work, only.Token);

        await only.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(flight);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));

        async Task<string> Work(CancellationToken stop)
        {
            await using var told = stop.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, stop);
            return "never";
        }
    }

    [Fact]
    public async Task A_failure_reaches_everyone_and_is_not_kept()
    {
        var flights = new SingleFlight<string>();
        await Should.ThrowAsync<InvalidOperationException>(flights.RunAsync("key", _ => throw new InvalidOperationException(), CancellationToken.None));

        (await flights.RunAsync("key", _ => Task.FromResult("done"), CancellationToken.None)).ShouldBe("done");
    }

    [Fact]
    public void The_longest_unused_is_forgotten_first()
    {
        var memory = new BoundedMemory<string>(100);
        memory.Set("a", "A", 25);
        memory.Set("b", "B", 25);
        memory.Set("c", "C", 25);
        memory.Set("d", "D", 25);
        memory.TryGet("a", out _).ShouldBeTrue();
        memory.Set("e", "E", 25);

        memory.TryGet("b", out _).ShouldBeFalse();
        memory.TryGet("a", out var kept).ShouldBeTrue();
        kept.ShouldBe("A");
    }

    [Fact]
    public void What_would_push_out_everything_else_is_not_kept()
    {
        var memory = new BoundedMemory<string>(100);
        memory.Set("a", "A", 20);
        memory.Set("huge", "H", 90);

        memory.TryGet("huge", out _).ShouldBeFalse();
        memory.TryGet("a", out _).ShouldBeTrue();
    }
}
