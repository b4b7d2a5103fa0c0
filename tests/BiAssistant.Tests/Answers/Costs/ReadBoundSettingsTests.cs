using BiAssistant.Answers;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Costs;

public sealed class ReadBoundSettingsTests(Shop shop) : IClassFixture<Shop>
{
    [Fact]
    public async Task A_file_may_be_read_farther_than_a_server()
    {
        (await BoundsAsync(o => o)).Of("sales").ShouldBe(ReadBound.OfFile);
        (await BoundsAsync(o => o with { Warehouses = [new NamedUrl("sales", "postgres://reader@nowhere/sales"), o.Warehouses[1]] })).Of("sales").ShouldBe(ReadBound.OfServer);
        ReadBound.OfFile.Free.ShouldBeGreaterThan(ReadBound.OfServer.Free);
    }

    [Fact]
    public async Task What_is_said_for_one_warehouse_beats_what_is_said_for_all_and_agreeing_is_ten_times_as_much_unless_it_is_said()
    {
        var bounds = await BoundsAsync(o => o with { MostRowsRead = [new NamedRows(null, "1000"), new NamedRows("visits", "unlimited")], MostRowsAgreed = [new NamedRows("visits", "0")] });
        bounds.Of("sales").ShouldBe(new ReadBound(1_000, 10_000));
        bounds.Of("visits").ShouldBe(new ReadBound(ReadBound.Unlimited, 0));
    }

    [Theory]
    [InlineData("""{"BiAssistant":{"MostRowsRead":7}}""", 7, null)]
    [InlineData("""{"BiAssistant":{"MostRowsRead":{"sales":7},"MostRowsAgreed":"8"}}""", 7, 8L)]
    public void The_settings_file_says_it_for_all_or_for_each(string json, long free, long? agreed)
    {
        var settings = WorkspaceSettings.Parse(json, "appsettings.json").Value.ShouldNotBeNull();
        settings.MostRowsRead.Single().Rows.ShouldBe($"{free}");
        settings.MostRowsAgreed.Select(r => r.Rows).ShouldBe(agreed is null ? [] : [$"{agreed}"]);
    }

    [Theory]
    [InlineData(null, "many")]
    [InlineData(null, "-1")]
    [InlineData("slaes", "1000")]
    public void What_is_no_number_or_names_no_warehouse_is_told(string? name, string rows)
    {
        var opened = Workspace.Open(Options(o => o with { MostRowsRead = [new NamedRows(name, rows)] }), TimeProvider.System, NullLogger.Instance);
        opened.Issues.Single().Code.ShouldBe("rows_read");
        opened.Issues.Single().Message.ShouldContain(name ?? rows);
    }

    private async Task<ReadBounds> BoundsAsync(Func<WorkspaceOptions, WorkspaceOptions> change)
    {
        await using var workspace = Workspace.Open(Options(change), TimeProvider.System, NullLogger.Instance).Value.ShouldNotBeNull();
        return workspace.Pipeline.Options.Reading;
    }

    private WorkspaceOptions Options(Func<WorkspaceOptions, WorkspaceOptions> change) => change(new WorkspaceOptions
    {
        CatalogPaths = ["catalog"],
        Warehouses = shop.Warehouses,
        State = shop.State,
        WorkingDirectory = shop.Folder,
        ProgramFolder = shop.Folder,
    });
}
