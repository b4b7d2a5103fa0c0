using System.Text.Json;
using System.Threading.Channels;
using BiAssistant.Answers;
using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Json;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary>
/// Answers JSON lines: a few at the same time, written in the order of the lines and each as soon as it may be. A line that cannot be read is answered as
/// well, with its number.
/// </summary>
internal sealed class Batch(Desk desk, Terminal terminal, AskRequest defaults)
{
    private const int AtOnce = 4;
    private const int LongestLine = 1_000_000;

    public async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        if (file == "-")
        {
            return await RunAsync(terminal.Input, null, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            using var lines = new StreamReader(Path.GetFullPath(file, terminal.WorkingDirectory));
            return await RunAsync(lines, file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"error: the file '{file}' cannot be read: {fault.Message}").ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
    }

    private async Task<int> RunAsync(TextReader lines, string? file, CancellationToken cancellationToken)
    {
        var answers = Channel.CreateBounded<Task<Answer>>(AtOnce);
        var writing = WriteAsync(answers, cancellationToken);
        try
        {
            for (var number = 1; await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    var here = number;
                    await answers.Writer.WriteAsync(Task.Run(() => AnswerAsync(line, new TextLocation(file, here, 1), cancellationToken), cancellationToken), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (ChannelClosedException)
        {
            // The writer has stopped; what stopped it is told below.
        }
        finally
        {
            answers.Writer.TryComplete();
        }

        await writing.ConfigureAwait(false);
        return ExitCode.Answered;
    }

    private async Task WriteAsync(Channel<Task<Answer>> answers, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await terminal.Output.WriteLineAsync(AnswerJson.Write(await answer.ConfigureAwait(false))).ConfigureAwait(false);
                await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            answers.Writer.TryComplete();
        }
    }

    private async Task<Answer> AnswerAsync(string line, TextLocation at, CancellationToken cancellationToken)
    {
        if (line.Length > LongestLine)
        {
            return Unreadable(at, null, [new Issue("line_too_long", $"it has more than {LongestLine} characters.")]);
        }

        var request = AskRequestJson.Read(line);
        return request.Value is { } asked
            ? await desk.AskAsync(WithDefaults(asked), cancellationToken).ConfigureAwait(false)
            : Unreadable(at, IdOf(line), request.Issues);
    }

    private AskRequest WithDefaults(AskRequest asked) => asked with
    {
        Language = asked.Language ?? defaults.Language,
        Conversation = asked.Conversation ?? defaults.Conversation,
        As = asked.As == Semantics.Access.Asker.Anyone ? defaults.As : asked.As,
    };

    private Answer Unreadable(TextLocation at, RequestId? id, Seq<Issue> issues) =>
        Outcomes.Failed(RequestCheck.Base(defaults.Language) ?? "en", issues.Select(issue => issue with
        {
            Message = $"Line {at.Line}: {issue.Message}",
            At = at with { Column = issue.At?.Column ?? 1 },
        }).ToSeq()) with { Id = id };

    /// <summary>The id of a line whose other parts are wrong.</summary>
    private static RequestId? IdOf(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                    ? new RequestId(id.ToString(), id.ValueKind == JsonValueKind.Number)
                    : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
