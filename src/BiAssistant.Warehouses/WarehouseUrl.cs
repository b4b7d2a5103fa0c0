using BiAssistant.Sql;

namespace BiAssistant.Warehouses;

/// <summary>
/// Where a warehouse is: <c>duckdb:PATH</c>, <c>sqlite:PATH</c>, <c>postgres://user:password@host:port/database</c>, and so for other servers. Its text never shows a password.
/// </summary>
public sealed record WarehouseUrl
{
    private WarehouseUrl(string scheme, string location) => (Scheme, Location) = (scheme, location);

    /// <summary>The engine's name in the URL, lower case: a scheme of <see cref="Engines"/>.</summary>
    public string Scheme { get; }

    /// <summary>An absolute path for an engine of files; the whole URL, password included, for a server: not for display.</summary>
    public string Location { get; }

    /// <param name="text">What the person wrote.</param>
    /// <param name="baseFolder">The folder that a relative path starts from.</param>
    public static Outcome<WarehouseUrl> Parse(string text, string baseFolder)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == text.Length - 1)
        {
            return Wrong("warehouse_url", $"'{Shown(text)}' does not say where a warehouse is: an engine, a colon and a place are needed.", Engines.Examples);
        }

        var scheme = text[..colon].Trim().ToLowerInvariant();
        return Engines.Find(scheme) switch
        {
            { OfFiles: true } engine => File(engine, text[(colon + 1)..], baseFolder),
            { } engine => Server(engine, text),
            null when Engines.Later.FirstOrDefault(later => later.Scheme == scheme) is { } later => Wrong(
                "warehouse_engine_later",
                $"Warehouses of the engine '{scheme}' are not available yet: {later.Name} will be reached over {later.Over}; until then 'compile' writes its SQL.",
                Engines.Examples),
            null => Wrong("warehouse_engine", $"There is no warehouse engine '{scheme}'.", Engines.Examples),
        };
    }

    public override string ToString() => Location.Contains("://", StringComparison.Ordinal) ? Shown(Location) : $"{Scheme}:{Location}";

    private static Outcome<WarehouseUrl> File(Engine engine, string path, string baseFolder)
    {
        var given = path.StartsWith("//", StringComparison.Ordinal) ? path[2..] : path;
        if (string.IsNullOrWhiteSpace(given) || given.Contains('\0', StringComparison.Ordinal))
        {
            return Wrong("warehouse_url", $"'{engine.Scheme}:' needs the path of a file.", [engine.Example]);
        }

        return Outcome<WarehouseUrl>.Of(new(engine.Scheme, Path.GetFullPath(given.Trim(), Path.GetFullPath(baseFolder))));
    }

    private static Outcome<WarehouseUrl> Server(Engine engine, string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length == 0)
        {
            return Wrong("warehouse_url", $"'{Shown(text)}' does not name a host and a database.", [engine.Example]);
        }

        return engine.Problem(text.Trim()) is { } problem
            ? Wrong("warehouse_url", problem, [engine.Example])
            : Outcome<WarehouseUrl>.Of(new(engine.Scheme, text.Trim()));
    }

    private static Outcome<WarehouseUrl> Wrong(string code, string message, Seq<string> suggestions) =>
        Outcome<WarehouseUrl>.Failed(new Issue(code, message) { Suggestions = suggestions });

    /// <summary>The text without what stands between the user's name and the host, and without options, which may hold a password too.</summary>
    public static string Shown(string text)
    {
        var plain = text.Split('?')[0];
        var authority = plain.IndexOf("://", StringComparison.Ordinal);
        var at = plain.LastIndexOf('@');
        if (authority < 0 || at < authority)
        {
            return plain;
        }

        var user = plain[(authority + 3)..at].Split(':')[0];
        return $"{plain[..(authority + 3)]}{user}{plain[at..]}";
    }
}
