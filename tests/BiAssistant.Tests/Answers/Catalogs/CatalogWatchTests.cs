using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Loading;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Catalogs;

/// <summary>When files are looked at, and what is told of them.</summary>
public sealed class CatalogWatchTests : IDisposable
{
    private const string Model = "semantic_model: [{name: m, datasets: [{name: d, source: d, fields: [{name: x, datatype: Integer}]}]}]";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly List<CatalogLoad> _loads = [];

    public CatalogWatchTests() => _folder.Write("c/model.yml", Model);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_change_is_looked_at_when_nothing_was_written_for_a_while()
    {
        await using var watch = Watch();
        _time.Advance(TimeSpan.Zero);
        _loads.Count.ShouldBe(1);

        watch.Changed();
        _folder.Write("c/model.yml", Model.Replace("x,", "y,", StringComparison.Ordinal));
        _time.Advance(CatalogWatch.Quiet / 2);
        watch.Changed();
        _time.Advance(CatalogWatch.Quiet / 2);
        _loads.Count.ShouldBe(1);

        await UntilLoadedAsync(2);
        _loads[1].Catalog.FindField("d.y").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_is_not_taken_while_two_looks_see_different_things()
    {
        await using var watch = Watch();
        _time.Advance(TimeSpan.Zero);
        _folder.Write("c/model.yml", "");
        (await watch.LookAsync(CancellationToken.None)).ShouldBeFalse();
        _folder.Write("c/model.yml", Model.Replace("x,", "y,", StringComparison.Ordinal));
        (await watch.LookAsync(CancellationToken.None)).ShouldBeFalse();
        _loads.Count.ShouldBe(1);

        await UntilLoadedAsync(2);
        _loads[1].Catalog.FindField("d.y").ShouldNotBeNull();
        (await watch.LookAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_system_that_tells_nothing_is_looked_at_every_few_seconds()
    {
        await using var watch = Watch();
        _time.Advance(TimeSpan.Zero);
        Directory.Move(_folder.File("c"), _folder.File("old"));
        _folder.Write("c/other.yml", Model.Replace("x,", "z,", StringComparison.Ordinal));

        _time.Advance(CatalogWatch.LookEvery);

        await UntilLoadedAsync(2);
        _loads[^1].Catalog.FindField("d.z").ShouldNotBeNull();
        _time.Advance(CatalogWatch.LookEvery * 20);
        _loads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_operating_system_tells_of_a_saved_a_new_and_a_deleted_file()
    {
        using var told = new SemaphoreSlim(0);
        await using var watch = Watch(TimeProvider.System, told);
        (await told.WaitAsync(TimeSpan.FromSeconds(9))).ShouldBeTrue("the first look");
        await Task.Delay(100);

        _folder.Write("c/deep/er/metrics.yml", "metric: {name: total, expression: SUM(d.x)}");
        (await told.WaitAsync(CatalogWatch.LookEvery - TimeSpan.FromSeconds(2))).ShouldBeTrue("a new file in a new folder");
        _loads[^1].Catalog.FindMetric("total").ShouldNotBeNull();

        _folder.Write("c/model.yml", Model.Replace("x, ", "x, unit: EUR, ", StringComparison.Ordinal));
        (await told.WaitAsync(TimeSpan.FromSeconds(15))).ShouldBeTrue("a saved file");
        _loads[^1].Catalog.FindMetric("total")!.Unit.In("en").ShouldBe("EUR");

        File.Delete(_folder.File("c/deep/er/metrics.yml"));
        (await told.WaitAsync(TimeSpan.FromSeconds(15))).ShouldBeTrue("a deleted file");
        _loads[^1].Catalog.Metrics.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_file_can_be_watched_too()
    {
        using var told = new SemaphoreSlim(0);
        await using var watch = Watch(TimeProvider.System, told, "c/model.yml");
        (await told.WaitAsync(TimeSpan.FromSeconds(9))).ShouldBeTrue();

        _folder.Write("c/model.yml", Model.Replace("x,", "y,", StringComparison.Ordinal));

        (await told.WaitAsync(TimeSpan.FromSeconds(15))).ShouldBeTrue();
        _loads[^1].Catalog.FindField("d.y").ShouldNotBeNull();
    }

    /// <summary>Lets time go on; what the operating system tells of the same change comes in when it likes.</summary>
    private async Task UntilLoadedAsync(int loads)
    {
        for (var turn = 0; turn < 200 && _loads.Count < loads; turn++)
        {
            _time.Advance(CatalogWatch.Quiet);
            await Task.Delay(10);
        }

        _loads.Count.ShouldBe(loads);
    }

    private CatalogWatch Watch(TimeProvider? time = null, SemaphoreSlim? told = null, string path = "c") => new(
        new CatalogSource([path], WorkspaceSettings.None, _folder.Path),
        _folder.Path,
        (load, _) =>
        {
            _loads.Add(load);
            told?.Release();
            return Task.CompletedTask;
        },
        time ?? _time,
        NullLogger.Instance);
}
