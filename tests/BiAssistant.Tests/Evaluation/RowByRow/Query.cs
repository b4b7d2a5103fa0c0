using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>Which numbers, by what, of which rows, over which time.</summary>
internal sealed record Query(params IReadOnlyList<Measure> Measures)
{
    public IReadOnlyList<Dimension> By { get; init; } = [];

    public Grain? Grain { get; init; }

    public Span Period { get; init; } = Span.Always;

    public IReadOnlyList<Condition> Where { get; init; } = [];
}

/// <summary>Which row of an answer: the values of its groups, and where its period begins.</summary>
internal sealed record Key(string Text, DateTime? Start)
{
    public static Key Of(IEnumerable<object?> groups, DateTime? start) => new(string.Join(" | ", groups.Select(group => group ?? "null")), start);
}
