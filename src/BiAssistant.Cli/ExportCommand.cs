using System.CommandLine;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Semantics.Exporting;

namespace BiAssistant.Cli;

/// <summary><c>export</c>: the catalog as an Apache Ossie document, or the catalog format as a JSON schema.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var ossie = new Option<bool>("--ossie") { Description = "The catalog as a strict Apache Ossie document; what Ossie has no key for is carried in custom extensions and read back." };
        var schema = new Option<bool>("--schema") { Description = "The catalog format as a JSON schema, for editors to complete and check." };
        var file = new Option<string?>("--out") { Description = "The file to write; standard output when not given.", HelpName = "FILE" };
        var command = new Command("export", "Write the catalog, or its format, for another tool.") { ossie, schema, file };
        foreach (var option in common.OfCatalog)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(ossie) == result.GetValue(schema))
            {
                result.AddError("Say what to export: either --ossie or --schema.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(schema))
            {
                return await WriteAsync(SchemaExporter.Write(), parsed.GetValue(file), terminal, stop).ConfigureAwait(false);
            }

            var source = CatalogSource.Find(common.Read(parsed, terminal));
            if (source.Value is not { } found)
            {
                await IssueLines.WriteAsync(terminal.Error, source.Issues).ConfigureAwait(false);
                return ExitCode.BadUsage;
            }

            var read = CatalogFiles.Read(found.Paths, terminal.WorkingDirectory);
            if (!read.Issues.IsEmpty)
            {
                await IssueLines.WriteAsync(terminal.Error, read.Issues).ConfigureAwait(false);
                return IssueLines.IsUsage(read.Issues) ? ExitCode.BadUsage : ExitCode.Failed;
            }

            var exported = OssieExporter.Export(read.Texts);
            await IssueLines.WriteAsync(terminal.Error, exported.Issues).ConfigureAwait(false);
            return exported.Value is { } catalog ? await WriteAsync(catalog.Text, parsed.GetValue(file), terminal, stop).ConfigureAwait(false) : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<int> WriteAsync(string text, string? file, Terminal terminal, CancellationToken stop)
    {
        if (file is null)
        {
            await terminal.Output.WriteAsync(text.AsMemory(), stop).ConfigureAwait(false);
            return ExitCode.Answered;
        }

        try
        {
            await File.WriteAllTextAsync(Path.GetFullPath(file, terminal.WorkingDirectory), text, stop).ConfigureAwait(false);
            return ExitCode.Answered;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"error: the file '{file}' cannot be written: {fault.Message}").ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
    }
}
