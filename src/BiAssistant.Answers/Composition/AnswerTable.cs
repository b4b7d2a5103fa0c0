using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Composition;

/// <summary>A column as it is shown, and what sentences and charts have to know about it.</summary>
/// <param name="Shown">As the answer says it.</param>
/// <param name="Grain">The grain of its periods; null when it holds none.</param>
/// <param name="Calendar">The calendar that its periods follow.</param>
/// <param name="Additive">Its parts add up to the whole.</param>
public sealed record TableColumn(AnswerColumn Shown, TimeGrain? Grain, BusinessCalendar Calendar, bool Additive)
{
    public bool IsMeasure => Shown.Role == ColumnRole.Measure;
}

/// <summary>The rows of an answer in the units and types that it speaks in: percentages multiplied by 100, days as dates, groups first and then measures.</summary>
public sealed record AnswerTable(Seq<TableColumn> Columns, Seq<Seq<object?>> Rows, bool Truncated)
{
    public static readonly AnswerTable Empty = new([], [], false);

    /// <summary>Positions of the columns that rows are told apart by.</summary>
    public IEnumerable<int> Groups => Enumerable.Range(0, Columns.Count).Where(i => !Columns[i].IsMeasure);

    /// <summary>Positions of the columns with numbers.</summary>
    public IEnumerable<int> Measures => Enumerable.Range(0, Columns.Count).Where(i => Columns[i].IsMeasure);
}
