using System.CommandLine;
using System.CommandLine.Parsing;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Sql;

namespace BiAssistant.Cli;

/// <summary>The options that every verb over a catalog has.</summary>
internal sealed class CommonOptions
{
    private const int MostRows = 1_000_000;

    private readonly Option<string[]> _catalog = new("--catalog")
    {
        Description = "A folder that holds semantic-models/ and metrics/, any folder of YAML, or one file; may be given more than once. Default: the nearest such folder.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _warehouse = new("--warehouse")
    {
        Description = "A connection: duckdb:PATH, sqlite:PATH or postgres://user:password@host/database; may be given more than once.",
        HelpName = "NAME=URL",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _now = new("--now") { Description = "The clock for relative periods, such as 2024-12-31T09:30:00.", HelpName = "TIME" };

    private readonly Option<string?> _as = new("--as") { Description = "The role of the asker, and attributes: ROLE[,name=value…].", HelpName = "ROLE" };

    private readonly Option<string> _model = new("--model") { Description = "A language model's URL, or none.", HelpName = "none|URL", DefaultValueFactory = _ => "none" };

    private readonly Option<string?> _state = new("--state") { Description = "Where state is kept: the path of a file or postgres://user:password@host/database.", HelpName = "PLACE" };

    private readonly Option<int?> _rowLimit = new("--row-limit") { Description = "The most rows of an answer; 10000 when not given.", HelpName = "N" };

    private readonly Option<string[]> _mostRead = new("--most-rows-read")
    {
        Description = "The most rows that one question may read without asking, by the engine's estimate, in all warehouses or in one; 'unlimited' for no bound. Default: 2000000000 of a file, 200000000 of a server.",
        HelpName = "[NAME=]N",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _mostAgreed = new("--most-rows-agreed")
    {
        Description = "The most rows that one question may read when the asker agrees to it; 0: nobody can agree. Default: ten times what is read without asking.",
        HelpName = "[NAME=]N",
        AllowMultipleArgumentsPerToken = false,
    };

    public CommonOptions()
    {
        _warehouse.Validators.Add(result => Each(result, text => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 ? null : $"'{text}' is no connection: --warehouse NAME=URL is expected."));
        _now.Validators.Add(result => Each(result, text => WorkspaceSettings.ParseClock(text) is null ? $"'{text}' is no time: --now 2024-12-31T09:30:00 is expected." : null));
        _model.Validators.Add(result => Each(result, text => text == "none" ? null : "Language models cannot be used yet: leave --model out, or say --model none."));
        _rowLimit.Validators.Add(result => Each(result, text => int.TryParse(text, out var rows) && rows is >= 1 and <= MostRows ? null : $"'{text}' is no row limit: a number from 1 to {MostRows} is expected."));
    }

    public IEnumerable<Option> All => [_catalog, _warehouse, _now, _as, _model, _state, _rowLimit, _mostRead, _mostAgreed];

    public IEnumerable<Option> OfCatalog => [_catalog, _now, _as];

    public IEnumerable<Option> OfVersions => [_catalog, _state];

    public IEnumerable<Option> OfChecks => [_catalog, _warehouse, _now, _as, _state, _mostRead];

    public WorkspaceOptions Read(ParseResult parsed, Terminal terminal) => new()
    {
        CatalogPaths = (parsed.GetValue(_catalog) ?? []).ToSeq(),
        Warehouses = (parsed.GetResult(_warehouse) is null ? [] : parsed.GetValue(_warehouse) ?? []).Select(Named).ToSeq(),
        Now = Now(parsed),
        State = parsed.GetResult(_state) is null ? null : parsed.GetValue(_state),
        RowLimit = parsed.GetResult(_rowLimit) is null ? null : parsed.GetValue(_rowLimit),
        MostRowsRead = Rows(parsed, _mostRead),
        MostRowsAgreed = Rows(parsed, _mostAgreed),
        WorkingDirectory = terminal.WorkingDirectory,
        ProgramFolder = terminal.ProgramFolder,
    };

    public DateTime? Now(ParseResult parsed) => parsed.GetValue(_now) is { } text ? WorkspaceSettings.ParseClock(text) : null;

    public Asker As(ParseResult parsed) => parsed.GetValue(_as) is { Length: > 0 } role ? Asker.Parse(role) : Asker.Anyone;

    private static NamedUrl Named(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new NamedUrl(text[..at].Trim(), text[(at + 1)..].Trim());
    }

    /// <summary>With a name before it, or for every warehouse.</summary>
    private static Seq<NamedRows> Rows(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetResult(option) is null ? [] : parsed.GetValue(option) ?? [])
        .Select(text => text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? new NamedRows(text[..at].Trim(), text[(at + 1)..].Trim()) : new NamedRows(null, text.Trim()))
        .ToSeq();

    private static void Each(OptionResult result, Func<string, string?> problem)
    {
        foreach (var token in result.Tokens)
        {
            if (problem(token.Value) is { } message)
            {
                result.AddError(message);
            }
        }
    }
}
