using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Warehouses;

namespace BiAssistant.Web;

/// <summary>
/// What an answer is in HTTP: an answer, a question back and a refusal are 200. A warehouse that is busy or left alone for a while is 503 with the seconds after which it is worth asking
/// again, one that did not answer in time 504, one that failed otherwise 502; a bug is 500.
/// </summary>
public static class AnswerStatusCodes
{
    public static int Of(Answer answer) => (answer.Status, answer.Fault) switch
    {
        (not AnswerStatus.Failed, _) => StatusCodes.Status200OK,
        (_, WarehouseFaultKind.Busy) => StatusCodes.Status503ServiceUnavailable,
        (_, WarehouseFaultKind.Timeout) => StatusCodes.Status504GatewayTimeout,
        (_, not null) => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whole seconds, rounded up; null where asking again soon would not help.</summary>
    public static string? RetryAfter(Answer answer) =>
        answer.AskAgainIn is { } wait ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture) : null;
}
