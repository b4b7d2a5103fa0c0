using System.Buffers;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>
/// Reads the records of a CSV text one by one: cells between delimiters, in quotes where they hold delimiters or line breaks, quotes inside doubled; lines
/// end in LF, CR LF or CR. The letters of a cell are as in the file. A cell is valid until the next record is read.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char delimiter, string shown, CancellationToken stop)
{
    public const int MostColumns = 2_000;
    public const int LongestRecord = 16 << 20;

    private readonly SearchValues<char> _ends = SearchValues.Create([delimiter, '"', '\r', '\n']);
    private readonly char[] _block = new char[1 << 16];
    private char[] _letters = new char[1 << 12];
    private int[] _cellEnds = new int[64];
    private int _at;
    private int _filled;
    private int _length;
    private long _line = 1;
    private bool _quoted;

    /// <summary>The line on which the record begins, from 1.</summary>
    public long Line { get; private set; }

    public int Count { get; private set; }

    /// <summary>A line with nothing on it.</summary>
    public bool IsBlank => Count == 1 && _length == 0 && !_quoted;

    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            var start = cell == 0 ? 0 : _cellEnds[cell - 1];
            return _letters.AsSpan(start, _cellEnds[cell] - start);
        }
    }

    /// <exception cref="FileFault">Quotes that do not end, more columns or longer records than a table has.</exception>
    public bool Read()
    {
        (Count, _length, _quoted, Line) = (0, 0, false, _line);
        if (!More())
        {
            return false;
        }

        while (Cell())
        {
            // The next cell of the same record.
        }

        return true;
    }

    /// <summary>Reads one cell; false when it is its record's last.</summary>
    private bool Cell()
    {
        var start = _length;
        while (More())
        {
            var rest = _block.AsSpan(_at, _filled - _at);
            var end = rest.IndexOfAny(_ends);
            Keep(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end;
            if (end < 0)
            {
                continue;
            }

            var letter = _block[_at++];
            if (letter == delimiter)
            {
                return EndCell(more: true);
            }

            if (letter != '"')
            {
                EndLine(letter);
                return EndCell(more: false);
            }

            if (!_letters.AsSpan(start, _length - start).Trim(' ').IsEmpty)
            {
                Keep(['"']);
                continue;
            }

            _length = start;
            return Quoted();
        }

        return EndCell(more: false);
    }

    private bool Quoted()
    {
        _quoted = true;
        var begun = _line;
        while (true)
        {
            if (!More())
            {
                throw new FileFault("csv_quotes", $"'{shown}': the quotes that begin in line {Counted.Of(begun)} do not end.", "a quote inside quotes is written twice");
            }

            var rest = _block.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf('"');
            var part = end < 0 ? rest : rest[..end];
            CountLines(part);
            Keep(part);
            _at += end < 0 ? rest.Length : end + 1;
            if (end < 0)
            {
                continue;
            }

            if (!More() || _block[_at] != '"')
            {
                return AfterQuotes();
            }

            Keep(['"']);
            _at++;
        }
    }

    private bool AfterQuotes()
    {
        while (More())
        {
            var letter = _block[_at++];
            if (letter == delimiter)
            {
                return EndCell(more: true);
            }

            if (letter is '\r' or '\n')
            {
                EndLine(letter);
                return EndCell(more: false);
            }

            if (letter != ' ')
            {
                throw new FileFault("csv_quotes", $"'{shown}': in line {Counted.Of(_line)} text follows the end of quotes.", "a quote inside quotes is written twice");
            }
        }

        return EndCell(more: false);
    }

    private bool EndCell(bool more)
    {
        if (Count == _cellEnds.Length)
        {
            Array.Resize(ref _cellEnds, _cellEnds.Length * 2);
        }

        _cellEnds[Count++] = _length;
        return Count <= MostColumns + 1 ? more : throw new FileFault("csv_wide", $"'{shown}': line {Counted.Of(Line)} has more than {Counted.Of(MostColumns)} columns.",
            "bring what repeats to the side under each other, or say what divides the cells with --delimiter");
    }

    private void Keep(ReadOnlySpan<char> letters)
    {
        var needed = _length + letters.Length;
        if (needed > LongestRecord)
        {
            throw new FileFault("csv_long", $"'{shown}': the row that begins in line {Counted.Of(Line)} has more than {Counted.Of(LongestRecord)} letters.", "a quote may stand open, or the file is no table");
        }

        if (needed > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(needed, _letters.Length * 2));
        }

        letters.CopyTo(_letters.AsSpan(_length));
        _length = needed;
    }

    private void EndLine(char letter)
    {
        _line++;
        if (letter == '\r' && More() && _block[_at] == '\n')
        {
            _at++;
        }
    }

    /// <summary>Lines inside quotes; a CR LF that the block's end cuts in two counts as the CR's.</summary>
    private void CountLines(ReadOnlySpan<char> part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var returned = i == 0 ? AfterReturn : part[i - 1] == '\r';
            _line += part[i] == '\r' || (part[i] == '\n' && !returned) ? 1 : 0;
        }
    }

    private bool AfterReturn => _length > 0 && _letters[_length - 1] == '\r';

    private bool More()
    {
        if (_at < _filled)
        {
            return true;
        }

        stop.ThrowIfCancellationRequested();
        (_at, _filled) = (0, reader.Read(_block, 0, _block.Length));
        return _filled > 0;
    }
}
