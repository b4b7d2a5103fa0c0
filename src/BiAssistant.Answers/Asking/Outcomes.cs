using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Answers.Asking;

/// <summary>The answers that hold no numbers: a refusal, a question back, a failure.</summary>
public static class Outcomes
{
    private const string Unreachable = "warehouse_unreachable";
    private const string Slow = "warehouse_timeout";
    private const string Broken = "warehouse_broken";
    private const string Busy = "warehouse_busy";
    private const string Rejected = "warehouse_rejected";

    /// <summary>When it is worth asking a busy warehouse again at the earliest.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static Answer Refused(string language, Seq<Issue> issues) => new() { Status = AnswerStatus.Refused, Language = language, Issues = issues };

    public static Answer Clarify(Ambiguous ambiguous) => new()
    {
        Status = AnswerStatus.Clarify,
        Language = ambiguous.Language,
        Clarification = new Clarification(ambiguous.Question, ambiguous.Choices.Select(c => new AnswerChoice(c.Label, c.Query)).ToSeq()),
        UnderstoodBy = UnderstoodBy.Grammar,
    };

    public static Answer Failed(string language, Seq<Issue> issues) => new() { Status = AnswerStatus.Failed, Language = language, Issues = issues };

    /// <summary>The outside failed: which warehouse and how, what was not done, what to do.</summary>
    /// <param name="language">That of the question.</param>
    /// <param name="fault">What happened.</param>
    /// <param name="others">Warehouses that the question reads beside the one that failed.</param>
    public static Answer Failed(string language, WarehouseFault fault, Seq<string> others = default)
    {
        var code = fault.Kind switch
        {
            WarehouseFaultKind.Unreachable => Unreachable,
            WarehouseFaultKind.Timeout => Slow,
            WarehouseFaultKind.Broken => Broken,
            WarehouseFaultKind.Busy => Busy,
            _ => Rejected,
        };
        var message = language == "ko" ? $"{KoreanFaults.Of(fault)} {NotDoneInKorean(others)}" : $"{fault.Message} {NotDone(others)}";
        return Failed(language, [new Issue(code, message) { Element = fault.Warehouse, Suggestions = [FaultAdvice.For(fault.Cause, language)] }]) with
        {
            Fault = fault.Kind,
            AskAgainIn = fault.Cause is LeftAlone { TriedAgainIn: var left } && left > Soon ? left : fault.Kind == WarehouseFaultKind.Busy ? Soon : null,
        };
    }

    /// <summary>The issue tells of a warehouse that failed: what it suggests is something to do, not something to ask.</summary>
    public static bool TellsOfFault(Issue issue) => issue.Code is Unreachable or Slow or Broken or Busy or Rejected;

    /// <summary>A bug: told with an id under which the log has the rest.</summary>
    public static Answer Failed(string language, string incident) => Failed(language, [new Issue("internal_error", language == "ko"
        ? $"내부 오류로 답을 만들지 못했습니다. 관리자에게 번호 {incident}을(를) 알려 주세요."
        : $"Something went wrong inside the assistant and there is no answer. Please give the number {incident} to whoever runs it.")]);

    private static string NotDone(Seq<string> others) => others.IsEmpty
        ? "The question was not answered."
        : $"The question also reads {string.Join(", ", others.Select(o => $"'{o}'"))}; no part of it was answered.";

    private static string NotDoneInKorean(Seq<string> others) => others.IsEmpty
        ? "그래서 질문에 답하지 못했습니다."
        : $"이 질문에는 {string.Join(", ", others.Select(o => $"'{o}'"))} 데이터도 필요하므로 일부만 답하지 않았습니다.";
}
