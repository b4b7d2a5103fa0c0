using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private const string Catalog = "semantic_model: [{name: shop, owner: sales, datasets: [{name: sale, source: sale, fields: [{name: amount, datatype: Decimal, unit: EUR}]}], metrics: [{name: turnover, expression: SUM(amount)}]}]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_catalog_is_written_as_Ossie_and_read_back_with_the_same_version()
    {
        _folder.Write("shop.yml", Catalog);

        var exported = await RunAsync("export", "--ossie", "--catalog", "shop.yml", "--out", "ossie.yml");

        exported.Code.ShouldBe(0, exported.Error);
        (await RunAsync("check", "--catalog", "ossie.yml")).Lines[^1].ShouldBe((await RunAsync("check", "--catalog", "shop.yml")).Lines[^1]);
        (await RunAsync("export", "--ossie", "--catalog", "shop.yml")).Output.ShouldBe(await File.ReadAllTextAsync(_folder.File("ossie.yml")));
    }

    [Fact]
    public async Task A_broken_catalog_is_not_written()
    {
        _folder.Write("shop.yml", Catalog.Replace("owner", "ownr", StringComparison.Ordinal));

        var exported = await RunAsync("export", "--ossie", "--catalog", "shop.yml");

        exported.Code.ShouldBe(1);
        exported.Output.ShouldBeEmpty();
        exported.Error.ShouldContain("Did you mean 'owner'?");
    }

    [Fact]
    public async Task The_format_is_written_as_a_JSON_schema()
    {
        var exported = await RunAsync("export", "--schema");

        exported.Code.ShouldBe(0, exported.Error);
        System.Text.Json.Nodes.JsonNode.Parse(exported.Output)!["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "--ossie", "--schema")]
    [InlineData("export", "--ossie", "--catalog", "missing.yml")]
    public async Task Bad_usage_ends_with_status_sixty_four(params string[] arguments) => (await RunAsync(arguments)).Code.ShouldBe(64);

    private Task<Run> RunAsync(params string[] arguments) => Run.OfAsync(_folder.Path, "", arguments);
}
