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
/// <c>{"timestamp": "2024-05-31T14:00:00"}</c>. Which case an object is follows from the one property that only this case has. Nothing is coerced; what is
/// wrong or unknown is an issue with its path.
/// </summary>
/// <remarks>
/// <para>
/// <b>Query</b>: <c>measures</c>, <c>group_by</c>, <c>where</c>, <c>period</c>, <c>having</c>, <c>order_by</c> (<c>by</c> an output name, <c>direction</c> asc or desc),
/// <c>top</c> (<c>count</c>, <c>per</c> output names), <c>compare</c> (<c>with</c>: previous_period or same_period_last_year; or a <c>period</c>), <c>over</c> (the inner query),
/// <c>list</c> (<c>rows_of</c> a dataset, <c>fields</c>), <c>analysis</c>.
/// </para>
/// <para>
/// <b>Measure</b>, each with <c>as</c> and <c>filter</c>: <c>metric</c>; <c>aggregate</c> of a <c>field</c> (<c>argument</c> of a percentile, <c>by</c> the time of first and last) or of the inner
/// query's <c>column</c>; <c>count</c> of a dataset; <c>operator</c> with <c>left</c> and <c>right</c>; <c>number</c>; <c>rows</c> of the inner query; <c>query</c> of one number; and of
/// another measure: <c>shifted</c> (<c>by</c> a span, <c>show</c>: value, change, percent_change), <c>running</c>, <c>rolling</c> (<c>window</c>, <c>take</c>: total, average), <c>to_date</c>
/// (<c>grain</c>), <c>in_period</c> (<c>period</c>), <c>share</c>, <c>rank</c> (<c>ascending</c>), <c>overall</c>, <c>member_average</c> (these four <c>within</c> groupings that stay fixed),
/// <c>of_member</c> (<c>group</c>, <c>member</c>). A span has <c>count</c> and <c>grain</c>.
/// </para>
/// <para>
/// <b>Grouping</b>: <c>field</c> with <c>via</c>; <c>time</c> (a grain) with <c>field</c>; <c>bucket</c> (a number field); <c>measure</c> with <c>per</c> a field; <c>query</c> with
/// <c>column</c>; <c>column</c> of the inner query. Ranges are <c>edges</c>, or <c>width</c> and <c>start</c>.
/// </para>
/// <para>
/// <b>Condition</b>: <c>all</c>, <c>any</c>, <c>not</c>, <c>term</c>; <c>field</c> (with <c>via</c>) and <c>operator</c> with <c>value</c>, <c>other</c> (a field, <c>other_via</c>) or <c>measure</c>
/// (<c>within</c>), or <c>in</c>, <c>contains</c>, <c>starts_with</c>, <c>ends_with</c>, <c>empty</c>, <c>period</c>, <c>in_query</c> (<c>column</c>); <c>exists</c>, <c>count</c> (<c>operator</c>,
/// <c>value</c>), and <c>every</c> field that <c>has</c> (<c>among</c>) related rows: <c>dataset</c>, <c>where</c>, <c>period</c>, <c>of</c> whom, <c>via</c>. <c>negated</c> where it reads so.
/// <b>On numbers</b>: <c>measure</c> (an output name), <c>operator</c>, <c>value</c>; <c>left</c>, <c>operator</c>, <c>right</c> (measures); <c>all</c>, <c>any</c>, <c>not</c>.
/// </para>
/// <para>
/// <b>Period</b>: <c>from</c> and <c>to</c> (not included; null is open), or <c>relative</c> (last, past, current, next, ago, since), <c>count</c>, <c>grain</c>. <b>Analysis</b>, by
/// <c>type</c>: trend; forecast (<c>horizon</c>, <c>level</c>); anomaly (<c>deviations</c>); correlation (<c>lag</c>); drivers (<c>by</c> fields); target (<c>target</c> a measure, <c>show</c>);
/// claim (<c>claim</c>: is, at_least, at_most, rose, fell, unchanged; <c>amount</c>, <c>relative</c>). An example of each, beside how it reads, lies with the tests.
/// </para>
/// </remarks>
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
