using BiAssistant.DemoCompany;

namespace BiAssistant.Tests.DemoCompany;

public sealed class EngineTests(SwappedDemoFolder swapped) : IClassFixture<SwappedDemoFolder>
{
    [Fact]
    public void Either_engine_holds_the_same_rows()
    {
        using var folder = new TemporaryFolder();
        var usual = DemoWarehouses.EnsureCreated(folder.Path, DemoFolder.Seed, SwappedDemoFolder.Rows);

        DemoFolder.ContentHash(swapped.Files).ShouldBe(DemoFolder.ContentHash(usual));
    }
}
