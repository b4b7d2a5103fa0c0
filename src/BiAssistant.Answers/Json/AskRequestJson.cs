using System.Text.Json;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Json;

/// <summary>
/// Reads what is asked from JSON: a line of a batch or the body of a request. Nothing is coerced: a value of the wrong type, an unknown property and a
/// duplicate are issues that name the property.
/// </summary>
public static class AskRequestJson
{
    private const int MaxDepth = 64;

    private static readonly Seq<string> Known = ["id", "question", "query", "language", "conversation", "now", "as", "may_read"];

    public static Outcome<AskRequest> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            var at = new TextLocation(null, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1);
            return Outcome<AskRequest>.Failed(new Issue("wrong_json", $"This is not well-formed JSON (line {at.Line}, column {at.Column}).") { At = at });
        }
    }

    public static Outcome<AskRequest> Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Outcome<AskRequest>.Failed(new Issue("wrong_json", $"A JSON object such as {{\"question\": \"…\"}} is expected, not {Name(json.ValueKind)}."));
        }

        try
        {
            return ReadObject(json);
        }
        catch (InvalidOperationException)
        {
            return Outcome<AskRequest>.Failed(new Issue("wrong_json", "A text holds half of a character: an escape such as \\ud800 stands alone."));
        }
    }

    private static Outcome<AskRequest> ReadObject(JsonElement json)
    {
        var issues = new List<Issue>();
        var seen = new HashSet<string>();
        var request = new AskRequest();
        foreach (var property in json.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                issues.Add(new Issue("duplicate_property", $"The property \"{property.Name}\" is there twice.") { Element = property.Name });
                continue;
            }

            request = Read(request, property, issues);
        }

        return issues.Count > 0 ? Outcome<AskRequest>.Failed(issues.ToSeq()) : Outcome<AskRequest>.Of(request);
    }

    private static AskRequest Read(AskRequest request, JsonProperty property, List<Issue> issues)
    {
        switch (property.Name)
        {
            case "id":
                return request with { Id = Identity(property, issues) };
            case "question":
                return request with { Question = Text(property, issues) };
            case "query":
                return request with { Query = Query(property, issues) };
            case "language":
                return request with { Language = Text(property, issues) is { Length: > 0 } language ? language : null };
            case "conversation":
                return request with { Conversation = Text(property, issues) };
            case "now":
                return request with { Now = Clock(property, issues) };
            case "may_read":
                return request with { MayRead = Rows(property, issues) };
            case "as":
                return Text(property, issues) is { Length: > 0 } role ? request with { As = Asker.Parse(role) } : request;
            default:
                var nearest = Nearest.To(property.Name, Known);
                var hint = nearest.IsEmpty ? $"Known are {string.Join(", ", Known)}." : $"Did you mean \"{nearest[0]}\"?";
                issues.Add(new Issue("unknown_property", $"There is no property \"{property.Name}\". {hint}") { Element = property.Name, Suggestions = nearest });
                return request;
        }
    }

    /// <summary>Ids are given back as texts; whole numbers are welcome as well.</summary>
    private static RequestId? Identity(JsonProperty property, List<Issue> issues) => property.Value.ValueKind == JsonValueKind.Number
        ? new RequestId(property.Value.GetRawText(), IsNumber: true)
        : Text(property, issues) is { } text ? new RequestId(text) : null;

    private static string? Text(JsonProperty property, List<Issue> issues)
    {
        if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
        {
            return property.Value.GetString();
        }

        issues.Add(new Issue("wrong_json", $"\"{property.Name}\" must be a text, not {Name(property.Value.ValueKind)}.") { Element = property.Name });
        return null;
    }

    private static long Rows(JsonProperty property, List<Issue> issues)
    {
        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            return 0;
        }

        if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var rows) && rows >= 0)
        {
            return rows;
        }

        issues.Add(new Issue("wrong_json", $"\"{property.Name}\" must be a whole number of rows, as a choice gives it, not {Cut(property.Value.GetRawText())}.") { Element = property.Name });
        return 0;
    }

    private static SemanticQuery? Query(JsonProperty property, List<Issue> issues)
    {
        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var query = SemanticQueryJson.Read(property.Value);
        issues.AddRange(query.Issues);
        return query.Value;
    }

    private static DateTime? Clock(JsonProperty property, List<Issue> issues)
    {
        if (Text(property, issues) is not { Length: > 0 } text)
        {
            return null;
        }

        if (WorkspaceSettings.ParseClock(text) is { } clock)
        {
            return clock;
        }

        issues.Add(new Issue("wrong_json", $"\"{property.Name}\" must be a local date and time such as 2024-12-31T09:30:00, not \"{Cut(text)}\".") { Element = property.Name });
        return null;
    }

    private static string Cut(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
