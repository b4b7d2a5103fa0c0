namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>When a question is asked, and by whose calendar.</summary>
internal sealed record Setting(DateTime Now, WorkCalendar Calendar)
{
    /// <summary>The end of the running day.</summary>
    public DateTime Tomorrow => Now.Date.AddDays(1);
}

/// <summary>What one number is asked of: a span of time, and what rows must meet.</summary>
internal sealed record Cell(Setting Setting, Span Span)
{
    /// <summary>The grain of the answer's periods, or of what the span was gathered by; null when there is none.</summary>
    public Grain? Grain { get; init; }

    /// <summary>The span is what has passed up to an end: a window, or so much of a year.</summary>
    public bool IsWindow { get; init; }

    /// <summary>The question's filters and the cell's own group.</summary>
    public IReadOnlyList<Condition> Asked { get; init; } = [];

    /// <summary>Filters that metrics lay over the metrics that they are made of.</summary>
    public IReadOnlyList<Condition> Defined { get; init; } = [];

    /// <summary>A comparison has moved the span.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>It is meant to have no beginning: everything up to its end is gathered.</summary>
    public bool IsGathered { get; init; }

    /// <summary>A flow of all time has nothing earlier to be compared with.</summary>
    public void MustHaveABeginning()
    {
        if (IsEarlier && !IsGathered && Span.From is null)
        {
            throw new NotSupportedException("All time has nothing earlier to be compared with.");
        }
    }

    public bool Asks(Table table, Row row) => Asked.All(condition => condition.IsMet(table, row));

    public bool Defines(Table table, Row row) => Defined.All(condition => condition.IsMet(table, row));
}
