using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>
/// Finds the dialect of a CSV file in its head: the delimiter under which every row has the same number of cells, the title lines before the table. What
/// fits two ways is asked about; the whole file is held to what was found when it is read.
/// </summary>
internal static class CsvSniffer
{
    private const int Head = 1 << 18;
    private const int MostRecords = 5_000;
    private const int MostTitles = 30;
    private const double NearlyTable = 0.3;
    private static readonly Seq<char> Delimiters = [',', ';', '\t', '|'];

    /// <param name="said">The delimiter that the person gave.</param>
    public static CsvDialect Sniff(TextReader reader, char? said, string shown, CancellationToken stop)
    {
        var head = new char[Head];
        var length = reader.ReadBlock(head, 0, Head);
        var whole = length < Head;
        var text = new string(head, 0, length);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FileFault("file_empty", $"'{shown}' holds no table: there is nothing in it but blank lines.");
        }

        var readings = (said is { } given ? [given] : Delimiters).Select(delimiter => Reading.Of(text, whole, delimiter, shown, stop)).ToSeq();
        var regular = readings.Where(reading => reading is { Regular: true, Columns: > 1 }).ToList();
        var fitting = regular.Where(reading => reading.Dialect.TitleRecords == regular.Min(other => other.Dialect.TitleRecords)).ToSeq();
        if (fitting.Count > 1)
        {
            throw new FileFault("csv_delimiter",
                $"'{shown}' reads as a table in two ways: with {CsvDialect.NameOf(fitting[0].Delimiter)} between the cells it has {fitting[0].Columns} columns, with {CsvDialect.NameOf(fitting[1].Delimiter)} {fitting[1].Columns}.",
                "say which with --delimiter");
        }

        // What is nearly a table is read as one, for its rows to be named that are not of it.
        var best = fitting.FirstOrDefault() ?? readings.Where(reading => reading is { Columns: > 1, Share: >= NearlyTable }).OrderByDescending(reading => reading.Share).ThenByDescending(reading => reading.Columns).FirstOrDefault();
        return best is not null ? best.Dialect : Narrow(readings, said);
    }

    /// <summary>A table of one column, unless quotes or length made even that impossible.</summary>
    private static CsvDialect Narrow(Seq<Reading> readings, char? said) => readings.FirstOrDefault(reading => reading.Fault is not null) is { Fault: { } fault }
        ? throw fault
        : new CsvDialect(said ?? ',', 1, 0, Trailing: false, TrailingHeader: false);

    /// <summary>The head as a table under one delimiter.</summary>
    private sealed record Reading(char Delimiter, CsvDialect Dialect, bool Regular, double Share, FileFault? Fault)
    {
        public int Columns => Dialect.Columns;

        public static Reading Of(string text, bool whole, char delimiter, string shown, CancellationToken stop)
        {
            var rows = new List<Shape>();
            FileFault? fault = null;
            try
            {
                var records = new CsvRecords(new StringReader(text), delimiter, shown, stop);
                while (rows.Count < MostRecords && records.Read())
                {
                    rows.Add(Shape.Of(records));
                }
            }
            catch (FileFault found)
            {
                fault = found;
            }

            // The head may end inside its last record, and inside its last quotes.
            var cut = !whole && rows.Count is > 1 and < MostRecords;
            if (cut && fault is null)
            {
                rows.RemoveAt(rows.Count - 1);
            }

            fault = cut && fault is { Code: "csv_quotes" } && rows.Count > 0 ? null : fault;
            return fault is { Code: "csv_wide" or "csv_long" }
                ? new Reading(delimiter, new CsvDialect(delimiter, CsvRecords.MostColumns, 0, false, false), Regular: false, rows.Count < 2 ? 1 : 0, fault).Thrown(rows.Count)
                : Of(rows, delimiter, fault);
        }

        /// <summary>A first line of too many cells is no table under any delimiter.</summary>
        private Reading Thrown(int before) => before == 0 && Fault is { } fault ? throw fault : this;

        private static Reading Of(List<Shape> rows, char delimiter, FileFault? fault)
        {
            var filled = rows.Where(row => !row.Blank).ToList();
            if (filled.Count == 0)
            {
                return new Reading(delimiter, new CsvDialect(delimiter, 1, 0, false, false), Regular: false, 0, fault);
            }

            var usual = filled.GroupBy(row => row.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
            if (filled.Count == 2)
            {
                usual = filled.Max(row => row.Count);
            }

            var first = rows.FindIndex(row => !row.Blank && row.Count == usual);
            var named = first > 0 && rows[first - 1].Count == usual - 1 && usual > 2 && rows.Skip(first).All(row => row.Blank || (row.Count == usual && row.LastEmpty));
            var trailing = usual > 2 && filled.Skip(1).All(row => row.LastEmpty) && rows.Skip(first).All(row => row.Blank || row.Count == usual)
                && (named || rows[first].LastEmpty) && filled.Count > 1;
            var table = named && trailing ? first - 1 : first;
            table = Padded(rows, table, usual);
            var titles = rows.Take(table).ToList();
            var columns = trailing ? usual - 1 : usual;
            var regular = fault is null && table <= MostTitles && titles.TrueForAll(row => row.Blank || row.IsTitle(columns))
                && rows.Skip(named && trailing ? table + 1 : table).All(row => row.Blank || row.Count == usual);
            var share = (double)filled.Count(row => row.Count == usual) / filled.Count;
            return new Reading(delimiter, new CsvDialect(delimiter, columns, regular ? table : 0, trailing, trailing && !named), regular, fault is null ? share : share / 2, fault);
        }

        /// <summary>Title lines that a spreadsheet filled up with delimiters: at most one cell says something, and a full line comes after them.</summary>
        private static int Padded(List<Shape> rows, int table, int usual)
        {
            if (usual < 3)
            {
                return table;
            }

            var full = rows.FindIndex(table, row => row.Filled >= usual - (row.LastEmpty ? 1 : 0) && row.Filled > 2);
            return full > table && full - table <= MostTitles && rows.Skip(table).Take(full - table).All(row => row.Blank || row.Filled <= 1) ? full : table;
        }
    }

    /// <summary>How many cells a record has, and how many say something.</summary>
    private readonly record struct Shape(int Count, int Filled, bool LastEmpty, bool Blank, bool Comment)
    {
        public static Shape Of(CsvRecords record)
        {
            var filled = 0;
            for (var i = 0; i < record.Count; i++)
            {
                filled += record[i].IsWhiteSpace() ? 0 : 1;
            }

            return new Shape(record.Count, filled, record[record.Count - 1].IsEmpty, record.IsBlank, record[0].TrimStart().StartsWith('#'));
        }

        /// <summary>Far fewer cells than the table has: a line of fewer names than columns is no title but a mistake.</summary>
        public bool IsTitle(int columns) => Comment || Filled <= 1 || Count <= columns / 2;
    }
}
