using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Asking;

/// <summary>The answers that hold no numbers: a refusal, a question back, a failure.</summary>
public static class Outcomes
{
    public static Answer Refused(string language, Seq<Issue> issues) => new() { Status = AnswerStatus.Refused, Language = language, Issues = issues };

    public static Answer Clarify(Ambiguous ambiguous) => new()
    {
        Status = AnswerStatus.Clarify,
        Language = ambiguous.Language,
        Clarification = new Clarification(ambiguous.Question, ambiguous.Choices),
        UnderstoodBy = UnderstoodBy.Grammar,
    };

    public static Answer Failed(string language, Seq<Issue> issues) => new() { Status = AnswerStatus.Failed, Language = language, Issues = issues };

    /// <summary>The outside failed: which warehouse, what was not done, what to do.</summary>
    public static Answer Failed(string language, WarehouseFault fault)
    {
        var code = fault.Kind switch
        {
            WarehouseFaultKind.Unreachable => "warehouse_unreachable",
            WarehouseFaultKind.Timeout => "warehouse_timeout",
            WarehouseFaultKind.Broken => "warehouse_broken",
            WarehouseFaultKind.Busy => "warehouse_busy",
            _ => "warehouse_rejected",
        };
        return Failed(language, [new Issue(code, fault.Message) { Element = fault.Warehouse, Suggestions = [Advice(fault.Kind, language)] }]);
    }

    /// <summary>A bug: told with an id under which the log has the rest.</summary>
    public static Answer Failed(string language, string incident) => Failed(language, [new Issue("internal_error", language == "ko"
        ? $"내부 오류로 답을 만들지 못했습니다. 관리자에게 번호 {incident}을(를) 알려 주세요."
        : $"Something went wrong inside the assistant and there is no answer. Please give the number {incident} to whoever runs it.")]);

    private static string Advice(WarehouseFaultKind kind, string language) => (kind, language == "ko") switch
    {
        (WarehouseFaultKind.Unreachable, true) => "웨어하우스의 주소와 접속 정보를 확인한 뒤 다시 질문해 주세요.",
        (WarehouseFaultKind.Unreachable, false) => "Check where the warehouse is and whether it is running, then ask again.",
        (WarehouseFaultKind.Timeout, true) => "기간을 줄이거나 조건을 더해 다시 질문해 주세요.",
        (WarehouseFaultKind.Timeout, false) => "Ask for a shorter period or with more conditions.",
        (WarehouseFaultKind.Broken or WarehouseFaultKind.Busy, true) => "잠시 후 다시 질문해 주세요.",
        (WarehouseFaultKind.Broken or WarehouseFaultKind.Busy, false) => "Ask again in a moment.",
        (_, true) => "카탈로그의 테이블과 열 이름이 웨어하우스와 맞는지 확인해 주세요.",
        (_, false) => "Check that the tables and columns of the catalog are those of the warehouse.",
    };
}
