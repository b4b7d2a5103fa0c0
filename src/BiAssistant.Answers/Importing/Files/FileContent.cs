using System.Text;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>What a file holds, told by its first bytes and never by its name.</summary>
internal enum FileContent
{
    Text,
    Parquet,
}

/// <summary>Tells text from Parquet, and says of anything else what it is.</summary>
internal static class FileContents
{
    private const int Head = 512;
    private static ReadOnlySpan<byte> ParquetMark => "PAR1"u8;

    /// <exception cref="FileFault">The file is missing, empty, cut off, or something else than a table.</exception>
    public static FileContent Of(DataFile file)
    {
        // A pipe or a device has no length either, and opening one may wait for ever.
        if (new FileInfo(file.Path) is { Exists: true, Length: 0 })
        {
            throw new FileFault("file_empty", $"'{file.Shown}' is empty.");
        }

        using var stream = Open(file);
        var head = new byte[Head];
        var length = stream.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        var bytes = head.AsSpan(0, length);
        if (bytes.StartsWith(ParquetMark))
        {
            return Ends(stream) ? FileContent.Parquet : throw new FileFault("file_cut_off", $"'{file.Shown}' begins as a Parquet file and does not end as one: it was cut off.", "copy or write it again");
        }

        return Other(bytes) is { } other ? throw new FileFault("file_kind", $"'{file.Shown}' is {other.What}, not a CSV or Parquet file.", other.Instead) : FileContent.Text;
    }

    /// <exception cref="FileFault">It is not there or may not be read.</exception>
    public static FileStream Open(DataFile file)
    {
        try
        {
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new FileFault("file_unreadable", $"'{file.Shown}' may not be read.", inner: refused);
        }
        catch (IOException gone)
        {
            throw new FileFault("file_unreadable", File.Exists(file.Path) ? $"'{file.Shown}' cannot be read." : $"There is no file '{file.Shown}'.", inner: gone);
        }
    }

    private static bool Ends(FileStream stream)
    {
        // Magic, footer length and footer are the least that a Parquet file has.
        if (stream.Length < 12)
        {
            return false;
        }

        Span<byte> tail = stackalloc byte[4];
        stream.Seek(-4, SeekOrigin.End);
        stream.ReadExactly(tail);
        return tail.SequenceEqual(ParquetMark);
    }

    private static (string What, string? Instead)? Other(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] or [0xFD, (byte)'7', (byte)'z', ..] => ("compressed", "unpack it first"),
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => ("an Excel workbook or another zip archive", "save the sheet as CSV in UTF-8"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("an old Excel workbook", "save the sheet as CSV in UTF-8"),
        [(byte)'P', (byte)'A', (byte)'R', (byte)'E', ..] => ("an encrypted Parquet file", "write it without encryption"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("a PDF document", null),
        [(byte)'A', (byte)'R', (byte)'R', (byte)'O', (byte)'W', (byte)'1', ..] => ("an Arrow file", "write it as Parquet"),
        [(byte)'O', (byte)'b', (byte)'j', 1, ..] => ("an Avro file", "write it as Parquet"),
        _ when head.StartsWith("SQLite format 3\0"u8) => ("an SQLite database", "bi-assistant import database NAME=sqlite:PATH"),
        _ when head.Length > 12 && head[8..].StartsWith("DUCK"u8) => ("a DuckDB database", "bi-assistant import database NAME=duckdb:PATH"),
        _ => OtherText(Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n')),
    };

    private static (string What, string? Instead)? OtherText(string text) => text switch
    {
        _ when Begins(text, "<!doctype") || Begins(text, "<html") || Begins(text, "<table") => ("a web page", "save the table as CSV"),
        _ when Begins(text, "<?xml") => ("an XML document", "save the table as CSV"),
        _ when Begins(text, "{\\rtf") => ("a formatted text document", "save the table as CSV"),
        ['{', ..] when text.AsSpan(1).TrimStart() is ['"' or '}', ..] => ("JSON", "write it as CSV or Parquet"),
        ['[', ..] when text.AsSpan(1).TrimStart() is ['{' or '[' or ']', ..] => ("JSON", "write it as CSV or Parquet"),
        _ => null,
    };

    private static bool Begins(string text, string mark) => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase);
}
