using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class EnglishReading
{
    private string Of(Measure measure, bool nested)
    {
        var text = measure switch
        {
            MetricMeasure metric => Labels.InSentence(terms.Metric(metric.Metric)),
            AggregateMeasure aggregate => Of(aggregate),
            CountMeasure count => $"number of {Labels.InSentence(terms.Dataset(count.Dataset))}",
            ArithmeticMeasure arithmetic => nested || arithmetic.Filter is not null ? $"({Of(arithmetic)})" : Of(arithmetic),
            ConstantMeasure constant => terms.Number(constant.Value),
            QueryMeasure { Query: var query } => Nested(query),
            ColumnMeasure column => Aggregate(column.Function, column.Argument, Column(terms.Inner, column.Column)),
            RowsMeasure => terms.ThingsInRows is { } things ? $"number of {Labels.InSentence(things)}" : "number of groups",
            WrappedMeasure wrapped => nested ? $"({Of(wrapped)})" : Of(wrapped),
            _ => throw new UnreachableException(),
        };
        return measure.Filter is { } filter ? $"{text} (where {Of(filter, nested: false)})" : text;
    }

    private string Of(ArithmeticMeasure arithmetic)
    {
        if (arithmetic is { IsPartOfWhole: true, Left.Filter: { } part })
        {
            return $"percentage of {Of(arithmetic.Right, nested: true)} where {Of(part, nested: false)}";
        }

        var word = arithmetic.Operator switch
        {
            MeasureOperator.Add => "plus",
            MeasureOperator.Subtract => "minus",
            MeasureOperator.Multiply => "times",
            MeasureOperator.Divide => "divided by",
            _ => throw new UnreachableException(),
        };
        return $"{Of(arithmetic.Left, nested: true)} {word} {Of(arithmetic.Right, nested: true)}";
    }

    private string Of(AggregateMeasure aggregate) =>
        aggregate.Function == AggregateFunction.CountDistinct && terms.Pointed(aggregate.Field) is var (things, rows) ? $"number of different {things} of {rows}" :
        Aggregate(aggregate.Function, aggregate.Argument, Field(aggregate.Field, null)) + (terms.Kind(aggregate.Field) is { } kind ? $" of {Labels.InSentence(kind)}" : "") + (aggregate.By is { } by ? $" by {Field(by, null)}" : "");

    private static string Aggregate(AggregateFunction function, decimal? argument, string field) => function switch
    {
        AggregateFunction.Sum => field.StartsWith("total ", StringComparison.OrdinalIgnoreCase) ? field : $"total {field}",
        AggregateFunction.Average => $"average {field}",
        AggregateFunction.Min => $"lowest {field}",
        AggregateFunction.Max => $"highest {field}",
        AggregateFunction.Median => $"median {field}",
        AggregateFunction.Percentile => $"{Percentile(argument ?? 0)} percentile of {field}",
        AggregateFunction.StandardDeviation => $"standard deviation of {field}",
        AggregateFunction.Count => $"number of values of {field}",
        AggregateFunction.CountDistinct => $"number of different values of {field}",
        AggregateFunction.Variance => $"variance of {field}",
        AggregateFunction.First => $"first {field}",
        AggregateFunction.Last => $"last {field}",
        _ => throw new UnreachableException(),
    };

    private string Of(WrappedMeasure wrapped)
    {
        var inner = Of(wrapped.Inner, nested: true);
        return wrapped switch
        {
            ShiftedMeasure { Show: ComparisonShow.Value } shifted => $"{inner} {Of(shifted.By)} earlier",
            ShiftedMeasure { Show: ComparisonShow.Change } shifted => $"change in {inner} from {Of(shifted.By)} earlier",
            ShiftedMeasure shifted => $"growth of {inner} from {Of(shifted.By)} earlier",
            RunningMeasure => $"running {inner}",
            RollingMeasure { Take: WindowTake.Average } rolling => $"average of {inner} over the last {Of(rolling.Window)}",
            RollingMeasure rolling => $"{inner} over the last {Of(rolling.Window)}",
            ToDateMeasure toDate => $"{Grain(toDate.Grain)}-to-date {inner}",
            PeriodMeasure { Period: AbsolutePeriod period } => $"{inner} {Within(period)}",
            PeriodMeasure => $"{inner} in the period told from now",
            ShareMeasure share => $"share of {inner} {(share.Within.IsEmpty ? "in the total" : $"within each {Groups(share.Within)}")}",
            RankMeasure rank => $"rank by {inner}{(rank.Ascending ? " from the lowest" : "")}{(rank.Within.IsEmpty ? "" : $" within each {Groups(rank.Within)}")}",
            OverallMeasure overall => $"{inner} {(overall.Within.IsEmpty ? "over all" : $"over the whole {Groups(overall.Within)}")}",
            MemberAverageMeasure average => $"mean of {inner} {(average.Within.IsEmpty ? "over all groups" : $"over the groups of each {Groups(average.Within)}")}",
            MemberMeasure member => $"{inner} for {Of(member.Group)} {Member(member)}",
            _ => throw new UnreachableException(),
        };
    }

    private string Member(MemberMeasure member) => Value((member.Group as FieldGrouping)?.Field ?? "", member.Member);

    private string Groups(Seq<Grouping> groupings) => List(groupings.Select(Of), "and");

    private static string Of(Span? span) => span switch
    {
        null => "one period",
        { Count: 1 } => $"1 {Grain(span.Grain)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.Count} {Grain(span.Grain)}s"),
    };

    private string Of(Grouping grouping) => grouping switch
    {
        FieldGrouping field => Field(field.Field, field.Via),
        TimeGrouping { Field: { } own } time => $"{Grain(time.Grain)} of {Field(own, null)}",
        TimeGrouping time => Grain(time.Grain),
        BucketGrouping bucket => $"{Field(bucket.Field, bucket.Via)} {Of(bucket.Buckets, n => terms.FieldNumber(bucket.Field, n))}",
        MeasureGrouping measure => $"{Of(measure.Measure, nested: true)} per {Of(measure.Per)}{Ranges(measure.Buckets)}",
        QueryGrouping nested => $"{Per(nested)}{Ranges(nested.Buckets)}",
        ColumnGrouping column => Column(terms.Inner, column.Column) + Ranges(column.Buckets),
        _ => throw new UnreachableException(),
    };

    /// <summary>A nested query, and which of its columns is meant where it is not its only one.</summary>
    private string ColumnOf(SemanticQuery nested, string? column) => column is null ? Nested(nested) : $"{Column(terms.For(nested), column)} of {Nested(nested)}";

    /// <summary>"Number of orders per customer" where the nested query says no more than that; its period where it is another than the whole's.</summary>
    private string Per(QueryGrouping grouping)
    {
        if (grouping.Query is not { Measures: [var number], Where: null, Having: null, Top: null, Over: null } || grouping.Column is not null)
        {
            return ColumnOf(grouping.Query, grouping.Column);
        }

        var inner = new EnglishReading(terms.For(grouping.Query));
        var text = $"{inner.Of(number, nested: true)} per {List(grouping.Query.GroupBy.Select(inner.Of), "and")}";
        return terms.HasPeriodOf(grouping.Query) ? text : $"{text} ({(ReadingTerms.PeriodOf(grouping.Query) is { } period ? terms.Period(period) : "all data")})";
    }

    private static string Column(ReadingTerms? inner, string name) =>
        inner?.Measure(name) is { } measure ? new EnglishReading(inner).Of(measure, nested: true)
        : inner?.Group(name) is { } group ? new EnglishReading(inner).Of(group)
        : name;

    private string Ranges(Buckets? buckets) => buckets is null ? "" : " " + Of(buckets, terms.Number);

    private static string Of(Buckets buckets, Func<decimal, string> number) => buckets switch
    {
        BucketEdges edges => $"in ranges starting at {List(edges.Edges.Select(number), "and")}",
        BucketWidth { Start: 0 } width => $"in steps of {number(width.Width)}",
        BucketWidth width => $"in steps of {number(width.Width)} counted from {number(width.Start)}",
        _ => throw new UnreachableException(),
    };
}
