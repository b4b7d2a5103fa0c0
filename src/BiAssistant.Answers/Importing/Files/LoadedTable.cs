using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>A table that came out of files.</summary>
/// <param name="Files">The names of the files, as the person wrote them.</param>
public sealed record LoadedTable(string Name, Seq<string> Files, long Rows, Seq<LoadedColumn> Columns);

/// <summary>A column that came out of files.</summary>
/// <param name="Type">The engine's words for its type, such as <c>DECIMAL(18,2)</c>.</param>
public sealed record LoadedColumn(string Name, string Type)
{
    /// <summary>The currency that every cell was written with.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether every cell was written in percent; the values are fractions.</summary>
    public bool Percent { get; init; }
}
