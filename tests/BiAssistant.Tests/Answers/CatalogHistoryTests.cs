using BiAssistant.Answers.State;
using BiAssistant.Semantics.Loading;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Semantics.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

public sealed class CatalogHistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Every_version_that_answered_is_kept_with_its_texts() => KeepsAsync(_folder.File("state.sqlite"));

    [PostgresFact]
    public async Task Replicas_keep_one_history() => await KeepsAsync((await (await PostgresServer.GetAsync()).CreateDatabaseAsync()).Url);

    [Fact]
    public async Task Questions_are_kept_with_what_they_meant()
    {
        var state = Open(_folder.File("state.sqlite"));
        await state.SaveReceiptAsync("r1", """{"catalog_version": "x", "query": {"measures": [{"metric": "charges"}]}}""", CancellationToken.None);
        await state.RecordAsync([Asked("charges?", "r1"), Asked("charges?", "r1"), Asked(null, "r1"), Asked("what?", null)], CancellationToken.None);

        (await new CatalogHistory(state).QuestionsAsync(CancellationToken.None)).Select(q => (q.Name, q.Query)).ShouldBe(
            [("receipt r1", """{"measures": [{"metric": "charges"}]}"""), ("charges?", """{"measures": [{"metric": "charges"}]}""")]);
    }

    [Fact]
    public async Task Without_a_store_there_is_no_history()
    {
        var history = new CatalogHistory(StateStore.None(TimeProvider.System, NullLogger.Instance));
        await history.KeepAsync(Load(CatalogExamples.Freight), CancellationToken.None);

        (await history.FindAsync("", CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task KeepsAsync(string place)
    {
        var history = new CatalogHistory(Open(place));
        var (first, second) = (Load(CatalogExamples.Freight), Load(CatalogExamples.With("good: down", "good: down, filter: state = 'D', changes: [{version: 2}]")));
        await history.KeepAsync(first, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new CatalogHistory(Open(place)).KeepAsync(second, CancellationToken.None)));
        await history.KeepAsync(first, CancellationToken.None);

        (await history.FindAsync("", CancellationToken.None)).Select(v => v.Version).ShouldBe([first.Catalog.Version, second.Catalog.Version], ignoreOrder: true);
        (await history.FindAsync(second.Catalog.Version[..8], CancellationToken.None)).ShouldHaveSingleItem().LastSeen.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        (await history.TextsAsync(second.Catalog.Version, CancellationToken.None)).ShouldBe(second.Texts);
        (await history.TextsAsync("other", CancellationToken.None)).ShouldBeEmpty();
        (await history.OfMetricAsync("tolls", CancellationToken.None)).Select(m => (m.Number, m.Hash, m.CatalogVersion)).ShouldBe(
            [(2, second.Catalog.FindMetric("tolls")!.Hash, second.Catalog.Version), (1, first.Catalog.FindMetric("tolls")!.Hash, first.Catalog.Version)], ignoreOrder: true);
        (await history.OfMetricAsync("charges", CancellationToken.None)).ShouldHaveSingleItem().CatalogVersion.ShouldBe(first.Catalog.Version);
    }

    private static CatalogLoad Load(string text) => CatalogExamples.Load(text) with { Texts = [new CatalogText("운송.yml", text)] };

    private static AskedQuestion Asked(string? question, string? receipt) => new(1, question, "en", null, "answered", receipt, 0, 1);

    private static StateStore Open(string place) => StateStore.At(place, TimeProvider.System, NullLogger.Instance).Value ?? throw new InvalidOperationException();
}
