using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Two numbers of one group combined after both are known.</summary>
internal sealed record Calculated(char Sign, Measure Left, Measure Right) : Measure
{
    public override string Form => "arithmetic";

    /// <summary>A missing sum or count is zero in plus and minus, as in a metric.</summary>
    public bool MissingIsZero { get; init; }

    public override bool IsExact => Sign != '/' && Left.IsExact && Right.IsExact;

    public override bool IsSumOrCount => MissingIsZero && Sign is '+' or '-' && Left.IsSumOrCount && Right.IsSumOrCount;

    /// <summary>Of a sum that is missing and a count that is not the difference is not known; a metric that multiplies counts is zero where there are none.</summary>
    public override bool IsZeroWhenMissing => IsSumOrCount || IsCount || (MissingIsZero && Sign == '*' && Left.IsCount && Right.IsCount);

    public override bool IsCount => !MissingIsZero && Sign is '+' or '-' && Left.IsCount && Right.IsCount;

    public override IEnumerable<Part> Parts => base.Parts.Concat([Left, Right]);

    /// <summary>Each side where it looks itself.</summary>
    public override bool Reaches(Cell cell) => Left.Reaches(cell) || Right.Reaches(cell);

    public static Measure? Draw(Drawing drawing) =>
        !drawing.IsDeep && drawing.Deeper.Measure() is { } left && (drawing.Chance.In100(10) ? NestedNumber.Draw(drawing) : drawing.Deeper.Measure()) is { } right && left.IsNumber && right.IsNumber
            ? new Calculated(drawing.Chance.Of('+', '-', '*', '/'), left, right)
            : null;

    protected override JsonObject Written() => new()
    {
        ["operator"] = Sign switch { '+' => "add", '-' => "subtract", '*' => "multiply", _ => "divide" },
        ["left"] = Left.Json,
        ["right"] = Right.Json,
    };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => Left.Grounds(cell).Concat(Right.Grounds(cell));

    protected override object? ValueIn(Cell cell)
    {
        var (left, right) = ((decimal?)Left.In(cell), (decimal?)Right.In(cell));
        return Sign switch
        {
            '+' => Term(Left, left) + Term(Right, right),
            '-' => Term(Left, left) - Term(Right, right),
            '*' => left * right,
            _ => right == 0 ? null : left / right,
        };
    }

    private decimal? Term(Measure part, decimal? value) => MissingIsZero && part.IsSumOrCount ? value ?? 0 : value;
}
