using System.Globalization;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Planning.Efficiency;

/// <summary>What an engine says it would do for one text: the tables that it goes through, each as often as it does so, and its dearer steps.</summary>
internal sealed record EnginePlan(Seq<TableScan> Scans, int Joins, int Windows, int Distincts)
{
    public override string ToString()
    {
        var steps = new[] { Counted(Joins, "join"), Counted(Windows, "window"), Counted(Distincts, "distinct") }.OfType<string>();
        var scans = Scans.Select(s => s.ToString()).Order(StringComparer.Ordinal).GroupBy(s => s).Select(s => s.Count() == 1 ? s.Key : string.Create(CultureInfo.InvariantCulture, $"{s.Count()} × {s.Key}"));
        return string.Join(", ", scans) + string.Concat(steps.Select(s => $"; {s}"));
    }

    private static string? Counted(int times, string step) => times switch
    {
        0 => null,
        1 => $"1 {step}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{times} {step}s"),
    };
}

/// <summary>One way through a table.</summary>
/// <param name="Table">The table; a partition stands as the table that it is part of.</param>
/// <param name="Columns">The columns that are read, where the engine says.</param>
/// <param name="Conditions">The conditions that it applies while it reads, as it writes them; where another table's column stands in one, it stands behind its name.</param>
/// <param name="Tested">The columns in these conditions.</param>
/// <param name="Partitions">How many of the table's partitions, where it has any.</param>
internal sealed record TableScan(string Table, Seq<string> Columns, Seq<string> Conditions, Seq<string> Tested, string? Partitions)
{
    public override string ToString() => (Columns.IsEmpty, Tested.IsEmpty) switch
    {
        (true, true) => Name,
        (false, true) => $"{Name}({string.Join(' ', Columns)})",
        (true, false) => $"{Name}(| {string.Join(' ', Tested)})",
        _ => $"{Name}({string.Join(' ', Columns)} | {string.Join(' ', Tested)})",
    };

    private string Name => Partitions is null ? Table : $"{Table}[{Partitions}]";
}
