using BiAssistant.Answers.State;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

public sealed class StateStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_one_process_keeps_the_next_one_finds()
    {
        await Open().SaveResultAsync("key", [1, 2, 3], CancellationToken.None);
        await Open().SaveReceiptAsync("id", "{}", CancellationToken.None);
        await Open().SaveValuesAsync("key", "field", [4], CancellationToken.None);

        var later = Open();
        (await later.FindResultAsync("key", CancellationToken.None)).ShouldBe([1, 2, 3]);
        (await later.FindReceiptAsync("id", CancellationToken.None)).ShouldBe("{}");
        (await later.FindValuesAsync("key", CancellationToken.None)).ShouldBe([4]);
        (await later.FindResultAsync("other", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_signing_key_is_made_once_even_by_many_at_the_same_time()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open().SigningKeyAsync(CancellationToken.None))));

        keys[0].ShouldNotBeNull().Length.ShouldBe(32);
        keys.ShouldAllBe(key => key != null && key.SequenceEqual(keys[0] ?? Array.Empty<byte>()));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_done_without()
    {
        var path = _folder.Write("state.sqlite", new string('x', 5000));
        var store = Open(path);

        await store.SaveResultAsync("key", [1], CancellationToken.None);
        (await store.FindResultAsync("key", CancellationToken.None)).ShouldBeNull();
        (await store.SigningKeyAsync(CancellationToken.None)).ShouldBeNull();
        System.IO.File.ReadAllText(path).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_locked_file_is_waited_for_a_little_told_once_and_done_without()
    {
        await Open().SaveResultAsync("key", [1], CancellationToken.None);
        using var other = new SqliteConnection($"Data Source={_folder.File("state.sqlite")};Pooling=False");
        other.Open();
        using var lockAll = new SqliteCommand("BEGIN EXCLUSIVE; INSERT INTO receipts VALUES ('x', 'y', 1)", other);
        lockAll.ExecuteNonQuery();
        var log = new KeptMessages();
        var store = StateStore.At(_folder.File("state.sqlite"), TimeProvider.System, log).Value.ShouldNotBeNull();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => store.SaveResultAsync($"other{i}", [2], CancellationToken.None)));

        log.Messages.Count.ShouldBe(1);
        log.Messages.Single().ShouldContain("going on without it");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_left_alone()
    {
        await Open().SaveResultAsync("key", [1], CancellationToken.None);
        using (var newer = new SqliteConnection($"Data Source={_folder.File("state.sqlite")};Pooling=False"))
        {
            newer.Open();
            using var step = new SqliteCommand("INSERT INTO migrations VALUES (999, 1)", newer);
            step.ExecuteNonQuery();
        }

        var log = new KeptMessages();
        var store = StateStore.At(_folder.File("state.sqlite"), TimeProvider.System, log).Value.ShouldNotBeNull();
        (await store.FindResultAsync("key", CancellationToken.None)).ShouldBeNull();
        log.Messages.Single().ShouldContain("newer version");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_done_without()
    {
        var path = Path.Combine(_folder.Write("file", "not a folder"), "state.sqlite");
        (await Open(path).FindResultAsync("key", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public void A_server_address_without_a_database_is_an_issue()
    {
        var outcome = StateStore.At("postgres://localhost", TimeProvider.System, NullLogger.Instance);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Issues[0].Code.ShouldBe("state_place");
    }

    [Fact]
    public void A_password_is_never_shown()
    {
        var store = StateStore.At("postgres://user:secret@db.example/state", TimeProvider.System, NullLogger.Instance).Value;
        store.ShouldNotBeNull().Place.ShouldBe("postgres://db.example:5432/state");
    }

    private StateStore Open(string? path = null) =>
        StateStore.At(path ?? _folder.File("state.sqlite"), TimeProvider.System, NullLogger.Instance).Value ?? throw new InvalidOperationException();
}
