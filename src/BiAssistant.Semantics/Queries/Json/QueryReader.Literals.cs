using System.Text.Json;
using BiAssistant.Sql.Tree;
using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

internal static partial class QueryReader
{
    private static SqlLiteral? Literal(JsonNode node)
    {
        switch (node.Element.ValueKind)
        {
            case JsonValueKind.Null:
                return SqlNull.Instance;
            case JsonValueKind.True or JsonValueKind.False:
                return new SqlBoolean(node.Element.GetBoolean());
            case JsonValueKind.Number:
                return node.Decimal() is { } number ? new SqlNumber(number) : null;
            case JsonValueKind.String:
                return node.Text() is { } text ? new SqlText(text) : null;
            case JsonValueKind.Object:
                return TypedLiteral(node);
            default:
                return node.Expected<SqlLiteral>("a text, a number, true, false, null, {\"date\": …} or {\"timestamp\": …}");
        }
    }

    private static SqlLiteral? TypedLiteral(JsonNode node)
    {
        if (node.Object("date", "timestamp", "interval", "unit") is not { } item)
        {
            return null;
        }

        switch (Kind(item, "date", "timestamp", "interval"))
        {
            case "date":
                return OnlyWith(item, ["date"]) && item.Required("date")?.Instant(dayOnly: true) is { } day ? new SqlDate(DateOnly.FromDateTime(day)) : null;
            case "timestamp":
                return OnlyWith(item, ["timestamp"]) && item.Required("timestamp")?.Instant() is { } instant ? new SqlTimestamp(instant) : null;
            case "interval":
                var (amount, unit) = (item.Required("interval")?.Long(), item.Required("unit")?.Word(Units));
                return amount is { } n && unit is { } u ? new SqlInterval(n, u) : null;
            default:
                return null;
        }
    }
}
