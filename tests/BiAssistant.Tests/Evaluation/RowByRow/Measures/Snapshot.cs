namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>Which of a span's snapshots counts.</summary>
internal enum Take
{
    Last,
    First,
    Average,
}

/// <summary>
/// A sum or count (or another aggregate) of rows that are snapshots of a time: those of the last (first) time in the span, for all or for each of something. Which time
/// that is, all rows of the table decide, whatever is asked of them; then filters and groups choose among its rows.
/// </summary>
internal sealed record Snapshot(Aggregate Inner, Take Take) : Measure
{
    /// <summary>The last (first) of each of these; none means of all.</summary>
    public IReadOnlyList<Func<Row, object?>> Per { get; init; } = [];

    public override IEnumerable<Table> Roots => [Inner.Root];

    public override DateTime? FirstData => Inner.FirstData;

    public override DateTime? LastData => Inner.LastData;

    public override decimal? In(Cell cell)
    {
        var span = cell.Span.CutAt(cell.Setting.Tomorrow);
        var ofEach = Inner.Root.Rows.Where(row => Inner.Clock(row) is { } time && span.Contains(time)).GroupBy(row => string.Join('|', Per.Select(field => $"{field(row)}"))).ToList();
        return Take == Take.Average ? Averages(cell, ofEach) : At(cell, [.. ofEach.SelectMany(each => Chosen(each))]);
    }

    private IEnumerable<Row> Chosen(IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        var time = Take == Take.Last ? all.Max(Inner.Clock) : all.Min(Inner.Clock);
        return all.Where(row => Inner.Clock(row) == time);
    }

    private decimal? Averages(Cell cell, IEnumerable<IGrouping<string, Row>> ofEach)
    {
        decimal? total = null;
        foreach (var each in ofEach)
        {
            var rows = each.ToHashSet();
            var sum = At(cell, rows);
            total = sum is null ? total : (total ?? 0) + (sum / rows.Select(Inner.Clock).Distinct().Count());
        }

        return total;
    }

    /// <summary>The aggregate over these rows alone, at whatever time they are.</summary>
    private decimal? At(Cell cell, HashSet<Row> rows) =>
        rows.Any(row => Inner.Filter(row) && cell.Defines(Inner.Root, row) && cell.Asks(Inner.Root, row))
            ? (Inner with { Filter = row => rows.Contains(row) && Inner.Filter(row) }).In(cell with { Span = Span.Always, IsEarlier = false })
            : null;
}
