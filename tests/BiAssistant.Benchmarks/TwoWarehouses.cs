using System.Diagnostics;
using BiAssistant.Answers.Execution;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Warehouses;

namespace BiAssistant.Benchmarks;

/// <summary>A million rows of one warehouse told apart and chosen by ten thousand of another, beside the bare query over one that holds both.</summary>
internal static class TwoWarehouses
{
    private const string Tables = """
        CREATE TABLE things AS SELECT range AS code, 'kind ' || (range % 20) AS kind FROM range(10000);
        CREATE TABLE events AS SELECT range AS event_id, (range * 7919) % 10000 AS thing, ((range * 31) % 100000)::DECIMAL(12, 2) / 100 AS amount FROM range(1000000);
        """;

    private const string Model = """
        version: "0.2.0.dev0"
        semantic_model:
          - name: happening
            warehouse: happening
            datasets:
              - {name: events, source: events, primary_key: [event_id], fields: [{name: amount, expression: amount, datatype: decimal}]}
            relationships:
              - {name: event_thing, from: events, to: keeping.things, from_columns: [thing], to_columns: [code]}
          - name: keeping
            warehouse: keeping
            datasets:
              - {name: things, source: things, primary_key: [code], fields: [{name: kind, expression: kind, datatype: text}]}
        """;

    private static readonly (string Name, string Query, string Bare)[] Questions =
    [
        (
            "a sum by 20 kinds",
            """{"measures": [{"aggregate": "sum", "field": "events.amount"}], "group_by": [{"field": "things.kind"}]}""",
            "SELECT kind, SUM(amount) FROM events JOIN things ON thing = code GROUP BY kind ORDER BY 2 DESC"),
        (
            "a sum of one kind, its 500 keys sent",
            """{"measures": [{"aggregate": "sum", "field": "events.amount"}], "where": {"field": "things.kind", "operator": "=", "value": "kind 7"}}""",
            "SELECT SUM(amount) FROM events JOIN things ON thing = code WHERE kind = 'kind 7'"),
        (
            "a distinct count by 20 kinds",
            """{"measures": [{"aggregate": "count_distinct", "field": "events.amount"}], "group_by": [{"field": "things.kind"}]}""",
            "SELECT kind, COUNT(DISTINCT amount) FROM events JOIN things ON thing = code GROUP BY kind ORDER BY 2 DESC"),
    ];

    public static async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("bi-assistant-figures-").FullName;
        try
        {
            foreach (var file in new[] { "happening", "keeping", "both" })
            {
                using var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = Path.Combine(folder, file) }.ToString());
                connection.Open();
                foreach (var statement in Tables.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    using var command = connection.CreateCommand(statement);
                    command.ExecuteNonQuery();
                }
            }

            await using var warehouses = new WarehouseSet([Open("happening"), Open("keeping")]);
            var catalog = CatalogLoader.Load([new CatalogText("things.yml", Model)]).Catalog;
            foreach (var (name, query, bare) in Questions)
            {
                await output.WriteLineAsync($"two warehouses, {name}: {await AskedAsync(warehouses, catalog, query)}; bare in one: {Bare(Path.Combine(folder, "both"), bare)}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        IWarehouse Open(string name) => Engines.Open(name, WarehouseUrl.Parse($"duckdb:{Path.Combine(folder, name)}", folder).Value!, TimeProvider.System);
    }

    private static async Task<Measured> AskedAsync(WarehouseSet warehouses, Catalog catalog, string query)
    {
        var compiler = new QueryCompiler(catalog, warehouses.DialectOf, TimeProvider.System);
        var ready = compiler.Compile(SemanticQueryJson.Read(query).Value!, new BindingContext(Asker.Anyone, new DateTime(2024, 12, 31))).Ready
            ?? throw new InvalidOperationException(query);
        var runner = new PlanRunner(warehouses, TimeProvider.System);
        var times = new List<TimeSpan>();
        for (var all = Stopwatch.StartNew(); all.Elapsed < TimeSpan.FromSeconds(5) || times.Count < 3;)
        {
            var started = Stopwatch.GetTimestamp();
            GC.KeepAlive(await runner.RunAsync(ready.Plan, QueryLimits.Default, CancellationToken.None));
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return Measured.Of(times);
    }

    private static Measured Bare(string file, string text)
    {
        using var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = file }.ToString());
        connection.Open();
        return Measured.Of(1_000, TimeSpan.FromSeconds(3), _ =>
        {
            using var command = connection.CreateCommand(text);
            using var reader = command.ExecuteReader();
            var rows = 0;
            while (reader.Read())
            {
                rows++;
            }

            return rows;
        });
    }
}
