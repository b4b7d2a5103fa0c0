using System.Globalization;

namespace BiAssistant.DemoCompany.Files;

/// <summary>What the files of a folder were made from; it is written last, so that files with their stamp are complete.</summary>
/// <param name="Version">Rises with every change of the generated content, so that older files are made again.</param>
internal sealed record Stamp(int Version, int Seed, int Rows)
{
    public const int CurrentVersion = 3;

    private const string FileName = "demo-company.txt";

    public static Stamp? Read(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        var words = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is ["version", var version, "seed", var seed, "rows", var rows]
            && int.TryParse(version, CultureInfo.InvariantCulture, out var versionNumber)
            && int.TryParse(seed, CultureInfo.InvariantCulture, out var seedNumber)
            && int.TryParse(rows, CultureInfo.InvariantCulture, out var rowsNumber)
            ? new Stamp(versionNumber, seedNumber, rowsNumber)
            : null;
    }

    public static void Remove(string folder) => File.Delete(PathIn(folder));

    /// <summary>Tells a build that compares times that the files are newer than the program which has just looked at them.</summary>
    public static void Touch(string folder) => File.SetLastWriteTimeUtc(PathIn(folder), DateTime.UtcNow);

    public void Write(string folder) =>
        File.WriteAllText(PathIn(folder), string.Create(CultureInfo.InvariantCulture, $"version {Version}\nseed {Seed}\nrows {Rows}\n"));

    private static string PathIn(string folder) => Path.Combine(folder, FileName);
}
