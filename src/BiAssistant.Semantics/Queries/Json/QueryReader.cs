using System.Text.Json;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using static BiAssistant.Semantics.Queries.Json.QueryWords;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>Reads the parts of a semantic query: which case an object is follows from the property that only this case has.</summary>
internal static partial class QueryReader
{
    private const int MaxCount = 100_000;
    private const int MaxMeasures = 200;
    private const int MaxGroupings = 50;

    private static readonly (TimeGrain Case, string Word)[] Grains = [.. Enum.GetValues<TimeGrain>().Select(g => (g, TimeGrains.NameOf(g)))];

    private static readonly (SortDirection Case, string Word)[] Directions = [(SortDirection.Ascending, "asc"), (SortDirection.Descending, "desc")];

    private enum SortDirection
    {
        Ascending,
        Descending,
    }

    internal static SemanticQuery? Query(JsonNode node)
    {
        if (node.Object("measures", "group_by", "where", "period", "having", "order_by", "top", "compare", "over", "list", "analysis") is not { } query)
        {
            return null;
        }

        return new SemanticQuery
        {
            Measures = (query.Has("list") ? query.Optional("measures") : query.Required("measures"))?.List(Measure, MaxMeasures) ?? [],
            GroupBy = query.Optional("group_by")?.List(Grouping, MaxGroupings) ?? [],
            Where = query.Optional("where") is { } where ? Condition(where) : null,
            Period = query.Optional("period") is { } period ? Period(period) : null,
            Having = query.Optional("having") is { } having ? MeasureCondition(having) : null,
            OrderBy = query.Optional("order_by")?.List(Ordering) ?? [],
            Top = query.Optional("top") is { } top ? Top(top) : null,
            Compare = query.Optional("compare") is { } compare ? Compare(compare) : null,
            Over = query.Optional("over") is { } over ? Query(over) : null,
            Listing = query.Optional("list") is { } list ? Listing(list) : null,
            Analysis = query.Optional("analysis") is { } analysis ? Analysis(analysis) : null,
        };
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

    private static Compare? Compare(JsonNode node)
    {
        if (node.Object("with", "period") is not { } item)
        {
            return null;
        }

        if (Kind(item, "with", "period") == "period")
        {
            return item.Required("period") is { } said && Period(said) is { } period ? new CompareWith(period) : null;
        }

        return item.Optional("with")?.Word(ComparedPeriods) switch
        {
            ComparedPeriod.Previous => new ComparePrevious(),
            ComparedPeriod.YearAgo => new CompareYearAgo(),
            _ => null,
        };
    }

    private static Listing? Listing(JsonNode node)
    {
        if (node.Object("rows_of", "fields") is not { } item)
        {
            return null;
        }

        var (dataset, fields) = (item.RequiredText("rows_of"), item.Optional("fields")?.List(FieldGrouping, MaxMeasures) ?? []);
        return dataset is null ? null : new Listing(dataset, fields);
    }

    private static Span? Span(JsonNode node)
    {
        if (node.Object("count", "grain") is not { } item)
        {
            return null;
        }

        var (count, grain) = (item.Required("count")?.Integer(1, MaxCount), item.Required("grain")?.Word(Grains));
        return count is { } n && grain is { } g ? new Span(n, g) : null;
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
