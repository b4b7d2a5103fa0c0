using System.Globalization;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Composition;

/// <summary>The periods of a table that have begun and are not over: their numbers are of a part only. Today counts as over, so that on its last day a month is whole.</summary>
internal static class RunningPeriods
{
    /// <summary>The table with these periods marked on their column.</summary>
    public static AnswerTable Marked(AnswerTable table, DateTime now) => table with
    {
        Columns = table.Columns.Select((column, place) => column is { Shown.Role: ColumnRole.Time, Grain: { } grain }
            ? column with { Shown = column.Shown with { Incomplete = Running(table, place, grain, column.Calendar, now) } }
            : column).ToSeq(),
    };

    /// <summary>What people call them.</summary>
    public static Seq<string> In(AnswerTable table, string language) => table.Columns
        .SelectMany(c => c.Shown.Incomplete.Select(start => PeriodLabels.Of(Instants.Of(start)!.Value, c.Grain!.Value, c.Calendar, language)))
        .Distinct()
        .ToSeq();

    private static Seq<string> Running(AnswerTable table, int place, TimeGrain grain, BusinessCalendar calendar, DateTime now)
    {
        var end = grain == TimeGrain.Hour ? now : now.Date.AddDays(1);
        return table.Rows.Select(row => row[place])
            .Where(cell => cell is DateOnly or DateTime && Instants.Of(cell) is { } start && start <= now && Periods.Next(start, grain, calendar) > end)
            .Distinct()
            .Select(cell => cell is DateTime instant ? instant.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) : TableComposer.CellText(cell!))
            .ToSeq();
    }
}
