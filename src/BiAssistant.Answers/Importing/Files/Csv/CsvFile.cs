using BiAssistant.Answers.Importing.Files.Text;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>A CSV file of which it is known how it is written: its encoding, its dialect, the names of its columns.</summary>
internal sealed record CsvFile(DataFile File, TextEncoding Encoding, CsvDialect Dialect, bool Header, Seq<string> Columns, Seq<ImportRemark> Remarks)
{
    public static CsvFile Open(DataFile file, FileImportRequest request, CancellationToken stop)
    {
        var remarks = new List<ImportRemark>();
        var encoding = TextEncodings.Of(file, request.Encoding, stop);
        if (encoding.Guessed)
        {
            remarks.Add(new ImportRemark(RemarkKind.Guessed, $"{file.Shown} is not in UTF-8 and is read as {encoding.Name}; say --encoding if its letters are wrong."));
        }

        CsvDialect dialect;
        using (var text = encoding.Read(file))
        {
            dialect = CsvSniffer.Sniff(text, request.Delimiter, file.Shown, stop);
        }

        if (dialect.Columns > CsvRecords.MostColumns)
        {
            throw new FileFault("csv_wide", $"'{file.Shown}' has more than {Counted.Of(CsvRecords.MostColumns)} columns.", "bring what repeats to the side under each other");
        }

        // A line without the delimiter that ends every row is none of the rows.
        var header = request.Header is { } said ? new CsvHeader(said, Sure: true) : dialect.Trailing && !dialect.TrailingHeader ? new CsvHeader(true, Sure: true) : Guess(file, encoding, dialect, stop);
        using var reader = encoding.Read(file);
        var rows = new CsvRows(new CsvRecords(reader, dialect.Delimiter, file.Shown, stop), dialect, header.Present, file.Shown);
        var columns = header.Present && rows.Names.Count > 0 ? ColumnNames.Of(rows.Names, file.Shown, remarks) : ColumnNames.Numbered(dialect.Columns);
        if (!rows.Titles.IsEmpty)
        {
            remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"What stands before the table of {file.Shown} ({Counted.Of(dialect.TitleRecords, "line")}) was left out: {string.Join("; ", rows.Titles.Select(title => $"'{Cut(title)}'"))}."));
        }

        if (!header.Sure)
        {
            remarks.Add(new ImportRemark(RemarkKind.Guessed, header.Present
                ? $"The first row of {file.Shown} is taken as the names of its columns; say --header no if it is not."
                : $"The first row of {file.Shown} is taken as values and not as names; say --header yes if it is not."));
        }
        else if (!header.Present && request.Header is null)
        {
            remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"{file.Shown} has no line of names: its columns are called {columns[0]} to {columns[columns.Count - 1]}. Name them in the file, or say --header yes if its first line holds names."));
        }

        return new CsvFile(file, encoding, dialect, header.Present, columns, remarks.ToSeq());
    }

    /// <summary>Calls for each row of the file, in its order.</summary>
    /// <returns>How many blank lines were passed over.</returns>
    public long ForEach(Action<CsvRows> row, CancellationToken stop)
    {
        using var reader = Encoding.Read(File);
        var rows = new CsvRows(new CsvRecords(reader, Dialect.Delimiter, File.Shown, stop), Dialect, Header, File.Shown);
        while (rows.Read())
        {
            row(rows);
        }

        return rows.Blank;
    }

    private static CsvHeader Guess(DataFile file, TextEncoding encoding, CsvDialect dialect, CancellationToken stop)
    {
        using var text = encoding.Read(file);
        return CsvHeader.Of(new CsvRows(new CsvRecords(text, dialect.Delimiter, file.Shown, stop), dialect, header: false, file.Shown), dialect.Columns);
    }

    private static string Cut(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
