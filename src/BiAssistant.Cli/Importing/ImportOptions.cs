using System.CommandLine;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Cli.Importing;

/// <summary>The options that every kind of import has.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string?> _catalog = new("--catalog")
    {
        Description = "The folder of the catalog that the import is brought into; made when it is missing. Default: the nearest folder that holds semantic-models/ and metrics/.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _name = new("--name") { Description = "The import's name, by which it is found again, and the name of a model that it makes. Default: taken from the source.", HelpName = "NAME" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would change, and write nothing." };

    private readonly Option<bool> _all = new("--all") { Description = "Show every line of the report." };

    public ImportOptions() =>
        _name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && ImportName.Check(name) is { Succeeded: false } wrong)
            {
                result.AddError(IssueLines.Of(wrong.Issues[0]));
            }
        });

    public IEnumerable<Option> All => [_catalog, _name, _dryRun, _all];

    /// <summary>The name that was given, else one made of what the source is called.</summary>
    public string Name(ParseResult parsed, string source) => parsed.GetValue(_name) ?? ImportName.Of(source);

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    public bool ShowsAll(ParseResult parsed) => parsed.GetValue(_all);

    /// <summary>The full path of the catalog's folder.</summary>
    public Outcome<string> Folder(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(_catalog) is { } given)
        {
            var full = Path.GetFullPath(given, terminal.WorkingDirectory);
            return File.Exists(full)
                ? Outcome<string>.Failed(new Issue("catalog_not_folder", $"'{given}' is a file; an import is brought into a folder.") { Suggestions = [Path.GetDirectoryName(given) is { Length: > 0 } parent ? parent : "."] })
                : Outcome<string>.Of(full);
        }

        return CatalogFiles.FindDefault(terminal.WorkingDirectory) is { } nearest
            ? Outcome<string>.Of(nearest)
            : Outcome<string>.Failed(new Issue("catalog_missing", "There is no catalog here to bring the import into. Say where it is, or where a new one is to be made, with --catalog FOLDER."));
    }
}
