namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>What the next question is to bring.</summary>
/// <param name="Worth">How much is to be learnt from a question: of a few, the one with the most is asked.</param>
/// <param name="Forms">Forms that are looked for together; none where chance alone draws.</param>
/// <param name="Kinds">The kinds of parts that have these forms, and of those that they stand in.</param>
internal sealed record Need(Func<Question, double> Worth, IReadOnlyList<string> Forms, IReadOnlyCollection<Type> Kinds);
