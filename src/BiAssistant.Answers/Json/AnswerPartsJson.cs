using System.Globalization;
using System.Text;
using System.Text.Json;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Understanding;

namespace BiAssistant.Answers.Json;

/// <summary>The smaller objects within an answer's JSON.</summary>
internal static class AnswerPartsJson
{
    /// <summary>Where the texts of an answer ran, how many rows each gave and how long it took; null where none ran. It is no part of the answer's own JSON, which is the same for the same question.</summary>
    public static string? Texts(Answer answer)
    {
        if (answer.Texts.IsEmpty)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var (sql, run) in answer.Sql.Zip(answer.Texts))
            {
                json.WriteStartObject();
                json.WriteString("warehouse", sql.Warehouse);
                json.WriteNumber("rows", run.Rows);
                json.WriteNumber("ms", Math.Round(run.Milliseconds, 3));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void WriteSql(Utf8JsonWriter json, AnswerSql sql)
    {
        json.WriteStartObject();
        json.WriteString("warehouse", sql.Warehouse);
        json.WriteString("dialect", sql.Dialect);
        json.WriteString("text", sql.Text);
        json.WriteStartObject("parameters");
        foreach (var argument in sql.Parameters)
        {
            WriteArgument(json, argument);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteChart(Utf8JsonWriter json, Chart? chart)
    {
        if (chart is null)
        {
            json.WriteNull("chart");
            return;
        }

        json.WriteStartObject("chart");
        json.WriteString("kind", chart.Kind == ChartKind.GroupedBar ? "grouped_bar" : chart.Kind.ToString().ToLowerInvariant());
        json.WriteString("x", chart.X);
        AnswerJson.WriteAll(json, "y", chart.Y, (writer, name) => writer.WriteStringValue(name));
        json.WriteString("series", chart.Series);
        json.WriteString("title", chart.Title);
        json.WriteEndObject();
    }

    public static void WriteWarning(Utf8JsonWriter json, AnswerWarning warning)
    {
        json.WriteStartObject();
        json.WriteString("code", warning.Code);
        json.WriteString("message", warning.Message);
        json.WriteEndObject();
    }

    public static void WriteIssue(Utf8JsonWriter json, Issue issue)
    {
        json.WriteStartObject();
        json.WriteString("code", issue.Code);
        json.WriteString("message", issue.Message);
        AnswerJson.WriteAll(json, "suggestions", issue.Suggestions, (writer, suggestion) => writer.WriteStringValue(suggestion));
        json.WriteString("at", issue.At?.ToString() ?? issue.Element);
        json.WriteEndObject();
    }

    public static void WriteReceipt(Utf8JsonWriter json, Receipt? receipt)
    {
        if (receipt is null)
        {
            json.WriteNull("receipt");
            return;
        }

        json.WriteStartObject("receipt");
        json.WriteString("id", receipt.Id);
        json.WriteString("catalog_version", receipt.CatalogVersion);
        AnswerJson.WriteAll(json, "metric_versions", receipt.MetricVersions, (writer, metric) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            writer.WriteNumber("version", metric.Version);
            writer.WriteString("hash", metric.Hash);
            writer.WriteEndObject();
        });
        json.WriteString("data_version", receipt.DataVersion);
        json.WriteString("policy_version", receipt.PolicyVersion);
        json.WriteString("compiler_version", receipt.CompilerVersion);
        json.WriteString("signature", receipt.Signature);
        json.WriteEndObject();
    }

    public static void WriteTiming(Utf8JsonWriter json, Timing timing)
    {
        json.WriteStartObject("timing_ms");
        json.WriteNumber("understand", Math.Round(timing.Understand, 3));
        json.WriteNumber("plan", Math.Round(timing.Plan, 3));
        json.WriteNumber("validate", Math.Round(timing.Validate, 3));
        json.WriteNumber("execute", Math.Round(timing.Execute, 3));
        json.WriteNumber("compose", Math.Round(timing.Compose, 3));
        json.WriteNumber("total", Math.Round(timing.Total, 3));
        json.WriteEndObject();
    }

    public static void WriteMetric(Utf8JsonWriter json, MetricCard metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteString("label", metric.Label);
        json.WriteString("definition", metric.Definition);
        json.WriteString("description", metric.Description);
        json.WriteString("owner", metric.Owner);
        json.WriteString("status", metric.Status);
        json.WriteNumber("version", metric.Version);
        json.WriteString("hash", metric.Hash);
        json.WriteEndObject();
    }

    public static void WriteWord(Utf8JsonWriter json, WordMeaning word)
    {
        json.WriteStartObject();
        json.WriteNumber("start", word.Start);
        json.WriteNumber("length", word.Length);
        json.WriteString("text", word.Text);
        json.WriteString("meaning", word.Meaning);
        json.WriteEndObject();
    }

    private static void WriteArgument(Utf8JsonWriter json, SqlArgument argument)
    {
        json.WritePropertyName(argument.Name);
        object? cell = argument.Value switch
        {
            SqlText text => text.Value,
            SqlNumber number => number.Value,
            SqlBoolean flag => flag.Value,
            SqlDate day => day.Value,
            SqlTimestamp instant => instant.Value,
            SqlInterval interval => string.Create(CultureInfo.InvariantCulture, $"{interval.Amount} {interval.Unit.ToString().ToLowerInvariant()}"),
            _ => null,
        };
        AnswerJson.WriteCell(json, cell);
    }
}
