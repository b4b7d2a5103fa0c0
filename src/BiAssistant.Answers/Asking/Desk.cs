using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Asking;

/// <summary>The outermost edge of the pipeline: a bug becomes a failed answer with a number, and the log has the rest under it.</summary>
public sealed class Desk(AnswerPipeline pipeline, ILogger log)
{
    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var incident = Guid.NewGuid().ToString("n")[..8];
            log.LogError(bug, "Incident {Incident}:", incident);
            return Outcomes.Failed(RequestCheck.Base(request.Language) ?? "en", incident) with { Id = request.Id, Question = request.Question };
        }
    }
}
