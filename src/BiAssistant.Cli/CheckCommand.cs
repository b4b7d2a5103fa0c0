using System.CommandLine;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.DataChecks;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary><c>check</c>: every problem of a catalog with file, line and column; with <c>--against-data</c>, also what the data disproves.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var against = new Option<bool>("--against-data") { Description = "Prove keys, relationships, checks and freshness on the warehouses' data." };
        var command = new Command("check", "Check the catalog: every problem with file, line and column.") { against };
        foreach (var option in common.OfChecks)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var options = common.Read(parsed, terminal);
            var source = CatalogSource.Find(options);
            if (source.Value is not { } found)
            {
                await IssueLines.WriteAsync(terminal.Error, source.Issues).ConfigureAwait(false);
                return ExitCode.BadUsage;
            }

            var loaded = found.Load(terminal.WorkingDirectory);
            await WriteAsync(terminal, loaded).ConfigureAwait(false);
            if (loaded.Issues.Any(issue => issue.Code == "catalog_missing"))
            {
                return ExitCode.BadUsage;
            }

            if (loaded.HasErrors || !parsed.GetValue(against))
            {
                return loaded.HasErrors ? ExitCode.Failed : ExitCode.Answered;
            }

            var checkup = await DataCheckup.RunAsync(found, loaded, options, TimeProvider.System, new ErrorLog(terminal.Error), stop).ConfigureAwait(false);
            if (checkup.Value is not { } result)
            {
                await IssueLines.WriteAsync(terminal.Error, checkup.Issues).ConfigureAwait(false);
                return IssueLines.IsUsage(checkup.Issues) ? ExitCode.BadUsage : ExitCode.Failed;
            }

            await WriteAsync(terminal, result).ConfigureAwait(false);
            return Count(result.Issues, IssueSeverity.Error) > 0 ? ExitCode.Failed : ExitCode.Answered;
        });
        return command;
    }

    private static async Task WriteAsync(Terminal terminal, CatalogLoad loaded)
    {
        await IssueLines.WriteAsync(terminal.Output, loaded.Issues).ConfigureAwait(false);
        var (errors, warnings) = (Count(loaded.Issues, IssueSeverity.Error), Count(loaded.Issues, IssueSeverity.Warning));
        var catalog = loaded.Catalog;
        await terminal.Output.WriteLineAsync(
            $"{catalog.Models.Count} models, {catalog.Datasets.Count()} datasets, {catalog.Metrics.Count} metrics; {errors} errors, {warnings} warnings; version {catalog.Version}").ConfigureAwait(false);
    }

    private static async Task WriteAsync(Terminal terminal, CheckupResult result)
    {
        await IssueLines.WriteAsync(terminal.Output, result.Issues).ConfigureAwait(false);
        var (errors, warnings) = (Count(result.Issues, IssueSeverity.Error), Count(result.Issues, IssueSeverity.Warning));
        await terminal.Output.WriteLineAsync(
            $"{result.Asked} claims put to the data, {result.Proven} hold; {errors} errors, {warnings} warnings").ConfigureAwait(false);
    }

    private static int Count(Seq<Issue> issues, IssueSeverity severity) => issues.Count(issue => issue.Severity == severity);
}
