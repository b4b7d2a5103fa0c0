using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Json;

internal static partial class QueryReader
{
    private static readonly string[] BucketProperties = ["edges", "width", "start"];

    private static Grouping? Grouping(JsonNode node)
    {
        if (node.Object("time", "field", "via", "bucket", "measure", "per", "query", "column", "edges", "width", "start") is not { } item)
        {
            return null;
        }

        switch (item)
        {
            case var _ when item.Has("time"):
                var (grain, own) = (item.Required("time")?.Word(Grains), item.OptionalText("field"));
                return OnlyWith(item, ["time", "field"]) && grain is { } known ? new TimeGrouping(known, own) : null;
            case var _ when item.Has("bucket"):
                var (number, numberVia, ranges) = (item.RequiredText("bucket"), item.OptionalText("via"), Buckets(item, required: true));
                return OnlyWith(item, ["bucket", "via"], BucketProperties) && number is not null && ranges is not null ? new BucketGrouping(number, ranges, numberVia) : null;
            case var _ when item.Has("measure"):
                var (measure, per, steps) = (Inner(item, "measure"), item.Required("per") is { } entity ? FieldGrouping(entity) : null, Buckets(item));
                return OnlyWith(item, ["measure", "per"], BucketProperties) && measure is not null && per is not null ? new MeasureGrouping(measure, per, steps) : null;
            case var _ when item.Has("query"):
                var (query, of, parts) = (item.Required("query") is { } inner ? Query(inner) : null, item.OptionalText("column"), Buckets(item));
                return OnlyWith(item, ["query", "column"], BucketProperties) && query is not null ? new QueryGrouping(query, of, parts) : null;
            case var _ when item.Has("column"):
                var (column, bounds) = (item.RequiredText("column"), Buckets(item));
                return OnlyWith(item, ["column"], BucketProperties) && column is not null ? new ColumnGrouping(column, bounds) : null;
            default:
                var (field, via) = (item.RequiredText("field"), item.OptionalText("via"));
                return OnlyWith(item, ["field", "via"]) && field is not null ? new FieldGrouping(field, via) : null;
        }
    }

    private static FieldGrouping? FieldGrouping(JsonNode node)
    {
        if (node.Object("field", "via") is not { } item)
        {
            return null;
        }

        var (field, via) = (item.RequiredText("field"), item.OptionalText("via"));
        return field is null ? null : new FieldGrouping(field, via);
    }

    private static Buckets? Buckets(JsonObjectNode item, bool required = false)
    {
        if (!required && !item.Has("edges") && !item.Has("width"))
        {
            return item.Optional("start")?.Expected<Buckets>("no start, which only a width has");
        }

        if (Kind(item, "edges", "width") == "edges")
        {
            var edges = item.Required("edges")?.List(n => n.Decimal() is { } edge ? new SqlNumber(edge) : null) ?? [];
            return item.Optional("start") is { } superfluous ? superfluous.Expected<Buckets>("no start, which only a width has")
                : edges.IsEmpty ? item.Optional("edges")?.Expected<Buckets>("at least one bound")
                : new BucketEdges(edges.Select(e => e.Value).ToSeq());
        }

        var (width, start) = (item.Optional("width")?.Decimal(), item.Optional("start") is { } from ? from.Decimal() : 0);
        return width <= 0 ? item.Optional("width")?.Expected<Buckets>("a number above zero") : width is { } wide && start is { } at ? new BucketWidth(wide, at) : null;
    }
}
