using System.CommandLine;
using BiAssistant.Answers.Importing;
using BiAssistant.Answers.Importing.Dbt;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Dbt;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Cli.Importing;

/// <summary><c>import dbt</c>: the semantic layer of a dbt project.</summary>
internal static class ImportDbtCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new ImportOptions();
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the project, which holds dbt_project.yml." };
        var schema = new Option<string?>("--schema") { Description = "The schema that models are built in, where target/manifest.json does not say it.", HelpName = "NAME" };
        var dialect = new Option<string?>("--dialect")
        {
            Description = "The SQL of the project's expressions. Default: that of the manifest's adapter, else portable SQL.",
            HelpName = "DIALECT",
        };
        dialect.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && SqlDialects.Find(name) is null)
            {
                var known = SqlDialects.All.Select(known => known.Name).ToList();
                result.AddError($"'{name}' is no dialect here: {string.Join(", ", known)} are known.{Nearest.Question(Nearest.To(name, known))}");
            }
        });
        var command = new Command("dbt", "The semantic layer of a dbt project: semantic models and metrics, in both published forms.") { folder, schema, dialect };
        foreach (var option in common.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var given = parsed.GetValue(folder)!;
            var read = await DbtProjectFiles.ReadAsync(Path.GetFullPath(given, terminal.WorkingDirectory), given, stop).ConfigureAwait(false);
            var draft = read.Value is not { } source ? Outcome<ImportDraft>.Failed(read.Issues) : DbtImport.Read(source, new DbtOptions
            {
                Name = common.Name(parsed, source.Project.Name ?? source.Folder),
                Schema = parsed.GetValue(schema),
                Dialect = parsed.GetValue(dialect) is { } name ? SqlDialects.Find(name) : null,
            });
            return await new ImportRun(common, parsed, terminal).WriteAsync(draft, new ImportOrigin("dbt", given), stop).ConfigureAwait(false);
        });
        return command;
    }
}
