using static BiAssistant.Semantics.Queries.Json.QueryWords;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

internal sealed partial class QueryWriter
{
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
                WriteFlag("negated", values.Negated);
                WriteText("via", values.Via);
                break;
            case FieldText text:
                json.WriteString("field", text.Field);
                json.WriteString(Of(TextMatches, text.Match), text.Text);
                WriteFlag("negated", text.Negated);
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
                WriteFlag("negated", term.Negated);
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
            case FieldsCompared compared:
                json.WriteString("field", compared.Field);
                json.WriteString("operator", Of(Comparisons, compared.Operator));
                json.WriteString("other", compared.Other);
                WriteText("other_via", compared.OtherVia);
                WriteText("via", compared.Via);
                break;
            case FieldAgainstMeasure against:
                json.WriteString("field", against.Field);
                json.WriteString("operator", Of(Comparisons, against.Operator));
                WriteOptional("measure", against.Measure, Write);
                WriteList("within", against.Within, Write);
                WriteText("via", against.Via);
                break;
            case FieldInQuery member:
                json.WriteString("field", member.Field);
                WriteOptional("in_query", member.Query, Write);
                WriteText("column", member.Column);
                WriteFlag("negated", member.Negated);
                WriteText("via", member.Via);
                break;
            case RelatedExists exists:
                WriteOptional("exists", exists.Rows, Write);
                WriteFlag("negated", exists.Negated);
                break;
            case RelatedCount count:
                WriteOptional("count", count.Rows, Write);
                json.WriteString("operator", Of(Comparisons, count.Operator));
                json.WriteNumber("value", count.Count);
                break;
            case RelatedEvery every:
                json.WriteString("every", every.Field);
                WriteOptional("has", every.Rows, Write);
                WriteOptional("among", every.Among, Write);
                WriteFlag("negated", every.Negated);
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
            case MeasuresCompared compared:
                WriteOptional("left", compared.Left, Write);
                json.WriteString("operator", Of(Comparisons, compared.Operator));
                WriteOptional("right", compared.Right, Write);
                break;
            case AnyMeasure any:
                WriteList("any", any.Conditions, Write, evenEmpty: true);
                break;
            case NotMeasure not:
                WriteOptional("not", not.Condition, Write);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void Write(RelatedRows rows)
    {
        json.WriteStartObject();
        json.WriteString("dataset", rows.Dataset);
        WriteOptional("where", rows.Where, Write);
        WriteOptional("period", rows.Period, Write);
        WriteText("of", rows.Of);
        WriteText("via", rows.Via);
        json.WriteEndObject();
    }
}
