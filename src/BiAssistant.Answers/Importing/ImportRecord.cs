using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>
/// What an import leaves for the next one of its name: the files as it drafted them, in <c>.imports/NAME/files</c>, and what it was. It belongs to the catalog and
/// goes with it into version control; without it nobody could tell an edit from what a source said.
/// </summary>
/// <param name="Kind">The kind of source.</param>
/// <param name="LeftOut">What was new and did not fit the catalog then.</param>
/// <param name="Files">The draft.</param>
internal sealed record ImportRecord(string Kind, Seq<string> LeftOut, Seq<DraftFile> Files)
{
    public const string Folder = ".imports";

    private const string Drafted = "files";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record of the last import of a name; a record without files when there was none.</summary>
    public static Outcome<ImportRecord> Read(string catalog, string name)
    {
        var place = Path.Combine(catalog, Folder, name);
        var about = Path.Combine(place, "import.json");
        if (!Directory.Exists(place))
        {
            return Outcome<ImportRecord>.Of(new ImportRecord("", [], []));
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(about, Strict));
            var root = Path.Combine(place, Drafted);
            var files = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
            return Outcome<ImportRecord>.Of(new ImportRecord(
                json.RootElement.GetProperty("kind").GetString() ?? "",
                json.RootElement.GetProperty("left_out").EnumerateArray().Select(item => item.GetString() ?? "").ToSeq(),
                files.Select(file => new DraftFile(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file, Strict))).ToSeq()));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or DecoderFallbackException or KeyNotFoundException or InvalidOperationException)
        {
            return Outcome<ImportRecord>.Failed(new Issue("import_record", $"The record of the last import '{name}', {Folder}/{name}, cannot be read, so nobody can tell what was edited since: {fault.Message} Bring it back from version control, or remove that folder: what the catalog has is then kept as it is."));
        }
    }

    /// <summary>The files of the record, by their paths in the catalog's folder.</summary>
    public IEnumerable<(string Path, string Text)> Written(string name, ImportOrigin origin)
    {
        yield return ($"{Folder}/{name}/import.json", JsonSerializer.Serialize(new Dictionary<string, object> { ["kind"] = Kind, ["source"] = origin.Source, ["left_out"] = LeftOut.ToArray() }, Readable) + "\n");
        foreach (var file in Files)
        {
            yield return (PathOf(name, file.Path), file.Text);
        }
    }

    public static string PathOf(string name, string file) => $"{Folder}/{name}/{Drafted}/{file}";
}
