using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>In which order a date that is written in numbers names its parts.</summary>
public enum DateOrder
{
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// <summary>Files to load, and what the person says of how they are written where the files alone do not prove it.</summary>
/// <param name="Paths">Files, folders and patterns such as <c>exports/*.csv</c>, relative to the working directory.</param>
/// <param name="Into">The DuckDB file that is made, or whose tables of the same names are replaced.</param>
public sealed record FileImportRequest(Seq<string> Paths, string Into, string WorkingDirectory)
{
    /// <summary>The table's name; several files are one table only where this is given.</summary>
    public string? Table { get; init; }

    /// <summary>What stands between two cells; null to see for itself.</summary>
    public char? Delimiter { get; init; }

    /// <summary>An encoding's name, such as <c>euc-kr</c>; null to see for itself.</summary>
    public string? Encoding { get; init; }

    public DateOrder? DateOrder { get; init; }

    /// <summary>'.' or ','; null to see for itself.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether the first line holds the columns' names; null to see for itself.</summary>
    public bool? Header { get; init; }

    /// <summary>The longest that loading may take; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
