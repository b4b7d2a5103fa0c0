using System.CommandLine;
using BiAssistant.Answers.Importing;
using BiAssistant.Answers.Importing.Databases;
using BiAssistant.Answers.Settings;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;

namespace BiAssistant.Cli.Importing;

/// <summary><c>import database</c>: a model drafted from a live database's tables, keys and comments, with what it guesses proven on the data.</summary>
internal static class ImportDatabaseCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new ImportOptions();
        var connection = new Argument<string>("NAME=URL")
        {
            Description = "The connection, under the name that the model gives it: main=duckdb:PATH, main=sqlite:PATH or main=postgres://user:password@host/database.",
        };
        var schemas = new Option<string[]>("--schema") { Description = "A schema to read; may be given more than once. Default: all.", HelpName = "SCHEMA" };
        var tables = new Option<string[]>("--tables") { Description = "Tables and views to read, such as sales_* or crm.*; may be given more than once. Default: all tables, no views.", HelpName = "PATTERN" };
        connection.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } text || text.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at) || at == text.Length - 1)
            {
                result.AddError("A connection is expected: NAME=URL, such as main=sqlite:data/shop.sqlite.");
            }
        });
        var command = new Command("database", "A live database: its tables, keys and comments, and what its rows say of them.") { connection, schemas, tables };
        foreach (var option in common.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var named = Named(parsed.GetRequiredValue(connection));
            var parsedUrl = WarehouseUrl.Parse(named.Url, terminal.WorkingDirectory);
            if (parsedUrl.Value is not { } url)
            {
                await IssueLines.WriteAsync(terminal.Error, parsedUrl.Issues).ConfigureAwait(false);
                return ExitCode.BadUsage;
            }

            var scope = new SchemaScope(Given(parsed.GetValue(schemas)), Given(parsed.GetValue(tables)));
            var warehouse = Engines.Open(named.Name, url, TimeProvider.System);
            await using (warehouse.ConfigureAwait(false))
            {
                var import = new DatabaseImport(warehouse, common.Name(parsed, named.Name), scope, ImportLimits.Default, TimeProvider.System, new ErrorLog(terminal.Error));
                var draft = await import.DraftAsync(stop).ConfigureAwait(false);
                return await new ImportRun(common, parsed, terminal).WriteAsync(draft, new ImportOrigin("database", url.ToString(), named), stop).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static NamedUrl Named(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new NamedUrl(text[..at].Trim(), text[(at + 1)..].Trim());
    }

    private static Seq<string> Given(string[]? texts) => (texts ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).ToSeq();
}
