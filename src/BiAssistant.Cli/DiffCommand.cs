using System.CommandLine;
using System.Globalization;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Versions;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary><c>diff</c>: what changed between two versions of a catalog, in words.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var before = new Argument<string?>("A") { Description = "The earlier version: a path, git:REVISION, or the first letters of the hash of a version that has answered.", Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("B") { Description = "The later version; the catalog as it is now when not given.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "List the versions that have answered." };
        var metric = new Option<string?>("--metric") { Description = "With --list: the versions of this metric, with the hash of what it meant.", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("diff", "Say what changed between two versions of the catalog, what it affects and what it breaks.") { before, after, list, metric, json };
        foreach (var option in common.OfVersions)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if ((result.GetValue(before) is null) != result.GetValue(list) || (result.GetValue(metric) is not null && !result.GetValue(list)))
            {
                result.AddError("Give a version to compare with, or --list.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            var opened = CatalogVersions.Open(common.Read(parsed, terminal), TimeProvider.System, new ErrorLog(terminal.Error));
            if (opened.Value is not { } versions)
            {
                return await RefuseAsync(opened.Issues, terminal).ConfigureAwait(false);
            }

            return parsed.GetValue(before) is { } first
                ? await CompareAsync(versions, first, parsed.GetValue(after), parsed.GetValue(json), terminal, stop).ConfigureAwait(false)
                : await ListAsync(versions.History, parsed.GetValue(metric), terminal, stop).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> CompareAsync(CatalogVersions versions, string first, string? second, bool json, Terminal terminal, CancellationToken stop)
    {
        var before = await versions.FindAsync(first, stop).ConfigureAwait(false);
        var after = second is null ? versions.Current() : await versions.FindAsync(second, stop).ConfigureAwait(false);
        if (before.Value is not { } old || after.Value is not { } now)
        {
            return await RefuseAsync([.. before.Issues, .. after.Issues], terminal).ConfigureAwait(false);
        }

        var diff = CatalogDiff.Between(old, now, await versions.History.QuestionsAsync(stop).ConfigureAwait(false));
        await terminal.Output.WriteAsync((json ? DiffJson.Write(diff) + "\n" : DiffText.Write(diff)).AsMemory(), stop).ConfigureAwait(false);
        return ExitCode.Answered;
    }

    private static async Task<int> ListAsync(CatalogHistory history, string? metric, Terminal terminal, CancellationToken stop)
    {
        var lines = metric is null
            ? (await history.FindAsync("", stop).ConfigureAwait(false)).Select(v => $"{v.Version[..12]}  {Day(v.FirstSeen)} to {Day(v.LastSeen)}")
            : (await history.OfMetricAsync(metric, stop).ConfigureAwait(false)).Select(m => $"version {m.Number}  {m.Hash[..12]}  since {Day(m.FirstSeen)}, catalog {m.CatalogVersion[..12]}");
        foreach (var line in lines)
        {
            await terminal.Output.WriteLineAsync(line).ConfigureAwait(false);
        }

        return ExitCode.Answered;
    }

    private static async Task<int> RefuseAsync(Seq<Issue> issues, Terminal terminal)
    {
        await IssueLines.WriteAsync(terminal.Error, issues).ConfigureAwait(false);
        return IssueLines.IsUsage(issues) ? ExitCode.BadUsage : ExitCode.Failed;
    }

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
