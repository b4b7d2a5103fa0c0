using System.CommandLine;
using BiAssistant.Answers;
using BiAssistant.Answers.Evaluation;

namespace BiAssistant.Cli;

/// <summary><c>eval</c>: questions whose right answers are known, asked and judged; how many of each shape and language are right.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var paths = new Argument<string[]>("paths") { Description = "Files of questions, called SHAPE-NAME.LANGUAGE.txt, or folders of them.", HelpName = "FILE|FOLDER", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var failures = new Option<bool>("--failures") { Description = "List every question that did not get what it must, and why." };
        var command = new Command("eval", "Ask questions whose answers are known, and say how many are answered right, wrong, or not at all.") { paths, json, failures };
        foreach (var option in common.All)
        {
            command.Options.Add(option);
        }

        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value is ['-', ..]))
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            var read = await QuestionFiles.ReadAsync(parsed.GetValue(paths) ?? [], terminal.WorkingDirectory, stop).ConfigureAwait(false);
            if (read.Value is not { } questions)
            {
                await IssueLines.WriteAsync(terminal.Error, read.Issues).ConfigureAwait(false);
                return ExitCode.BadUsage;
            }

            var log = new ErrorLog(terminal.Error);
            var opened = Workspace.Open(common.Read(parsed, terminal) with { KeepsQuestions = false }, TimeProvider.System, log);
            if (opened.Value is not { } workspace)
            {
                await IssueLines.WriteAsync(terminal.Error, opened.Issues).ConfigureAwait(false);
                return IssueLines.IsUsage(opened.Issues) ? ExitCode.BadUsage : ExitCode.Failed;
            }

            await using (workspace.ConfigureAwait(false))
            {
                var report = await new Examination(workspace, log).RunAsync(questions.Blocks, common.As(parsed), stop).ConfigureAwait(false);
                await IssueLines.WriteAsync(terminal.Error, report.Unreadable).ConfigureAwait(false);
                await terminal.Output.WriteAsync(parsed.GetValue(json) ? EvaluationJson.Write(report, parsed.GetValue(failures)) + "\n" : EvaluationText.Write(report, parsed.GetValue(failures))).ConfigureAwait(false);
                return report.Unreadable.IsEmpty ? ExitCode.Answered : ExitCode.Failed;
            }
        });
        return command;
    }
}
