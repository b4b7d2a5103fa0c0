using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Resilience;

namespace BiAssistant.Tests.Warehouses.Resilience;

public sealed class FairQueueTests
{
    private readonly List<string> _served = [];

    [Fact]
    public async Task Askers_are_served_in_turn_and_each_in_the_order_of_asking()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 100);
        await queue.EnterAsync("first", default);
        var all = new[] { "ann 1", "ann 2", "ann 3", "ben 1", "ann 4", "cho 1", "ben 2" }.Select(name => Wait(queue, name)).ToList();

        await DrainAsync(queue, "first", all);

        _served.ShouldBe(["ann 1", "ben 1", "cho 1", "ann 2", "ben 2", "ann 3", "ann 4"]);
    }

    [Fact]
    public async Task One_asker_leaves_a_place_for_another()
    {
        var queue = new FairQueue("sales", places: 3, ofOne: 2, mostWaiting: 100);
        var fifty = Enumerable.Range(0, 50).Select(_ => queue.EnterAsync("ann", default)).ToList();
        fifty.Count(task => task.IsCompletedSuccessfully).ShouldBe(2);

        var other = queue.EnterAsync("ben", default);
        other.IsCompletedSuccessfully.ShouldBeTrue();

        queue.Leave("ben");
        fifty.Count(task => task.IsCompleted).ShouldBe(2);
        queue.Leave("ann");
        await fifty[2];
        fifty.Skip(3).ShouldAllBe(task => !task.IsCompleted);
    }

    [Fact]
    public async Task The_only_place_there_is_serves_everybody()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 100);
        await queue.EnterAsync("ann", default);
        var again = queue.EnterAsync("ann", default);
        queue.Leave("ann");

        await again;
    }

    [Fact]
    public async Task Who_cancels_leaves_the_queue_and_the_next_one_is_served()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 2);
        await queue.EnterAsync("ann", default);
        using var impatient = new CancellationTokenSource();
        var gone = queue.EnterAsync("ben", impatient.Token);
        var next = queue.EnterAsync("cho", default);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        var inTheRoomThatIsLeft = queue.EnterAsync("dan", default);
        queue.Leave("ann");
        await next;
        queue.Leave("cho");
        await inTheRoomThatIsLeft;
    }

    [Fact]
    public async Task Who_has_cancelled_before_is_not_let_in()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 2);

        await Should.ThrowAsync<OperationCanceledException>(queue.EnterAsync("ann", new CancellationToken(canceled: true)));

        queue.EmptyAsync().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_queue_is_a_fault_that_says_so()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 2);
        await queue.EnterAsync("ann", default);
        var waiting = new[] { queue.EnterAsync("ben", default), queue.EnterAsync("cho", default) };

        var fault = Should.Throw<WarehouseFault>(() => { queue.EnterAsync("dan", default); });

        fault.Kind.ShouldBe(WarehouseFaultKind.Busy);
        fault.Message.ShouldContain("'sales' is busy: 2 questions are waiting");
        waiting.ShouldAllBe(task => !task.IsCompleted);
    }

    [Fact]
    public async Task In_a_full_queue_the_newest_of_whoever_waits_with_most_gives_way_to_another()
    {
        var queue = new FairQueue("sales", places: 1, ofOne: 1, mostWaiting: 3);
        await queue.EnterAsync("ann", default);
        var crowd = Enumerable.Range(0, 3).Select(_ => queue.EnterAsync("ann", default)).ToList();

        var other = queue.EnterAsync("ben", default);

        (await Should.ThrowAsync<WarehouseFault>(crowd[2])).Kind.ShouldBe(WarehouseFaultKind.Busy);
        Should.Throw<WarehouseFault>(() => { queue.EnterAsync("ann", default); });
        queue.Leave("ann");
        await crowd[0];
        queue.Leave("ann");
        await other;
    }

    [Fact]
    public async Task A_queue_is_empty_when_the_last_place_is_given_back()
    {
        var queue = new FairQueue("sales", places: 2, ofOne: 1, mostWaiting: 2);
        await queue.EnterAsync("ann", default);
        await queue.EnterAsync("ben", default);
        var empty = queue.EmptyAsync();

        queue.Leave("ann");
        empty.IsCompleted.ShouldBeFalse();
        queue.Leave("ben");
        await empty;
    }

    private async Task Wait(FairQueue queue, string name)
    {
        await queue.EnterAsync(name.Split(' ')[0], default);
        _served.Add(name);
    }

    private async Task DrainAsync(FairQueue queue, string holder, List<Task> all)
    {
        while (all.Count > 0)
        {
            queue.Leave(holder);
            var done = await Task.WhenAny(all);
            await done;
            all.Remove(done);
            holder = _served[^1].Split(' ')[0];
        }
    }
}
