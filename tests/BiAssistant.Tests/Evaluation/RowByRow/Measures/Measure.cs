namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A number that can be asked of any cell. One made of others asks them, of the same cell or of another.</summary>
internal abstract record Measure
{
    /// <summary>Null where there is nothing to tell.</summary>
    public abstract decimal? In(Cell cell);

    /// <summary>It is a sum or a count: where nothing is known of it, plus and minus take it for zero.</summary>
    public virtual bool IsSumOrCount => false;

    /// <summary>The measures that it is made of.</summary>
    public virtual IEnumerable<Measure> Parts => [];

    /// <summary>The tables whose rows it counts, itself or through its parts.</summary>
    public virtual IEnumerable<Table> Roots => Parts.SelectMany(part => part.Roots).Distinct();

    /// <summary>The first instant of its own clock at which there are data; null without rows, and for what is made of others.</summary>
    public virtual DateTime? FirstData => null;

    /// <summary>The last instant of its own clock at which there are data, after which nothing is known of it; null without rows.</summary>
    public virtual DateTime? LastData => Parts.Select(part => part.LastData).Where(last => last is not null).DefaultIfEmpty(null).Max();

    /// <summary>Whether there can be data of it in the span: it has begun, and lies neither before the first nor after the last.</summary>
    public virtual bool MayBeKnown(Cell cell)
    {
        var span = cell.Span.ClosedAt(cell.Setting.Tomorrow);
        return FirstData is { } first ? span.To > first && !(span.From > LastData) && !(span.From >= span.To) : Parts.Any(part => part.MayBeKnown(cell));
    }

    public static Measure operator +(Measure left, Measure right) => new Arithmetic('+', left, right);

    public static Measure operator -(Measure left, Measure right) => new Arithmetic('-', left, right);

    public static Measure operator *(Measure left, Measure right) => new Arithmetic('*', left, right);

    public static Measure operator /(Measure left, Measure right) => new Arithmetic('/', left, right);

    public static implicit operator Measure(decimal number) => new Number(number);

    public static Measure FromDecimal(decimal number) => new Number(number);
}
