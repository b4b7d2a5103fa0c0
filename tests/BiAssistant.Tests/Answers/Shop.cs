using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers;

/// <summary>
/// A small company of a test's own: stores and their sales in DuckDB, visitors in SQLite, a catalog over both. Two stores bear the same name, two sell the
/// same, visitors are shown to managers in full and to clerks of their own region.
/// </summary>
public sealed class Shop : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Shop()
    {
        DuckDbUnderTest.Write(
            _folder.File("sales.duckdb"),
            """
            CREATE TABLE stores (store_id INTEGER, name VARCHAR, region VARCHAR, kind VARCHAR);
            INSERT INTO stores VALUES (1, 'Main Street', 'North', 'K'), (2, 'Main Street', 'South', 'K'), (3, 'Harbour', 'South', 'S'), (4, 'Old Mill', 'North', 'S');
            CREATE TABLE sales (sale_id INTEGER, store_id INTEGER, sold_on DATE, amount DECIMAL(12, 2), cost DECIMAL(12, 2));
            INSERT INTO sales VALUES
              (1, 1, '2024-01-10', 100.10, 60.00), (2, 1, '2024-02-10', 200.20, 100.00), (3, 2, '2024-01-20', 50.00, 25.00),
              (4, 3, '2024-03-05', 400.00, 300.00), (5, 4, '2024-03-06', 50.00, 10.00), (6, 3, '2023-12-31', 1000.00, 900.00);
            """);
        SqliteUnderTest.Write(
            _folder.File("visits.sqlite"),
            """
            CREATE TABLE visits (visit_id INTEGER PRIMARY KEY, region TEXT, day DATE, visitors INTEGER);
            INSERT INTO visits VALUES (1, 'North', '2024-01-10', 20), (2, 'South', '2024-01-11', 30), (3, 'North', '2024-02-10', 50);
            """);
        _folder.Write("catalog/semantic-models/shop.yml", Models);
        _folder.Write("catalog/metrics/metrics.yml", Metrics);
    }

    public string Folder => _folder.Path;

    public string State => _folder.File("state.sqlite");

    public Seq<NamedUrl> Warehouses => [new NamedUrl("sales", $"duckdb:{_folder.File("sales.duckdb")}"), new NamedUrl("visits", $"sqlite:{_folder.File("visits.sqlite")}")];

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public Workspace Open(Func<WorkspaceOptions, WorkspaceOptions>? change = null)
    {
        var options = new WorkspaceOptions
        {
            CatalogPaths = ["catalog"],
            Warehouses = Warehouses,
            Now = new DateTime(2024, 3, 31, 12, 0, 0),
            State = State,
            WorkingDirectory = Folder,
            ProgramFolder = Folder,
        };
        var opened = Workspace.Open(change is null ? options : change(options), TimeProvider.System, NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    /// <summary>Asks a semantic query, written as JSON, of a workspace that is opened for it alone.</summary>
    public async Task<Answer> AskAsync(string query, Func<AskRequest, AskRequest>? change = null, Func<WorkspaceOptions, WorkspaceOptions>? options = null)
    {
        await using var workspace = Open(options);
        return await AskAsync(workspace, query, change);
    }

    public static Task<Answer> AskAsync(Workspace workspace, string query, Func<AskRequest, AskRequest>? change = null)
    {
        var read = SemanticQueryJson.Read(query);
        var request = new AskRequest { Query = read.Value ?? throw new ArgumentException(string.Join('\n', read.Issues), nameof(query)) };
        return workspace.Pipeline.AskAsync(change is null ? request : change(request), CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    private const string Models =
        """
        version: "0.2.0.dev0"
        semantic_model:
          - name: shop
            warehouse: sales
            datasets:
              - name: stores
                source: stores
                primary_key: [store_id]
                label: {en: Stores, ko: 매장}
                entity: {singular: {en: store, ko: 매장}, plural: {en: stores, ko: 매장}}
                name_field: name
                fields:
                  - {name: store_id, expression: store_id, datatype: Integer, hidden: true}
                  - {name: name, expression: name, datatype: String, label: {en: Store, ko: 매장}}
                  - {name: region, expression: region, datatype: String, label: {en: Region, ko: 지역}}
                  - name: kind
                    expression: kind
                    datatype: String
                    label: {en: Kind, ko: 종류}
                    values:
                      - {value: K, label: {en: kiosk, ko: 키오스크}}
                      - {value: S, label: {en: superstore, ko: 대형점}}
              - name: sales
                source: sales
                primary_key: [sale_id]
                label: {en: Sales, ko: 판매}
                entity: {singular: {en: sale, ko: 판매}, plural: {en: sales, ko: 판매}}
                default_time: sold_on
                fields:
                  - {name: sold_on, expression: sold_on, datatype: Date, label: {en: Sale date, ko: 판매일}}
                  - {name: amount, expression: amount, datatype: Decimal, unit: EUR, label: {en: Amount, ko: 금액}}
                  - {name: cost, expression: cost, datatype: Decimal, unit: EUR, label: {en: Cost, ko: 원가}}
            relationships:
              - {name: sale_store, from: sales, to: stores, from_columns: [store_id], to_columns: [store_id]}
          - name: footfall
            warehouse: visits
            datasets:
              - name: visits
                source: visits
                primary_key: [visit_id]
                label: {en: Visits, ko: 방문}
                default_time: day
                row_access:
                  - {role: manager, filter: "1 = 1"}
                  - {role: clerk, filter: region = user.region}
                fields:
                  - {name: day, expression: day, datatype: Date, label: {en: Visit date, ko: 방문일}}
                  - {name: region, expression: region, datatype: String, label: {en: Visit region, ko: 방문 지역}}
                  - {name: visitors, expression: visitors, datatype: Integer, label: {en: Visitor count, ko: 방문 수}}
        """;

    private const string Metrics =
        """
        metrics:
          - {name: turnover, label: {en: Turnover, ko: 매출}, expression: SUM(sales.amount), format: money, status: certified, owner: finance, changes: [{version: 2, date: 2024-01-01, by: finance, why: net of returns}]}
          - {name: costs, label: {en: Costs, ko: 비용}, expression: SUM(sales.cost), format: money}
          - {name: margin, label: {en: Margin, ko: 마진율}, type: ratio, numerator: profit, denominator: turnover, format: percent}
          - {name: profit, label: {en: Profit, ko: 이익}, type: derived, expression: turnover - costs}
          - {name: receipts, label: {en: Receipts, ko: 영수증 수}, expression: COUNT(*), dataset: sales, unit: {en: receipts, ko: 건}}
          - {name: visitors, label: {en: Visitors, ko: 방문자 수}, expression: SUM(visits.visitors), unit: {en: visitors, ko: 명}}
          - {name: turnover_per_visitor, label: {en: Turnover per visitor, ko: 방문자당 매출}, type: ratio, numerator: turnover, denominator: visitors}
        """;
}
