using BiAssistant.Semantics.Queries;

namespace BiAssistant.Answers.Evaluation;

/// <summary>What became of a question, held against what it must get: exactly one for each.</summary>
public enum Verdict
{
    /// <summary>The rows of the SQL by hand; a question back or a refusal where that must be.</summary>
    Right,

    /// <summary>Asked back though it has an answer.</summary>
    AskedBack,

    /// <summary>Refused though it has an answer or must be asked back.</summary>
    Refused,

    /// <summary>Answered with other rows, or though it must get no number: the worst that there is.</summary>
    Wrong,

    /// <summary>Something broke on the way.</summary>
    Failed,

    /// <summary>What it must get cannot be read or run, so it was not asked.</summary>
    Unreadable,
}

/// <summary>A question and what became of it.</summary>
/// <param name="Why">What speaks against it, for whoever puts it right; empty where nothing does.</param>
/// <param name="Query">The canonical query that it was understood as; null where it was not.</param>
/// <param name="Reading">The same in words.</param>
public sealed record JudgedQuestion(QuestionBlock Block, QuestionLine Line, Verdict Verdict, string Why, SemanticQuery? Query, string? Reading)
{
    /// <summary>Whether it has an answer at all.</summary>
    public bool HasRows => Block.Expectation is ExpectedRows;
}
