using System.CommandLine;
using BiAssistant.Answers.Importing;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Cli.Importing;

/// <summary>The part of an import that every kind has in common: the draft goes into the catalog, the report to standard output, what is wrong to standard error.</summary>
internal sealed class ImportRun(ImportOptions options, ParseResult parsed, Terminal terminal)
{
    public async Task<int> WriteAsync(Outcome<ImportDraft> draft, ImportOrigin origin, CancellationToken stop)
    {
        await IssueLines.WriteAsync(terminal.Error, draft.Issues).ConfigureAwait(false);
        if (draft.Value is not { } drafted)
        {
            return ExitCode.Failed;
        }

        var folder = options.Folder(parsed, terminal);
        if (folder.Value is not { } place)
        {
            await IssueLines.WriteAsync(terminal.Error, folder.Issues).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }

        var dryRun = options.IsDryRun(parsed);
        var imported = await new CatalogImport(place).RunAsync(drafted, origin, dryRun, stop).ConfigureAwait(false);
        await IssueLines.WriteAsync(terminal.Error, imported.Issues).ConfigureAwait(false);
        if (imported.Value is not { } report)
        {
            return ExitCode.Failed;
        }

        var text = new ImportReportText(place, terminal.WorkingDirectory, origin, dryRun, options.ShowsAll(parsed)).Of(report);
        await terminal.Output.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
