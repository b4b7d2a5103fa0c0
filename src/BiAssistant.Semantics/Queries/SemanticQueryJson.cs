using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BiAssistant.Semantics.Queries.Json;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// The JSON form of a semantic query: what is written reads back as an equal query. Properties are <c>snake_case</c> in a fixed order, defaults are left
/// out, numbers are exact decimals. A value that is not a JSON text, number, truth or null says its kind: <c>{"date": "2024-05-31"}</c>,
/// <c>{"timestamp": "2024-05-31T14:00:00"}</c>.
/// </summary>
public static class SemanticQueryJson
{
    private const int MaxLength = 1_000_000;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(SemanticQuery query) => Text(w => w.Write(query));

    public static void WriteTo(Utf8JsonWriter json, SemanticQuery query) => new QueryWriter(json).Write(query);

    /// <summary>Reads a query; every problem is an issue with its JSON path (<c>$.where.all[1].in</c>) in <see cref="Issue.Element"/>.</summary>
    public static Outcome<SemanticQuery> Read(string json)
    {
        if (json.Length > MaxLength)
        {
            return Outcome<SemanticQuery>.Failed(new Issue("json_too_large", "The query is larger than a million characters."));
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            var at = new TextLocation(null, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            return Outcome<SemanticQuery>.Failed(new Issue("wrong_json", $"The query is not well-formed JSON (line {at.Line}, column {at.Column}).") { At = at });
        }
    }

    /// <summary>Reads a query out of a larger document.</summary>
    public static Outcome<SemanticQuery> Read(JsonElement json)
    {
        var issues = new List<Issue>();
        var query = QueryReader.Query(new JsonNode(json, "$", 0, issues));
        return query is null || issues.Count > 0 ? Outcome<SemanticQuery>.Failed(issues.ToSeq()) : Outcome<SemanticQuery>.Of(query);
    }

    internal static string Write(Condition condition) => Text(w => w.Write(condition));

    internal static string Write(MeasureCondition condition) => Text(w => w.Write(condition));

    internal static string Write(Measure measure) => Text(w => w.Write(measure));

    internal static string Write(Grouping grouping) => Text(w => w.Write(grouping));

    private static string Text(Action<QueryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            write(new QueryWriter(json));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
