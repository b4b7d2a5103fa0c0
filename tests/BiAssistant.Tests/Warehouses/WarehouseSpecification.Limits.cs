using System.Diagnostics;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Warehouses;

/// <summary>How many rows, how long, how many at once, and how it ends.</summary>
public abstract partial class WarehouseSpecification
{
    private const int MostTries = 8;

    /// <summary>Within this, control is back.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(200);

    /// <summary>Within this, control is back on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan PromptWhenBusy = TimeSpan.FromMilliseconds(1_000);

    [WarehouseFact]
    public async Task Ten_thousand_rows_come_unless_more_are_asked_for_and_one_more_is_said_to_be_left_out()
    {
        var all = await Ask(subject.Numbers(10_000));
        all.Rows.Count.ShouldBe(10_000);
        all.Truncated.ShouldBeFalse();

        var some = await Ask(subject.Numbers(10_001));
        some.Rows.Count.ShouldBe(10_000);
        some.Truncated.ShouldBeTrue();

        var none = await warehouse.QueryAsync(subject.Sql("SELECT id FROM facts"), QueryLimits.Default with { MaxRows = 0 }, default);
        none.Rows.ShouldBeEmpty();
        none.Truncated.ShouldBeTrue();
    }

    [WarehouseFact]
    public async Task A_large_result_comes_whole()
    {
        var result = await warehouse.QueryAsync(subject.Sql(subject.Numbers(200_000)), QueryLimits.Default with { MaxRows = 500_000 }, default);

        result.Rows.Count.ShouldBe(200_000);
        result.Rows.Sum(row => (long)row[0].ShouldNotBeNull()).ShouldBe(200_000L * 200_001 / 2);
    }

    [WarehouseFact]
    public async Task Of_a_result_without_end_only_the_rows_up_to_the_limit_are_read_and_kept()
    {
        // Ten thousand million rows: read to the end, or kept, they would be hours and more memory than there is.
        var limits = new QueryLimits(TimeSpan.FromSeconds(60), 150_000);

        var result = await warehouse.QueryAsync(subject.Sql(subject.Endless), limits, default);

        result.Rows.Count.ShouldBe(150_000);
        result.Truncated.ShouldBeTrue();
        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
    }

    [WarehouseFact]
    public async Task A_cancelled_query_gives_control_back_at_once_and_the_next_one_runs()
    {
        await BestOfSeveralAsync(Prompt, async () =>
        {
            using var cancel = new CancellationTokenSource();
            var query = warehouse.QueryAsync(subject.Sql(subject.Slow), QueryLimits.Default, cancel.Token);
            await Task.Delay(300);
            query.IsCompleted.ShouldBeFalse();

            var clock = Stopwatch.StartNew();
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(query);
            var waited = clock.Elapsed;

            waited.ShouldBeLessThan(PromptWhenBusy);
            (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
            return waited;
        });
    }

    /// <summary>What takes no longer than this where nothing else runs: the shortest of several tries, since a busy machine makes any of them longer.</summary>
    protected static async Task BestOfSeveralAsync(TimeSpan most, Func<Task<TimeSpan>> tryAsync)
    {
        var shortest = await tryAsync();
        for (var tried = 1; shortest > most && tried < MostTries; tried++)
        {
            var next = await tryAsync();
            shortest = next < shortest ? next : shortest;
        }

        shortest.ShouldBeLessThanOrEqualTo(most);
    }

    [WarehouseFact]
    public async Task A_query_over_its_time_limit_is_a_fault_that_says_so()
    {
        var limits = QueryLimits.Default with { Timeout = TimeSpan.FromMilliseconds(300) };
        await BestOfSeveralAsync(limits.Timeout + PromptWhenBusy, async () =>
        {
            var clock = Stopwatch.StartNew();
            var fault = await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(subject.Sql(subject.Slow), limits, default));
            var waited = clock.Elapsed;

            fault.Kind.ShouldBe(WarehouseFaultKind.Timeout);
            fault.Warehouse.ShouldBe("sales");
            fault.Message.ShouldContain("did not answer within 0.3 s");
            return waited;
        });
        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
    }

    [WarehouseFact]
    public async Task Statements_that_were_stopped_do_not_keep_their_places()
    {
        var limits = QueryLimits.Default with { Timeout = TimeSpan.FromMilliseconds(100) };
        for (var i = 0; i < 6; i++)
        {
            (await Should.ThrowAsync<WarehouseFault>(warehouse.QueryAsync(subject.Sql(subject.Slow), limits, default))).Kind.ShouldBeOneOf(WarehouseFaultKind.Timeout, WarehouseFaultKind.Busy);
        }

        var clock = Stopwatch.StartNew();
        (await Ask("SELECT COUNT(*) AS n FROM facts")).Rows[0][0].ShouldBe(3L);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [WarehouseFact]
    public async Task Many_queries_run_at_once_and_each_has_its_own_rows()
    {
        var queries = Enumerable.Range(1, 40).Select(n => Task.Run(() => Ask("SELECT id + {n} AS shifted FROM facts WHERE id = 1", ("n", new SqlNumber(n)))));

        var results = await Task.WhenAll(queries);

        results.Select(result => System.Convert.ToInt64(result.Rows[0][0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(2, 40).Select(n => (long)n));
    }

    [WarehouseFact]
    public async Task A_closed_warehouse_takes_no_more_queries()
    {
        var closed = subject.Open("closed");
        await closed.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(closed.QueryAsync(subject.Sql("SELECT 1"), QueryLimits.Default, default));
    }

    [WarehouseFact]
    public async Task A_warehouse_that_is_closed_stops_what_runs()
    {
        var closing = subject.Open("closing");
        var running = closing.QueryAsync(subject.Sql(subject.Slow), QueryLimits.Default, default);
        var waiting = Enumerable.Range(0, 10).Select(_ => closing.QueryAsync(subject.Sql(subject.Slow), QueryLimits.Default, default)).ToList();
        await Task.Delay(300);

        // Far below what the query would take.
        await closing.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        foreach (var query in waiting.Append(running))
        {
            await Should.ThrowAsync<ObjectDisposedException>(query);
        }
    }
}
