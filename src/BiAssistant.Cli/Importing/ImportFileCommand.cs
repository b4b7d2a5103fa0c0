using System.CommandLine;
using System.Globalization;
using BiAssistant.Answers.Importing;
using BiAssistant.Answers.Importing.Files;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Cli.Importing;

/// <summary><c>import file</c>: CSV and Parquet files, loaded into a DuckDB file and drafted as a model.</summary>
internal static class ImportFileCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new ImportOptions();
        var said = new FileOptions();
        var command = new Command("file", "CSV and Parquet files, loaded into a DuckDB file; every value as it stands, or none.") { said.Paths };
        foreach (var option in said.All.Concat(common.All))
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var request = said.Read(parsed, terminal);
            var name = common.Name(parsed, Path.GetFileNameWithoutExtension(request.Into));
            var warehouse = said.Warehouse(parsed) ?? name;
            var imported = await FileImport.RunAsync(request, name, warehouse, TimeProvider.System, new ErrorLog(terminal.Error), stop).ConfigureAwait(false);
            if (imported.Value is not { } import)
            {
                await IssueLines.WriteAsync(terminal.Error, imported.Issues).ConfigureAwait(false);
                return ExitCode.Failed;
            }

            using (import)
            {
                var ready = import.Check();
                if (!ready.IsEmpty)
                {
                    await IssueLines.WriteAsync(terminal.Error, ready).ConfigureAwait(false);
                    return ExitCode.Failed;
                }

                var near = Path.GetRelativePath(terminal.WorkingDirectory, import.Database);
                var place = near.StartsWith("..", StringComparison.Ordinal) ? import.Database : near;
                var origin = new ImportOrigin("file", place, new NamedUrl(warehouse, $"duckdb:{place}"));
                var code = await new ImportRun(common, parsed, terminal).WriteAsync(Outcome<ImportDraft>.Of(import.Draft, imported.Issues), origin, stop).ConfigureAwait(false);
                if (code != ExitCode.Answered || common.IsDryRun(parsed))
                {
                    return code;
                }

                var issues = import.Keep();
                await IssueLines.WriteAsync(terminal.Error, issues).ConfigureAwait(false);
                return issues.IsEmpty ? ExitCode.Answered : ExitCode.Failed;
            }
        });
        return command;
    }

    /// <summary>What is said of the files on the command line.</summary>
    private sealed class FileOptions
    {
        private readonly Option<string> _into = new("--into") { Description = "The DuckDB file to load into; made when it is missing. Its other tables stay.", HelpName = "PATH", Required = true };

        private readonly Option<string?> _warehouse = new("--warehouse") { Description = "The connection's name in the model. Default: the import's name.", HelpName = "NAME" };

        private readonly Option<string?> _table = new("--table") { Description = "The table's name; several files of the same columns become one table. Default: a table a file, called as the file.", HelpName = "NAME" };

        private readonly Option<string?> _delimiter = new("--delimiter") { Description = "What stands between two cells: ',', ';', '|', tab or another sign. Default: seen from the file.", HelpName = "SIGN" };

        private readonly Option<string?> _encoding = new("--encoding") { Description = "How the files' bytes are letters, such as euc-kr. Default: seen from the file.", HelpName = "NAME" };

        private readonly Option<string?> _dateOrder = new("--date-order") { Description = "The order of day, month and year in dates such as 05/03/2024. Default: as the data prove it, else the dates stay text.", HelpName = "dmy|mdy|ymd" };

        private readonly Option<string?> _decimal = new("--decimal") { Description = "The decimal mark. Default: as the data prove it.", HelpName = ".|," };

        private readonly Option<string?> _header = new("--header") { Description = "Whether the first line holds the names of the columns. Default: seen from the file.", HelpName = "yes|no" };

        private readonly Option<double?> _timeLimit = new("--time-limit") { Description = "The longest that loading may take; no limit when not given.", HelpName = "SECONDS" };

        public FileOptions()
        {
            OneOf(_dateOrder, "dmy", "mdy", "ymd");
            OneOf(_decimal, ".", ",");
            OneOf(_header, "yes", "no");
            _delimiter.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } sign && Delimiter(sign) is null)
                {
                    result.AddError($"'{sign}' cannot divide cells: one sign such as ',' or ';', or tab, is expected.");
                }
            });
            _timeLimit.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<double?>() is <= 0 or > 86_400)
                {
                    result.AddError("--time-limit is a number of seconds, a day at most.");
                }
            });
            _warehouse.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<string?>() is { } name && (string.IsNullOrWhiteSpace(name) || name.Contains('=', StringComparison.Ordinal)))
                {
                    result.AddError($"'{name}' is no name of a connection; where it leads says --into.");
                }
            });
        }

        public Argument<string[]> Paths { get; } = new("PATH") { Description = "Files, folders or patterns such as 'exports/*.csv'.", Arity = ArgumentArity.OneOrMore };

        public IEnumerable<Option> All => [_into, _warehouse, _table, _delimiter, _encoding, _dateOrder, _decimal, _header, _timeLimit];

        public string? Warehouse(ParseResult parsed) => parsed.GetValue(_warehouse)?.Trim();

        public FileImportRequest Read(ParseResult parsed, Terminal terminal) => new((parsed.GetValue(Paths) ?? []).ToSeq(), parsed.GetRequiredValue(_into), terminal.WorkingDirectory)
        {
            Table = parsed.GetValue(_table),
            Delimiter = parsed.GetValue(_delimiter) is { } sign ? Delimiter(sign) : null,
            Encoding = parsed.GetValue(_encoding),
            DateOrder = parsed.GetValue(_dateOrder) switch { "dmy" => DateOrder.DayMonthYear, "mdy" => DateOrder.MonthDayYear, "ymd" => DateOrder.YearMonthDay, _ => null },
            DecimalMark = parsed.GetValue(_decimal)?[0],
            Header = parsed.GetValue(_header) switch { "yes" => true, "no" => false, _ => null },
            TimeLimit = parsed.GetValue(_timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

        private static char? Delimiter(string sign) => sign switch
        {
            "tab" or "\\t" => '\t',
            [not ('"' or '\r' or '\n' or '\0') and var letter] => letter,
            _ => null,
        };

        private static void OneOf(Option<string?> option, params string[] allowed) => option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !allowed.Contains(given))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {string.Join(" or ", allowed)}, not '{given}'."));
            }
        });
    }
}
