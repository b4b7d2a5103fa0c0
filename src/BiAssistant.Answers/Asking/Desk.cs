using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Asking;

/// <summary>The outermost edge: a bug becomes a failed answer with a number, and the log has the rest under it.</summary>
public sealed class Desk(Workspace workspace, ILogger log)
{
    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var incident = Guid.NewGuid().ToString("n")[..8];
            log.LogError(bug, "Incident {Incident}:", incident);
            return Outcomes.Failed(RequestCheck.Base(request.Language) ?? "en", incident) with { Id = request.Id, Question = request.Question };
        }
    }
}
