using System.Globalization;
using BiAssistant.Sql.Checks;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Semantics.Calendars;

/// <summary>Every day of thirty-one years with its last second, in every engine.</summary>
public sealed class CalendarDays : RealEngines
{
    public static IReadOnlyList<DateTime> Days { get; } =
        [.. Enumerable.Range(0, (new DateTime(2026, 1, 1) - new DateTime(1995, 1, 1)).Days).Select(d => new DateTime(1995, 1, 1).AddDays(d))];

    public override SqlAllowList Tables { get; } = new([new AllowedTable(["days"], ["day", "instant"])]);

    protected override string Script =>
        "CREATE TABLE days (day DATE, instant TIMESTAMP);\n"
        + string.Concat(Days.Chunk(1000).Select(chunk => $"INSERT INTO days VALUES {string.Join(", ", chunk.Select(Row))};\n"));

    private static string Row(DateTime day) => string.Create(CultureInfo.InvariantCulture, $"('{day:yyyy-MM-dd}', '{day:yyyy-MM-dd} 23:59:59')");
}
