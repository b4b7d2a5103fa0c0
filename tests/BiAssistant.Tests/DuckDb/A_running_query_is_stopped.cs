using System.Diagnostics;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured_alone
{
    public const string Name = "Measured alone";
}

[Collection(Measured_alone.Name)]
public sealed class A_running_query_is_stopped : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private readonly DuckDbConnection connection = Database.InMemory("threads=2");

    public static TheoryData<string> Long => new()
    {
        "SELECT count(*) FROM range(10_000_000) a, range(1_000_000) b WHERE (a.range * b.range) % 7 = 3",
        "SELECT sum(range) FROM range(1_000_000_000_000)",
        "SELECT range % 1000003 AS k, count(*) FROM range(4_000_000_000) GROUP BY k",
        "SELECT range FROM range(200_000_000) ORDER BY hash(range)",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 1_000_000_000) SELECT max(n) FROM r",
        "SELECT median(range) OVER (ORDER BY range ROWS BETWEEN 1000 PRECEDING AND CURRENT ROW) FROM range(100_000_000)",
        "SELECT count(*) FROM range(100_000_000) WHERE regexp_matches(repeat('a', 200) || range, '(a+)+b')",
    };

    [Theory]
    [MemberData(nameof(Long))]
    public async Task Cancelling_gives_control_back_and_leaves_the_connection_usable(string sql)
    {
        // A busy machine may delay one attempt or two; an engine that does not listen delays all.
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && fastest >= Soon; attempt++)
        {
            using var source = new CancellationTokenSource();
            var running = connection.CreateCommand(sql).ExecuteScalarAsync(source.Token);
            await Task.Delay(Patience);
            running.IsCompleted.ShouldBeFalse();
            var clock = Stopwatch.StartNew();
            await source.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => running);
            fastest = clock.Elapsed;
            connection.Scalar("SELECT 42").ShouldBe(42);
        }

        fastest.ShouldBeLessThan(Soon);
    }

    [Fact]
    public async Task A_token_cancelled_before_the_start_starts_nothing()
    {
        connection.Run("CREATE TABLE t (n INTEGER)");
        await Should.ThrowAsync<OperationCanceledException>(() => connection.CreateCommand("INSERT INTO t VALUES (1)").ExecuteNonQueryAsync(new CancellationToken(canceled: true)));
        connection.Scalar("SELECT count(*) FROM t").ShouldBe(0L);
    }

    [Fact]
    public async Task A_cancel_that_races_with_the_start_is_not_lost()
    {
        for (var i = 0; i < 30; i++)
        {
            using var source = new CancellationTokenSource();
            var running = connection.CreateCommand("SELECT sum(range) FROM range(1_000_000_000_000)").ExecuteScalarAsync(source.Token);
            Thread.SpinWait(i * 2_000);
            await source.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10)));
        }

        connection.Scalar("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public async Task In_the_middle_of_a_stream_the_next_row_is_refused()
    {
        using var source = new CancellationTokenSource();
        await using (var reader = await connection.CreateCommand("SELECT range FROM range(1_000_000_000_000)").ExecuteReaderAsync(source.Token))
        {
            (await reader.ReadAsync(source.Token)).ShouldBeTrue();
            await source.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(async () =>
            {
                while (await reader.ReadAsync(source.Token))
                {
                }
            });
        }

        connection.Scalar("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public async Task A_token_given_to_the_read_alone_stops_it_too()
    {
        using var source = new CancellationTokenSource(Patience);
        await using var reader = await connection.CreateCommand("SELECT range FROM range(1_000_000_000_000) WHERE range < 5_000_000 OR range = 999_999_999_999").ExecuteReaderAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            while (await reader.ReadChunkAsync(source.Token))
            {
            }
        });
    }

    [Fact]
    public async Task The_caller_of_cancel_gets_the_engines_word_for_it()
    {
        using var command = connection.CreateCommand("SELECT sum(range) FROM range(1_000_000_000_000)");
        var running = Task.Run(command.ExecuteScalar);
        await Task.Delay(Patience);
        command.Cancel();
        (await Should.ThrowAsync<DuckDbException>(() => running)).Kind.ShouldBe(DuckDbErrorKind.Interrupt);
        command.Cancel();
        connection.Scalar("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public void Its_time_limit_ends_a_query()
    {
        using var command = connection.CreateCommand("SELECT sum(range) FROM range(1_000_000_000_000)");
        command.CommandTimeout = 1;
        Should.Throw<TimeoutException>(() => command.ExecuteScalar()).Message.ShouldContain("limit of 1 s");
        connection.Scalar("SELECT 42").ShouldBe(42);
    }

    [Fact]
    public void The_time_limit_covers_the_reading_of_rows()
    {
        using var command = connection.CreateCommand("SELECT range FROM range(1_000_000_000_000)");
        command.CommandTimeout = 1;
        using var reader = command.ExecuteReader();
        Should.Throw<TimeoutException>(() =>
        {
            while (reader.ReadChunk())
            {
            }
        });
    }

    [Fact]
    public async Task Closing_the_connection_waits_for_a_read_on_another_thread()
    {
        using var source = new CancellationTokenSource();
        var other = Database.InMemory();
        var running = other.CreateCommand("SELECT sum(range) FROM range(1_000_000_000_000)").ExecuteScalarAsync(source.Token);
        await Task.Delay(Patience);
        source.CancelAfter(Patience);
        other.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    public void Dispose() => connection.Dispose();
}
