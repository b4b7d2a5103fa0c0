using System.Globalization;
using System.Text;
using System.Text.Json;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Sql;

namespace BiAssistant.Answers.DataChecks;

/// <summary>A finding as it is kept.</summary>
internal static class FindingJson
{
    public static string Write(DataFinding finding)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("claim", finding.Claim);
            json.WriteNumber("rows", finding.Rows);
            json.WriteNumber("wrong", finding.Wrong);
            json.WriteNumber("empty", finding.Empty);
            if (finding.Newest is { } newest)
            {
                json.WriteString("newest", newest.ToString("O", CultureInfo.InvariantCulture));
            }

            json.WriteStartArray("sample");
            foreach (var text in finding.Sample)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Null for a text of another form.</summary>
    public static DataFinding? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            return new DataFinding(
                json.GetProperty("claim").GetString() ?? "",
                json.GetProperty("rows").GetInt64(),
                json.GetProperty("wrong").GetInt64(),
                json.GetProperty("empty").GetInt64(),
                json.TryGetProperty("newest", out var newest) ? DateTime.Parse(newest.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null)
            {
                Sample = json.GetProperty("sample").EnumerateArray().Select(e => e.GetString() ?? "").ToSeq(),
            };
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
