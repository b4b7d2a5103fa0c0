using System.Globalization;
using System.Text.Json;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using static BiAssistant.Semantics.Queries.Json.QueryWords;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>Writes the parts of a semantic query as JSON; what has its default is left out.</summary>
internal sealed class QueryWriter(Utf8JsonWriter json)
{
    internal void Write(SemanticQuery query)
    {
        json.WriteStartObject();
        WriteList("measures", query.Measures, Write, evenEmpty: true);
        WriteList("group_by", query.GroupBy, Write);
        WriteOptional("where", query.Where, Write);
        WriteOptional("period", query.Period, Write);
        WriteOptional("having", query.Having, Write);
        WriteList("order_by", query.OrderBy, Write);
        WriteOptional("top", query.Top, Write);
        json.WriteEndObject();
    }

    internal void Write(Measure measure)
    {
        json.WriteStartObject();
        switch (measure)
        {
            case MetricMeasure metric:
                json.WriteString("metric", metric.Metric);
                break;
            case AggregateMeasure aggregate:
                json.WriteString("aggregate", Of(Aggregates, aggregate.Function));
                json.WriteString("field", aggregate.Field);
                if (aggregate.Argument is { } argument)
                {
                    json.WriteNumber("argument", argument);
                }

                break;
            case CountMeasure count:
                json.WriteString("count", count.Dataset);
                break;
            case ArithmeticMeasure arithmetic:
                json.WriteString("operator", Of(MeasureOperators, arithmetic.Operator));
                WriteOptional("left", arithmetic.Left, Write);
                WriteOptional("right", arithmetic.Right, Write);
                break;
            default:
                throw new UnreachableException();
        }

        WriteText("as", measure.As);
        WriteOptional("filter", measure.Filter, Write);
        json.WriteEndObject();
    }

    internal void Write(Grouping grouping)
    {
        json.WriteStartObject();
        switch (grouping)
        {
            case FieldGrouping field:
                json.WriteString("field", field.Field);
                WriteText("via", field.Via);
                break;
            case TimeGrouping time:
                json.WriteString("time", TimeGrains.NameOf(time.Grain));
                WriteText("field", time.Field);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    internal void Write(Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case FieldComparison comparison:
                json.WriteString("field", comparison.Field);
                json.WriteString("operator", Of(Comparisons, comparison.Operator));
                json.WritePropertyName("value");
                Write(comparison.Value);
                WriteText("via", comparison.Via);
                break;
            case FieldIn values:
                json.WriteString("field", values.Field);
                WriteList("in", values.Values, Write, evenEmpty: true);
                WriteNegated(values.Negated);
                WriteText("via", values.Via);
                break;
            case FieldText text:
                json.WriteString("field", text.Field);
                json.WriteString(Of(TextMatches, text.Match), text.Text);
                WriteNegated(text.Negated);
                WriteText("via", text.Via);
                break;
            case FieldEmpty empty:
                json.WriteString("field", empty.Field);
                json.WriteBoolean("empty", !empty.Negated);
                WriteText("via", empty.Via);
                break;
            case FieldPeriod within:
                json.WriteString("field", within.Field);
                WriteOptional("period", within.Period, Write);
                WriteText("via", within.Via);
                break;
            case TermCondition term:
                json.WriteString("term", term.Term);
                WriteNegated(term.Negated);
                break;
            case AllOf all:
                WriteList("all", all.Conditions, Write, evenEmpty: true);
                break;
            case AnyOf any:
                WriteList("any", any.Conditions, Write, evenEmpty: true);
                break;
            case Not not:
                WriteOptional("not", not.Condition, Write);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    internal void Write(MeasureCondition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case MeasureComparison comparison:
                json.WriteString("measure", comparison.Measure);
                json.WriteString("operator", Of(Comparisons, comparison.Operator));
                json.WriteNumber("value", comparison.Value);
                break;
            case AllMeasures all:
                WriteList("all", all.Conditions, Write, evenEmpty: true);
                break;
            default:
                throw new UnreachableException();
        }

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

    private void WriteNegated(bool negated)
    {
        if (negated)
        {
            json.WriteBoolean("negated", true);
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
