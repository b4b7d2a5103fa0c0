using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Resilience;

namespace BiAssistant.Tests.Warehouses.Resilience;

public sealed class ResilientWarehouseTests : IAsyncDisposable
{
    private readonly HastyTime _time = new();
    private readonly ScriptedWarehouse _inner = new("sales");

    public static TheoryData<FaultCause> Lasting =>
        [new TookTooLong(TimeSpan.FromSeconds(1)), new EndedByServer(), new Refused("no such table"), new SignInRefused("host:5432", "ann"), new FileMissing("x.duckdb"), new QueueFull(200)];

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    [Fact]
    public async Task What_breaks_once_is_tried_again_and_nobody_notices()
    {
        _inner.Fails(new ConnectionBroke());

        (await Ask(Resilient())).ShouldBe(ScriptedWarehouse.Rows);

        _inner.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_does_not_pass_is_told_after_three_tries_with_growing_pauses()
    {
        _inner.Fails(new NothingAnswers("host:5432"), times: 3);

        (await Fault(Resilient())).Cause.ShouldBe(new NothingAnswers("host:5432"));

        _inner.Asked.Count.ShouldBe(3);
        _time.Pauses.ShouldBe([TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(450)]);
    }

    [Theory]
    [InlineData(0, 75)]
    [InlineData(1, 225)]
    public async Task Chance_spreads_the_pauses(double chance, int milliseconds)
    {
        _inner.Fails(new ConnectionBroke());

        await Ask(new ResilientWarehouse(_inner, _time, () => chance));

        _time.Pauses.ShouldBe([TimeSpan.FromMilliseconds(milliseconds)]);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_another_try_cannot_mend_is_told_at_once(FaultCause cause)
    {
        _inner.Fails(cause);

        (await Fault(Resilient())).Cause.ShouldBe(cause);

        _inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_query_that_was_cancelled_is_not_tried_again()
    {
        using var cancel = new CancellationTokenSource();
        _inner.Script.Enqueue(_ =>
        {
            cancel.Cancel();
            return Task.FromException<ResultTable>(new WarehouseFault("sales", new ConnectionBroke()));
        });

        await Should.ThrowAsync<OperationCanceledException>(Resilient().QueryAsync(ScriptedWarehouse.Sql, QueryLimits.Default, cancel.Token));

        _inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_try_has_what_is_left_of_the_time_and_a_timeout_tells_the_whole()
    {
        _inner.Script.Enqueue(_ => Breaks(after: TimeSpan.FromSeconds(10)));
        _inner.Fails(new TookTooLong(TimeSpan.FromSeconds(49.85)));

        (await Fault(Resilient())).Cause.ShouldBe(new TookTooLong(TimeSpan.FromSeconds(60)));

        _inner.Asked.Select(limits => limits.Timeout.TotalSeconds).ShouldBe([60, 49.85]);
    }

    [Fact]
    public async Task What_broke_too_late_to_be_done_again_in_time_is_not_begun_again()
    {
        _inner.Script.Enqueue(_ => Breaks(after: TimeSpan.FromSeconds(31)));

        (await Fault(Resilient())).Kind.ShouldBe(WarehouseFaultKind.Broken);

        _inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_that_lasted_beyond_the_limit_ends_in_the_fault_that_was_before_it()
    {
        _time.Late = TimeSpan.FromSeconds(60);
        _inner.Fails(new ConnectionBroke());

        (await Fault(Resilient())).Cause.ShouldBe(new ConnectionBroke());

        _inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_took_long_to_be_out_of_reach_is_not_waited_for_again()
    {
        _inner.Script.Enqueue(_ =>
        {
            _time.Pass(TimeSpan.FromSeconds(10));
            return Task.FromException<ResultTable>(new WarehouseFault("sales", new NothingAnswers("host:5432")));
        });

        await Fault(Resilient());

        _inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_state_of_tables_the_schema_and_an_estimate_are_tried_again_as_well()
    {
        var warehouse = Resilient();
        _inner.Fails(new ConnectionBroke());
        (await warehouse.VersionsAsync([["t"]], default)).ShouldBe([new TableVersion(["t"], "1")]);
        _inner.Fails(new ConnectionBroke());
        (await warehouse.SchemaAsync(SchemaScope.All, TimeSpan.FromSeconds(5), default)).Tables.ShouldBeEmpty();

        _inner.Fails(new ConnectionBroke());
        (await warehouse.EstimateAsync(ScriptedWarehouse.Sql, TimeSpan.FromSeconds(5), default)).Scans.ShouldBeEmpty();

        _inner.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task After_five_failures_in_a_row_the_warehouse_is_left_alone_and_the_person_is_told_for_how_long()
    {
        var warehouse = await OpenedAsync();
        _time.Pass(TimeSpan.FromSeconds(2));

        var fault = await Fault(warehouse);

        fault.Kind.ShouldBe(WarehouseFaultKind.Busy);
        fault.Message.ShouldBe("The warehouse 'sales' cannot be opened: nothing answers at host:5432. It has been like that for 3 s. It is tried again in 3 s; until then nothing is put to it.");
        _inner.Asked.Count.ShouldBe(5);
        (await Ask(new ResilientWarehouse(new ScriptedWarehouse("other"), _time))).ShouldBe(ScriptedWarehouse.Rows);
    }

    [Fact]
    public async Task After_the_pause_one_query_tries_the_warehouse_and_its_answer_opens_it_for_all()
    {
        var warehouse = await OpenedAsync();
        _time.Pass(TimeSpan.FromSeconds(5));
        var comes = new TaskCompletionSource<ResultTable>();
        _inner.Script.Enqueue(_ => comes.Task);

        var first = Ask(warehouse);
        (await Fault(warehouse)).Message.ShouldContain("It is being tried again now");
        comes.SetResult(ScriptedWarehouse.Rows);

        (await first).ShouldBe(ScriptedWarehouse.Rows);
        (await Ask(warehouse)).ShouldBe(ScriptedWarehouse.Rows);
    }

    [Fact]
    public async Task A_try_that_fails_lengthens_the_pause_up_to_half_a_minute()
    {
        var warehouse = await OpenedAsync();
        foreach (var pause in new[] { 5, 10, 20, 30, 30 })
        {
            _time.Pass(TimeSpan.FromSeconds(pause - 1));
            (await Fault(warehouse)).Cause.ShouldBeOfType<LeftAlone>().TriedAgainIn.ShouldBe(TimeSpan.FromSeconds(1));
            _time.Pass(TimeSpan.FromSeconds(1));
            var before = _inner.Asked.Count;
            _inner.Fails(new NothingAnswers("host:5432"));
            (await Fault(warehouse)).Cause.ShouldBe(new NothingAnswers("host:5432"));
            _inner.Asked.Count.ShouldBe(before + 1);
        }
    }

    [Fact]
    public async Task A_try_that_neither_answers_nor_fails_leaves_the_next_to_another()
    {
        var warehouse = await OpenedAsync();
        _time.Pass(TimeSpan.FromSeconds(5));
        _inner.Fails(new TookTooLong(TimeSpan.FromSeconds(60)));
        (await Fault(warehouse)).Kind.ShouldBe(WarehouseFaultKind.Timeout);

        (await Ask(warehouse)).ShouldBe(ScriptedWarehouse.Rows);
    }

    [Fact]
    public async Task A_refusal_is_an_answer()
    {
        var warehouse = await OpenedAsync();
        _time.Pass(TimeSpan.FromSeconds(5));
        _inner.Fails(new Refused("no such table"));
        (await Fault(warehouse)).Kind.ShouldBe(WarehouseFaultKind.Rejected);

        (await Ask(warehouse)).ShouldBe(ScriptedWarehouse.Rows);
    }

    [Fact]
    public async Task Slow_queries_and_missing_files_do_not_close_the_way_for_others()
    {
        var warehouse = Resilient();
        foreach (var cause in new FaultCause[] { new TookTooLong(TimeSpan.FromSeconds(60)), new FileMissing("x.duckdb"), new WaitedInVain(TimeSpan.FromSeconds(60)) })
        {
            _inner.Fails(cause, times: 10);
            for (var i = 0; i < 10; i++)
            {
                (await Fault(warehouse)).Cause.ShouldBe(cause);
            }
        }

        (await Ask(warehouse)).ShouldBe(ScriptedWarehouse.Rows);
    }

    [Fact]
    public async Task A_server_that_does_not_even_tell_the_state_of_its_tables_is_left_alone()
    {
        var warehouse = Resilient();
        _inner.Fails(new LookUpTookTooLong(TimeSpan.FromSeconds(15)), times: 5);
        for (var i = 0; i < 5; i++)
        {
            (await Fault(warehouse)).Kind.ShouldBe(WarehouseFaultKind.Timeout);
        }

        (await Fault(warehouse)).Cause.ShouldBeOfType<LeftAlone>();
    }

    private static Task<ResultTable> Ask(IWarehouse warehouse) => warehouse.QueryAsync(ScriptedWarehouse.Sql, QueryLimits.Default, default);

    private static Task<WarehouseFault> Fault(IWarehouse warehouse) => Should.ThrowAsync<WarehouseFault>(Ask(warehouse));

    private ResilientWarehouse Resilient() => new(_inner, _time, () => 0.5);

    /// <summary>A warehouse that has failed so often that it is left alone for five seconds from now on.</summary>
    private async Task<ResilientWarehouse> OpenedAsync()
    {
        var warehouse = Resilient();
        _inner.Fails(new NothingAnswers("host:5432"), times: 5);
        await Fault(warehouse);
        await Fault(warehouse);
        _inner.Asked.Count.ShouldBe(5);
        return warehouse;
    }

    private Task<ResultTable> Breaks(TimeSpan after)
    {
        _time.Pass(after);
        return Task.FromException<ResultTable>(new WarehouseFault("sales", new ConnectionBroke()));
    }
}
