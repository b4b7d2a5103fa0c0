using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>A comparison as JSON, for programs.</summary>
public static class DiffJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CatalogDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        return new JsonObject
        {
            ["before"] = diff.Before,
            ["after"] = diff.After,
            ["changes"] = Array(diff.Changes, Change),
            ["errors"] = Array(diff.Errors, error => new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["at"] = error.At?.ToString() }),
        }.ToJsonString(Plain);
    }

    private static JsonObject Change(ElementChange change) => new()
    {
        ["change"] = change.Change.ToString().ToLowerInvariant(),
        ["kind"] = change.Kind.ToString().ToLowerInvariant(),
        ["name"] = change.Name,
        ["old_name"] = change.OldName,
        ["of_meaning"] = change.IsOfMeaning,
        ["keys"] = Array(change.Keys, key => new JsonObject { ["key"] = key.Key, ["of"] = key.Role.ToString().ToLowerInvariant(), ["before"] = key.Before, ["after"] = key.After }),
        ["sentences"] = Array(DiffText.Sentences(change).ToSeq(), sentence => JsonValue.Create(sentence)),
        ["affected"] = Array(change.Affected, node => new JsonObject { ["kind"] = node.Kind.ToString().ToLowerInvariant(), ["name"] = node.Name }),
        ["broken_questions"] = Array(change.Broken, question => JsonValue.Create(question)),
        ["unnoted_version"] = change.UnnotedVersion,
    };

    private static JsonArray Array<T>(Seq<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
