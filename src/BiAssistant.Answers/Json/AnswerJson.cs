using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Json;

/// <summary>
/// Prints an answer as the JSON object of the command line and the API: every property is always there, in one order; numbers are exact, days and
/// instants are ISO texts, letters of every script stand as they are.
/// </summary>
public static class AnswerJson
{
    /// <summary>Quotes and signs of SQL stay readable; whoever puts the text into a page encodes it for the page.</summary>
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of text, without a line end.</summary>
    public static string Write(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
        {
            WriteTo(json, answer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void WriteTo(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        WriteId(json, answer.Id);
        json.WriteString("status", StatusName(answer.Status));
        json.WriteString("question", answer.Question);
        json.WriteString("reading", answer.Reading);
        WriteQuery(json, "query", answer.Query);
        json.WriteNumber("confidence", Math.Round(answer.Confidence, 4));
        json.WriteString("understood_by", UnderstoodByName(answer.UnderstoodBy));
        WriteAll(json, "columns", answer.Columns, WriteColumn);
        WriteAll(json, "rows", answer.Rows, WriteRow);
        json.WriteBoolean("truncated", answer.Truncated);
        WriteAll(json, "sql", answer.Sql, AnswerPartsJson.WriteSql);
        json.WriteString("narrative", answer.Narrative);
        AnswerPartsJson.WriteChart(json, answer.Chart);
        WriteAll(json, "warnings", answer.Warnings, AnswerPartsJson.WriteWarning);
        WriteClarification(json, answer.Clarification);
        WriteAll(json, "issues", answer.Issues, AnswerPartsJson.WriteIssue);
        AnswerPartsJson.WriteReceipt(json, answer.Receipt);
        json.WriteBoolean("from_cache", answer.FromCache);
        AnswerPartsJson.WriteTiming(json, answer.Timing);
        json.WriteString("language", answer.Language);
        WriteAll(json, "metrics", answer.Metrics, AnswerPartsJson.WriteMetric);
        WriteAll(json, "words", answer.Words, AnswerPartsJson.WriteWord);
        json.WriteEndObject();
    }

    /// <summary>The outcome as JSON says it.</summary>
    public static string StatusName(AnswerStatus status) => status.ToString().ToLowerInvariant();

    internal static void WriteAll<T>(Utf8JsonWriter json, string name, Seq<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    internal static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case decimal exact:
                json.WriteNumberValue(exact);
                break;
            case double inexact when double.IsFinite(inexact):
                json.WriteNumberValue(inexact);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime instant:
                json.WriteStringValue(instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                json.WriteStringValue(time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                throw new ArgumentException($"An answer holds no cells of the type {cell.GetType().Name}.", nameof(cell));
        }
    }

    private static string? UnderstoodByName(UnderstoodBy by) => by switch
    {
        UnderstoodBy.Nothing => null,
        UnderstoodBy.VerifiedQuery => "verified query",
        _ => by.ToString().ToLowerInvariant(),
    };

    private static void WriteQuery(Utf8JsonWriter json, string name, SemanticQuery? query)
    {
        json.WritePropertyName(name);
        if (query is null)
        {
            json.WriteNullValue();
        }
        else
        {
            SemanticQueryJson.WriteTo(json, query);
        }
    }

    private static void WriteColumn(Utf8JsonWriter json, AnswerColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("label", column.Label);
        json.WriteString("type", column.Type);
        json.WriteString("unit", column.Unit);
        json.WriteString("role", column.Role.ToString().ToLowerInvariant());
        if (column.Grain is not null)
        {
            json.WriteString("grain", column.Grain);
        }

        if (!column.Incomplete.IsEmpty)
        {
            json.WriteStartArray("incomplete");
            foreach (var start in column.Incomplete)
            {
                json.WriteStringValue(start);
            }

            json.WriteEndArray();
        }

        if (column.Format.Text is { } format)
        {
            json.WriteString("format", format);
        }

        if (!column.Labels.IsEmpty)
        {
            json.WriteStartObject("labels");
            foreach (var label in column.Labels)
            {
                json.WriteString(label.Value, label.Label);
            }

            json.WriteEndObject();
        }

        if (column.NullLabel is not null)
        {
            json.WriteString("null_label", column.NullLabel);
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, Seq<object?> row)
    {
        json.WriteStartArray();
        foreach (var cell in row)
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
    }

    private static void WriteClarification(Utf8JsonWriter json, Clarification? clarification)
    {
        if (clarification is null)
        {
            json.WriteNull("clarification");
            return;
        }

        json.WriteStartObject("clarification");
        json.WriteString("question", clarification.Question);
        WriteAll<AnswerChoice>(json, "choices", clarification.Choices, (writer, choice) =>
        {
            writer.WriteStartObject();
            writer.WriteString("label", choice.Label);
            WriteQuery(writer, "query", choice.Query);
            if (choice.MayRead > 0)
            {
                writer.WriteNumber("may_read", choice.MayRead);
            }

            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, RequestId? id)
    {
        json.WritePropertyName("id");
        if (id is { IsNumber: true })
        {
            json.WriteRawValue(id.Text);
        }
        else
        {
            json.WriteStringValue(id?.Text);
        }
    }
}
