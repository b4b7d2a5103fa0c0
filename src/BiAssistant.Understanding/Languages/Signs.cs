using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages;

/// <summary>Signs that mean the same in every language.</summary>
internal static class Signs
{
    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        new(",", new JoinSense(false, true)),
        new("&", new JoinSense(false)),
        new("~", new BoundSense(BoundKind.To, false)),
        new(">", new ComparatorSense(ComparisonOperator.Greater, false)),
        new(">=", new ComparatorSense(ComparisonOperator.GreaterOrEqual, false)),
        new("≥", new ComparatorSense(ComparisonOperator.GreaterOrEqual, false)),
        new("<", new ComparatorSense(ComparisonOperator.Less, false)),
        new("<=", new ComparatorSense(ComparisonOperator.LessOrEqual, false)),
        new("≤", new ComparatorSense(ComparisonOperator.LessOrEqual, false)),
    ];
}
