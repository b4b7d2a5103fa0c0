using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Evaluation;

/// <summary>Holds an answer against what the question must get.</summary>
public static class AnswerJudge
{
    /// <param name="answer">What the product said.</param>
    /// <param name="expectation">What it must say.</param>
    /// <param name="byHand">The rows of the SQL by hand; needed where rows are expected.</param>
    public static (Verdict Verdict, string Why) Judge(Answer answer, Expectation expectation, ResultTable? byHand)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Status switch
        {
            AnswerStatus.Failed => (Verdict.Failed, Told(answer)),
            AnswerStatus.Clarify => expectation is ExpectedRows ? (Verdict.AskedBack, Told(answer)) : (Verdict.Right, ""),
            AnswerStatus.Refused => expectation is ExpectedNoNumber ? (Verdict.Right, "") : (Verdict.Refused, Told(answer)),
            _ => Answered(answer, expectation, byHand),
        };
    }

    private static (Verdict Verdict, string Why) Answered(Answer answer, Expectation expectation, ResultTable? byHand)
    {
        if (expectation is ExpectedRows)
        {
            var found = byHand ?? throw new ArgumentNullException(nameof(byHand));
            return RowAgreement.Difference(found, answer.Columns.Count, answer.Rows) is { } difference ? (Verdict.Wrong, difference) : (Verdict.Right, "");
        }

        var holdsNothing = answer.Rows.All(row => row.All(cell => cell is null));
        return expectation is ExpectedNoNumber && holdsNothing ? (Verdict.Right, "") : (Verdict.Wrong, "It must not be answered.");
    }

    private static string Told(Answer answer) => answer.Clarification is { } asked
        ? $"{asked.Question} {string.Join(" / ", asked.Choices.Select(choice => choice.Label))}"
        : string.Join(" ", answer.Issues.Select(issue => issue.Message));
}
