using BiAssistant.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>Every catalog that lies in the repository, by its folder or file.</summary>
internal static class RepositoryCatalogs
{
    public static IReadOnlyList<string> Names { get; } =
    [
        ".",
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "tests/BiAssistant.Tests/Answers/Examinations")).Select(folder => Path.GetRelativePath(Repository.Root, folder)),
        "tests/BiAssistant.Tests/Planning/workshop.yml",
        "tests/BiAssistant.Tests/Understanding/Catalogs",
    ];

    public static IReadOnlyList<CatalogText> Texts(string name)
    {
        var path = Path.GetFullPath(name, Repository.Root);
        return [.. Files(path).Order(StringComparer.Ordinal).Select(file => new CatalogText(Path.GetRelativePath(path, file), File.ReadAllText(file)))];
    }

    private static IEnumerable<string> Files(string path) =>
        File.Exists(path) ? [path]
        : Directory.Exists(Path.Combine(path, "semantic-models")) ? new[] { "semantic-models", "metrics" }.Select(room => Path.Combine(path, room)).Where(Directory.Exists).SelectMany(Yaml)
        : Yaml(path);

    private static string[] Yaml(string folder) => Directory.GetFiles(folder, "*.yml", SearchOption.AllDirectories);
}
