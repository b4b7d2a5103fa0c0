namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>How a CSV file sets out its table; what stands in the file is said the same way for the whole of it.</summary>
/// <param name="Columns">How many cells each row has, a last empty one after a trailing delimiter not counted.</param>
/// <param name="TitleRecords">Records before the table: a report's title, notes, blank lines.</param>
/// <param name="Trailing">Each row ends with a delimiter after its last cell.</param>
/// <param name="TrailingHeader">So does the line of names.</param>
internal sealed record CsvDialect(char Delimiter, int Columns, int TitleRecords, bool Trailing, bool TrailingHeader)
{
    public static string NameOf(char delimiter) => delimiter switch
    {
        '\t' => "tab",
        ',' => "comma",
        ';' => "semicolon",
        '|' => "bar",
        ' ' => "space",
        _ => $"'{delimiter}'",
    };
}
