using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Readings;

/// <summary>"Revenue by region, where channel is online shop, 2024, highest first, top 5".</summary>
internal sealed class EnglishReading(ReadingTerms terms)
{
    internal string Of(SemanticQuery query)
    {
        var head = query.Measures.IsEmpty ? "" : List(query.Measures.Select(m => Of(m, nested: false)), "and");
        var groups = query.GroupBy.IsEmpty ? "" : List(query.GroupBy.Select(Of), "and");
        var parts = new List<string> { (head.Length, groups.Length) switch { (_, 0) => head, (0, _) => groups, _ => $"{head} by {groups}" } };
        if (query.Where is { } where)
        {
            parts.Add($"where {Of(where, nested: false)}");
        }

        if (ReadingTerms.PeriodOf(query) is { } period)
        {
            parts.Add(terms.Period(period));
        }
        else if (!ReadingTerms.IsDated(query))
        {
            parts.Add("all data");
        }

        if (query.Having is { } having)
        {
            parts.Add($"only where {Of(having)}");
        }

        if (!query.OrderBy.IsEmpty)
        {
            parts.Add(string.Join(", then ", query.OrderBy.Select((o, i) => Of(o, first: i == 0))));
        }

        if (query.Top is { } top)
        {
            parts.Add(Of(top, query.OrderBy));
        }

        var text = string.Join(", ", parts);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Of(Measure measure, bool nested)
    {
        var text = measure switch
        {
            MetricMeasure metric => Labels.InSentence(terms.Metric(metric.Metric)),
            AggregateMeasure aggregate => Of(aggregate),
            CountMeasure count => $"number of {Labels.InSentence(terms.Dataset(count.Dataset))}",
            ArithmeticMeasure arithmetic => nested || arithmetic.Filter is not null ? $"({Of(arithmetic)})" : Of(arithmetic),
            _ => throw new UnreachableException(),
        };
        return measure.Filter is { } filter ? $"{text} (where {Of(filter, nested: false)})" : text;
    }

    private string Of(ArithmeticMeasure arithmetic)
    {
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

    private string Of(AggregateMeasure aggregate)
    {
        var field = Field(aggregate.Field, null);
        return aggregate.Function switch
        {
            AggregateFunction.Sum => $"total {field}",
            AggregateFunction.Average => $"average {field}",
            AggregateFunction.Min => $"lowest {field}",
            AggregateFunction.Max => $"highest {field}",
            AggregateFunction.Median => $"median {field}",
            AggregateFunction.Percentile => $"{Percentile(aggregate.Argument ?? 0)} percentile of {field}",
            AggregateFunction.StandardDeviation => $"standard deviation of {field}",
            AggregateFunction.Count => $"number of values of {field}",
            AggregateFunction.CountDistinct => $"number of different values of {field}",
            _ => throw new UnreachableException(),
        };
    }

    private string Of(Grouping grouping) => grouping switch
    {
        FieldGrouping field => Field(field.Field, field.Via),
        TimeGrouping { Field: { } own } time => $"{Grain(time.Grain)} of {Field(own, null)}",
        TimeGrouping time => Grain(time.Grain),
        _ => throw new UnreachableException(),
    };

    private string Of(Condition condition, bool nested) => condition switch
    {
        FieldComparison comparison => $"{Field(comparison.Field, comparison.Via)} is {Comparator(comparison)} {Value(comparison.Field, comparison.Value)}".Replace("is  ", "is "),
        FieldIn values => Of(values),
        FieldText text => $"{Field(text.Field, text.Via)} {Match(text)} \"{text.Text}\"",
        FieldEmpty empty => $"{Field(empty.Field, empty.Via)} is {(empty.Negated ? "not " : "")}{terms.EmptyWord(empty.Field) ?? "empty"}",
        FieldPeriod { Period: AbsolutePeriod period } within => $"{Field(within.Field, within.Via)} {Within(period)}",
        FieldPeriod within => $"{Field(within.Field, within.Via)} in the period told from now",
        TermCondition term => $"{(term.Negated ? "not " : "")}{Labels.InSentence(terms.Term(term.Term))}",
        AllOf all => Joined(all.Conditions, " and ", nested),
        AnyOf any => Joined(any.Conditions, " or ", nested),
        Not not => $"not ({Of(not.Condition, nested: false)})",
        _ => throw new UnreachableException(),
    };

    private string Of(FieldIn values)
    {
        if (values.Values is [SqlBoolean flag] && terms.FlagWord(values.Field, flag.Value != values.Negated) is { } word)
        {
            return word;
        }

        var (field, items) = (Field(values.Field, values.Via), values.Values.Select(v => Value(values.Field, v)).ToList());
        return (items.Count, values.Negated) switch
        {
            (1, true) => $"{field} is not {items[0]}",
            (_, true) => $"{field} is none of {List(items, "and")}",
            _ => $"{field} is {List(items, "or")}",
        };
    }

    private string Of(MeasureCondition having) => having switch
    {
        MeasureComparison comparison =>
            $"{MeasureName(comparison.Measure)} is {NumberComparator(comparison.Operator)}{terms.MeasureValue(comparison.Measure, comparison.Value)}",
        AllMeasures all => string.Join(" and ", all.Conditions.Select(Of)),
        _ => throw new UnreachableException(),
    };

    private string Of(Ordering ordering, bool first)
    {
        if (terms.Group(ordering.By) is { } group)
        {
            return group is TimeGrouping
                ? ordering.Descending ? "newest first" : "oldest first"
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
        return string.Create(CultureInfo.InvariantCulture, $"{word} {top.Count}{per}");
    }

    private string MeasureName(string name) => terms.Measure(name) is { } measure ? Of(measure, nested: false) : name;

    private string Joined(Seq<Condition> conditions, string word, bool nested)
    {
        var text = string.Join(word, conditions.Select(c => Of(c, nested: true)));
        return nested ? $"({text})" : text;
    }

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

    private string Comparator(FieldComparison comparison) => terms.IsTemporal(comparison.Field)
        ? comparison.Operator switch
        {
            ComparisonOperator.Less => "before",
            ComparisonOperator.LessOrEqual => "on or before",
            ComparisonOperator.Greater => "after",
            ComparisonOperator.GreaterOrEqual => "on or after",
            _ => NumberComparator(comparison.Operator).Trim(),
        }
        : NumberComparator(comparison.Operator).Trim();

    private static string NumberComparator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "",
        ComparisonOperator.NotEqual => "not ",
        ComparisonOperator.Less => "less than ",
        ComparisonOperator.LessOrEqual => "at most ",
        ComparisonOperator.Greater => "more than ",
        ComparisonOperator.GreaterOrEqual => "at least ",
        _ => throw new UnreachableException(),
    };

    private static string Match(FieldText text) => (text.Match, text.Negated) switch
    {
        (TextMatch.Contains, false) => "contains",
        (TextMatch.Contains, true) => "does not contain",
        (TextMatch.StartsWith, false) => "starts with",
        (TextMatch.StartsWith, true) => "does not start with",
        (TextMatch.EndsWith, false) => "ends with",
        (TextMatch.EndsWith, true) => "does not end with",
        _ => throw new UnreachableException(),
    };

    private string Field(string name, string? via)
    {
        var label = Labels.InSentence(terms.Field(name));
        return terms.Way(via) is { } way ? $"{label} ({Labels.InSentence(way)})" : label;
    }

    private string Value(string field, SqlLiteral value) => terms.Value(field, value, "yes", "no");

    private static string Grain(TimeGrain grain) => TimeGrains.NameOf(grain).Replace('_', ' ');

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
