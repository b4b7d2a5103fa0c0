using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class KoreanReading
{
    private string Of(Measure measure, bool nested)
    {
        var text = measure switch
        {
            MetricMeasure metric => terms.Metric(metric.Metric),
            AggregateMeasure aggregate => Of(aggregate),
            CountMeasure count => $"{terms.Dataset(count.Dataset)} 건수",
            ArithmeticMeasure arithmetic => nested || arithmetic.Filter is not null ? $"({Of(arithmetic)})" : Of(arithmetic),
            ConstantMeasure constant => terms.Number(constant.Value),
            QueryMeasure { Query: var query } => Nested(query),
            ColumnMeasure column => Aggregate(column.Function, column.Argument, Column(terms.Inner, column.Column)),
            RowsMeasure => terms.ThingsInRows is { } things ? $"{things} 수" : "묶음 수",
            WrappedMeasure wrapped => nested ? $"({Of(wrapped)})" : Of(wrapped),
            _ => throw new UnreachableException(),
        };
        return measure.Filter is { } filter ? $"{text}({Of(filter, nested: false)})" : text;
    }

    private string Of(ArithmeticMeasure arithmetic)
    {
        if (arithmetic is { IsPartOfWhole: true, Left.Filter: { } part })
        {
            return $"{Of(arithmetic.Right, nested: true)} 중 비율({Of(part, nested: false)})";
        }

        var sign = arithmetic.Operator switch
        {
            MeasureOperator.Add => "+",
            MeasureOperator.Subtract => "−",
            MeasureOperator.Multiply => "×",
            MeasureOperator.Divide => "÷",
            _ => throw new UnreachableException(),
        };
        return $"{Of(arithmetic.Left, nested: true)} {sign} {Of(arithmetic.Right, nested: true)}";
    }

    private string Of(AggregateMeasure aggregate) =>
        aggregate.Function == AggregateFunction.CountDistinct && terms.Pointed(aggregate.Field) is var (things, rows) ? $"{rows}의 서로 다른 {things} 수" :
        (aggregate.By is { } by ? $"{terms.Field(by)} 기준 " : "") + (terms.Kind(aggregate.Field) is { } kind ? $"{kind} " : "") + Aggregate(aggregate.Function, aggregate.Argument, terms.Field(aggregate.Field));

    private static string Aggregate(AggregateFunction function, decimal? argument, string field) => function switch
    {
        AggregateFunction.Sum => $"{field} 합계",
        AggregateFunction.Average => $"평균 {field}",
        AggregateFunction.Min => $"최소 {field}",
        AggregateFunction.Max => $"최대 {field}",
        AggregateFunction.Median => $"{field} 중앙값",
        AggregateFunction.Percentile => $"{field} {ReadingTerms.Percent(argument ?? 0)}백분위수",
        AggregateFunction.StandardDeviation => $"{field} 표준편차",
        AggregateFunction.Count => $"{field} 개수",
        AggregateFunction.CountDistinct => $"{field} 고유 개수",
        AggregateFunction.Variance => $"{field} 분산",
        AggregateFunction.First => $"첫 {field}",
        AggregateFunction.Last => $"마지막 {field}",
        _ => throw new UnreachableException(),
    };

    private string Of(WrappedMeasure wrapped)
    {
        var inner = Of(wrapped.Inner, nested: true);
        return wrapped switch
        {
            ShiftedMeasure { Show: ComparisonShow.Value } shifted => $"{Of(shifted.By)} 전 {inner}",
            ShiftedMeasure { Show: ComparisonShow.Change } shifted => $"{Of(shifted.By)} 전 대비 {inner} 증감",
            ShiftedMeasure shifted => $"{Of(shifted.By)} 전 대비 {inner} 증감률",
            RunningMeasure => $"누적 {inner}",
            RollingMeasure { Take: WindowTake.Average } rolling => $"최근 {Of(rolling.Window)} {inner} 이동평균",
            RollingMeasure rolling => $"최근 {Of(rolling.Window)} {inner}",
            ToDateMeasure toDate => $"{Grain(toDate.Grain)} 누계 {inner}",
            PeriodMeasure { Period: AbsolutePeriod period } => $"{terms.Period(period)} {inner}",
            PeriodMeasure => $"현재 기준 기간 {inner}",
            ShareMeasure share => $"{(share.Within.IsEmpty ? "전체" : Groups(share.Within))} 대비 {inner} 비중",
            RankMeasure rank => $"{(rank.Within.IsEmpty ? "" : Groups(rank.Within) + " 내 ")}{inner} {(rank.Ascending ? "낮은 순 " : "")}순위",
            OverallMeasure overall => $"{(overall.Within.IsEmpty ? "전체" : Groups(overall.Within) + " 전체")} {inner}",
            MemberAverageMeasure average => $"{(average.Within.IsEmpty ? "" : Groups(average.Within) + " 내 ")}항목당 평균 {inner}",
            MemberMeasure member => $"{Of(member.Group)} {Value((member.Group as FieldGrouping)?.Field ?? "", member.Member)}의 {inner}",
            _ => throw new UnreachableException(),
        };
    }

    private string Groups(Seq<Grouping> groupings) => string.Join("·", groupings.Select(Of));

    private static string Of(Span? span) => span is null ? "한 기간" : string.Create(CultureInfo.InvariantCulture, $"{span.Count}{Length(span.Grain)}");

    private string Of(Grouping grouping) => grouping switch
    {
        FieldGrouping field => Field(field.Field, field.Via),
        TimeGrouping { Field: { } own } time => $"{terms.Field(own)} {Grain(time.Grain)}",
        TimeGrouping time => Grain(time.Grain),
        BucketGrouping bucket => $"{Field(bucket.Field, bucket.Via)} {Of(bucket.Buckets, n => terms.FieldNumber(bucket.Field, n))}",
        MeasureGrouping measure => $"{Of(measure.Per)}당 {Of(measure.Measure, nested: true)}{Ranges(measure.Buckets)}",
        QueryGrouping nested => $"{Per(nested)}{Ranges(nested.Buckets)}",
        ColumnGrouping column => Column(terms.Inner, column.Column) + Ranges(column.Buckets),
        _ => throw new UnreachableException(),
    };

    private string ColumnOf(SemanticQuery nested, string? column) => column is null ? Nested(nested) : $"{Nested(nested)}의 {Column(terms.For(nested), column)}";

    /// <summary>"고객당 주문 건수" where the nested query says no more than that; its period where it is another than the whole's.</summary>
    private string Per(QueryGrouping grouping)
    {
        if (grouping.Query is not { Measures: [var number], Where: null, Having: null, Top: null, Over: null } || grouping.Column is not null)
        {
            return ColumnOf(grouping.Query, grouping.Column);
        }

        var inner = new KoreanReading(terms.For(grouping.Query));
        var text = $"{string.Join("·", grouping.Query.GroupBy.Select(inner.Of))}당 {inner.Of(number, nested: true)}";
        return terms.HasPeriodOf(grouping.Query) ? text : $"{text}({(ReadingTerms.PeriodOf(grouping.Query) is { } period ? terms.Period(period) : "전체 기간")})";
    }

    private static string Column(ReadingTerms? inner, string name) =>
        inner?.Measure(name) is { } measure ? new KoreanReading(inner).Of(measure, nested: true)
        : inner?.Group(name) is { } group ? new KoreanReading(inner).Of(group)
        : name;

    private string Ranges(Buckets? buckets) => buckets is null ? "" : " " + Of(buckets, terms.Number);

    private static string Of(Buckets buckets, Func<decimal, string> number) => buckets switch
    {
        BucketEdges edges => $"구간({string.Join(", ", edges.Edges.Select(number))}부터)",
        BucketWidth { Start: 0 } width => $"구간({number(width.Width)} 단위)",
        BucketWidth width => $"구간({number(width.Start)}부터 {number(width.Width)} 단위)",
        _ => throw new UnreachableException(),
    };
}
