namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>What is done with the values of the rows of a cell; nulls are no values.</summary>
internal enum Function
{
    Sum,
    Count,
    CountDistinct,
    Average,
    Min,
    Max,
    Median,
    Percentile,
    StandardDeviation,
}

/// <summary>One aggregate over the rows of one table: those of the cell's span by the clock that meet every filter.</summary>
internal sealed record Aggregate(Table Root, Function Function, Func<Row, object?> Value) : Measure
{
    /// <summary>The metric's own filter.</summary>
    public Func<Row, bool> Filter { get; init; } = _ => true;

    /// <summary>The time that spans go by; the table's own when none is said.</summary>
    public Func<Row, DateTime?> Clock { get; init; } = Root.Clock;

    /// <summary>Which percentile.</summary>
    public decimal Share { get; init; }

    /// <summary>What is done with far-off values; null when nothing is.</summary>
    public Outliers? Outliers { get; init; }

    public override bool IsSumOrCount => Function is Function.Sum or Function.Count or Function.CountDistinct;

    public override IEnumerable<Table> Roots => [Root];

    public override DateTime? FirstData => Root.Rows.Select(Clock).Where(time => time is not null).DefaultIfEmpty(null).Min();

    public override DateTime? LastData => Root.Rows.Select(Clock).Where(time => time is not null).DefaultIfEmpty(null).Max();

    /// <summary>A count of rows, whatever their values.</summary>
    public static Aggregate Rows(Table root) => new(root, Function.Count, _ => true);

    public static Aggregate Sum(Table root, string column) => new(root, Function.Sum, row => row[column]);

    public override decimal? In(Cell cell)
    {
        cell.MustHaveABeginning();
        var metric = Root.Rows.Where(row => Filter(row) && cell.Defines(Root, row)).ToList();
        var values = metric
            .Where(row => cell.Asks(Root, row) && cell.Span.Contains(Clock(row)))
            .Select(Value)
            .Where(value => value is not null)
            .Select(value => value!);
        if (Outliers is { } outliers)
        {
            var bounds = outliers.Of([.. metric.Select(Value).OfType<decimal>()]);
            values = values.Cast<decimal>().Select(bounds.Apply).Where(value => value is not null).Select(value => (object)value!.Value);
        }

        return Of([.. values]);
    }

    private decimal? Of(IReadOnlyList<object> values)
    {
        if (Function is Function.Count or Function.CountDistinct)
        {
            return Function == Function.Count ? values.Count : values.Distinct().Count();
        }

        var numbers = values.Cast<decimal>().ToList();
        return Function switch
        {
            _ when numbers.Count == 0 => null,
            Function.Sum => numbers.Sum(),
            Function.Average => Statistics.Average(numbers),
            Function.Min => numbers.Min(),
            Function.Max => numbers.Max(),
            Function.Median => Statistics.Percentile(numbers, 0.5m),
            Function.Percentile => Statistics.Percentile(numbers, Share),
            _ => Statistics.StandardDeviation(numbers),
        };
    }
}
