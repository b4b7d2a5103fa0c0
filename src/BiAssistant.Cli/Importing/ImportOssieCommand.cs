using System.CommandLine;
using BiAssistant.Answers.Importing;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Ossie;
using BiAssistant.Sql;

namespace BiAssistant.Cli.Importing;

/// <summary><c>import ossie</c>: an Apache Ossie document, which loads as it is.</summary>
internal static class ImportOssieCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new ImportOptions();
        var file = new Argument<string>("FILE") { Description = "The Ossie document, YAML or JSON." };
        var command = new Command("ossie", "An Apache Ossie document.") { file };
        foreach (var option in common.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var given = parsed.GetValue(file)!;
            var name = common.Name(parsed, Path.GetFileNameWithoutExtension(given));
            var text = SourceFile.Read(Path.GetFullPath(given, terminal.WorkingDirectory), given);
            var draft = text.Value is { } document ? OssieImport.Read(document, name) : Outcome<ImportDraft>.Failed(text.Issues);
            return await new ImportRun(common, parsed, terminal).WriteAsync(draft, new ImportOrigin("ossie", given), stop).ConfigureAwait(false);
        });
        return command;
    }
}
