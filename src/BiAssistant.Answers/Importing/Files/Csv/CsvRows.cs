using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>The rows of a CSV table: what stands before it, its line of names and blank lines left out, each row held to the number of columns.</summary>
internal sealed class CsvRows
{
    private const int MostShown = 3;

    private readonly CsvRecords _records;
    private readonly CsvDialect _dialect;
    private readonly string _shown;
    private readonly List<string> _ragged = [];
    private long _raggedRows;

    public CsvRows(CsvRecords records, CsvDialect dialect, bool header, string shown)
    {
        (_records, _dialect, _shown) = (records, dialect, shown);
        for (var i = 0; i < dialect.TitleRecords && _records.Read(); i++)
        {
            Titles = Titles.Count < MostShown && !_records.IsBlank ? Titles.Add(_records[0].Trim().ToString()) : Titles;
        }

        while (header && _records.Read())
        {
            if (!_records.IsBlank)
            {
                Names = Cells(dialect.TrailingHeader);
                break;
            }
        }
    }

    /// <summary>The first cells of the lines before the table.</summary>
    public Seq<string> Titles { get; private set; }

    /// <summary>The line of names; empty where there is none.</summary>
    public Seq<string> Names { get; }

    public long Blank { get; private set; }

    public long Line => _records.Line;

    public ReadOnlySpan<char> this[int column] => _records[column];

    /// <summary>The next row; rows of another number of cells are counted and passed over.</summary>
    /// <exception cref="FileFault">At the end, when rows were passed over.</exception>
    public bool Read()
    {
        while (_records.Read())
        {
            if (_records.IsBlank && _dialect.Columns > 1)
            {
                Blank++;
            }
            else if (_records.Count == _dialect.Columns + (_dialect.Trailing ? 1 : 0) && (!_dialect.Trailing || _records[_dialect.Columns].IsEmpty))
            {
                return true;
            }
            else
            {
                _raggedRows++;
                if (_ragged.Count < MostShown)
                {
                    _ragged.Add($"line {Counted.Of(_records.Line)} has {Counted.Of(_records.Count - (_dialect.Trailing && _records[_records.Count - 1].IsEmpty ? 1 : 0))}");
                }
            }
        }

        return _raggedRows == 0
            ? false
            : throw new FileFault("csv_ragged",
                $"'{_shown}': {Counted.Of(_raggedRows, "row")} {(_raggedRows == 1 ? "has" : "have")} not {Counted.Of(_dialect.Columns, "cell")} as the others ({string.Join("; ", _ragged)}{(_raggedRows > _ragged.Count ? "; …" : "")}). Nothing was loaded.",
                "cells that hold the delimiter stand in quotes; say what divides the cells with --delimiter");
    }

    private Seq<string> Cells(bool trailing)
    {
        var count = _records.Count - (trailing ? 1 : 0);
        if (count != _dialect.Columns)
        {
            throw new FileFault("csv_ragged", $"'{_shown}': line {Counted.Of(_records.Line)} has {Counted.Of(count)} names and the rows have {Counted.Of(_dialect.Columns)} cells. Nothing was loaded.",
                "give every column a name, or say what divides the cells with --delimiter");
        }

        var cells = new List<string>();
        for (var i = 0; i < count; i++)
        {
            cells.Add(_records[i].ToString());
        }

        return cells.ToSeq();
    }
}
