using BiAssistant.Answers.Asking;
using BiAssistant.Semantics.Access;
using BiAssistant.Sql;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Evaluation;

/// <summary>Asks questions whose answers are known the whole way that people's questions go, a few at the same time, and judges what comes back.</summary>
public sealed class Examination(Workspace workspace, ILogger log)
{
    private const int AtOnce = 4;

    private readonly Desk _desk = new(workspace, log);

    /// <param name="blocks">The questions.</param>
    /// <param name="asker">Who asks all of them; SQL by hand reads everything all the same.</param>
    /// <param name="cancellationToken">Ends it without a report.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<EvaluationReport> RunAsync(Seq<QuestionBlock> blocks, Asker asker, CancellationToken cancellationToken)
    {
        var limits = new QueryLimits(workspace.Pipeline.Options.Timeout, workspace.Pipeline.Options.RowLimit);
        var byHand = await RowsByHand.OpenAsync(workspace.Warehouses, limits, blocks.Select(b => b.Expectation).OfType<ExpectedRows>(), cancellationToken).ConfigureAwait(false);
        var judged = new (IReadOnlyList<JudgedQuestion> Questions, Seq<Issue> Issues)[blocks.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, blocks.Count, parallel, async (i, stop) => judged[i] = await ExamineAsync(blocks[i], byHand, asker, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return new EvaluationReport(judged.SelectMany(j => j.Questions).ToSeq(), judged.SelectMany(j => j.Issues).ToSeq());
    }

    private async Task<(IReadOnlyList<JudgedQuestion> Questions, Seq<Issue> Issues)> ExamineAsync(QuestionBlock block, RowsByHand byHand, Asker asker, CancellationToken cancellationToken)
    {
        ResultTable? rows = null;
        if (block.Expectation is ExpectedRows expected)
        {
            var found = await byHand.GetAsync(expected, block.At, cancellationToken).ConfigureAwait(false);
            if (found.Value is null)
            {
                return ([.. block.Lines.Select(line => new JudgedQuestion(block, line, Verdict.Unreadable, found.Issues[0].Message, null, null))], found.Issues);
            }

            rows = found.Value;
        }

        var judged = new List<JudgedQuestion>();
        foreach (var line in block.Lines)
        {
            var answer = await _desk.AskAsync(new AskRequest { Question = line.Text, As = asker }, cancellationToken).ConfigureAwait(false);
            var (verdict, why) = AnswerJudge.Judge(answer, block.Expectation, rows);
            judged.Add(new JudgedQuestion(block, line, verdict, why, answer.Query, answer.Reading));
        }

        return (judged, []);
    }
}
