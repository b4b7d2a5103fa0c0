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
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Cli;

/// <summary><c>compile</c>: a semantic query, or SQL of one dialect, as SQL of a dialect; touches no warehouse.</summary>
internal static class CompileCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var translation = new TranslateOptions();
        var query = new Argument<string?>("query") { Description = "A file with a semantic query in JSON, the JSON itself, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var dialect = new Option<string>("--dialect") { Description = "The SQL dialect to write.", DefaultValueFactory = _ => SqlDialects.DuckDb.Name };
        dialect.AcceptOnlyFromAmong([.. SqlDialects.All.Select(d => d.Name)]);
        var command = new Command("compile", "Write a semantic query as SQL, or SQL of one dialect in another.") { query, dialect };
        foreach (var option in translation.All)
        {
            command.Options.Add(option);
        }

        foreach (var option in common.OfCatalog)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (translation.Problem(result, result.GetResult(query) is { Tokens.Count: > 0 }, result.GetResult(dialect) is { Implicit: false }) is { } problem)
            {
                result.AddError(problem);
            }
        });
        command.SetAction((parsed, stop) => translation.File(parsed) is { } file
            ? TranslateAsync(file, translation.From(parsed), translation.To(parsed), terminal, stop)
            : CompileAsync(common, parsed, parsed.GetValue(query) ?? "", SqlDialects.Find(parsed.GetRequiredValue(dialect)) ?? SqlDialects.DuckDb, terminal, stop));
        return command;
    }

    private static async Task<int> CompileAsync(CommonOptions common, ParseResult parsed, string given, SqlDialect dialect, Terminal terminal, CancellationToken stop)
    {
        var source = CatalogSource.Find(common.Read(parsed, terminal));
        var loaded = source.Value?.Load(terminal.WorkingDirectory);
        if (loaded is null || loaded.HasErrors)
        {
            await IssueLines.WriteAsync(terminal.Error, loaded?.Issues ?? source.Issues).ConfigureAwait(false);
            return loaded is null || IssueLines.IsUsage(loaded.Issues) ? ExitCode.BadUsage : ExitCode.Failed;
        }

        if (await TextOfAsync(given, terminal, stop).ConfigureAwait(false) is not { } text)
        {
            return ExitCode.BadUsage;
        }

        var context = new BindingContext(common.As(parsed), new ModelClock(loaded.Catalog, source.Value?.Settings.Clock, TimeProvider.System).Now(common.Now(parsed)));
        return await WriteAsync(SemanticQueryJson.Read(text), loaded.Catalog, dialect, context, terminal).ConfigureAwait(false);
    }

    private static async Task<string?> TextOfAsync(string given, Terminal terminal, CancellationToken stop)
    {
        if (given.TrimStart().StartsWith('{'))
        {
            return given;
        }

        using var reader = await OpenAsync(given, terminal).ConfigureAwait(false);
        return reader is null ? null : await reader.ReadToEndAsync(stop).ConfigureAwait(false);
    }

    /// <summary>A file, or - for standard input; null, with a line on standard error, where it cannot be read.</summary>
    private static async Task<TextReader?> OpenAsync(string given, Terminal terminal)
    {
        if (given == "-")
        {
            return terminal.Input;
        }

        try
        {
            return new StreamReader(Path.GetFullPath(given, terminal.WorkingDirectory));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"error: the file '{given}' cannot be read: {fault.Message}").ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Reads SQL of one dialect and writes what means the same in another.</summary>
    private static async Task<int> TranslateAsync(string file, SqlDialect from, SqlDialect to, Terminal terminal, CancellationToken stop)
    {
        using var reader = await OpenAsync(file, terminal).ConfigureAwait(false);
        if (reader is null)
        {
            return ExitCode.BadUsage;
        }

        var text = new char[SqlParser.MaximumLength + 1];
        var length = await reader.ReadBlockAsync(text, stop).ConfigureAwait(false);
        if (length == text.Length)
        {
            await terminal.Error.WriteLineAsync($"error: '{file}' has more than {SqlParser.MaximumLength} characters, which is the most that are read.").ConfigureAwait(false);
            return ExitCode.Refused;
        }

        var translated = SqlTranslator.Translate(new string(text, 0, length), from, to);
        foreach (var issue in translated.Issues)
        {
            await terminal.Error.WriteLineAsync(issue.At is { } at ? IssueLines.Of(issue with { At = at with { File = file } }) : $"{file}: {IssueLines.Of(issue)}").ConfigureAwait(false);
        }

        if (translated.Value is not { } sql)
        {
            return ExitCode.Refused;
        }

        await terminal.Output.WriteLineAsync(sql.Text).ConfigureAwait(false);
        return ExitCode.Answered;
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
