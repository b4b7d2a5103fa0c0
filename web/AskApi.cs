using System.Text;
using BiAssistant.Answers;
using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Json;
using BiAssistant.Semantics.Access;
using BiAssistant.Sql;

namespace BiAssistant.Web;

/// <summary>
/// <c>POST /api/ask</c>: takes and gives the same JSON as the command. A body that cannot be read is 400, one that asks in another's name is 403; what an
/// answer is, <see cref="AnswerStatusCodes"/> says.
/// </summary>
internal static class AskApi
{
    private const string Json = "application/json; charset=utf-8";

    public static void MapAskApi(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync).DisableAntiforgery();

    private static async Task<IResult> AskAsync(HttpRequest request, Desk desk, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return Say(Unreadable("wrong_media_type", "Send JSON: the header Content-Type must be application/json."), StatusCodes.Status415UnsupportedMediaType);
        }

        string body;
        try
        {
            using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
            body = await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return Say(Unreadable("wrong_json", "The body is not UTF-8."), StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException fault)
        {
            return Say(Unreadable("too_large", "The body is larger than one megabyte or broke off."), fault.StatusCode);
        }

        var asked = AskRequestJson.Read(body);
        if (asked.Value is not { } known)
        {
            return Say(Outcomes.Failed("en", asked.Issues), StatusCodes.Status400BadRequest);
        }

        if (known.As != Asker.Anyone)
        {
            return Say(Unreadable("may_not_impersonate", "You may not ask in another role: leave out \"as\"."), StatusCodes.Status403Forbidden);
        }

        var answer = await desk.AskAsync(known with { Session = request.HttpContext.Connection.RemoteIpAddress?.ToString() }, cancellationToken);
        if (AnswerStatusCodes.RetryAfter(answer) is { } seconds)
        {
            request.HttpContext.Response.Headers.RetryAfter = seconds;
        }

        return Say(answer, AnswerStatusCodes.Of(answer));
    }

    private static IResult Say(Answer answer, int status) => Results.Text(AnswerJson.Write(answer), Json, Encoding.UTF8, status);

    private static Answer Unreadable(string code, string message) => Outcomes.Failed("en", [new Issue(code, message)]);
}
