using System.Text;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Importing;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Answers.Importing;

public sealed class CatalogImportTests : IDisposable
{
    private const string Shop = "semantic-models/shop.yml";
    private const string Model = "semantic_model:\n  - name: shop\n    datasets:\n      - name: orders\n        source: orders\n        fields:\n          - name: amount\n            datatype: Decimal\n";
    private const string Metric = "metric:\n  name: turnover\n  expression: SUM(orders.amount)\n  timeless: true\n";

    private static readonly ImportOrigin Origin = new("ossie", "shop.yml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_is_missing_becomes_a_catalog_that_loads()
    {
        var report = await Imported(Draft(Model, Metric));

        report.Files.Select(f => (f.Path, f.Fate)).ShouldBe([("metrics/turnover.yml", FileFate.Created), (Shop, FileFate.Created)]);
        Read(Shop).ShouldBe(Model);
        var loaded = CatalogLoader.Load(CatalogFiles.Read([Catalog], Catalog).Texts);
        loaded.Issues.Where(i => i.Severity == IssueSeverity.Error).ShouldBeEmpty();
        CatalogFiles.Read([Catalog], Catalog).Texts.Select(t => t.Name).ShouldBe(["metrics/turnover.yml", Shop], ignoreOrder: true);
        Directory.GetFileSystemEntries(Path.Combine(Catalog, ".imports")).Select(Path.GetFileName).ShouldBe(["shop"]);
    }

    [Fact]
    public async Task The_same_import_again_writes_nothing()
    {
        await Imported(Draft(Model, Metric));
        Write(Shop, Read(Shop) + "# ours\n");
        var before = Snapshot();

        var report = await Imported(Draft(Model, Metric));

        report.Files.ShouldAllBe(f => f.Fate == FileFate.Unchanged);
        report.Remarks.ShouldBeEmpty();
        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task Edits_survive_the_next_import_and_the_one_after_it()
    {
        await Imported(Draft(Model, Metric));
        Write(Shop, Read(Shop).Replace("Decimal", "Decimal # exact", StringComparison.Ordinal));

        await Imported(Draft(Model + "            label: Amount\n", Metric));
        await Imported(Draft(Model + "            label: Net amount\n", Metric));

        Read(Shop).ShouldBe(Model.Replace("Decimal", "Decimal # exact", StringComparison.Ordinal) + "            label: Net amount\n");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_writes_nothing()
    {
        var first = await new CatalogImport(Catalog).RunAsync(Draft(Model, Metric), Origin, dryRun: true, CancellationToken.None);

        first.Value!.Files.Count.ShouldBe(2);
        Directory.Exists(Catalog).ShouldBeFalse();

        await Imported(Draft(Model, Metric));
        var before = Snapshot();
        (await new CatalogImport(Catalog).RunAsync(Draft(Model + "            label: Amount\n", Metric), Origin, dryRun: true, CancellationToken.None)).Value!.Files.ShouldContain(new ImportedFile(Shop, FileFate.Changed));
        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task An_import_of_another_kind_may_not_take_the_name()
    {
        await Imported(Draft(Model, Metric));

        (await Refused(Draft(Model, Metric), new ImportOrigin("dbt", "project"))).ShouldBe("'shop' was imported by 'import ossie', not by 'import dbt'. Give this import another --name.");
    }

    [Fact]
    public async Task A_failure_midway_puts_everything_back()
    {
        await Imported(Draft(Model, Metric));
        Directory.CreateDirectory(Path.Combine(Catalog, "semantic-models", "z.yml", "inside"));
        var before = Snapshot();
        var draft = Draft(Model + "            label: Amount\n", Metric) with { Files = [new(Shop, Model + "            label: Amount\n"), new("semantic-models/z.yml", "semantic_model:\n  - name: z\n")] };

        var refused = await Refused(draft, Origin);

        refused.ShouldStartWith("The catalog's folder cannot be written, and is as it was before: ");
        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_failure_of_the_first_import_leaves_nothing_behind()
    {
        (await Refused(Draft("semantic_model:\n  - name: shop\n    datasts: []\n", Metric), Origin)).ShouldContain("datasts");

        Directory.Exists(Catalog).ShouldBeFalse();
    }

    [Fact]
    public async Task What_an_import_that_died_left_half_written_is_put_back_by_the_next_one()
    {
        await Imported(Draft(Model, Metric));
        var ready = Path.Combine(Catalog, ".imports", "ready-1");
        Directory.CreateDirectory(ready);
        File.WriteAllText(Path.Combine(ready, "0.old"), Model);
        File.WriteAllText(Path.Combine(Catalog, Shop), "half");
        File.WriteAllText(Path.Combine(ready, "list.json"), $"[{{\"Path\":\"{Shop}\",\"Existed\":true,\"Written\":\"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("half"u8))}\"}}]");

        await Imported(Draft(Model, Metric));

        Read(Shop).ShouldBe(Model);
        Directory.Exists(ready).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_imports_at_once_do_not_mix()
    {
        Directory.CreateDirectory(Path.Combine(Catalog, ".imports"));
        using (new FileStream(Path.Combine(Catalog, ".imports", "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            (await Refused(Draft(Model, Metric), Origin)).ShouldStartWith("Another import is at work on this catalog.");
        }

        File.Exists(Path.Combine(Catalog, Shop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_byte_order_mark_and_the_rights_of_a_file_stay()
    {
        await Imported(Draft(Model, Metric));
        File.WriteAllText(Path.Combine(Catalog, Shop), Model, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Catalog, Shop), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await Imported(Draft(Model + "            label: Amount\n", Metric));

        File.ReadAllBytes(Path.Combine(Catalog, Shop)).ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Model + "            label: Amount\n")]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Catalog, Shop)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_link_stays_a_link_and_what_it_leads_to_is_written()
    {
        await Imported(Draft(Model, Metric));
        File.Move(Path.Combine(Catalog, Shop), _folder.File("elsewhere.yml"));
        File.CreateSymbolicLink(Path.Combine(Catalog, Shop), _folder.File("elsewhere.yml"));

        await Imported(Draft(Model + "            label: Amount\n", Metric));

        new FileInfo(Path.Combine(Catalog, Shop)).LinkTarget.ShouldNotBeNull();
        File.ReadAllText(_folder.File("elsewhere.yml")).ShouldBe(Model + "            label: Amount\n");
    }

    [Fact]
    public async Task A_file_that_is_not_text_is_neither_read_nor_lost()
    {
        await Imported(Draft(Model, Metric));
        byte[] odd = [.. Encoding.UTF8.GetBytes(Model), 0xFF, 0xFE];
        File.WriteAllBytes(Path.Combine(Catalog, Shop), odd);

        (await Refused(Draft(Model + "            label: Amount\n", Metric), Origin)).ShouldContain($"{Shop} is not UTF-8 text");

        File.ReadAllBytes(Path.Combine(Catalog, Shop)).ShouldBe(odd);
    }

    [Fact]
    public async Task Errors_that_were_there_before_are_told_and_do_not_stand_in_the_way()
    {
        Write("metrics/broken.yml", "metric: {name: broken, expression: SUM(nothing.at_all)}\n");

        var report = await Imported(Draft(Model, Metric));

        report.Remarks[0].Message.ShouldBe("The catalog had an error before this import, which did not touch it; check lists them.");
        Read(Shop).ShouldBe(Model);
    }

    [Fact]
    public async Task A_catalog_without_rooms_is_not_hidden_by_one()
    {
        Write("everything.yml", "semantic_model: [{name: other, datasets: [{name: visits, source: visits, fields: [{name: id, datatype: Integer}]}]}]\n");

        var report = await Imported(Draft(Model, Metric));

        report.Files.Select(f => f.Path).ShouldBe(["shop/metrics/turnover.yml", $"shop/{Shop}"]);
        report.Catalog.Datasets.Select(d => d.Name).ShouldBe(["visits", "orders"], ignoreOrder: true);
        CatalogLoader.Load(CatalogFiles.Read([Catalog], Catalog).Texts).Catalog.Datasets.Count().ShouldBe(2);
        (await Imported(Draft(Model, Metric))).Files.ShouldAllBe(f => f.Fate == FileFate.Unchanged);
    }

    [Theory]
    [InlineData("../shop.yml")]
    [InlineData("semantic-models/../../shop.yml")]
    [InlineData("/semantic-models/shop.yml")]
    [InlineData("semantic-models\\shop.yml")]
    [InlineData("semantic-models/.hidden.yml")]
    [InlineData("semantic-models/shop.txt")]
    [InlineData("elsewhere/shop.yml")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path) =>
        (await Refused(new ImportDraft("shop", [new(path, Model)], []), Origin)).ShouldContain("is no file of a catalog");

    [Theory]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name) =>
        (await Refused(new ImportDraft(name, [new(Shop, Model)], []), Origin)).ShouldContain("cannot name an import");

    [Fact]
    public async Task A_giant_draft_is_refused()
    {
        var draft = new ImportDraft("shop", Enumerable.Range(0, 20_001).Select(i => new DraftFile($"metrics/m{i}.yml", "")).ToSeq(), []);

        (await Refused(draft, Origin)).ShouldContain("at most 20,000 files");
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_said_and_nothing_is_lost()
    {
        await Imported(Draft(Model, Metric));
        Write(".imports/shop/import.json", "{");
        var before = Snapshot();

        (await Refused(Draft(Model, Metric), Origin)).ShouldStartWith("The record of the last import 'shop', .imports/shop, cannot be read");

        Snapshot().ShouldBe(before);
    }

    private string Catalog => _folder.File("catalog");

    private static ImportDraft Draft(string model, string metric) => new("shop", [new(Shop, model), new("metrics/turnover.yml", metric)], []);

    private async Task<ImportReport> Imported(ImportDraft draft)
    {
        var outcome = await new CatalogImport(Catalog).RunAsync(draft, Origin, dryRun: false, CancellationToken.None);
        outcome.Succeeded.ShouldBeTrue(string.Join('\n', outcome.Issues.Select(i => i.Message)));
        return outcome.Value!;
    }

    private async Task<string> Refused(ImportDraft draft, ImportOrigin origin)
    {
        var outcome = await new CatalogImport(Catalog).RunAsync(draft, origin, dryRun: false, CancellationToken.None);
        outcome.Succeeded.ShouldBeFalse();
        return string.Join('\n', outcome.Issues.Select(i => i.Message));
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(Catalog, path));

    private void Write(string path, string text) => _folder.Write(Path.Combine("catalog", path), text);

    private string Snapshot() => string.Join('\n', Directory.EnumerateFiles(Catalog, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {Convert.ToHexString(File.ReadAllBytes(f))}"));
}
