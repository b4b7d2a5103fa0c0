using BiAssistant.Answers.Catalogs;

namespace BiAssistant.Tests.Answers.Catalogs;

public sealed class CatalogFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_catalog_folder_is_read_from_its_two_rooms_alone()
    {
        _folder.Write("semantic-models/a.yml", "a");
        _folder.Write("metrics/deep/er/b.yaml", "b");
        _folder.Write("compose.yml", "c");
        _folder.Write("metrics/readme.md", "d");

        CatalogFiles.Read([_folder.Path], _folder.Path).Texts.Select(t => t.Name).ShouldBe(["metrics/deep/er/b.yaml", "semantic-models/a.yml"]);
    }

    [Fact]
    public void Any_other_folder_is_read_whole_and_a_file_is_itself()
    {
        _folder.Write("x/one.yml", "1");
        _folder.Write("x/y/two.yml", "2");
        var single = _folder.Write("z/three.txt", "3");

        CatalogFiles.Read([_folder.File("x"), single, single], _folder.Path).Texts.Select(t => t.Text).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public void A_missing_path_is_told_with_what_is_there_instead()
    {
        _folder.Write("catalog/a.yml", "a");
        var issue = CatalogFiles.Read(["catalogue"], _folder.Path).Issues.Single();

        issue.Code.ShouldBe("catalog_missing");
        issue.Suggestions.ShouldBe(["catalog"]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told()
    {
        File.WriteAllBytes(_folder.File("bad.yml"), [0x61, 0xff, 0xfe]);
        CatalogFiles.Read(["bad.yml"], _folder.Path).Issues.Single().Code.ShouldBe("catalog_encoding");
    }

    [Fact]
    public void The_default_is_the_nearest_folder_with_both_rooms()
    {
        Directory.CreateDirectory(_folder.File("root/semantic-models"));
        Directory.CreateDirectory(_folder.File("root/metrics"));
        Directory.CreateDirectory(_folder.File("root/src/deep"));
        Directory.CreateDirectory(_folder.File("root/src/metrics"));

        CatalogFiles.FindDefault(_folder.File("root/src/deep")).ShouldBe(_folder.File("root"));
        CatalogFiles.FindDefault(_folder.Path, _folder.File("root/metrics")).ShouldBe(_folder.File("root"));
    }
}
