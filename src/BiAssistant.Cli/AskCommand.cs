using System.CommandLine;
using BiAssistant.Answers;
using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Json;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Cli;

/// <summary><c>ask</c>: one question or query, or a batch of them.</summary>
internal static class AskCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var question = new Argument<string[]>("question") { Description = "What you want to know, in English or Korean.", Arity = ArgumentArity.ZeroOrMore };
        var query = new Option<string?>("--query") { Description = "A semantic query in JSON instead of a question.", HelpName = "JSON" };
        var batch = new Option<string?>("--batch") { Description = "A file of JSON lines, one question each, or - for standard input.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the answer as one JSON object." };
        var language = new Option<string?>("--language") { Description = "The language of question and answer (en, ko); detected when not given.", HelpName = "CODE" };
        var conversation = new Option<string?>("--conversation") { Description = "The conversation that the question belongs to.", HelpName = "ID" };
        var id = new Option<string?>("--id") { Description = "An id of your own that the answer bears.", HelpName = "ID" };
        var mayRead = new Option<long>("--may-read") { Description = "How many rows you agree to have read for this question; what a question back asks for.", HelpName = "N" };
        var command = new Command("ask", "Answer a question.") { question, query, batch, json, language, conversation, id, mayRead };
        foreach (var option in common.All)
        {
            command.Options.Add(option);
        }

        question.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value is ['-', '-', _, ..] or ['-', >= 'a' and <= 'z', ..]))
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });
        mayRead.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)))
            {
                result.AddError($"'{text}' is no number of rows.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(batch) is not null && result.GetResult(mayRead) is { Implicit: false })
            {
                result.AddError("Each line of a batch agrees for itself: give \"may_read\" there instead of --may-read.");
            }

            var given = new[] { result.GetValue(question) is { Length: > 0 }, result.GetValue(query) is not null, result.GetValue(batch) is not null }.Count(g => g);
            if (given != 1)
            {
                result.AddError("Give exactly one of a question, --query JSON and --batch FILE.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            var defaults = new AskRequest
            {
                Id = parsed.GetValue(id) is { } given ? new RequestId(given) : null,
                Language = parsed.GetValue(language),
                Conversation = parsed.GetValue(conversation),
                MayRead = parsed.GetValue(mayRead),
                As = common.As(parsed),
            };
            var log = new ErrorLog(terminal.Error);
            var opened = Workspace.Open(common.Read(parsed, terminal), TimeProvider.System, log);
            if (opened.Value is not { } workspace)
            {
                return await RefuseAsync(terminal, opened.Issues, parsed.GetValue(json), defaults).ConfigureAwait(false);
            }

            await using (workspace.ConfigureAwait(false))
            {
                var desk = new Desk(workspace, log);
                return parsed.GetValue(batch) is { } file
                    ? await new Batch(desk, terminal, defaults).RunAsync(file, stop).ConfigureAwait(false)
                    : await OneAsync(desk, terminal, defaults, string.Join(' ', parsed.GetValue(question) ?? []), parsed.GetValue(query), parsed.GetValue(json), stop).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> OneAsync(Desk desk, Terminal terminal, AskRequest defaults, string question, string? query, bool json, CancellationToken cancellationToken)
    {
        var answer = query is null
            ? await desk.AskAsync(defaults with { Question = question }, cancellationToken).ConfigureAwait(false)
            : SemanticQueryJson.Read(query) is { Succeeded: true, Value: var read }
                ? await desk.AskAsync(defaults with { Query = read }, cancellationToken).ConfigureAwait(false)
                : Outcomes.Refused(RequestCheck.Base(defaults.Language) ?? "en", SemanticQueryJson.Read(query).Issues) with { Id = defaults.Id };
        if (json)
        {
            await terminal.Output.WriteLineAsync(AnswerJson.Write(answer)).ConfigureAwait(false);
        }
        else
        {
            new AnswerPrinter(terminal).Print(answer);
        }

        return ExitCode.Of(answer.Status);
    }

    /// <summary>No workspace: bad usage is told on standard error alone; a broken catalog is a failed answer.</summary>
    private static async Task<int> RefuseAsync(Terminal terminal, Sql.Seq<Sql.Issue> issues, bool json, AskRequest request)
    {
        await IssueLines.WriteAsync(terminal.Error, issues).ConfigureAwait(false);
        if (IssueLines.IsUsage(issues))
        {
            return ExitCode.BadUsage;
        }

        if (json)
        {
            await terminal.Output.WriteLineAsync(AnswerJson.Write(Outcomes.Failed(RequestCheck.Base(request.Language) ?? "en", issues) with { Id = request.Id })).ConfigureAwait(false);
        }

        return ExitCode.Failed;
    }
}
