namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>Two measures of one cell, calculated after both are known: nothing is divided by zero, and a missing sum or count is zero in plus and minus.</summary>
internal sealed record Arithmetic(char Operator, Measure Left, Measure Right) : Measure
{
    /// <summary>A missing part leaves nothing, sums and counts too.</summary>
    public bool MissingIsUnknown { get; init; }

    public override IEnumerable<Measure> Parts => [Left, Right];

    /// <summary>A sum times a number, or divided by one, is still a sum.</summary>
    public override bool IsSumOrCount => !MissingIsUnknown && Operator switch
    {
        '+' or '-' => Left.IsSumOrCount && Right.IsSumOrCount,
        '*' => (Left is Number && Right.IsSumOrCount) || (Left.IsSumOrCount && Right is Number),
        _ => Left.IsSumOrCount && Right is Number,
    };

    public override decimal? In(Cell cell)
    {
        var (left, right) = (Left.In(cell), Right.In(cell));
        return Operator switch
        {
            '+' => Term(Left, left) + Term(Right, right),
            '-' => Term(Left, left) - Term(Right, right),
            '*' => left * right,
            _ => right == 0 ? null : left / right,
        };
    }

    private decimal? Term(Measure part, decimal? value) => part.IsSumOrCount && !MissingIsUnknown ? value ?? 0 : value;
}
