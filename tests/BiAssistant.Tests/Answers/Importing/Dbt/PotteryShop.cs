using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Importing;
using BiAssistant.Answers.Importing.Dbt;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Dbt;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.Importing.Dbt;

/// <summary>A shop whose dbt project stands here in both published forms, imported into a catalog of its own, over data small enough to reckon by hand.</summary>
public sealed class PotteryShop : IDisposable
{
    private const string Data =
        """
        CREATE TABLE customers (customer_id INTEGER, customer_name VARCHAR(20), country_code VARCHAR(2), signed_up_on DATE);
        INSERT INTO customers VALUES (1, 'Ann', 'KR', '2024-01-01'), (2, 'Bob', 'US', '2024-01-05'), (3, 'Cho', 'KR', '2024-02-01'), (4, 'Dan', 'DE', '2024-02-10');
        CREATE TABLE staff (employee_id INTEGER, employee_name VARCHAR(20));
        INSERT INTO staff VALUES (1, 'Kim'), (2, 'Lee');
        CREATE TABLE orders (order_id INTEGER, customer_id INTEGER, packer_id INTEGER, ordered_on DATE, shipped_on DATE, status VARCHAR(10), channel VARCHAR(10),
          amount DECIMAL(12, 2), discount DECIMAL(12, 2), is_gift BOOLEAN);
        INSERT INTO orders VALUES
          (1, 1, 1, '2024-01-03', '2024-01-06', 'shipped', 'web', 100.00, 10.00, FALSE),
          (2, 2, 2, '2024-01-12', '2024-02-01', 'shipped', 'store', 200.00, 0.00, TRUE),
          (3, 1, 1, '2024-02-05', NULL, 'cancelled', 'web', 400.00, 0.00, FALSE),
          (4, 3, 1, '2024-02-06', '2024-02-08', 'shipped', 'web', 300.00, 20.00, TRUE),
          (5, 4, 2, '2024-02-20', '2024-03-02', 'shipped', 'store', 50.50, 0.00, FALSE),
          (6, 1, NULL, '2024-03-01', NULL, 'placed', 'web', 150.00, 0.00, FALSE);
        CREATE TABLE products (product_id INTEGER, product_name VARCHAR(20), category VARCHAR(20));
        INSERT INTO products VALUES (1, 'Bowl', 'tableware'), (2, 'Mug', 'tableware'), (3, 'Vase', 'decoration');
        CREATE TABLE order_items (order_item_id INTEGER, order_id INTEGER, product_id INTEGER, ordered_on DATE, quantity INTEGER);
        INSERT INTO order_items VALUES
          (1, 1, 1, '2024-01-03', 2), (2, 2, 2, '2024-01-12', 1), (3, 3, 3, '2024-02-05', 4), (4, 4, 1, '2024-02-06', 3), (5, 5, 2, '2024-02-20', 5), (6, 6, 3, '2024-03-01', 6);
        CREATE TABLE refunds (refund_id INTEGER, order_id INTEGER, refunded_on DATE, refunded DECIMAL(12, 2));
        INSERT INTO refunds VALUES (1, 2, '2024-02-15', 20.00), (2, 4, '2024-02-25', 30.00);
        CREATE TABLE plan_fees (customer_id INTEGER, day DATE, fee DECIMAL(12, 2));
        INSERT INTO plan_fees VALUES (1, '2024-01-31', 10.00), (2, '2024-01-31', 20.00), (2, '2024-02-15', 25.00), (1, '2024-02-29', 12.00);
        CREATE TABLE customer_addresses (customer_id INTEGER, valid_from DATE, valid_to DATE, city VARCHAR(20));
        """;

    private readonly TemporaryFolder _folder = new();

    private PotteryShop()
    {
    }

    /// <summary>What the import said of itself.</summary>
    public ImportReport Report { get; private set; } = null!;

    public string Catalog => _folder.File("catalog");

    private NamedUrl Warehouse { get; set; } = null!;

    public static string ProjectOf(string form) => Path.Combine(Repository.Root, "tests/BiAssistant.Tests/Answers/Importing/Dbt/projects", form);

    public static async Task<ImportDraft> DraftAsync(string folder, DbtOptions? options = null)
    {
        var source = await DbtProjectFiles.ReadAsync(folder, "project", CancellationToken.None);
        var draft = DbtImport.Read(source.Value ?? throw new InvalidOperationException(string.Join('\n', source.Issues)), options ?? new DbtOptions());
        return draft.Value ?? throw new InvalidOperationException(string.Join('\n', draft.Issues));
    }

    public static async Task<PotteryShop> OpenAsync(string form, string engine)
    {
        var shop = new PotteryShop();
        var file = shop._folder.File($"shop.{engine}");
        if (engine == "duckdb")
        {
            DuckDbUnderTest.Write(file, Data);
        }
        else
        {
            SqliteUnderTest.Write(file, Data);
        }

        shop.Warehouse = new NamedUrl("shop", $"{engine}:{file}");
        await shop.ImportAsync(ProjectOf(form));
        return shop;
    }

    public async Task ImportAsync(string project)
    {
        var imported = await new CatalogImport(Catalog).RunAsync(await DraftAsync(project), new ImportOrigin("dbt", "project"), dryRun: false, CancellationToken.None);
        Report = imported.Value ?? throw new InvalidOperationException(string.Join('\n', imported.Issues));
    }

    /// <summary>The answer's rows as texts; anything but an answer fails.</summary>
    public Task<List<string>> AskAsync(string question, string? language = null) => AskAsync(new AskRequest { Question = question, Language = language });

    /// <inheritdoc cref="AskAsync(string, string?)"/>
    public Task<List<string>> QueryAsync(string query) => AskAsync(new AskRequest { Query = SemanticQueryJson.Read(query).Value ?? throw new ArgumentException(query, nameof(query)) });

    public void Dispose() => _folder.Dispose();

    private async Task<List<string>> AskAsync(AskRequest request)
    {
        var options = new WorkspaceOptions
        {
            CatalogPaths = [Catalog],
            Warehouses = [Warehouse],
            Now = new DateTime(2024, 3, 31, 12, 0, 0),
            State = _folder.File("state.sqlite"),
            WorkingDirectory = _folder.Path,
            ProgramFolder = _folder.Path,
        };
        var opened = Workspace.Open(options, TimeProvider.System, NullLogger.Instance);
        await using var workspace = opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
        var answer = await workspace.Pipeline.AskAsync(request, CancellationToken.None);
        return answer.Status == AnswerStatus.Answered
            ? [.. answer.Rows.Select(row => string.Join(" | ", row.Select(Shown)))]
            : [$"{answer.Status}: {answer.Clarification?.Question} {string.Join(" / ", answer.Clarification?.Choices.Select(choice => choice.Label) ?? [])}{string.Join('\n', answer.Issues)}"];
    }

    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture),
        decimal number => Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
