using System.CommandLine;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Semantics.Versions;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary><c>lineage</c>: what something is made of, down to the columns, and who uses it, up to the questions.</summary>
internal static class LineageCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var name = new Argument<string>("name") { Description = "A metric, dataset.field, dataset, relationship, glossary term, table or table.column." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("lineage", "Say what something is made of and who uses it, from column to question.") { name, json };
        foreach (var option in common.OfVersions)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var opened = CatalogVersions.Open(common.Read(parsed, terminal), TimeProvider.System, new ErrorLog(terminal.Error));
            var current = opened.Value?.Current();
            if (opened.Value is not { } versions || current?.Value is not { } snapshot)
            {
                Seq<Issue> issues = [.. opened.Issues, .. current?.Issues ?? []];
                await IssueLines.WriteAsync(terminal.Error, issues).ConfigureAwait(false);
                return IssueLines.IsUsage(issues) ? ExitCode.BadUsage : ExitCode.Failed;
            }

            var lineage = Lineage.Of(snapshot.Catalog, await versions.History.QuestionsAsync(stop).ConfigureAwait(false));
            var asked = parsed.GetRequiredValue(name);
            var found = lineage.Find(asked);
            if (found.IsEmpty)
            {
                var nearest = lineage.Nearest(asked);
                await terminal.Error.WriteLineAsync($"error: nothing here is called '{asked}'.{Nearest.Question(nearest)}").ConfigureAwait(false);
                return ExitCode.Refused;
            }

            var text = parsed.GetValue(json) ? LineageText.WriteJson(lineage, found) + "\n" : string.Concat(found.Select(node => LineageText.Write(lineage, node)));
            await terminal.Output.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
            return ExitCode.Answered;
        });
        return command;
    }
}
