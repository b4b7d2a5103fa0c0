using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>A line of use as text for a person and as JSON for a program: what a thing is made of, down to the columns, and who uses it, up to the questions.</summary>
public static class LineageText
{
    private const int Deepest = 12;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Lineage lineage, LineageNode node)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        ArgumentNullException.ThrowIfNull(node);
        var text = new StringBuilder(Named(node)).Append('\n');
        Tree(text, "is made of", node, lineage.MadeOf);
        Tree(text, "is used by", node, lineage.UsedBy);
        return text.ToString();
    }

    public static string WriteJson(Lineage lineage, Seq<LineageNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        return new JsonObject
        {
            ["found"] = new JsonArray([.. nodes.Select(node =>
            {
                var json = Json(node);
                json["made_of"] = Array(lineage.MadeOf(node));
                json["used_by"] = Array(lineage.UsedBy(node));
                json["all_users"] = Array(lineage.AllUsersOf([node]));
                return (JsonNode?)json;
            })]),
        }.ToJsonString(Plain);
    }

    /// <summary>Each thing is followed where it stands first.</summary>
    private static void Tree(StringBuilder text, string title, LineageNode start, Func<LineageNode, Seq<LineageNode>> next)
    {
        if (next(start).IsEmpty)
        {
            return;
        }

        text.Append("  ").Append(title).Append('\n');
        var seen = new HashSet<LineageNode> { start };
        var pending = new Stack<(LineageNode Node, int Depth)>(next(start).Reverse().Select(n => (n, 0)));
        while (pending.TryPop(out var at))
        {
            text.Append(' ', 4 + (2 * at.Depth)).Append(Named(at.Node)).Append('\n');
            if (seen.Add(at.Node) && at.Depth < Deepest)
            {
                foreach (var inner in next(at.Node).Reverse())
                {
                    pending.Push((inner, at.Depth + 1));
                }
            }
        }
    }

    private static string Named(LineageNode node) => $"{Word(node)} {node.Name}{(node.Warehouse is { } warehouse ? $" in {warehouse}" : "")}";

    private static string Word(LineageNode node) => node.Kind.ToString().ToLowerInvariant();

    private static JsonArray Array(Seq<LineageNode> nodes) => new([.. nodes.Select(n => (JsonNode?)Json(n))]);

    private static JsonObject Json(LineageNode node) => new() { ["kind"] = Word(node), ["name"] = node.Name, ["warehouse"] = node.Warehouse };
}
