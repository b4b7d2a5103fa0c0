using System.CommandLine;
using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Execution;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;

namespace BiAssistant.Cli;

/// <summary><c>compile</c>: a semantic query as SQL of a dialect; touches no warehouse.</summary>
internal static class CompileCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var query = new Argument<string>("query") { Description = "A file with a semantic query in JSON, the JSON itself, or - for standard input." };
        var dialect = new Option<string>("--dialect") { Description = "The SQL dialect to write.", DefaultValueFactory = _ => SqlDialects.DuckDb.Name };
        dialect.AcceptOnlyFromAmong([.. SqlDialects.All.Select(d => d.Name)]);
        var command = new Command("compile", "Write a semantic query as SQL.") { query, dialect };
        foreach (var option in common.OfCatalog)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var source = CatalogSource.Find(common.Read(parsed, terminal));
            var loaded = source.Value?.Load(terminal.WorkingDirectory);
            if (loaded is null || loaded.HasErrors)
            {
                await IssueLines.WriteAsync(terminal.Error, loaded?.Issues ?? source.Issues).ConfigureAwait(false);
                return loaded is null || IssueLines.IsUsage(loaded.Issues) ? ExitCode.BadUsage : ExitCode.Failed;
            }

            if (await TextOfAsync(parsed.GetRequiredValue(query), terminal, stop).ConfigureAwait(false) is not { } text)
            {
                return ExitCode.BadUsage;
            }

            var read = SemanticQueryJson.Read(text);
            var context = new BindingContext(common.As(parsed), new ModelClock(loaded.Catalog, source.Value?.Settings.Clock, TimeProvider.System).Now(common.Now(parsed)));
            return await WriteAsync(read, loaded.Catalog, SqlDialects.Find(parsed.GetRequiredValue(dialect)) ?? SqlDialects.DuckDb, context, terminal).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<string?> TextOfAsync(string given, Terminal terminal, CancellationToken stop)
    {
        if (given == "-")
        {
            return await terminal.Input.ReadToEndAsync(stop).ConfigureAwait(false);
        }

        if (given.TrimStart().StartsWith('{'))
        {
            return given;
        }

        try
        {
            return await File.ReadAllTextAsync(Path.GetFullPath(given, terminal.WorkingDirectory), stop).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"error: the file '{given}' cannot be read: {fault.Message}").ConfigureAwait(false);
            return null;
        }
    }

    private static async Task<int> WriteAsync(Outcome<SemanticQuery> read, Catalog catalog, SqlDialect dialect, BindingContext context, Terminal terminal)
    {
        if (read.Value is not { } query)
        {
            await IssueLines.WriteAsync(terminal.Error, read.Issues).ConfigureAwait(false);
            return ExitCode.Refused;
        }

        var compiler = new QueryCompiler(catalog, name => Outcome<WarehouseDialect>.Of(new WarehouseDialect(name, dialect)), TimeProvider.System);
        var compiled = compiler.Compile(query, context);
        if (compiled.Ready is not { } ready)
        {
            await IssueLines.WriteAsync(terminal.Error, compiled.Issues).ConfigureAwait(false);
            return ExitCode.Refused;
        }

        foreach (var sql in AnswerComposer.SqlOf(ready.Plan))
        {
            await terminal.Output.WriteLineAsync($"-- {(sql.Warehouse.Length == 0 ? "the only warehouse" : sql.Warehouse)}, {sql.Dialect}").ConfigureAwait(false);
            foreach (var parameter in sql.Parameters)
            {
                await terminal.Output.WriteLineAsync($"-- {parameter.Name}: {parameter.Value}").ConfigureAwait(false);
            }

            await terminal.Output.WriteLineAsync(sql.Text).ConfigureAwait(false);
        }

        return ExitCode.Answered;
    }
}
