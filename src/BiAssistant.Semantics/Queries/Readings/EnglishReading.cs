using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

/// <summary>"Revenue by region, where channel is online shop, 2024, highest first, top 5".</summary>
internal sealed partial class EnglishReading(ReadingTerms terms)
{
    internal string Of(SemanticQuery query)
    {
        var text = Inside(query);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    internal string Of(Measure measure)
    {
        var text = Of(measure, nested: false);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>As it stands inside a sentence.</summary>
    private string Inside(SemanticQuery query)
    {
        var head = query.Listing is { } listing ? Labels.InSentence(terms.Dataset(listing.Dataset)) : List(query.Measures.Select(m => Of(m, nested: false)), "and");
        var shown = List(OutputNames.Groupings(query).Select(Of), "and");
        var parts = new List<string> { (head.Length, shown.Length) switch { (_, 0) => head, (0, _) => shown, _ => $"{head} {(query.Listing is null ? "by" : "with")} {shown}" } };
        if (query.Over is { } inner)
        {
            parts.Add($"from {Nested(inner)}");
        }

        if (query.Where is { } where)
        {
            parts.Add($"where {Of(where, nested: false)}");
        }

        if (ReadingTerms.PeriodOf(query) is { } period)
        {
            parts.Add(terms.Period(period));
        }
        else if (query.Over is null && !ReadingTerms.IsDated(query))
        {
            parts.Add("all data");
        }

        if (query.Having is { } having)
        {
            parts.Add($"only where {Of(having, nested: false)}");
        }

        if (!query.OrderBy.IsEmpty)
        {
            parts.Add(string.Join(", then ", query.OrderBy.Select((o, i) => Of(o, first: i == 0))));
        }

        if (query.Top is { } top)
        {
            parts.Add(Of(top, query.OrderBy));
        }

        if (query.Compare is { } compare)
        {
            parts.Add($"compared with {Of(compare)}");
        }

        if (query.Analysis is { } analysis)
        {
            parts.Add(Of(analysis, query));
        }

        return string.Join(", ", parts);
    }

    private string Nested(SemanticQuery query) => $"({new EnglishReading(terms.For(query)).Inside(query)})";

    private string Of(Compare compare) => compare switch
    {
        ComparePrevious => "the previous period",
        CompareYearAgo => "the same period last year",
        CompareWith { Period: AbsolutePeriod period } => terms.Period(period),
        CompareWith => "the period told from now",
        _ => throw new UnreachableException(),
    };

    private string Of(Ordering ordering, bool first)
    {
        if (terms.Group(ordering.By) is { } group)
        {
            return group is TimeGrouping
                ? ordering.Descending ? "newest first" : "oldest first"
                : terms.IsListedTime(group) ? $"{(ordering.Descending ? "newest" : "oldest")} {Of(group)} first"
                : $"{Of(group)} {(ordering.Descending ? "descending" : "ascending")}";
        }

        var direction = ordering.Descending ? "highest first" : "lowest first";
        return first && terms.IsFirstMeasure(ordering.By) ? direction : $"{MeasureName(ordering.By)} {direction}";
    }

    private string Of(Top top, Seq<Ordering> order)
    {
        var byMeasure = !order.IsEmpty && terms.Measure(order[0].By) is not null;
        var word = !byMeasure ? "first" : order[0].Descending ? "top" : "bottom";
        var per = top.Per.IsEmpty ? "" : " in each " + List(top.Per.Select(p => terms.Group(p) is { } group ? Of(group) : p), "and");
        if (top.Count == 1 && !order.IsEmpty && terms.IsListedTime(terms.Group(order[0].By)))
        {
            return $"the {(order[0].Descending ? "most recent" : "first")}{per}";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{word} {top.Count}{per}");
    }

    private string MeasureName(string name) => terms.Measure(name) is { } measure ? Of(measure, nested: false) : name;

    private string Within(AbsolutePeriod period)
    {
        var label = terms.Period(period);
        return (period.From, period.To, terms.GrainOf(period)) switch
        {
            (null, null, _) => "at any time",
            (null, _, _) or (_, null, _) => label,
            (_, _, TimeGrain.Day) => $"on {label}",
            (_, _, TimeGrain.Week) => $"in the {label}",
            (_, _, TimeGrain.Hour) => $"in the hour from {label}",
            (_, _, null) => label.StartsWith("from ", StringComparison.Ordinal) ? label : $"from {label}",
            _ => $"in {label}",
        };
    }

    private string Field(string name, string? via)
    {
        var label = Labels.InSentence(terms.Field(name));
        return terms.Way(via) is { } way ? $"{label} ({Labels.InSentence(way)})" : label;
    }

    private string Value(string field, SqlLiteral value) => terms.Value(field, value, "yes", "no");

    private static string Grain(TimeGrain grain) => TimeGrains.Word(grain, "en");

    private static string Percentile(decimal fraction)
    {
        var number = (fraction * 100).ToString("0.############", CultureInfo.InvariantCulture);
        var ending = number.EndsWith("11", StringComparison.Ordinal) || number.EndsWith("12", StringComparison.Ordinal) || number.EndsWith("13", StringComparison.Ordinal)
            ? "th"
            : number[^1] switch
            {
                '1' => "st",
                '2' => "nd",
                '3' => "rd",
                _ => "th",
            };
        return number + ending;
    }

    private static string List(IEnumerable<string> items, string word)
    {
        var list = items.ToList();
        return list.Count < 2 ? string.Concat(list) : $"{string.Join(", ", list.Take(list.Count - 1))} {word} {list[^1]}";
    }
}
