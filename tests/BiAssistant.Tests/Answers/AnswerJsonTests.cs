using System.Text.Json;
using BiAssistant.Answers;
using BiAssistant.Answers.Json;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Tests.Answers;

public sealed class AnswerJsonTests
{
    [Fact]
    public void Every_property_is_there_in_the_order_of_the_contract()
    {
        using var json = JsonDocument.Parse(AnswerJson.Write(new Answer { Status = AnswerStatus.Refused, Language = "en" }));

        json.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(
        [
            "id", "status", "question", "reading", "query", "confidence", "understood_by", "columns", "rows", "truncated", "sql", "narrative", "chart",
            "warnings", "clarification", "issues", "receipt", "from_cache", "timing_ms", "language", "metrics", "words",
        ]);
    }

    [Fact]
    public void Numbers_are_exact_days_are_ISO_and_letters_stand_as_they_are()
    {
        var text = AnswerJson.Write(new Answer
        {
            Status = AnswerStatus.Answered,
            Language = "ko",
            Question = "서울 매출 > 10 'x' 🏨?",
            Rows = [[new DateOnly(2024, 2, 29), new DateTime(2024, 2, 29, 13, 5, 0), "서울", 79228162514264337593543950335m, 0.1m, long.MinValue, true, null]],
        });

        text.ShouldContain("""["2024-02-29","2024-02-29T13:05:00","서울",79228162514264337593543950335,0.1,-9223372036854775808,true,null]""");
        text.ShouldContain("서울 매출 > 10 'x'");
        text.ShouldNotContain("\n");
    }

    [Fact]
    public void A_choice_holds_a_query_that_can_be_asked()
    {
        var text = AnswerJson.Write(new Answer
        {
            Status = AnswerStatus.Clarify,
            Language = "en",
            Clarification = new Clarification("Which one?", [new AnswerChoice("Turnover", new() { Measures = [new MetricMeasure("turnover")] })]),
        });
        using var json = JsonDocument.Parse(text);
        var choice = json.RootElement.GetProperty("clarification").GetProperty("choices")[0];

        var request = AskRequestJson.Read($$"""{"query":{{choice.GetProperty("query").GetRawText()}}}""");
        request.Value.ShouldNotBeNull().Query.ShouldBe(new() { Measures = [new MetricMeasure("turnover")] });
    }

    [Theory]
    [InlineData("""{"question": 5}""", "\"question\" must be a text, not a number.")]
    [InlineData("""{"question": "x", "now": "tomorrow"}""", "\"now\" must be a local date and time")]
    [InlineData("""{"question": "x", "as": ["admin"]}""", "\"as\" must be a text, not a list.")]
    [InlineData("""{"query": "revenue"}""", "expected an object")]
    [InlineData("""{"qestion": "x"}""", "Did you mean \"question\"?")]
    [InlineData("""{"question": "a", "question": "b"}""", "there twice")]
    [InlineData("""["question"]""", "not a list")]
    [InlineData("""{"question": """, "not well-formed JSON")]
    [InlineData("""{"question": "\ud800"}""", "half of a character")]
    public void What_is_wrong_with_a_request_is_said(string json, string expected)
    {
        var request = AskRequestJson.Read(json);

        request.Succeeded.ShouldBeFalse();
        request.Issues[0].Message.ShouldContain(expected);
    }

    [Fact]
    public void A_request_reads_as_it_was_written()
    {
        var request = AskRequestJson.Read("""{"id": 17, "question": "매출은?", "language": null, "now": "2024-05-31", "as": "clerk,region=North"}""").Value.ShouldNotBeNull();

        request.Id.ShouldBe(new RequestId("17", IsNumber: true));
        request.Question.ShouldBe("매출은?");
        request.Language.ShouldBeNull();
        request.Now.ShouldBe(new DateTime(2024, 5, 31, 23, 59, 59));
        request.As.ShouldBe(Asker.Parse("clerk,region=North"));
    }
}
