namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>
/// Of those that met with one event in the span, the share that met with another afterwards, at most so much later. Each counts once, and no event follows itself. Those whose time has not run out
/// are left out unless they are to count.
/// </summary>
internal sealed record Conversion(Conversion.Event Base, Conversion.Event Then, Length? Within = null, bool IncludeOpen = false) : Measure
{
    public override IEnumerable<Table> Roots => [Base.Table];

    public override DateTime? FirstData => Base.Table.Rows.Select(Base.Time).Where(time => time is not null).DefaultIfEmpty(null).Min();

    public override DateTime? LastData => Base.Table.Rows.Select(Base.Time).Where(time => time is not null).DefaultIfEmpty(null).Max();

    public override decimal? In(Cell cell)
    {
        cell.MustHaveABeginning();
        var begun = Base.Table.Rows
            .Where(row => Base.Who(row) is not null && Base.Time(row) is not null && cell.Span.Contains(Base.Time(row)) && cell.Defines(Base.Table, row) && cell.Asks(Base.Table, row))
            .Where(row => IncludeOpen || Within is null || Within.After(Base.Time(row)!.Value) < cell.Setting.Tomorrow)
            .ToList();
        var all = begun.Select(Base.Who).Distinct().Count();
        var converted = begun.Where(Converts).Select(Base.Who).Distinct().Count();
        return all == 0 ? null : converted / (decimal)all;
    }

    private bool Converts(Row first) => Then.Table.Rows.Any(next =>
        !ReferenceEquals(next, first)
        && Equals(Then.Who(next), Base.Who(first))
        && Then.Time(next) is { } time
        && time >= Base.Time(first)
        && (Within is null || time <= Within.After(Base.Time(first)!.Value)));

    /// <summary>What happens to whom, and when.</summary>
    internal sealed record Event(Table Table, Func<Row, object?> Who, Func<Row, DateTime?> Time);
}
