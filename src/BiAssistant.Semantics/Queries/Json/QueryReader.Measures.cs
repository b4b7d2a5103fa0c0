using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

internal static partial class QueryReader
{
    private static readonly string[] MeasureProperties =
    [
        "metric", "aggregate", "field", "argument", "by", "column", "count", "operator", "left", "right", "number", "shifted", "show", "running", "rolling", "window", "take",
        "to_date", "grain", "in_period", "period", "share", "rank", "ascending", "overall", "member_average", "within", "of_member", "group", "member", "query", "rows", "as",
        "filter",
    ];

    private static Measure? Measure(JsonNode node)
    {
        if (node.Object(MeasureProperties) is not { } item)
        {
            return null;
        }

        var kind = Kind(
            item, "metric", "aggregate", "count", "operator", "number", "shifted", "running", "rolling", "to_date", "in_period", "share", "rank", "overall", "member_average",
            "of_member", "query", "rows");
        Measure? measure = kind switch
        {
            "metric" when Only(item, "metric") => item.RequiredText("metric") is { } metric ? new MetricMeasure(metric) : null,
            "aggregate" when item.Has("column") => Only(item, "aggregate", "column", "argument") ? ColumnAggregate(item) : null,
            "aggregate" when Only(item, "aggregate", "field", "argument", "by") => Aggregate(item),
            "count" when Only(item, "count") => item.RequiredText("count") is { } dataset ? new CountMeasure(dataset) : null,
            "operator" when Only(item, "operator", "left", "right") => Arithmetic(item),
            "number" when Only(item, "number") => item.Required("number")?.Decimal() is { } number ? new ConstantMeasure(number) : null,
            "shifted" when Only(item, "shifted", "by", "show") => Shifted(item),
            "running" when Only(item, "running") => Inner(item, "running") is { } inner ? new RunningMeasure(inner) : null,
            "rolling" when Only(item, "rolling", "window", "take") => Rolling(item),
            "to_date" when Only(item, "to_date", "grain") => ToDate(item),
            "in_period" when Only(item, "in_period", "period") => InPeriod(item),
            "share" when Only(item, "share", "within") => Grouped(item, "share", (inner, within) => new ShareMeasure(inner, within)),
            "rank" when Only(item, "rank", "within", "ascending") => Grouped(item, "rank", (inner, within) => new RankMeasure(inner, within, item.Flag("ascending"))),
            "overall" when Only(item, "overall", "within") => Grouped(item, "overall", (inner, within) => new OverallMeasure(inner, within)),
            "member_average" when Only(item, "member_average", "within") => Grouped(item, "member_average", (inner, within) => new MemberAverageMeasure(inner, within)),
            "of_member" when Only(item, "of_member", "group", "member") => OfMember(item),
            "query" when Only(item, "query") => item.Required("query") is { } query && Query(query) is { } nested ? new QueryMeasure(nested) : null,
            "rows" when Only(item, "rows") => Rows(item),
            _ => null,
        };
        var (name, filter) = (item.OptionalText("as"), item.Optional("filter") is { } condition ? Condition(condition) : null);
        return measure is null ? null : measure with { As = name, Filter = filter };

        static bool Only(JsonObjectNode item, params ReadOnlySpan<string> own) => OnlyWith(item, ["as", "filter"], own);
    }

    private static AggregateMeasure? Aggregate(JsonObjectNode item)
    {
        var (function, field, by) = (item.Required("aggregate")?.Word(Aggregates), item.RequiredText("field"), item.OptionalText("by"));
        if (by is not null && function is not (null or AggregateFunction.First or AggregateFunction.Last))
        {
            return item.Required("by")?.Expected<AggregateMeasure>("no time, which only \"first\" and \"last\" go by");
        }

        return Argument(item, function, out var argument) && function is { } known && field is not null ? new AggregateMeasure(known, field, argument, by) : null;
    }

    private static ColumnMeasure? ColumnAggregate(JsonObjectNode item)
    {
        var (function, column) = (item.Required("aggregate")?.Word(Aggregates), item.RequiredText("column"));
        return Argument(item, function, out var argument) && function is { } known && column is not null ? new ColumnMeasure(known, column, argument) : null;
    }

    /// <summary>The fraction of a percentile, which no other function has; false, with an issue, where it is wrong.</summary>
    private static bool Argument(JsonObjectNode item, AggregateFunction? function, out decimal? argument)
    {
        argument = item.Optional("argument")?.Decimal();
        if (function == AggregateFunction.Percentile)
        {
            if (item.Required("argument") is { } node && argument is null or < 0 or > 1)
            {
                node.Expected<AggregateMeasure>("a fraction from 0 to 1");
            }

            return argument is >= 0 and <= 1;
        }

        if (item.Optional("argument") is { } superfluous)
        {
            superfluous.Expected<AggregateMeasure>("no argument, which only \"percentile\" has");
            return false;
        }

        return true;
    }

    private static ArithmeticMeasure? Arithmetic(JsonObjectNode item)
    {
        var (symbol, left, right) = (item.Required("operator")?.Word(MeasureOperators), item.Required("left"), item.Required("right"));
        var (leftMeasure, rightMeasure) = (left is { } l ? Measure(l) : null, right is { } r ? Measure(r) : null);
        return symbol is { } known && leftMeasure is not null && rightMeasure is not null ? new ArithmeticMeasure(known, leftMeasure, rightMeasure) : null;
    }

    private static ShiftedMeasure? Shifted(JsonObjectNode item)
    {
        var (inner, by, show) = (Inner(item, "shifted"), item.Optional("by") is { } span ? Span(span) : null, item.Optional("show") is { } word ? word.Word(Shows) : ComparisonShow.Value);
        return inner is not null && show is { } known ? new ShiftedMeasure(inner, by, known) : null;
    }

    private static RollingMeasure? Rolling(JsonObjectNode item)
    {
        var (inner, window, take) = (Inner(item, "rolling"), item.Required("window") is { } span ? Span(span) : null, item.Optional("take") is { } word ? word.Word(Takes) : WindowTake.Total);
        return inner is not null && window is not null && take is { } known ? new RollingMeasure(inner, window, known) : null;
    }

    private static ToDateMeasure? ToDate(JsonObjectNode item)
    {
        var (inner, grain) = (Inner(item, "to_date"), item.Required("grain")?.Word(Grains));
        return inner is not null && grain is { } known ? new ToDateMeasure(inner, known) : null;
    }

    private static PeriodMeasure? InPeriod(JsonObjectNode item)
    {
        var (inner, period) = (Inner(item, "in_period"), item.Required("period") is { } said ? Period(said) : null);
        return inner is not null && period is not null ? new PeriodMeasure(inner, period) : null;
    }

    private static Measure? Grouped(JsonObjectNode item, string name, Func<Measure, Seq<Grouping>, Measure> make)
    {
        var (inner, within) = (Inner(item, name), item.Optional("within")?.List(Grouping, MaxGroupings) ?? []);
        return inner is null ? null : make(inner, within);
    }

    private static MemberMeasure? OfMember(JsonObjectNode item)
    {
        var (inner, group, member) = (Inner(item, "of_member"), item.Required("group") is { } g ? Grouping(g) : null, item.Required("member") is { } value ? Literal(value) : null);
        return inner is not null && group is not null && member is not null ? new MemberMeasure(inner, group, member) : null;
    }

    private static RowsMeasure? Rows(JsonObjectNode item) =>
        item.Required("rows") is not { } rows || rows.Boolean() is not { } said ? null : said ? new RowsMeasure() : rows.Expected<RowsMeasure>("true");

    private static Measure? Inner(JsonObjectNode item, string name) => item.Required(name) is { } inner ? Measure(inner) : null;
}
