using System.CommandLine;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary><c>check</c>: every problem of a catalog with file, line and column.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var command = new Command("check", "Check the catalog: every problem with file, line and column.");
        foreach (var option in common.OfCatalog)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, _) =>
        {
            var source = CatalogSource.Find(common.Read(parsed, terminal));
            if (source.Value is not { } found)
            {
                await IssueLines.WriteAsync(terminal.Error, source.Issues).ConfigureAwait(false);
                return ExitCode.BadUsage;
            }

            var loaded = found.Load(terminal.WorkingDirectory);
            await IssueLines.WriteAsync(terminal.Output, loaded.Issues).ConfigureAwait(false);
            var (errors, warnings) = (Count(loaded.Issues, IssueSeverity.Error), Count(loaded.Issues, IssueSeverity.Warning));
            var catalog = loaded.Catalog;
            await terminal.Output.WriteLineAsync(
                $"{catalog.Models.Count} models, {catalog.Datasets.Count()} datasets, {catalog.Metrics.Count} metrics; {errors} errors, {warnings} warnings; version {catalog.Version}").ConfigureAwait(false);
            return loaded.Issues.Any(issue => issue.Code == "catalog_missing") ? ExitCode.BadUsage : errors > 0 ? ExitCode.Failed : ExitCode.Answered;
        });
        return command;
    }

    private static int Count(Seq<Issue> issues, IssueSeverity severity) => issues.Count(issue => issue.Severity == severity);
}
