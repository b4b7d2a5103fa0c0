using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding;

namespace BiAssistant.Answers.Asking;

/// <summary>What a request was taken to mean, by what, in which language the answer is to be, and what is to be said of names that were not known; null when all were.</summary>
internal sealed record Meaning(SemanticQuery Query, string Language, double Confidence, UnderstoodBy By, Seq<WordMeaning> Words, AnswerWarning? Gap)
{
    /// <summary>The answer with what was understood.</summary>
    public Answer Told(Answer answer) => answer with { Confidence = Confidence, UnderstoodBy = By, Words = Words };
}
