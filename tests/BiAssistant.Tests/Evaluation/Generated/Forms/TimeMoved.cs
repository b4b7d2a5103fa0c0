using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of another time than the one that is asked for. Where the answer is broken down by time it is told for every period that there are rows of.</summary>
internal abstract record TimeMoved(Measure Inner) : Measure
{
    /// <summary>The forms of this family.</summary>
    public static readonly IReadOnlyList<string> Family = ["earlier", "change", "growth", "running", "rolling", "rolling average", "to date", "in a period of its own", "beside another period"];

    public override bool IsExact => Inner.IsExact;

    public override bool IsSumOrCount => Inner.IsSumOrCount;

    public override IEnumerable<Part> Parts => base.Parts.Append(Inner);

    public override bool Reaches(Cell cell) => Looked(cell).Any(Inner.Reaches);

    /// <summary>By what it looks back where no period is said, so that what all numbers look back to is what is asked about; null where it does not.</summary>
    public virtual string? LooksBackBy => null;

    /// <summary>What the number inside is asked of.</summary>
    protected virtual IEnumerable<Cell> Looked(Cell cell) => At(cell) is { } there ? [there] : [];

    /// <summary>The time that it looks at where none is said.</summary>
    public Period? LooksBackTo(Asked asked) => Map(new Cell(asked, new Key([]))) is { } span ? new FixedPeriod(span.From, span.To) : null;

    /// <summary>What is moved: any number that is one and asks for no time itself.</summary>
    protected static Measure? Moved(Drawing drawing) =>
        !drawing.IsDeep && drawing.Inner is null && drawing.Roots.All(root => drawing.World.Thing(root).Clock is not null)
        && drawing.Deeper.Measure() is { IsNumber: true } inner && !inner.Forms.Contains("in a period of its own") && !inner.Forms.Intersect(Across.Family).Any() ? inner : null;

    /// <summary>The time that is looked at instead of the cell's; null where it has not begun.</summary>
    protected abstract Span? Map(Cell cell);

    /// <summary>The cell that the number inside is asked of; null where there is none.</summary>
    protected virtual Cell? At(Cell cell) => cell.IsOfNoTime ? cell.Moved(Cell.Never) : Map(cell) is { } span ? cell.Moved(span) : null;

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell)
    {
        if (cell.Span is not null || cell.Asked.TimePlace is not { } place)
        {
            return Looked(cell).SelectMany(Inner.Grounds);
        }

        var periods = cell.Asked.Periods().SelectMany(start => Looked(cell with { Span = cell.Asked.PeriodOf(start) }).Select(there => (Start: start, There: there))).ToList();
        return periods.Count == 0
            ? throw new DeclinedException("no_such_period", "none of the periods has begun")
            : periods.SelectMany(period => Inner.Grounds(period.There).Select(row => row with { Key = row.Key.With(place, period.Start) }));
    }

    /// <summary>Beside other times, nothing is told of one that begins after all data.</summary>
    public static bool IsTold(Cell cell) => cell.Span is not null || cell.IsOfAllTime || cell.Asked.EveryPeriod?.Holds(cell) != false;

    protected override object? ValueIn(Cell cell) => IsTold(cell) && At(cell) is { } there ? Inner.In(there) : null;

    /// <summary>Where what is gathered up to an end stops: with today at the latest.</summary>
    protected static DateTime? EndOf(Cell cell) =>
        cell.Time.From >= cell.Asked.Tomorrow ? NotBegun(cell) : cell.Time.To < cell.Asked.Tomorrow ? cell.Time.To : cell.Asked.Tomorrow;

    /// <summary>A period to come is empty beside others; alone it is declined.</summary>
    private static DateTime? NotBegun(Cell cell) => cell.Grain is null ? throw new DeclinedException("no_such_period", "to come") : null;
}
