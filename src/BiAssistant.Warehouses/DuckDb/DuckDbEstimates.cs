using System.Globalization;
using System.Text.Json;
using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>
/// What a plan of the engine would read. A scan reads its whole table, but for the stretches of a large one that lie outside a span of days (<see cref="DuckDbRowGroups"/>); the
/// cardinality in the plan is what passes the conditions, not what is read.
/// </summary>
internal static class DuckDbEstimates
{
    private const string SizesText = "SELECT database_name, schema_name, table_name, estimated_size FROM duckdb_tables()";
    private const string ByPlace = "rowid = rowid";

    public static QueryEstimate Read(string warehouse, DuckDbConnection connection, CompiledSql sql, CancellationToken stop)
    {
        DuckDbRows.DemandSelect(warehouse, connection, sql);
        using var plan = JsonDocument.Parse(Plan(connection, sql, stop));
        var scans = plan.RootElement.EnumerateArray().SelectMany(Scans).ToList();
        if (scans.Count == 0)
        {
            return new QueryEstimate([], null);
        }

        var sizes = Sizes(connection, stop);
        return QueryEstimate.Of(scans.Select(scan => new ScanEstimate(
            DuckDbSchema.Named(scan.Table[^2], scan.Table[^1]),
            scan.ByIndex ? scan.Found : sizes.TryGetValue(scan.Table, out var size) ? Left(connection, scan, size, stop) : null,
            Bytes: null)));
    }

    private static long Left(DuckDbConnection connection, Scan scan, long size, CancellationToken stop) => size < DuckDbRowGroups.LargeTable
        ? size
        : DuckDbRowGroups.Read(connection, string.Join('.', scan.Table.Select(part => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")), size, scan.Filters, stop);

    private static string Plan(DuckDbConnection connection, CompiledSql sql, CancellationToken stop)
    {
        using var command = DuckDbArguments.Command(connection, $"EXPLAIN (FORMAT JSON) {sql.Text}", sql.Arguments);
        using var reader = command.ExecuteReader(stop);
        return reader.Read() ? reader.GetString(1) : "[]";
    }

    private static IEnumerable<Scan> Scans(JsonElement node)
    {
        var said = node.GetProperty("extra_info");
        if (Text(said, "Table") is { } table && Parts(table) is { Count: > 1 } name)
        {
            yield return new Scan(name, Text(said, "Type") == "Index Scan", long.TryParse(Text(said, "Estimated Cardinality"), NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : null) { Filters = Texts(said, "Filters") };
        }

        var parts = node.GetProperty("children").EnumerateArray().Select(child => (Leaf: child.GetProperty("children").GetArrayLength() == 0, Scans: Scans(child).ToList())).ToList();
        // Rows that were found before are fetched by their places in the table: no second scan of it.
        var fetch = Text(said, "Conditions") == ByPlace ? parts.FindIndex(part => part is { Leaf: true, Scans: [var fetched] } && parts.Exists(other => !other.Leaf && other.Scans.Exists(scan => scan.Table == fetched.Table))) : -1;
        foreach (var scan in parts.Where((_, place) => place != fetch).SelectMany(part => part.Scans))
        {
            yield return scan;
        }
    }

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One text, or a list of them.</summary>
    private static Seq<string> Texts(JsonElement said, string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(text => text.GetString() ?? "").ToSeq()
        : Text(said, name) is { } one ? [one] : [];

    /// <summary>The parts of a name such as <c>sales.main."odd.name"</c>.</summary>
    private static Seq<string> Parts(string name)
    {
        var parts = new List<string> { "" };
        var quoted = false;
        for (var place = 0; place < name.Length; place++)
        {
            switch (name[place])
            {
                case '"' when quoted && place + 1 < name.Length && name[place + 1] == '"':
                    parts[^1] += name[++place];
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '.' when !quoted:
                    parts.Add("");
                    break;
                default:
                    parts[^1] += name[place];
                    break;
            }
        }

        return parts.ToSeq();
    }

    private static Dictionary<Seq<string>, long> Sizes(DuckDbConnection connection, CancellationToken stop)
    {
        using var command = new DuckDbCommand(SizesText, connection);
        using var reader = command.ExecuteReader(stop);
        var sizes = new Dictionary<Seq<string>, long>();
        while (reader.Read())
        {
            sizes[[reader.GetString(0), reader.GetString(1), reader.GetString(2)]] = reader.GetInt64(3);
        }

        return sizes;
    }

    private sealed record Scan(Seq<string> Table, bool ByIndex, long? Found)
    {
        public Seq<string> Filters { get; init; }
    }
}
