using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// The output columns' names of a query, each unique: a measure's <c>As</c>, else the natural name. A metric is called by its name, an aggregate
/// <c>avg_amount</c>, <c>count_distinct_customer</c> or <c>p90_amount</c>, a count of rows <c>orders_count</c>, arithmetic
/// <c>revenue_divided_by_orders_count</c>, a field by its name, a time by its grain; a measure with a filter of its own ends in <c>_filtered</c>.
/// Where two would share a name, fields and aggregates take their way's or dataset's name in front, and what still meets gets a number.
/// </summary>
/// <param name="Groups">One for each of the query's groupings, in its order.</param>
/// <param name="Measures">One for each of the query's measures, in its order.</param>
public sealed record OutputNames(Seq<string> Groups, Seq<string> Measures)
{
    /// <summary>A little less than the 63 characters that PostgreSQL keeps, so that a number still fits behind.</summary>
    private const int MaxLength = 60;

    public IEnumerable<string> All => Groups.Concat(Measures);

    public static OutputNames Of(SemanticQuery query, Catalog catalog)
    {
        var wishes = query.Measures.Where(m => m.As is not null).Select(m => new Wish(m.As ?? "", m.As ?? ""))
            .Concat(query.Measures.Where(m => m.As is null).Select(m => Natural(m, catalog)))
            .Concat(Groupings(query).Select(g => Natural(g, catalog)))
            .ToList();
        var shared = wishes.GroupBy(w => w.Short).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var taken = new HashSet<string>();
        var given = wishes.Select(w => UniqueName.Of(shared.Contains(w.Short) ? w.Long : w.Short, taken.Add)).ToList();

        var named = query.Measures.Count(m => m.As is not null);
        var (nextNamed, nextNatural) = (0, named);
        var measures = query.Measures.Select(m => given[m.As is not null ? nextNamed++ : nextNatural++]).ToSeq();
        return new OutputNames(given.Skip(query.Measures.Count).ToSeq(), measures);
    }

    /// <summary>The columns that are no numbers: of a listing, its fields.</summary>
    internal static IEnumerable<Grouping> Groupings(SemanticQuery query) => query.Listing is { } listing ? listing.Fields : query.GroupBy;

    private static Wish Natural(Measure measure, Catalog catalog)
    {
        var wish = measure switch
        {
            MetricMeasure metric => new Wish(metric.Metric, metric.Metric),
            AggregateMeasure aggregate => Of(aggregate, catalog),
            CountMeasure count => Of(count, catalog),
            ArithmeticMeasure arithmetic => Of(arithmetic, catalog),
            ConstantMeasure => new Wish("constant", "constant"),
            WrappedMeasure wrapped => Of(wrapped, catalog),
            QueryMeasure { Query.Measures: [var number, ..] } => new Wish($"nested_{Said(number, catalog)}", $"nested_{Said(number, catalog)}"),
            QueryMeasure => new Wish("nested", "nested"),
            ColumnMeasure column => new Wish($"{Word(column.Function, column.Argument)}_{column.Column}", $"{Word(column.Function, column.Argument)}_{column.Column}"),
            RowsMeasure => new Wish("rows_count", "rows_count"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var told = measure.Filter is null ? wish : new Wish(wish.Short + "_filtered", wish.Long + "_filtered");
        return measure is MetricMeasure { Filter: null } ? told : told.OrElse("calculation");
    }

    private static Wish Natural(Grouping grouping, Catalog catalog)
    {
        switch (grouping)
        {
            case TimeGrouping time:
                var grain = TimeGrains.NameOf(time.Grain);
                return new Wish(grain, time.Field is null ? grain : $"{LastPart(time.Field)}_{grain}");
            case FieldGrouping field:
                var name = LastPart(field.Field);
                return new Wish(name, $"{field.Via ?? DatasetOf(field.Field, catalog)}_{name}").OrElse(name);
            case BucketGrouping bucket:
                var number = $"{LastPart(bucket.Field)}_range";
                return new Wish(number, $"{bucket.Via ?? DatasetOf(bucket.Field, catalog)}_{number}").OrElse("range");
            case MeasureGrouping measure:
                return Ranged(Said(measure.Measure, catalog), measure.Buckets, LastPart(measure.Per.Field));
            case QueryGrouping nested:
                var column = nested.Column ?? (nested.Query.Measures is [var only, ..] ? Said(only, catalog) : "nested");
                return Ranged(column, nested.Buckets, nested.Query.GroupBy is [FieldGrouping per, ..] ? LastPart(per.Field) : "group");
            case ColumnGrouping inner:
                return Ranged(inner.Column, inner.Buckets, "inner");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Wish Of(AggregateMeasure aggregate, Catalog catalog)
    {
        var function = Word(aggregate.Function, aggregate.Argument);
        var name = LastPart(aggregate.Field);
        return new Wish($"{function}_{name}", $"{function}_{DatasetOf(aggregate.Field, catalog)}_{name}");
    }

    private static string Word(AggregateFunction function, decimal? argument) => function switch
    {
        AggregateFunction.Sum => "sum",
        AggregateFunction.Average => "avg",
        AggregateFunction.Min => "min",
        AggregateFunction.Max => "max",
        AggregateFunction.Median => "median",
        AggregateFunction.Percentile => $"p{((argument ?? 0) * 100).ToString("0.############", CultureInfo.InvariantCulture).Replace('.', '_')}",
        AggregateFunction.StandardDeviation => "stddev",
        AggregateFunction.Count => "count",
        AggregateFunction.CountDistinct => "count_distinct",
        AggregateFunction.Variance => "variance",
        AggregateFunction.First => "first",
        AggregateFunction.Last => "last",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Wish Of(CountMeasure count, Catalog catalog)
    {
        var dataset = catalog.FindDataset(count.Dataset);
        var name = dataset?.Name ?? LastPart(count.Dataset);
        return new Wish($"{name}_count", dataset is null ? $"{name}_count" : $"{dataset.Model.Name}_{name}_count");
    }

    private static Wish Of(ArithmeticMeasure arithmetic, Catalog catalog)
    {
        var word = arithmetic.Operator switch
        {
            MeasureOperator.Add => "plus",
            MeasureOperator.Subtract => "minus",
            MeasureOperator.Multiply => "times",
            MeasureOperator.Divide => "divided_by",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var (left, right) = (Said(arithmetic.Left, catalog), Said(arithmetic.Right, catalog));
        var name = $"{left}_{word}_{right}";
        return new Wish(name, name).OrElse("calculation");
    }

    private static Wish Of(WrappedMeasure wrapped, Catalog catalog)
    {
        var inner = Said(wrapped.Inner, catalog);
        var within = wrapped is GroupMeasure { Within: { IsEmpty: false } kept } ? "_within_" + string.Join('_', kept.Select(g => Natural(g, catalog).Short)) : "";
        var (name, longer) = wrapped switch
        {
            ShiftedMeasure { Show: ComparisonShow.Value } shifted => ($"earlier_{inner}", $"{inner}{Text(shifted.By)}_earlier"),
            ShiftedMeasure { Show: ComparisonShow.Change } shifted => ($"{inner}_change", $"{inner}_change{Text(shifted.By)}"),
            ShiftedMeasure shifted => ($"{inner}_growth", $"{inner}_growth{Text(shifted.By)}"),
            RunningMeasure => ($"running_{inner}", $"running_{inner}"),
            RollingMeasure { Take: WindowTake.Average } rolling => ($"rolling_average_{inner}", $"rolling{Text(rolling.Window)}_average_{inner}"),
            RollingMeasure rolling => ($"rolling_{inner}", $"rolling{Text(rolling.Window)}_{inner}"),
            ToDateMeasure toDate => ($"{inner}_{TimeGrains.NameOf(toDate.Grain)}_to_date", $"{inner}_{TimeGrains.NameOf(toDate.Grain)}_to_date"),
            PeriodMeasure => ($"{inner}_in_period", $"{inner}_in_period"),
            ShareMeasure => ($"{inner}_share", $"{inner}_share{(within.Length == 0 ? "_of_total" : within)}"),
            RankMeasure => ($"{inner}_rank", $"{inner}_rank{within}"),
            OverallMeasure => ($"overall_{inner}", $"overall_{inner}{within}"),
            MemberAverageMeasure => ($"average_{inner}", $"average_{inner}{within}"),
            MemberMeasure => ($"{inner}_of_member", $"{inner}_of_member"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new Wish(name, longer).OrElse("calculation");
    }

    private static string Text(Span? span) => span is null ? "" : string.Create(CultureInfo.InvariantCulture, $"_{span.Count}_{TimeGrains.NameOf(span.Grain)}");

    private static Wish Ranged(string name, Buckets? ranges, string of) => ranges is null ? new Wish(name, $"{of}_{name}").OrElse(name) : new Wish($"{name}_range", $"{of}_{name}_range").OrElse("range");

    private static string Said(Measure measure, Catalog catalog) => measure.As ?? Natural(measure, catalog).Short;

    private static string DatasetOf(string field, Catalog catalog)
    {
        var name = field[..Math.Max(0, field.LastIndexOf('.'))];
        return catalog.FindField(field)?.Dataset.Name ?? LastPart(name);
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>The name where it is free, and the one where others want the first as well.</summary>
    private sealed record Wish(string Short, string Long)
    {
        /// <summary>The longest that engines keep, and a plain one where there is none.</summary>
        public Wish OrElse(string plain) => Long.Length <= MaxLength ? this : Short.Length <= MaxLength ? new Wish(Short, Short) : new Wish(plain, plain);
    }
}
