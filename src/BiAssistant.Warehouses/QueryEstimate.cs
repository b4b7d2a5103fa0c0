using BiAssistant.Sql;

namespace BiAssistant.Warehouses;

/// <summary>What a query would read of one table; a table that it reads twice counts twice.</summary>
/// <param name="Table">Its name as models say it: bare where the engine finds it so.</param>
/// <param name="Rows">Rows read, not those that pass the conditions; null where the engine does not say.</param>
/// <param name="Bytes">Bytes read; null where the engine does not say.</param>
public sealed record ScanEstimate(Seq<string> Table, long? Rows, long? Bytes);

/// <summary>
/// What the engine's own plan says that a query would read, without running it. An estimate, and rather too much than too little: where a plan leaves open how much of a
/// table is read, it is the whole table.
/// </summary>
/// <param name="Scans">One entry a table, in the order of their names; none where the query reads no table.</param>
/// <param name="EngineCost">In the engine's own unit, which says something only beside another query of the same engine; null where it has none.</param>
public sealed record QueryEstimate(Seq<ScanEstimate> Scans, double? EngineCost)
{
    /// <summary>One entry a table from one a scan.</summary>
    internal static QueryEstimate Of(IEnumerable<ScanEstimate> scans, double? engineCost = null) => new(
        scans.GroupBy(scan => scan.Table)
            .OrderBy(table => string.Join('.', table.Key), StringComparer.Ordinal)
            .Select(table => new ScanEstimate(table.Key, Sum(table.Select(scan => scan.Rows)), Sum(table.Select(scan => scan.Bytes))))
            .ToSeq(),
        engineCost);

    /// <summary>A number that an engine gives as a fraction or beyond any table's size, as a whole one.</summary>
    internal static long Whole(double number) => number >= long.MaxValue ? long.MaxValue : (long)Math.Round(Math.Max(0, number));

    /// <summary>Null where one of them is unknown.</summary>
    private static long? Sum(IEnumerable<long?> numbers) => numbers.Aggregate((long?)0, static (sum, next) => sum is { } a && next is { } b ? Whole((double)a + b) : null);
}
