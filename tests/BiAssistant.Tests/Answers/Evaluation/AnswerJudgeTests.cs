using BiAssistant.Answers;
using BiAssistant.Answers.Evaluation;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Answers.Evaluation;

public sealed class AnswerJudgeTests
{
    private static readonly ResultTable ByHand = new([new ResultColumn("turnover", SqlType.Unknown)], [[5L]], Truncated: false);

    [Theory]
    [InlineData("rows", "answered 5", Verdict.Right)]
    [InlineData("rows", "answered 6", Verdict.Wrong)]
    [InlineData("rows", "answered empty", Verdict.Wrong)]
    [InlineData("rows", "answered without rows", Verdict.Wrong)]
    [InlineData("rows", "asked back", Verdict.AskedBack)]
    [InlineData("rows", "refused", Verdict.Refused)]
    [InlineData("rows", "failed", Verdict.Failed)]
    [InlineData("?", "answered 5", Verdict.Wrong)]
    [InlineData("?", "answered empty", Verdict.Wrong)]
    [InlineData("?", "asked back", Verdict.Right)]
    [InlineData("?", "refused", Verdict.Refused)]
    [InlineData("?", "failed", Verdict.Failed)]
    [InlineData("!", "answered 5", Verdict.Wrong)]
    [InlineData("!", "answered 0", Verdict.Wrong)]
    [InlineData("!", "answered empty", Verdict.Right)]
    [InlineData("!", "answered without rows", Verdict.Right)]
    [InlineData("!", "asked back", Verdict.Right)]
    [InlineData("!", "refused", Verdict.Right)]
    [InlineData("!", "failed", Verdict.Failed)]
    public void Every_outcome_has_one_verdict(string expected, string outcome, Verdict verdict)
    {
        Expectation expectation = expected switch
        {
            "rows" => new ExpectedRows(null, "SELECT 5 AS turnover"),
            "?" => ExpectedQuestionBack.Instance,
            _ => ExpectedNoNumber.Instance,
        };

        var judged = AnswerJudge.Judge(Of(outcome), expectation, ByHand);

        judged.Verdict.ShouldBe(verdict);
        (judged.Why.Length > 0).ShouldBe(verdict != Verdict.Right);
    }

    private static Answer Of(string outcome) => outcome switch
    {
        "asked back" => new Answer { Status = AnswerStatus.Clarify, Language = "en", Clarification = new Clarification("Which one?", []) },
        "refused" => new Answer { Status = AnswerStatus.Refused, Language = "en", Issues = [new Issue("not_understood", "What is that?")] },
        "failed" => new Answer { Status = AnswerStatus.Failed, Language = "en", Issues = [new Issue("internal_error", "Something went wrong.")] },
        "answered empty" => Answered([[null]]),
        "answered without rows" => Answered([]),
        _ => Answered([[long.Parse(outcome.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)]]),
    };

    private static Answer Answered(Seq<Seq<object?>> rows) =>
        new() { Status = AnswerStatus.Answered, Language = "en", Columns = [new AnswerColumn("turnover", "Turnover", "integer", null, ColumnRole.Measure)], Rows = rows };
}
