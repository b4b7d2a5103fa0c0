using System.Globalization;
using System.Text.Json;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using static BiAssistant.Semantics.Queries.Json.QueryWords;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>Writes the parts of a semantic query as JSON; what has its default is left out.</summary>
internal sealed partial class QueryWriter(Utf8JsonWriter json)
{
    internal void Write(SemanticQuery query)
    {
        json.WriteStartObject();
        WriteList("measures", query.Measures, Write, evenEmpty: query.Listing is null);
        WriteList("group_by", query.GroupBy, Write);
        WriteOptional("where", query.Where, Write);
        WriteOptional("period", query.Period, Write);
        WriteOptional("having", query.Having, Write);
        WriteList("order_by", query.OrderBy, Write);
        WriteOptional("top", query.Top, Write);
        WriteOptional("compare", query.Compare, Write);
        WriteOptional("over", query.Over, Write);
        WriteOptional("list", query.Listing, Write);
        WriteOptional("analysis", query.Analysis, Write);
        json.WriteEndObject();
    }

    internal void Write(SqlLiteral literal)
    {
        switch (literal)
        {
            case SqlNull:
                json.WriteNullValue();
                break;
            case SqlBoolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case SqlNumber number:
                json.WriteNumberValue(number.Value);
                break;
            case SqlText text:
                json.WriteStringValue(text.Value);
                break;
            case SqlDate date:
                WriteTyped("date", date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case SqlTimestamp timestamp:
                WriteTyped("timestamp", timestamp.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case SqlInterval interval:
                json.WriteStartObject();
                json.WriteNumber("interval", interval.Amount);
                json.WriteString("unit", Of(Units, interval.Unit));
                json.WriteEndObject();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Write(Period period)
    {
        json.WriteStartObject();
        switch (period)
        {
            case AbsolutePeriod absolute:
                WriteEnd("from", absolute.From);
                WriteEnd("to", absolute.To);
                break;
            case RelativePeriod relative:
                json.WriteString("relative", Of(RelativePeriods, relative.Kind));
                json.WriteNumber("count", relative.Count);
                json.WriteString("grain", TimeGrains.NameOf(relative.Grain));
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void Write(Ordering ordering)
    {
        json.WriteStartObject();
        json.WriteString("by", ordering.By);
        json.WriteString("direction", ordering.Descending ? "desc" : "asc");
        json.WriteEndObject();
    }

    private void Write(Top top)
    {
        json.WriteStartObject();
        json.WriteNumber("count", top.Count);
        WriteList("per", top.Per, json.WriteStringValue);
        json.WriteEndObject();
    }

    private void Write(Compare compare)
    {
        json.WriteStartObject();
        switch (compare)
        {
            case ComparePrevious:
                json.WriteString("with", Of(ComparedPeriods, ComparedPeriod.Previous));
                break;
            case CompareYearAgo:
                json.WriteString("with", Of(ComparedPeriods, ComparedPeriod.YearAgo));
                break;
            case CompareWith said:
                WriteOptional("period", said.Period, Write);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void Write(Listing listing)
    {
        json.WriteStartObject();
        json.WriteString("rows_of", listing.Dataset);
        WriteList("fields", listing.Fields, Write);
        json.WriteEndObject();
    }

    private void Write(Span span)
    {
        json.WriteStartObject();
        json.WriteNumber("count", span.Count);
        json.WriteString("grain", TimeGrains.NameOf(span.Grain));
        json.WriteEndObject();
    }

    private void WriteEnd(string name, DateTime? end)
    {
        if (end is null)
        {
            json.WriteNull(name);
            return;
        }

        var format = end.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        json.WriteString(name, end.Value.ToString(format, CultureInfo.InvariantCulture));
    }

    private void WriteTyped(string kind, string text)
    {
        json.WriteStartObject();
        json.WriteString(kind, text);
        json.WriteEndObject();
    }

    private void WriteFlag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private void WriteText(string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void WriteOptional<T>(string name, T? item, Action<T> write)
        where T : class
    {
        if (item is not null)
        {
            json.WritePropertyName(name);
            write(item);
        }
    }

    private void WriteList<T>(string name, Seq<T> items, Action<T> write, bool evenEmpty = false)
    {
        if (items.IsEmpty && !evenEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
