using BiAssistant.Tests.Answers;

namespace BiAssistant.Tests.Cli;

public sealed class ImportOssieTests : IDisposable
{
    private const string Document = """
        version: 0.2.0.dev0
        semantic_model:
          - name: shop
            datasets:
              - name: orders   # one row an order
                source: main.orders
                primary_key: [id]
                fields:
                  - name: id
                    expression: {dialects: [{dialect: ANSI_SQL, expression: id}]}
                  - name: placed
                    expression: {dialects: [{dialect: ANSI_SQL, expression: placed}]}
                    dimension: {is_time: true}
                  - name: odd
                    expression: {dialects: [{dialect: MDX, expression: "[Odd].[Members]"}]}
            metrics:
              - name: order_count
                expression: {dialects: [{dialect: ANSI_SQL, expression: "COUNT(orders.id)"}]}

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_becomes_a_catalog_to_the_letter_and_the_report_says_what_to_run_next()
    {
        _folder.Write("shop.yaml", Document);

        var run = await RunAsync("import", "ossie", "shop.yaml", "--catalog", "my catalog");

        run.Code.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        (await File.ReadAllTextAsync(_folder.File("my catalog/semantic-models/shop.yml"))).ShouldBe(Document);
        run.Output.ShouldContain("Left out:\n");
        run.Output.ShouldContain("(shop.yaml:1");
        run.Output.ShouldContain("Done:\n  The model 'shop' has 1 dataset and no relationships.\n  New: the dataset shop.orders.\n  New: the metric order_count.\nFiles: 1 created:\n  created semantic-models/shop.yml\n");
        run.Output.ShouldEndWith("Next:\n  bi-assistant check --catalog 'my catalog'\n  bi-assistant ask 'Order count' --catalog 'my catalog' --warehouse NAME=URL\n");
        (await RunAsync("check", "--catalog", "my catalog")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_edited_stays_when_the_document_comes_again()
    {
        _folder.Write("shop.yaml", Document);
        await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog");
        _folder.Write("catalog/semantic-models/shop.yml", Document.Replace("name: order_count", "name: order_count\n        label: Orders placed # ours", StringComparison.Ordinal));
        _folder.Write("shop.yaml", Document.Replace("main.orders", "main.all_orders", StringComparison.Ordinal));

        var run = await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog");

        run.Output.ShouldContain("Changed: the dataset shop.orders.");
        (await File.ReadAllTextAsync(_folder.File("catalog/semantic-models/shop.yml"))).ShouldBe(
            Document.Replace("name: order_count", "name: order_count\n        label: Orders placed # ours", StringComparison.Ordinal).Replace("main.orders", "main.all_orders", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        _folder.Write("shop.yaml", Document);

        var run = await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog", "--dry-run");

        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Files: 1 created (dry run, nothing is written):\n  created semantic-models/shop.yml\n");
        run.Output.ShouldNotContain("Next:");
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    [Fact]
    public async Task Long_sections_are_cut_unless_all_is_asked_for()
    {
        var fields = string.Concat(Enumerable.Range(0, 20).Select(i => $"          - name: odd{i}\n            expression: {{dialects: [{{dialect: MDX, expression: \"[Odd]\"}}]}}\n"));
        _folder.Write("shop.yaml", Document.Replace("          - name: odd\n", fields + "          - name: odd\n", StringComparison.Ordinal));

        (await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog", "--dry-run")).Output.ShouldContain("  and 9 more; --all shows them\n");
        (await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog", "--dry-run", "--all")).Output.ShouldNotContain("more; --all");
    }

    [Theory]
    [InlineData("ontology: {name: shop}\n", "ontology document")]
    [InlineData("models: [{name: orders}]\n", "is no Ossie document")]
    [InlineData("", "is no Ossie document")]
    [InlineData("semantic_model: [", "not valid YAML")]
    [InlineData("just a text", "is no Ossie document")]
    public async Task What_is_no_Ossie_document_is_one_clear_error(string text, string message)
    {
        _folder.Write("shop.yaml", text);

        var run = await RunAsync("import", "ossie", "shop.yaml", "--catalog", "catalog");

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().ShouldContain(message);
        run.Error.Trim().ShouldNotContain("\n");
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, "import", "ossie", "missing.yaml", "--catalog", "catalog")]
    [InlineData(1, "import", "ossie", ".", "--catalog", "catalog")]
    [InlineData(64, "import")]
    [InlineData(64, "import", "ossie")]
    [InlineData(64, "import", "ossie", "shop.yaml")]
    [InlineData(64, "import", "ossie", "shop.yaml", "--catalog", "shop.yaml")]
    [InlineData(64, "import", "ossie", "shop.yaml", "--catalog", "catalog", "--name", "../x")]
    [InlineData(64, "import", "nothing", "shop.yaml", "--catalog", "catalog")]
    public async Task Bad_usage_and_failures_are_told_apart(int code, params string[] arguments)
    {
        _folder.Write("shop.yaml", Document);

        var run = await RunAsync(arguments);

        run.Code.ShouldBe(code, run.Error);
        run.Error.ShouldNotBeEmpty();
    }

    private Task<Run> RunAsync(params string[] arguments) => Run.OfAsync(_folder.Path, "", arguments);
}
