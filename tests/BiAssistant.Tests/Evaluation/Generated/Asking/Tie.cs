namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>Rows that tie at a cut by a number whose last digits are an engine's own: at least so many of them are kept.</summary>
internal sealed record Tie(IReadOnlyList<IReadOnlyList<object?>> Rows, int AtLeast);
