namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>What all cells of a column are as numbers under one decimal mark.</summary>
internal sealed class NumberSurvey(char mark)
{
    public char Mark { get; } = mark;

    /// <summary>Every cell so far is a number under this mark.</summary>
    public bool Holds { get; private set; } = true;

    public int Whole { get; private set; } = 1;

    public int Scale { get; private set; }

    public bool Grouped { get; private set; }

    /// <summary>Some cell is a number only under this mark, because its marks stand where the other reading has none.</summary>
    public bool Marked { get; private set; }

    public void Look(in NumberShape shape, Span<char> room, out NumberDigits digits)
    {
        if (!shape.TryDigits(Mark, room, out digits) || digits.LeadingZero)
        {
            Holds = false;
            return;
        }

        Whole = Math.Max(Whole, digits.Whole);
        Scale = Math.Max(Scale, digits.Scale + (shape.Unit == NumberShape.Percent ? 2 : 0));
        Grouped |= digits.Grouped;
        Marked |= digits.Grouped || digits.Scale > 0;
    }

    public void GiveUp() => Holds = false;
}
