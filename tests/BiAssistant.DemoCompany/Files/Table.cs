namespace BiAssistant.DemoCompany.Files;

/// <summary>What a column holds, whatever an engine calls it.</summary>
internal enum ColumnKind
{
    Text,
    Whole,

    /// <summary>An amount of money with two digits after the point, given in cents.</summary>
    Money,

    /// <summary>Another exact number with two digits after the point, given in hundredths.</summary>
    Number,
    Day,
    Moment,
    Flag,
}

/// <summary>A column of a table to be written.</summary>
internal abstract record Column(string Name, ColumnKind Kind, bool Nullable);

/// <summary>A table to be written, and the rows that one cluster adds to it.</summary>
internal abstract class Table(string name)
{
    public string Name => name;

    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>Gives every cell of every row, in the columns' order; says how many rows there were.</summary>
    public abstract long WriteTo(ICells cells);
}

/// <summary>A table whose columns say how they are read from a row's record.</summary>
internal sealed class Table<TRow>(string name, IEnumerable<TRow> rows) : Table(name)
{
    private readonly List<ReadColumn> columns = [];

    public override IReadOnlyList<Column> Columns => columns;

    public override long WriteTo(ICells cells)
    {
        var count = 0L;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                column.Write(row, cells);
            }

            cells.EndRow();
            count++;
        }

        return count;
    }

    public Table<TRow> Text(string column, Func<TRow, string> read) => With(column, ColumnKind.Text, false, (row, cells) => cells.Text(read(row)));

    public Table<TRow> TextOrNull(string column, Func<TRow, string?> read) => With(column, ColumnKind.Text, true, (row, cells) => cells.Text(read(row)));

    public Table<TRow> Whole(string column, Func<TRow, int> read) => With(column, ColumnKind.Whole, false, (row, cells) => cells.Whole(read(row)));

    public Table<TRow> WholeOrNull(string column, Func<TRow, int?> read) => With(column, ColumnKind.Whole, true, (row, cells) => cells.Whole(read(row)));

    public Table<TRow> Money(string column, Func<TRow, int> cents) => With(column, ColumnKind.Money, false, (row, cells) => cells.Hundredths(cents(row)));

    public Table<TRow> MoneyOrNull(string column, Func<TRow, int?> cents) => With(column, ColumnKind.Money, true, (row, cells) => cells.Hundredths(cents(row)));

    public Table<TRow> Number(string column, Func<TRow, int> hundredths) => With(column, ColumnKind.Number, false, (row, cells) => cells.Hundredths(hundredths(row)));

    public Table<TRow> Day(string column, Func<TRow, DateOnly> read) => With(column, ColumnKind.Day, false, (row, cells) => cells.Day(read(row)));

    public Table<TRow> DayOrNull(string column, Func<TRow, DateOnly?> read) => With(column, ColumnKind.Day, true, (row, cells) => cells.Day(read(row)));

    public Table<TRow> Moment(string column, Func<TRow, DateTime> read) => With(column, ColumnKind.Moment, false, (row, cells) => cells.Moment(read(row)));

    public Table<TRow> MomentOrNull(string column, Func<TRow, DateTime?> read) => With(column, ColumnKind.Moment, true, (row, cells) => cells.Moment(read(row)));

    public Table<TRow> Flag(string column, Func<TRow, bool> read) => With(column, ColumnKind.Flag, false, (row, cells) => cells.Flag(read(row)));

    public Table<TRow> FlagOrNull(string column, Func<TRow, bool?> read) => With(column, ColumnKind.Flag, true, (row, cells) => cells.Flag(read(row)));

    private Table<TRow> With(string column, ColumnKind kind, bool nullable, Action<TRow, ICells> write)
    {
        columns.Add(new ReadColumn(column, kind, nullable, write));
        return this;
    }

    private sealed record ReadColumn(string Name, ColumnKind Kind, bool Nullable, Action<TRow, ICells> Write) : Column(Name, Kind, Nullable);
}
