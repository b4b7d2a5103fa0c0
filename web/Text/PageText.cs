using System.Globalization;
using BiAssistant.Answers.Execution;

namespace BiAssistant.Web.Text;

/// <summary>The page's own words in one language; the words of answers come with the answers.</summary>
public sealed record PageText(
    string Language,
    string Welcome,
    string WelcomeMore,
    string Placeholder,
    string Ask,
    string Stop,
    string Thinking,
    string Stopped,
    string HowComputed,
    string Sql,
    string Definitions,
    string Receipt,
    string FromCache,
    string Version,
    string Owner,
    string Formula,
    string NoRows,
    string MoreRows,
    string DidYouMean,
    string Parameters,
    string Merge)
{
    public static readonly PageText English = new(
        "en",
        "What would you like to know?",
        "Ask in your own words. Every number comes with its definition and the SQL behind it.",
        "Ask about your business…",
        "Ask",
        "Stop",
        "Working it out…",
        "Stopped.",
        "How this was computed",
        "SQL",
        "Definitions",
        "Receipt",
        "from cache",
        "version",
        "owner",
        "formula",
        "No rows.",
        "more rows",
        "You could ask",
        "with",
        "put together in the embedded engine");

    public static readonly PageText Korean = new(
        "ko",
        "무엇이 궁금하세요?",
        "평소 쓰는 말로 물어보세요. 모든 숫자에는 정의와 SQL이 함께 나옵니다.",
        "비즈니스에 대해 물어보세요…",
        "질문",
        "중지",
        "계산하고 있습니다…",
        "중지했습니다.",
        "계산 근거",
        "SQL",
        "지표 정의",
        "영수증",
        "캐시",
        "버전",
        "담당",
        "계산식",
        "해당하는 행이 없습니다.",
        "행 더 있음",
        "이렇게 물어보세요",
        "값",
        "내장 엔진에서 결합");

    /// <summary>The files of the catalog have errors, and since when.</summary>
    public string CatalogKept(DateTimeOffset since, int errors) => string.Format(
        CultureInfo.InvariantCulture,
        Language == "ko" ? "카탈로그 파일에 오류가 {1}개 있어 {0:HH:mm}(UTC) 이전의 카탈로그로 답합니다." : "The catalog's files have errors ({1}); answers go by the catalog as it was before {0:HH:mm} UTC.",
        since.UtcDateTime,
        errors);

    /// <summary>What a text gave, and how long it took.</summary>
    public string Ran(TextRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Rows:N0}{(Language == "ko" ? "행" : run.Rows == 1 ? " row" : " rows")} · {run.Milliseconds:0.0} ms");

    public static PageText In(string language) => language == "ko" ? Korean : English;
}
