using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.DuckDb;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>
/// How many rows of a large table the engine cannot skip: it keeps the least and the greatest value of each stretch of about 120,000 rows, and leaves out those that lie wholly
/// outside a span of days or instants. Conditions that are anything else leave out nothing here, and a stretch of which the least and greatest are not told is read.
/// </summary>
internal static partial class DuckDbRowGroups
{
    /// <summary>A table of fewer rows is read as a whole sooner than its stretches are looked through.</summary>
    public const long LargeTable = 5_000_000;

    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"];

    /// <param name="connection">Open over the file.</param>
    /// <param name="table">The table, quoted and qualified.</param>
    /// <param name="size">All its rows.</param>
    /// <param name="filters">What the plan says that its scan tests, as the plan says it.</param>
    /// <param name="stop">Ends the look.</param>
    public static long Read(DuckDbConnection connection, string table, long size, IEnumerable<string> filters, CancellationToken stop)
    {
        var spans = filters.Select(SpanOf).OfType<Span>().ToList();
        return spans.Count == 0 ? size : spans.Min(span => Left(connection, table, size, span, stop));
    }

    private static long Left(DuckDbConnection connection, string table, long size, Span span, CancellationToken stop)
    {
        using var command = new DuckDbCommand(
            $"SELECT count, stats FROM pragma_storage_info('{table.Replace("'", "''", StringComparison.Ordinal)}') WHERE column_name = '{span.Column}' AND segment_type <> 'VALIDITY'",
            connection);
        using var reader = command.ExecuteReader(stop);
        var (all, left) = (0L, 0L);
        while (reader.Read())
        {
            var count = reader.GetInt64(0);
            all += count;
            left += !reader.IsDBNull(1) && Bounds().Match(reader.GetString(1)) is { Success: true } told && Instant(told.Groups[1].Value) is { } least && Instant(told.Groups[2].Value) is { } greatest && span.Misses(least, greatest) ? 0 : count;
        }

        return Math.Min(size, left + Math.Max(0, size - all));
    }

    /// <summary>The span of days or instants of one column that a condition such as <c>day>='2024-01-01'::DATE AND day&lt;'2024-02-01'::DATE</c> keeps; null for any other.</summary>
    private static Span? SpanOf(string filter)
    {
        Span? span = null;
        foreach (var term in filter.Split(" AND "))
        {
            if (Comparison().Match(term) is not { Success: true } said || Instant(said.Groups[3].Value) is not { } instant || (span is not null && span.Column != said.Groups[1].Value))
            {
                return null;
            }

            span ??= new Span(said.Groups[1].Value, DateTime.MinValue, DateTime.MaxValue);
            span = said.Groups[2].Value switch
            {
                ">=" or ">" => span with { From = instant > span.From ? instant : span.From },
                "<=" or "<" => span with { To = instant < span.To ? instant : span.To },
                _ => span with { From = instant, To = instant },
            };
        }

        return span;
    }

    private static DateTime? Instant(string text) =>
        DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    [GeneratedRegex(@"^(\w+)(>=|<=|>|<|=)'([^']*)'::(?:DATE|TIMESTAMP)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\[Min: ([^,\]]+), Max: ([^,\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bounds();

    /// <summary>Both ends belong to it: one value too many is read rather than one too few.</summary>
    private sealed record Span(string Column, DateTime From, DateTime To)
    {
        public bool Misses(DateTime least, DateTime greatest) => greatest < From || least > To;
    }
}
