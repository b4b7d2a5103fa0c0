using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
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
    private const int MaxLength = 60;

    public IEnumerable<string> All => Groups.Concat(Measures);

    public static OutputNames Of(SemanticQuery query, Catalog catalog)
    {
        var wishes = query.Measures.Where(m => m.As is not null).Select(m => new Wish(m.As ?? "", m.As ?? ""))
            .Concat(query.Measures.Where(m => m.As is null).Select(m => Natural(m, catalog)))
            .Concat(query.GroupBy.Select(g => Natural(g, catalog)))
            .ToList();
        var shared = wishes.GroupBy(w => w.Short).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var taken = new HashSet<string>();
        var given = wishes.Select(w => Free(shared.Contains(w.Short) ? w.Long : w.Short, taken)).ToList();

        var named = query.Measures.Count(m => m.As is not null);
        var (nextNamed, nextNatural) = (0, named);
        var measures = query.Measures.Select(m => given[m.As is not null ? nextNamed++ : nextNatural++]).ToSeq();
        return new OutputNames(given.Skip(query.Measures.Count).ToSeq(), measures);
    }

    private static Wish Natural(Measure measure, Catalog catalog)
    {
        var wish = measure switch
        {
            MetricMeasure metric => new Wish(metric.Metric, metric.Metric),
            AggregateMeasure aggregate => Of(aggregate, catalog),
            CountMeasure count => Of(count, catalog),
            ArithmeticMeasure arithmetic => Of(arithmetic, catalog),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return measure.Filter is null ? wish : new Wish(wish.Short + "_filtered", wish.Long + "_filtered");
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
                return new Wish(name, $"{field.Via ?? DatasetOf(field.Field, catalog)}_{name}");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Wish Of(AggregateMeasure aggregate, Catalog catalog)
    {
        var function = aggregate.Function switch
        {
            AggregateFunction.Sum => "sum",
            AggregateFunction.Average => "avg",
            AggregateFunction.Min => "min",
            AggregateFunction.Max => "max",
            AggregateFunction.Median => "median",
            AggregateFunction.Percentile => $"p{((aggregate.Argument ?? 0) * 100).ToString("0.############", CultureInfo.InvariantCulture).Replace('.', '_')}",
            AggregateFunction.StandardDeviation => "stddev",
            AggregateFunction.Count => "count",
            AggregateFunction.CountDistinct => "count_distinct",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var name = LastPart(aggregate.Field);
        return new Wish($"{function}_{name}", $"{function}_{DatasetOf(aggregate.Field, catalog)}_{name}");
    }

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
        var (left, right) = (arithmetic.Left.As ?? Natural(arithmetic.Left, catalog).Short, arithmetic.Right.As ?? Natural(arithmetic.Right, catalog).Short);
        var name = $"{left}_{word}_{right}";
        return name.Length <= MaxLength ? new Wish(name, name) : new Wish("calculation", "calculation");
    }

    private static string DatasetOf(string field, Catalog catalog)
    {
        var name = field[..Math.Max(0, field.LastIndexOf('.'))];
        return catalog.FindField(field)?.Dataset.Name ?? LastPart(name);
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
        }

        return name;
    }

    /// <summary>The name where it is free, and the one where others want the first as well.</summary>
    private sealed record Wish(string Short, string Long);
}
