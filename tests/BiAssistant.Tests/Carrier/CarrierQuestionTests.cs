using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Tests.Carrier.Questions;

namespace BiAssistant.Tests.Carrier;

/// <summary>What people at the carrier ask, written down with SQL by hand before anything was asked.</summary>
[Collection(CarrierCollection.Name)]
public sealed class CarrierQuestionTests(CarrierCompany company)
{
    private static readonly Dictionary<string, CarrierQuestion> All =
        new[] { "english.txt", "korean.txt" }.SelectMany(CarrierQuestion.Read).ToDictionary(q => Title(q.Text, q.Asker.Role, q.Asker.Attributes.Count));

    public static TheoryData<string> Right => [.. All.Keys.Except(CarrierQuestion.NotYet())];

    public static TheoryData<string> NotYet => [.. CarrierQuestion.NotYet()];

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_question_gets_the_rows_of_the_SQL_by_hand_or_is_asked_back_or_gets_no_number(string title)
    {
        var question = All[title];
        var answer = await company.AskAsync("duckdb", question.Text, question.Asker);
        var told = $"{answer.Status} {answer.Reading} {string.Join("; ", answer.Issues)} {answer.Clarification?.Question} {string.Join(" / ", answer.Clarification?.Choices.Select(c => c.Label) ?? [])}";

        switch (question.Expected)
        {
            case Expected.Rows:
                answer.Status.ShouldBe(AnswerStatus.Answered, told);
                answer.Rows.Select(r => Row(r)).Order(StringComparer.Ordinal).ShouldBe(company.ByHand(question.Sql).Select(r => Row(r)).Order(StringComparer.Ordinal), told);
                break;
            case Expected.AskedBack:
                answer.Status.ShouldBe(AnswerStatus.Clarify, told);
                break;
            default:
                (answer.Status == AnswerStatus.Answered && answer.Rows.Any(r => r.Any(c => c is not null))).ShouldBeFalse(told);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(NotYet))]
    public async Task What_cannot_be_answered_yet_gets_no_number(string title) =>
        (await company.AskAsync("duckdb", All[title].Text, All[title].Asker)).Status.ShouldBeOneOf(AnswerStatus.Refused, AnswerStatus.Clarify);

    private static string Title(string text, string? role, int attributes) => role is null ? text : attributes == 0 ? $"{role}: {text}" : $"{role} of a depot: {text}";

    /// <summary>A row as a text in which numbers are rounded and the order of columns does not matter.</summary>
    private static string Row(IEnumerable<object?> cells) => string.Join(" | ", cells.Select(Cell).Order(StringComparer.Ordinal));

    private static string Cell(object? cell) => cell switch
    {
        null => "(none)",
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IConvertible number => Math.Round(Convert.ToDecimal(number, CultureInfo.InvariantCulture), 5).ToString("0.#####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
