using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Answers.Evaluation;

/// <summary>A report as one line of JSON.</summary>
public static class EvaluationJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(EvaluationReport report, bool failures)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
        {
            json.WriteStartObject();
            json.WriteStartArray("shapes");
            foreach (var (shape, language, counts) in report.ByShape)
            {
                json.WriteStartObject();
                json.WriteNumber("shape", shape);
                json.WriteString("language", language);
                Counts(json, counts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("all");
            Counts(json, report.All);
            json.WriteEndObject();
            Figure(json, "right", report.Right);
            Figure(json, "asked_back", report.AskedBack);
            Figure(json, "refused", report.Refused);
            Figure(json, "wrong", report.Wrong);
            Figure(json, "must_decline_answered", report.MustDeclineAnswered);
            Figure(json, "paraphrases_agreeing", report.ParaphrasesAgreeing);
            if (failures)
            {
                json.WriteStartArray("failures");
                foreach (var question in report.Questions.Where(question => question.Verdict != Verdict.Right))
                {
                    Question(json, question);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>A verdict as the report names it.</summary>
    internal static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.AskedBack => "asked_back",
        _ => verdict.ToString().ToLowerInvariant(),
    };

    private static void Counts(Utf8JsonWriter json, VerdictCounts counts)
    {
        json.WriteNumber("questions", counts.Questions);
        json.WriteNumber("right", counts.Right);
        json.WriteNumber("asked_back", counts.AskedBack);
        json.WriteNumber("refused", counts.Refused);
        json.WriteNumber("wrong", counts.Wrong);
        json.WriteNumber("failed", counts.Failed);
        json.WriteNumber("unreadable", counts.Unreadable);
    }

    private static void Figure(Utf8JsonWriter json, string name, Proportion figure)
    {
        json.WriteStartObject(name);
        json.WriteNumber("part", figure.Part);
        json.WriteNumber("whole", figure.Whole);
        json.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter json, JudgedQuestion question)
    {
        json.WriteStartObject();
        json.WriteString("file", question.Line.At.File);
        json.WriteNumber("line", question.Line.At.Line);
        json.WriteString("question", question.Line.Text);
        json.WriteString("verdict", NameOf(question.Verdict));
        json.WriteString("why", question.Why);
        json.WriteString("reading", question.Reading);
        json.WritePropertyName("query");
        json.WriteRawValue(question.Query is null ? "null" : SemanticQueryJson.Write(question.Query));
        json.WriteEndObject();
    }
}
