using BiAssistant.Sql;

namespace BiAssistant.Answers.Asking;

/// <summary>Whether a request can be looked at at all: one of question and query, of a sane length, in a language that has a name.</summary>
public static class RequestCheck
{
    public const int LongestQuestion = 2_000;

    public static Seq<Issue> Check(AskRequest request)
    {
        var korean = request.Language?.StartsWith("ko", StringComparison.OrdinalIgnoreCase) ?? false;
        return (request.Question, request.Query) switch
        {
            (not null, not null) => [new Issue("question_and_query", korean
                ? "질문과 쿼리 가운데 하나만 보내 주세요."
                : "Give either a question or a query, not both.")],
            (null, null) => [new Issue("question_missing", korean
                ? "질문이나 쿼리가 없습니다."
                : "There is nothing to answer: give a question or a query.")],
            ({ } question, null) when string.IsNullOrWhiteSpace(question) => [new Issue("question_missing", korean
                ? "질문이 비어 있습니다."
                : "The question is empty.")],
            ({ Length: > LongestQuestion } question, null) => [new Issue("question_too_long", korean
                ? $"질문이 {question.Length}자입니다. {LongestQuestion}자까지 물을 수 있습니다."
                : $"The question has {question.Length} characters; at most {LongestQuestion} can be asked.")],
            _ when request.Language is { } language && !IsLanguage(language) => [new Issue("language_unknown", $"'{Cut(language)}' is no language: give a code such as en or ko.") { Suggestions = ["en", "ko"] }],
            _ => [],
        };
    }

    /// <summary>The language without its region: <c>ko-KR</c> is <c>ko</c>.</summary>
    public static string? Base(string? language) => language?.Split('-', '_')[0].ToLowerInvariant();

    private static bool IsLanguage(string language) => Base(language) is { Length: 2 or 3 } code && code.All(char.IsAsciiLetterLower);

    private static string Cut(string text) => text.Length <= 20 ? text : $"{text[..20]}…";
}
