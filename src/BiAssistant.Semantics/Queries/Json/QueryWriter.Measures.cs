using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using static BiAssistant.Semantics.Queries.Json.QueryWords;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

internal sealed partial class QueryWriter
{
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
                WriteNumber("argument", aggregate.Argument);
                WriteText("by", aggregate.By);
                break;
            case CountMeasure count:
                json.WriteString("count", count.Dataset);
                break;
            case ArithmeticMeasure arithmetic:
                json.WriteString("operator", Of(MeasureOperators, arithmetic.Operator));
                WriteOptional("left", arithmetic.Left, Write);
                WriteOptional("right", arithmetic.Right, Write);
                break;
            case ConstantMeasure constant:
                json.WriteNumber("number", constant.Value);
                break;
            case WrappedMeasure wrapped:
                WriteWrapped(wrapped);
                break;
            case QueryMeasure nested:
                WriteOptional("query", nested.Query, Write);
                break;
            case ColumnMeasure column:
                json.WriteString("aggregate", Of(Aggregates, column.Function));
                json.WriteString("column", column.Column);
                WriteNumber("argument", column.Argument);
                break;
            case RowsMeasure:
                json.WriteBoolean("rows", true);
                break;
            default:
                throw new UnreachableException();
        }

        WriteText("as", measure.As);
        WriteOptional("filter", measure.Filter, Write);
        json.WriteEndObject();
    }

    private void WriteWrapped(WrappedMeasure wrapped)
    {
        switch (wrapped)
        {
            case ShiftedMeasure shifted:
                Write("shifted", shifted);
                WriteOptional("by", shifted.By, Write);
                WriteWord("show", Shows, shifted.Show, ComparisonShow.Value);
                break;
            case RunningMeasure:
                Write("running", wrapped);
                break;
            case RollingMeasure rolling:
                Write("rolling", rolling);
                WriteOptional("window", rolling.Window, Write);
                WriteWord("take", Takes, rolling.Take, WindowTake.Total);
                break;
            case ToDateMeasure toDate:
                Write("to_date", toDate);
                json.WriteString("grain", TimeGrains.NameOf(toDate.Grain));
                break;
            case PeriodMeasure within:
                Write("in_period", within);
                WriteOptional("period", within.Period, Write);
                break;
            case ShareMeasure share:
                Write("share", share);
                WriteList("within", share.Within, Write);
                break;
            case RankMeasure rank:
                Write("rank", rank);
                WriteList("within", rank.Within, Write);
                WriteFlag("ascending", rank.Ascending);
                break;
            case OverallMeasure overall:
                Write("overall", overall);
                WriteList("within", overall.Within, Write);
                break;
            case MemberAverageMeasure average:
                Write("member_average", average);
                WriteList("within", average.Within, Write);
                break;
            case MemberMeasure member:
                Write("of_member", member);
                WriteOptional("group", member.Group, Write);
                json.WritePropertyName("member");
                Write(member.Member);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Write(string name, WrappedMeasure wrapped) => WriteOptional(name, wrapped.Inner, Write);

    private void WriteNumber(string name, decimal? number)
    {
        if (number is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    private void WriteWord<T>(string name, (T Case, string Word)[] words, T word, T usual)
        where T : struct, Enum
    {
        if (!word.Equals(usual))
        {
            json.WriteString(name, Of(words, word));
        }
    }
}
