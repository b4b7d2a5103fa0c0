using BiAssistant.Answers.State;
using BiAssistant.Tests.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

public sealed class StateStorePostgresTests
{
    [PostgresFact]
    public async Task Replicas_share_what_one_of_them_keeps()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Open(database).SigningKeyAsync(CancellationToken.None))));
        await Open(database).SaveResultAsync("key", [1, 2, 3], CancellationToken.None);
        await Open(database).SaveReceiptAsync("id", "{}", CancellationToken.None);
        await Open(database).SaveValuesAsync("values", "field", [4], CancellationToken.None);
        await Open(database).RecordAsync([new AskedQuestion(1, "질문", "ko", null, "answered", "id", 0, 1.5)], CancellationToken.None);

        keys[0].ShouldNotBeNull().Length.ShouldBe(32);
        keys.ShouldAllBe(key => key != null && key.SequenceEqual(keys[0] ?? Array.Empty<byte>()));
        (await Open(database).FindResultAsync("key", CancellationToken.None)).ShouldBe([1, 2, 3]);
        (await Open(database).FindReceiptAsync("id", CancellationToken.None)).ShouldBe("{}");
        (await Open(database).FindValuesAsync("values", CancellationToken.None)).ShouldBe([4]);
    }

    [PostgresFact]
    public async Task A_database_that_is_not_there_is_done_without()
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var store = StateStore.At($"{database.Url}_gone", TimeProvider.System, NullLogger.Instance).Value.ShouldNotBeNull();

        (await store.FindResultAsync("key", CancellationToken.None)).ShouldBeNull();
    }

    private static StateStore Open(PostgresDatabase database) =>
        StateStore.At(database.Url, TimeProvider.System, NullLogger.Instance).Value ?? throw new InvalidOperationException();
}
