using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.MySql;

/// <summary>What the server's plan of a text would read. The plan knows tables by their aliases; whose they are stands in the text as the server reads it, which it tells as a warning.</summary>
internal static partial class MySqlEstimates
{
    private const string OneTable =
        """
        SELECT table_schema, table_name, table_schema = DATABASE(), engine, table_rows, data_length
        FROM information_schema.tables WHERE table_schema = @s{0} AND table_name = @t{0}
        """;

    public static QueryEstimate Read(ServerSession session, string text, Action<DbCommand> bind, bool isMariaDb)
    {
        var plan = session.Read($"EXPLAIN FORMAT=JSON {text}", bind, prepared: true, One) ?? "{}";
        if (isMariaDb)
        {
            session.Read($"EXPLAIN EXTENDED {text}", bind, prepared: true, One);
        }

        var meant = string.Join(' ', session.Rows("SHOW WARNINGS", static row => (Code: Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture), Text: row.GetString(2))).Where(note => note.Code == 1003).Select(note => note.Text));
        using var told = JsonDocument.Parse(plan);
        var scans = MySqlPlan.Scans(told.RootElement).ToList();
        var names = scans.Count == 0 ? [] : Tables(meant);
        var known = Known(session, names.Values.SelectMany(table => table).Distinct().ToList());
        return QueryEstimate.Of(
            from scan in scans
            let tables = names.GetValueOrDefault(scan.Name, []).Where(known.ContainsKey).Select(table => known[table]).DistinctBy(table => table.Name).ToList()
            where tables.Count == 0 || tables.Exists(table => !table.IsMadeUp)
            select tables is [var table] ? Of(scan, table) : new ScanEstimate([scan.Name], QueryEstimate.Whole(scan.Rows), null),
            MySqlPlan.Cost(told.RootElement));
    }

    private static ScanEstimate Of(MySqlScan scan, KnownTable table) => new(
        table.Name,
        QueryEstimate.Whole(scan.Rows),
        table is { Rows: > 0, Bytes: { } bytes } ? QueryEstimate.Whole(scan.Rows * Math.Max(1, (double)bytes / table.Rows.Value)) : null);

    private static string? One(DbDataReader reader) => reader.Read() && !reader.IsDBNull(0) ? Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) : null;

    /// <summary>Which tables each name may be: one alias may stand for several in one text.</summary>
    private static Dictionary<string, List<(string Schema, string Name)>> Tables(string meant) => Named().Matches(meant)
        .Select(said => (Schema: Plain(said.Groups["schema"]), Name: Plain(said.Groups["name"]), Alias: said.Groups["alias"].Success ? Plain(said.Groups["alias"]) : Plain(said.Groups["name"])))
        .GroupBy(table => table.Alias)
        .ToDictionary(table => table.Key, table => table.Select(t => (t.Schema, t.Name)).Distinct().ToList());

    private static Dictionary<(string Schema, string Name), KnownTable> Known(ServerSession session, List<(string Schema, string Name)> tables) => tables.Count == 0 ? [] : session.Rows(
        string.Join(" UNION ALL ", tables.Select((_, i) => OneTable.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))),
        static row => (Key: (row.GetString(0), row.GetString(1)), Table: new KnownTable(
            Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture) == 1 ? [row.GetString(1)] : [row.GetString(0), row.GetString(1)],
            !row.IsDBNull(3) && row.GetString(3) == "SEQUENCE",
            Number(row, 4),
            Number(row, 5))),
        [.. tables.SelectMany((table, i) => new[] { ($"s{i}", (object)table.Schema), ($"t{i}", (object)table.Name) })]).ToDictionary(row => row.Key, row => row.Table);

    private static long? Number(DbDataReader row, int place) => row.IsDBNull(place) ? null : Convert.ToInt64(row.GetValue(place), CultureInfo.InvariantCulture);

    private static string Plain(Group name) => name.Value.Replace("``", "`", StringComparison.Ordinal);

    /// <summary>A table and its alias, where a query names its tables; columns have three parts or stand elsewhere.</summary>
    [GeneratedRegex(@"(?<=(?:\bfrom|\bjoin|,)\s+\(*)`(?<schema>(?:[^`]|``)+)`\.`(?<name>(?:[^`]|``)+)`(?!\.)(?:\s+`(?<alias>(?:[^`]|``)+)`)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <param name="IsMadeUp">Its rows are counted out and not stored.</param>
    private sealed record KnownTable(Seq<string> Name, bool IsMadeUp, long? Rows, long? Bytes);
}
