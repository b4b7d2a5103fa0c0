using System.Globalization;
using System.Text.Json;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Settings;

/// <summary>A warehouse's name in the models and the text of its URL.</summary>
public sealed record NamedUrl(string Name, string Url);

/// <summary>A number of rows as it is written, for the warehouse of that name or, without one, for all.</summary>
public sealed record NamedRows(string? Warehouse, string Rows);

/// <summary>
/// What the settings file says about the repository's own catalog: its warehouses, a fixed clock for data that does not grow, where state is kept.
/// </summary>
public sealed record WorkspaceSettings
{
    public const string FileName = "appsettings.json";

    private const string Section = "BiAssistant";

    public static readonly WorkspaceSettings None = new();

    public Seq<NamedUrl> Warehouses { get; init; }

    /// <summary>The clock when a question brings none; null means the real one.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>A path or <c>postgres://</c> URL; null means the user's data folder.</summary>
    public string? State { get; init; }

    /// <summary>How many rows one question may read without asking.</summary>
    public Seq<NamedRows> MostRowsRead { get; init; }

    /// <summary>How many rows one question may read when the asker agrees.</summary>
    public Seq<NamedRows> MostRowsAgreed { get; init; }

    /// <summary>Reads the section <c>BiAssistant</c> of a settings file; a missing section says nothing.</summary>
    public static Outcome<WorkspaceSettings> Parse(string json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Section, out var section)
                ? Read(section, file)
                : Outcome<WorkspaceSettings>.Of(None);
        }
        catch (JsonException error)
        {
            var at = new TextLocation(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1);
            return Outcome<WorkspaceSettings>.Failed(new Issue("settings_json", $"The settings file {file} is not JSON.") { At = at });
        }
    }

    /// <summary>The settings file that belongs to the catalog of a folder: that of the web application beside it.</summary>
    public static string FileOf(string catalogRoot) => Path.Combine(catalogRoot, "web", FileName);

    /// <summary>Reads the settings file beside a catalog or beside the program; nothing when there is none.</summary>
    public static Outcome<WorkspaceSettings> ReadFirst(params ReadOnlySpan<string> candidates)
    {
        foreach (var file in candidates)
        {
            if (File.Exists(file))
            {
                return Parse(File.ReadAllText(file), file);
            }
        }

        return Outcome<WorkspaceSettings>.Of(None);
    }

    /// <summary>A clock as people write it: <c>2024-12-31</c> (the end of that day) or <c>2024-12-31T18:30:00</c>; null when it is neither.</summary>
    public static DateTime? ParseClock(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToDateTime(new TimeOnly(23, 59, 59));
        }

        ReadOnlySpan<string> forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        foreach (var form in forms)
        {
            if (DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            {
                return instant;
            }
        }

        return null;
    }

    private static Outcome<WorkspaceSettings> Read(JsonElement section, string file)
    {
        var issues = new List<Issue>();
        var settings = None;
        if (section.ValueKind != JsonValueKind.Object)
        {
            return Outcome<WorkspaceSettings>.Failed(Wrong(file, Section, "an object"));
        }

        foreach (var property in section.EnumerateObject())
        {
            settings = property.Name switch
            {
                "Warehouses" => settings with { Warehouses = Named(property.Value, file, issues) },
                "Clock" => settings with { Clock = ClockOf(property.Value, file, issues) },
                "MostRowsRead" => settings with { MostRowsRead = RowsOf(property, file, issues) },
                "MostRowsAgreed" => settings with { MostRowsAgreed = RowsOf(property, file, issues) },
                "State" => settings with { State = TextOf(property, file, issues) },
                _ => settings,
            };
        }

        return issues.Count > 0 ? Outcome<WorkspaceSettings>.Failed(issues.ToSeq()) : Outcome<WorkspaceSettings>.Of(settings);
    }

    private static Seq<NamedUrl> Named(JsonElement value, string file, List<Issue> issues)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String))
        {
            return value.EnumerateObject().Select(p => new NamedUrl(p.Name, p.Value.GetString() ?? "")).ToSeq();
        }

        issues.Add(Wrong(file, "Warehouses", "an object of names and URLs"));
        return [];
    }

    private static Seq<NamedRows> RowsOf(JsonProperty property, string file, List<Issue> issues)
    {
        switch (property.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return [];
            case JsonValueKind.Number or JsonValueKind.String:
                return [new NamedRows(null, property.Value.ToString())];
            case JsonValueKind.Object when property.Value.EnumerateObject().All(p => p.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String):
                return property.Value.EnumerateObject().Select(p => new NamedRows(p.Name, p.Value.ToString())).ToSeq();
            default:
                issues.Add(Wrong(file, property.Name, "a number of rows, or an object of warehouses and numbers of rows"));
                return [];
        }
    }

    private static DateTime? ClockOf(JsonElement value, string file, List<Issue> issues)
    {
        if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString() is null or ""))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && ParseClock(value.GetString() ?? "") is { } clock)
        {
            return clock;
        }

        issues.Add(Wrong(file, "Clock", "a date and time such as 2024-12-31T23:59:59"));
        return null;
    }

    private static string? TextOf(JsonProperty property, string file, List<Issue> issues)
    {
        if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return property.Value.GetString() is { Length: > 0 } text ? text : null;
        }

        issues.Add(Wrong(file, property.Name, "a text"));
        return null;
    }

    private static Issue Wrong(string file, string key, string wanted) =>
        new("settings_value", $"In the settings file {file}, '{key}' must be {wanted}.") { Element = key };
}
