using System.Text;
using BiAssistant.Answers.Importing.Dbt;
using BiAssistant.Semantics.Importing.Dbt;

namespace BiAssistant.Tests.Answers.Importing.Dbt;

/// <summary>What of a project's folder is read, and what is not.</summary>
public sealed class DbtProjectFilesTests : IDisposable
{
    private const string Model = "semantic_models:\n  - {name: orders, model: ref('orders'), entities: [{name: order, type: primary, expr: id}]}\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Only_the_folders_that_the_project_names_are_read_and_names_are_paths_in_the_project()
    {
        _folder.Write("shop/dbt_project.yml", "name: shop\nmodel-paths: [marts]\nvars: {country: KR, shop: {country: US}}\n");
        _folder.Write("shop/marts/deep/orders.yml", Model);
        _folder.Write("shop/marts/orders.sql", "select 1");
        _folder.Write("shop/dbt_packages/other/models/x.yml", Model);

        var source = await ReadAsync("shop");

        source.Properties.Select(text => text.Name).ShouldBe(["marts/deep/orders.yml"]);
        source.Project.Name.ShouldBe("shop");
        source.Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paths_and_links_that_lead_out_of_the_project_are_not_followed()
    {
        _folder.Write("outside/secret.yml", Model);
        _folder.Write("shop/models/orders.yml", Model);
        _folder.Write("shop/dbt_project.yml", $"name: shop\nmodel-paths: [models, ../outside, \"{_folder.File("outside")}\", link]\n");
        Directory.CreateSymbolicLink(_folder.File("shop/models/loop"), "..");
        Directory.CreateSymbolicLink(_folder.File("shop/models/away"), "../../outside");
        Directory.CreateSymbolicLink(_folder.File("shop/link"), "../outside");

        var source = await ReadAsync("shop");

        source.Properties.Select(text => text.Name).ShouldBe(["models/orders.yml"]);
        source.Issues.Select(issue => issue.Code).ShouldBe(["dbt_path_outside", "dbt_path_outside", "dbt_path_outside"]);
    }

    [Fact]
    public async Task A_folder_without_a_project_file_is_read_whole()
    {
        _folder.Write("shop/semantics/orders.yaml", Model);

        var source = await ReadAsync("shop");

        source.Properties.ShouldHaveSingleItem().Name.ShouldBe("semantics/orders.yaml");
        source.Issues.ShouldHaveSingleItem().Code.ShouldBe("dbt_project_missing");
        DbtImport.Read(source, new DbtOptions()).Value!.Name.ShouldBe("shop");
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_the_rest_is_read()
    {
        _folder.Write("shop/dbt_project.yml", "name: shop\n");
        _folder.Write("shop/models/orders.yml", Model);
        _folder.Write("shop/models/latin.yml", "");
        await File.WriteAllBytesAsync(_folder.File("shop/models/latin.yml"), Encoding.Latin1.GetBytes("label: Straße\n"));
        _folder.Write("shop/models/huge.yml", new string('#', 9 << 20));
        _folder.Write("shop/target/manifest.json", "{\"nodes\": [");

        var source = await ReadAsync("shop");

        source.Properties.ShouldHaveSingleItem().Name.ShouldBe("models/orders.yml");
        source.Issues.Select(issue => issue.Code).ShouldBe(["dbt_too_large", "import_encoding", "broken_manifest"]);
        source.Manifest.ShouldBeNull();
    }

    [Theory]
    [InlineData("nothing", "There is no folder 'project'.")]
    [InlineData("file.yml", "'project' is a file; the folder of a dbt project, which holds dbt_project.yml, is expected.")]
    public async Task What_is_no_folder_is_no_project(string path, string message)
    {
        _folder.Write("file.yml", "x: 1\n");

        (await DbtProjectFiles.ReadAsync(_folder.File(path), "project", CancellationToken.None)).Issues.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public async Task Reading_stops_when_it_is_told_to()
    {
        _folder.Write("shop/models/orders.yml", Model);

        await Should.ThrowAsync<OperationCanceledException>(DbtProjectFiles.ReadAsync(_folder.File("shop"), "shop", new CancellationToken(canceled: true)));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DbtSource> ReadAsync(string name)
    {
        var read = await DbtProjectFiles.ReadAsync(_folder.File(name), name, CancellationToken.None);
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Issues));
    }
}
