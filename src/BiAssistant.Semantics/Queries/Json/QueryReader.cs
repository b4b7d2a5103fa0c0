using System.Text.Json;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>Reads the parts of a semantic query: which case an object is follows from the property that only this case has.</summary>
internal static class QueryReader
{
    private const int MaxCount = 100_000;

    private static readonly (TimeGrain Case, string Word)[] Grains = [.. Enum.GetValues<TimeGrain>().Select(g => (g, TimeGrains.NameOf(g)))];

    private static readonly (SortDirection Case, string Word)[] Directions = [(SortDirection.Ascending, "asc"), (SortDirection.Descending, "desc")];

    private enum SortDirection
    {
        Ascending,
        Descending,
    }

    internal static SemanticQuery? Query(JsonNode node)
    {
        if (node.Object("measures", "group_by", "where", "period", "having", "order_by", "top") is not { } query)
        {
            return null;
        }

        return new SemanticQuery
        {
            Measures = query.Required("measures")?.List(Measure) ?? [],
            GroupBy = query.Optional("group_by")?.List(Grouping) ?? [],
            Where = query.Optional("where") is { } where ? Condition(where) : null,
            Period = query.Optional("period") is { } period ? Period(period) : null,
            Having = query.Optional("having") is { } having ? MeasureCondition(having) : null,
            OrderBy = query.Optional("order_by")?.List(Ordering) ?? [],
            Top = query.Optional("top") is { } top ? Top(top) : null,
        };
    }

    private static Measure? Measure(JsonNode node)
    {
        if (node.Object("metric", "aggregate", "field", "argument", "count", "operator", "left", "right", "as", "filter") is not { } item)
        {
            return null;
        }

        var kind = Kind(item, "metric", "aggregate", "count", "operator");
        Measure? measure = kind switch
        {
            "metric" when Only(item, "metric") => item.RequiredText("metric") is { } metric ? new MetricMeasure(metric) : null,
            "aggregate" when Only(item, "aggregate", "field", "argument") => Aggregate(item),
            "count" when Only(item, "count") => item.RequiredText("count") is { } dataset ? new CountMeasure(dataset) : null,
            "operator" when Only(item, "operator", "left", "right") => Arithmetic(item),
            _ => null,
        };
        var (name, filter) = (item.OptionalText("as"), item.Optional("filter") is { } condition ? Condition(condition) : null);
        return measure is null ? null : measure with { As = name, Filter = filter };

        static bool Only(JsonObjectNode item, params ReadOnlySpan<string> own) => OnlyWith(item, ["as", "filter"], own);
    }

    private static AggregateMeasure? Aggregate(JsonObjectNode item)
    {
        var (function, field, argument) = (item.Required("aggregate")?.Word(Aggregates), item.RequiredText("field"), item.Optional("argument")?.Decimal());
        if (function == AggregateFunction.Percentile)
        {
            if (item.Required("argument") is { } node && argument is null or < 0 or > 1)
            {
                return node.Expected<AggregateMeasure>("a fraction from 0 to 1");
            }
        }
        else if (item.Optional("argument") is { } superfluous)
        {
            return superfluous.Expected<AggregateMeasure>("no argument, which only \"percentile\" has");
        }

        return function is { } known && field is not null ? new AggregateMeasure(known, field, argument) : null;
    }

    private static ArithmeticMeasure? Arithmetic(JsonObjectNode item)
    {
        var (symbol, left, right) = (item.Required("operator")?.Word(MeasureOperators), item.Required("left"), item.Required("right"));
        var (leftMeasure, rightMeasure) = (left is { } l ? Measure(l) : null, right is { } r ? Measure(r) : null);
        return symbol is { } known && leftMeasure is not null && rightMeasure is not null ? new ArithmeticMeasure(known, leftMeasure, rightMeasure) : null;
    }

    private static Grouping? Grouping(JsonNode node)
    {
        if (node.Object("time", "field", "via") is not { } item)
        {
            return null;
        }

        if (item.Has("time"))
        {
            var (grain, own) = (item.Required("time")?.Word(Grains), item.OptionalText("field"));
            return OnlyWith(item, ["time", "field"]) && grain is { } known ? new TimeGrouping(known, own) : null;
        }

        var (field, via) = (item.RequiredText("field"), item.OptionalText("via"));
        return field is null ? null : new FieldGrouping(field, via);
    }

    private static Condition? Condition(JsonNode node)
    {
        if (node.Object("field", "operator", "value", "in", "contains", "starts_with", "ends_with", "empty", "period", "negated", "via", "term", "all", "any", "not")
            is not { } item)
        {
            return null;
        }

        return Kind(item, "all", "any", "not", "term", "field") switch
        {
            "all" => OnlyWith(item, ["all"]) ? new AllOf(item.Required("all")?.List(Condition) ?? []) : null,
            "any" => OnlyWith(item, ["any"]) ? new AnyOf(item.Required("any")?.List(Condition) ?? []) : null,
            "not" => OnlyWith(item, ["not"]) && item.Required("not") is { } inner && Condition(inner) is { } condition ? new Not(condition) : null,
            "term" => OnlyWith(item, ["term", "negated"]) && item.RequiredText("term") is { } term ? new TermCondition(term, item.Flag("negated")) : null,
            "field" => item.RequiredText("field") is { } field ? FieldCondition(item, field) : null,
            _ => null,
        };
    }

    private static Condition? FieldCondition(JsonObjectNode item, string field)
    {
        var via = item.OptionalText("via");
        switch (Kind(item, "operator", "in", "contains", "starts_with", "ends_with", "empty", "period"))
        {
            case "operator":
                var (symbol, value) = (item.Required("operator")?.Word(Comparisons), item.Required("value") is { } literal ? Literal(literal) : null);
                return Own("operator", "value") && symbol is { } known && value is not null ? new FieldComparison(field, known, value, via) : null;
            case "in":
                return Own("in", "negated") && item.Required("in") is { } list ? new FieldIn(field, list.List(Literal), item.Flag("negated"), via) : null;
            case "empty":
                return Own("empty") && item.Required("empty")?.Boolean() is { } empty ? new FieldEmpty(field, !empty, via) : null;
            case "period":
                return Own("period") && item.Required("period") is { } within && Period(within) is { } period ? new FieldPeriod(field, period, via) : null;
            case { } word:
                return Own(word, "negated") && item.RequiredText(word) is { } text
                    ? new FieldText(field, TextMatches.First(m => m.Word == word).Case, text, item.Flag("negated"), via)
                    : null;
            default:
                return null;
        }

        bool Own(params ReadOnlySpan<string> own) => OnlyWith(item, ["field", "via"], own);
    }

    private static MeasureCondition? MeasureCondition(JsonNode node)
    {
        if (node.Object("measure", "operator", "value", "all") is not { } item)
        {
            return null;
        }

        if (Kind(item, "all", "measure") == "all")
        {
            return OnlyWith(item, ["all"]) ? new AllMeasures(item.Required("all")?.List(MeasureCondition) ?? []) : null;
        }

        var (measure, symbol, value) = (item.RequiredText("measure"), item.Required("operator")?.Word(Comparisons), item.Required("value")?.Decimal());
        return measure is not null && symbol is { } known && value is { } number ? new MeasureComparison(measure, known, number) : null;
    }

    private static Period? Period(JsonNode node)
    {
        if (node.Object("from", "to", "relative", "count", "grain") is not { } item)
        {
            return null;
        }

        if (item.Has("relative"))
        {
            var (kind, count, grain) = (item.Required("relative")?.Word(RelativePeriods), item.Optional("count") is { } c ? c.Integer(1, MaxCount) : 1, item.Required("grain")?.Word(Grains));
            return OnlyWith(item, ["relative", "count", "grain"]) && kind is { } k && count is { } n && grain is { } g ? new RelativePeriod(k, n, g) : null;
        }

        if (!OnlyWith(item, ["from", "to"]))
        {
            return null;
        }

        if (!item.Has("from") && !item.Has("to"))
        {
            return node.Expected<Period>("\"from\" and \"to\", or \"relative\"");
        }

        return new AbsolutePeriod(End(item.Optional("from")), End(item.Optional("to")));

        static DateTime? End(JsonNode? end) => end is { Element.ValueKind: not JsonValueKind.Null } ? end.Value.Instant() : null;
    }

    private static Ordering? Ordering(JsonNode node)
    {
        if (node.Object("by", "direction") is not { } item)
        {
            return null;
        }

        var (by, direction) = (item.RequiredText("by"), item.Optional("direction") is { } word ? word.Word(Directions) : SortDirection.Ascending);
        return by is not null && direction is { } known ? new Ordering(by, known == SortDirection.Descending) : null;
    }

    private static Top? Top(JsonNode node)
    {
        if (node.Object("count", "per") is not { } item)
        {
            return null;
        }

        var (count, per) = (item.Required("count")?.Integer(1, MaxCount), item.Optional("per")?.List(n => n.Text()) ?? []);
        return count is { } known ? new Top(known, per) : null;
    }

    private static SqlLiteral? Literal(JsonNode node)
    {
        switch (node.Element.ValueKind)
        {
            case JsonValueKind.Null:
                return SqlNull.Instance;
            case JsonValueKind.True or JsonValueKind.False:
                return new SqlBoolean(node.Element.GetBoolean());
            case JsonValueKind.Number:
                return node.Decimal() is { } number ? new SqlNumber(number) : null;
            case JsonValueKind.String:
                return node.Text() is { } text ? new SqlText(text) : null;
            case JsonValueKind.Object:
                return TypedLiteral(node);
            default:
                return node.Expected<SqlLiteral>("a text, a number, true, false, null, {\"date\": …} or {\"timestamp\": …}");
        }
    }

    private static SqlLiteral? TypedLiteral(JsonNode node)
    {
        if (node.Object("date", "timestamp", "interval", "unit") is not { } item)
        {
            return null;
        }

        switch (Kind(item, "date", "timestamp", "interval"))
        {
            case "date":
                return OnlyWith(item, ["date"]) && item.Required("date")?.Instant(dayOnly: true) is { } day ? new SqlDate(DateOnly.FromDateTime(day)) : null;
            case "timestamp":
                return OnlyWith(item, ["timestamp"]) && item.Required("timestamp")?.Instant() is { } instant ? new SqlTimestamp(instant) : null;
            case "interval":
                var (amount, unit) = (item.Required("interval")?.Long(), item.Required("unit")?.Word(Units));
                return amount is { } n && unit is { } u ? new SqlInterval(n, u) : null;
            default:
                return null;
        }
    }

    /// <summary>The one property of these that an object has; null, with an issue, when it has none or several.</summary>
    private static string? Kind(JsonObjectNode item, params ReadOnlySpan<string> kinds)
    {
        string? found = null;
        var count = 0;
        foreach (var kind in kinds)
        {
            if (item.Has(kind))
            {
                found = kind;
                count++;
            }
        }

        var choices = string.Join(", ", kinds.ToArray().Select(k => $"\"{k}\""));
        return count == 1 ? found : item.Node.Expected<string>(count == 0 ? $"one of the properties {choices}" : $"only one of the properties {choices}");
    }

    /// <summary>Whether an object has no property but these; an issue for each that does not belong to this case.</summary>
    private static bool OnlyWith(JsonObjectNode item, ReadOnlySpan<string> own, ReadOnlySpan<string> more = default)
    {
        var clean = true;
        foreach (var (name, node) in item.Properties)
        {
            if (!own.Contains(name) && !more.Contains(name))
            {
                node.Issues.Add(new Issue("unknown_property", $"{node.Path}: the property \"{name}\" does not belong here.") { Element = node.Path });
                clean = false;
            }
        }

        return clean;
    }
}
