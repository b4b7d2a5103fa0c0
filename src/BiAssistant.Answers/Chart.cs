using BiAssistant.Sql;

namespace BiAssistant.Answers;

/// <summary>The forms a result can be drawn in.</summary>
public enum ChartKind
{
    Number,
    Line,
    Bar,
    GroupedBar,
    Scatter,
}

/// <summary>A picture of the answer as a specification, never code: columns by name. <c>Series</c> is the column whose values tell lines or bars apart; null when the measures do.</summary>
public sealed record Chart(ChartKind Kind, string? X, Seq<string> Y, string? Series, string Title);
