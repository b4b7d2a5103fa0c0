using BiAssistant.Answers.Settings;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Versions;
using BiAssistant.Sql;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Catalogs;

/// <summary>Finds a version of a catalog by what a person calls it: a path, <c>git:REVISION</c>, or the beginning of the hash of one that has answered.</summary>
public sealed class CatalogVersions
{
    private const string Git = "git:";
    private const int ShortestHash = 4;

    private readonly Outcome<CatalogSource> _source;
    private readonly string _workingDirectory;

    private CatalogVersions(Outcome<CatalogSource> source, string workingDirectory, CatalogHistory history) => (_source, _workingDirectory, History) = (source, workingDirectory, history);

    public CatalogHistory History { get; }

    public static Outcome<CatalogVersions> Open(WorkspaceOptions options, TimeProvider clock, ILogger log)
    {
        var source = CatalogSource.Find(options);
        var issues = new List<Issue>();
        var state = Workspace.OpenState(options.State ?? source.Value?.Settings.State, clock, log, issues);
        return issues.Count > 0
            ? Outcome<CatalogVersions>.Failed(issues.ToSeq())
            : Outcome<CatalogVersions>.Of(new CatalogVersions(source, options.WorkingDirectory, new CatalogHistory(state)));
    }

    /// <summary>The catalog itself, as it lies there now.</summary>
    public Outcome<CatalogSnapshot> Current() =>
        _source.Value is { } source ? Of(CatalogFiles.Read(source.Paths, _workingDirectory)) : Outcome<CatalogSnapshot>.Failed(_source.Issues);

    public async Task<Outcome<CatalogSnapshot>> FindAsync(string named, CancellationToken cancellationToken)
    {
        if (named.StartsWith(Git, StringComparison.Ordinal))
        {
            return _source.Value is { } source
                ? Of(await GitCatalog.ReadAsync(named[Git.Length..], source.Paths, _workingDirectory, cancellationToken).ConfigureAwait(false))
                : Outcome<CatalogSnapshot>.Failed(_source.Issues);
        }

        var path = Path.GetFullPath(named, _workingDirectory);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return Of(CatalogFiles.Read([named], _workingDirectory));
        }

        var served = named.Length >= ShortestHash && named.All(char.IsAsciiHexDigit) ? await History.FindAsync(named.ToLowerInvariant(), cancellationToken).ConfigureAwait(false) : [];
        return served switch
        {
            [var only] => Of(new CatalogTexts(await History.TextsAsync(only.Version, cancellationToken).ConfigureAwait(false), [])),
            [] => Unknown($"'{named}' is no version of a catalog: a path, git:REVISION, or the first letters of the hash of a version that has answered."),
            _ => Unknown($"'{named}' is the beginning of {served.Count} versions: {string.Join(", ", served.Take(5).Select(s => s.Version[..12]))}. Give more letters."),
        };
    }

    private static Outcome<CatalogSnapshot> Of(CatalogTexts read) =>
        read.Issues.IsEmpty ? Outcome<CatalogSnapshot>.Of(CatalogSnapshot.Of(read.Texts)) : Outcome<CatalogSnapshot>.Failed(read.Issues);

    private static Outcome<CatalogSnapshot> Unknown(string message) => Outcome<CatalogSnapshot>.Failed(new Issue("version_unknown", message));
}
