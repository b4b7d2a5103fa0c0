using System.CommandLine;
using System.CommandLine.Invocation;
using BiAssistant.Cli.Importing;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Cli;

/// <summary>The command <c>bi-assistant</c>: its verbs, and what becomes of a line that is none.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Ask questions about the business's data and get numbers that can be defended.")
        {
            AskCommand.Create(terminal),
            CheckCommand.Create(terminal),
            CompileCommand.Create(terminal),
            DiffCommand.Create(terminal),
            EvalCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ImportCommand.Create(terminal),
            LineageCommand.Create(terminal),
        };
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await terminal.Error.WriteLineAsync("See 'bi-assistant --help'.").ConfigureAwait(false);
            return ExitCode.BadUsage;
        }

        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        catch (IOException closed)
        {
            await terminal.Error.WriteLineAsync($"error: {closed.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        catch (Exception bug)
        {
            new ErrorLog(terminal.Error).LogError(bug, "Something went wrong inside the command:");
            return ExitCode.Failed;
        }
    }
}
