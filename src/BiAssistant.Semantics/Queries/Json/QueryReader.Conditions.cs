using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

internal static partial class QueryReader
{
    private static readonly string[] ConditionProperties =
    [
        "field", "operator", "value", "other", "other_via", "measure", "within", "in", "in_query", "column", "contains", "starts_with", "ends_with", "empty", "period", "negated",
        "via", "term", "exists", "count", "every", "has", "among", "all", "any", "not",
    ];

    private static Condition? Condition(JsonNode node)
    {
        if (node.Object(ConditionProperties) is not { } item)
        {
            return null;
        }

        return Kind(item, "all", "any", "not", "term", "field", "exists", "count", "every") switch
        {
            "all" => OnlyWith(item, ["all"]) ? new AllOf(item.Required("all")?.List(Condition) ?? []) : null,
            "any" => OnlyWith(item, ["any"]) ? new AnyOf(item.Required("any")?.List(Condition) ?? []) : null,
            "not" => OnlyWith(item, ["not"]) && item.Required("not") is { } inner && Condition(inner) is { } condition ? new Not(condition) : null,
            "term" => OnlyWith(item, ["term", "negated"]) && item.RequiredText("term") is { } term ? new TermCondition(term, item.Flag("negated")) : null,
            "exists" => OnlyWith(item, ["exists", "negated"]) && Related(item, "exists") is { } there ? new RelatedExists(there, item.Flag("negated")) : null,
            "count" => OnlyWith(item, ["count", "operator", "value"]) ? RelatedCount(item) : null,
            "every" => OnlyWith(item, ["every", "has", "among", "negated"]) ? RelatedEvery(item) : null,
            "field" => item.RequiredText("field") is { } field ? FieldCondition(item, field) : null,
            _ => null,
        };
    }

    private static Condition? FieldCondition(JsonObjectNode item, string field)
    {
        var via = item.OptionalText("via");
        switch (Kind(item, "operator", "in", "contains", "starts_with", "ends_with", "empty", "period", "in_query"))
        {
            case "operator" when item.Has("other"):
                return Own("operator", "other", "other_via") ? Compared(item, field, via) : null;
            case "operator" when item.Has("measure"):
                return Own("operator", "measure", "within") ? Against(item, field, via) : null;
            case "operator":
                var (symbol, value) = (item.Required("operator")?.Word(Comparisons), item.Required("value") is { } literal ? Literal(literal) : null);
                return Own("operator", "value") && symbol is { } known && value is not null ? new FieldComparison(field, known, value, via) : null;
            case "in":
                return Own("in", "negated") && item.Required("in") is { } list ? new FieldIn(field, list.List(Literal), item.Flag("negated"), via) : null;
            case "empty":
                return Own("empty") && item.Required("empty")?.Boolean() is { } empty ? new FieldEmpty(field, !empty, via) : null;
            case "period":
                return Own("period") && item.Required("period") is { } within && Period(within) is { } period ? new FieldPeriod(field, period, via) : null;
            case "in_query":
                return Own("in_query", "column", "negated") && item.Required("in_query") is { } query && Query(query) is { } nested
                    ? new FieldInQuery(field, nested, item.OptionalText("column"), item.Flag("negated"), via)
                    : null;
            case { } word:
                return Own(word, "negated") && item.RequiredText(word) is { } text
                    ? new FieldText(field, TextMatches.First(m => m.Word == word).Case, text, item.Flag("negated"), via)
                    : null;
            default:
                return null;
        }

        bool Own(params ReadOnlySpan<string> own) => OnlyWith(item, ["field", "via"], own);
    }

    private static FieldsCompared? Compared(JsonObjectNode item, string field, string? via)
    {
        var (symbol, other, otherVia) = (item.Required("operator")?.Word(Comparisons), item.RequiredText("other"), item.OptionalText("other_via"));
        return symbol is { } known && other is not null ? new FieldsCompared(field, known, other, via, otherVia) : null;
    }

    private static FieldAgainstMeasure? Against(JsonObjectNode item, string field, string? via)
    {
        var (symbol, measure, within) = (item.Required("operator")?.Word(Comparisons), Inner(item, "measure"), item.Optional("within")?.List(Grouping, MaxGroupings) ?? []);
        return symbol is { } known && measure is not null ? new FieldAgainstMeasure(field, known, measure, within, via) : null;
    }

    private static RelatedCount? RelatedCount(JsonObjectNode item)
    {
        var (rows, symbol, value) = (Related(item, "count"), item.Required("operator")?.Word(Comparisons), item.Required("value")?.Integer(0, int.MaxValue));
        return rows is not null && symbol is { } known && value is { } count ? new RelatedCount(rows, known, count) : null;
    }

    private static RelatedEvery? RelatedEvery(JsonObjectNode item)
    {
        var (rows, field, among) = (Related(item, "has"), item.RequiredText("every"), item.Optional("among") is { } left ? Condition(left) : null);
        return rows is not null && field is not null ? new RelatedEvery(rows, field, among, item.Flag("negated")) : null;
    }

    private static RelatedRows? Related(JsonObjectNode owner, string name)
    {
        if (owner.Required(name)?.Object("dataset", "where", "period", "of", "via") is not { } item)
        {
            return null;
        }

        var (where, period) = (item.Optional("where") is { } w ? Condition(w) : null, item.Optional("period") is { } p ? Period(p) : null);
        return item.RequiredText("dataset") is { } dataset ? new RelatedRows(dataset, where, period, item.OptionalText("of"), item.OptionalText("via")) : null;
    }

    private static MeasureCondition? MeasureCondition(JsonNode node)
    {
        if (node.Object("measure", "operator", "value", "left", "right", "all", "any", "not") is not { } item)
        {
            return null;
        }

        switch (Kind(item, "all", "any", "not", "measure", "left"))
        {
            case "all":
                return OnlyWith(item, ["all"]) ? new AllMeasures(item.Required("all")?.List(MeasureCondition) ?? []) : null;
            case "any":
                return OnlyWith(item, ["any"]) ? new AnyMeasure(item.Required("any")?.List(MeasureCondition) ?? []) : null;
            case "not":
                return OnlyWith(item, ["not"]) && item.Required("not") is { } inner && MeasureCondition(inner) is { } condition ? new NotMeasure(condition) : null;
            case "left":
                var (left, sign, right) = (Inner(item, "left"), item.Required("operator")?.Word(Comparisons), Inner(item, "right"));
                return OnlyWith(item, ["left", "operator", "right"]) && left is not null && sign is { } s && right is not null ? new MeasuresCompared(left, s, right) : null;
            case "measure":
                var (measure, symbol, value) = (item.RequiredText("measure"), item.Required("operator")?.Word(Comparisons), item.Required("value")?.Decimal());
                return OnlyWith(item, ["measure", "operator", "value"]) && measure is not null && symbol is { } known && value is { } number ? new MeasureComparison(measure, known, number) : null;
            default:
                return null;
        }
    }
}
